/** The plan of a bare network as a workbook, so that both schedules compute the same dates. */
import { addDays } from '../../shared/domain/base/dates';
import { outlineOf } from '../../shared/domain/outline';
import { emptyRecord } from '../../shared/domain/register/record';
import type { Link, Task } from '../../shared/domain/registers/all';
import { links as linkRegister, tasks as taskRegister } from '../../shared/domain/registers/tasks';
import type { Table, Workbook } from '../../shared/domain/workbook';
import { makeWorkbook } from '../support/makeWorkbook';
import { bareCalendar, randomNetwork, type BareNetwork } from './limits/criticalPath';

/** A Monday, as day 0 of the bare calendars is. */
export const START = '2027-01-04';
const BARE_DAYS = 80_000;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const WEEKS = [
  [true, true, true, true, true, false, false],
  [true, true, true, true, true, true, true],
  [true, true, true, true, false, false, false],
];

export function networkOf(tasks: number): BareNetwork {
  return randomNetwork(
    tasks,
    1,
    WEEKS.map((week) => bareCalendar(BARE_DAYS, week)),
  );
}

export function workbookOf(network: BareNetwork): Workbook {
  const frame = makeWorkbook({
    organisation: [
      { id: 'organisation', name: 'Test practice', currency: 'USD', start: START, calendar: '0' },
    ],
    calendars: WEEKS.map((week, index) => ({
      ...{ id: String(index), name: `Calendar ${String(index)}` },
      workingWeek: DAYS.filter((_, weekday) => week[weekday]),
    })),
  });
  const calendars = frame.tables.calendars.live.map(({ id }) => id);
  const tasks = Array.from({ length: network.tasks }, (_, task) => taskOf(network, task, calendars));
  const links = Array.from({ length: network.links }, (_, link) => linkOf(network, link));
  const outline = outlineOf(
    tasks.map(({ id }, at) => ({ id, parent: null, order: String(at).padStart(9, '0') })),
  );
  return { ...frame, tables: { ...frame.tables, tasks: table(tasks), links: table(links) }, outline };
}

function taskOf(network: BareNetwork, task: number, calendars: readonly string[]): Task {
  const earliest = network.startNoEarlier[task] ?? 0;
  const latest = network.finishNoLater[task] ?? 0;
  const calendar = network.calendar[task] ?? 0;
  return {
    ...(emptyRecord(taskRegister, `t${String(task)}`) as unknown as Task),
    name: `Task ${String(task)}`,
    durationDays: network.duration[task] ?? 0,
    calendar: calendar === 0 ? null : (calendars[calendar] ?? null),
    constraint: earliest > 0 ? 'snet' : latest > 0 ? 'fnlt' : 'asap',
    constraintDate: earliest > 0 ? addDays(START, earliest) : latest > 0 ? addDays(START, latest - 1) : null,
  };
}

function linkOf(network: BareNetwork, link: number): Link {
  return {
    ...(emptyRecord(linkRegister, `l${String(link)}`) as unknown as Link),
    predecessor: `t${String(network.from[link] ?? 0)}`,
    successor: `t${String(network.to[link] ?? 0)}`,
    type: (['FS', 'SS', 'FF', 'SF'] as const)[network.type[link] ?? 0] ?? 'FS',
    lagDays: network.lag[link] ?? 0,
  };
}

function table<T extends { readonly id: string }>(live: readonly T[]): Table<T> {
  return { live, archived: [], byId: new Map(live.map((record) => [record.id, record])) };
}
