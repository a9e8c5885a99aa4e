import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCalendarDate } from '../../../shared/domain/base/dates';
import { problemText } from '../../../shared/domain/base/problemText';
import { outlineOf } from '../../../shared/domain/outline';
import { emptyRecord } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import type { Workbook } from '../../../shared/domain/workbook';
import { plan, scheduled, START, taskOf } from './planStory';
import { tries } from '../../support/tries';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const someId = fc.constantFrom<string | null>(...IDS, 'nowhere', null);
const someDate = fc.constantFrom<unknown>(
  '1950-01-01',
  '2027-02-29',
  '2027-03-01',
  '2199-12-31',
  '',
  'soon',
  null,
  7,
);
const someDays = fc.constantFrom<unknown>(
  0,
  1,
  5,
  0.1,
  -3,
  1e300,
  -1e300,
  10_000,
  NaN,
  Infinity,
  null,
  'long',
  2 ** 31,
);

/** A record whose fields may hold anything. */
function garbage(register: RegisterId, fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> {
  return fc.record(fields).map((values) => ({ ...emptyRecord(definitionOf(register), 'a'), ...values }));
}

const someTask = garbage('tasks', {
  id: fc.constantFrom(...IDS),
  kind: fc.constantFrom('task', 'summary', 'milestone', 'gate', 'banquet'),
  parent: someId,
  durationDays: someDays,
  constraint: fc.constantFrom('asap', 'alap', 'snet', 'snlt', 'fnet', 'fnlt', 'mso', 'mfo', 'toString'),
  constraintDate: someDate,
  deadline: someDate,
  calendar: fc.constantFrom(null, 'calendar', 'nowhere'),
});

const someLink = garbage('links', {
  id: fc.uuid(),
  predecessor: someId,
  successor: someId,
  type: fc.constantFrom('FS', 'SS', 'FF', 'SF', 'XX'),
  lagDays: someDays,
});

const someCalendar = garbage('calendars', {
  id: fc.constant('calendar'),
  workingWeek: fc.subarray(['mon', 'sun', 'someday']),
  holidays: fc.array(someDate, { maxLength: 3 }),
  extraWorkingDays: fc.array(someDate, { maxLength: 3 }),
});

const someOrganisation = garbage('organisation', { start: someDate, goLive: someId, calendar: someId });

/** Links are not suspended though they form circles, and tasks of the outline may be missing. */
const anyWorkbook: fc.Arbitrary<Workbook> = fc
  .record({
    tasks: fc.uniqueArray(someTask, { maxLength: 6, selector: idOf }),
    links: fc.array(someLink, { maxLength: 15 }),
    calendars: fc.array(someCalendar, { maxLength: 1 }),
    organisation: fc.array(someOrganisation, { maxLength: 1 }),
    missing: fc.boolean(),
  })
  .map(({ tasks, links, calendars, organisation, missing }) => {
    const empty = plan({ tasks: {} });
    const outline = outlineOf(
      tasks.map((task, index) => {
        const { parent } = task as { parent: string | null };
        const isEarlier = tasks.slice(0, index).some((other) => idOf(other) === parent);
        return { id: idOf(task), parent: isEarlier ? parent : null, order: '' };
      }),
    );
    const tables = {
      ...empty.tables,
      ...{ tasks: table(missing ? tasks.slice(1) : tasks), links: table(links) },
      ...{ calendars: table(calendars), organisation: table(organisation) },
    };
    return { ...empty, outline, tables: tables as unknown as Workbook['tables'] };
  });

function idOf(record: object): string {
  return (record as { id: string }).id;
}

function table(records: object[]): object {
  const byId = new Map(records.map((record) => [idOf(record), record]));
  return { live: records, archived: [], byId };
}

describe('the schedule of anything at all', () => {
  it('has dates, slack and words for it', () => {
    fc.assert(
      fc.property(anyWorkbook, fc.constantFrom(START, 'today', ''), (workbook, today) => {
        const schedule = scheduleOf(workbook, today);
        expect([schedule.projectStart, schedule.projectFinish].every(isCalendarDate)).toBe(true);
        for (const id of IDS) {
          const task = schedule.task(id);
          if (task === undefined) continue;
          expect([task.start, task.finish].every(isCalendarDate)).toBe(true);
          expect(task.start <= task.finish).toBe(true);
          expect([task.durationDays, task.totalFloatDays, task.freeFloatDays].every(Number.isFinite)).toBe(
            true,
          );
          expect(task.critical).toBe(task.totalFloatDays <= 0);
        }
        for (const { problem } of schedule.findings) expect(problemText(problem)).not.toContain('undefined');
      }),
      tries(1000),
    );
  });

  it('schedules what a circle leaves as if the link that closes it were not there', () => {
    const tasks = { A: { durationDays: 2 }, B: { durationDays: 3 }, C: {} };
    // So early that even a dead end of the network, read as the beginning of time, would push A by its lag.
    const organisation = { start: '1950-06-05' };
    const open = plan({ tasks, links: ['A B', 'B C', 'C A FS+500'], organisation });
    const schedule = scheduleOf({ ...open, suspendedLinks: new Set<string>() }, START);
    const cut = scheduled({ tasks, links: ['A B', 'B C'], organisation });
    for (const name of ['A', 'B', 'C']) expect(taskOf(schedule, name)).toEqual(taskOf(cut, name));
  });

  it('takes no link that ties the finish of a summary', () => {
    const tasks = { A: { durationDays: 9 }, S: { kind: 'summary' as const }, B: { parent: 'S' } };
    const open = plan({ tasks, links: ['A S FF', 'A S SF+9'] });
    const schedule = scheduleOf({ ...open, suspendedLinks: new Set<string>() }, START);
    expect(taskOf(schedule, 'B').start).toBe(START);
  });
});
