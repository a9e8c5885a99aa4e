/** Random small plans, told twice: as a workbook for the schedule, and as slots for the slow second opinion. */
import * as fc from 'fast-check';
import { addDays, dayNumber } from '../../../shared/domain/base/dates';
import { WEEKDAYS } from '../../../shared/domain/register/field';
import type { Calendar, Task } from '../../../shared/domain/registers/all';
import type { Workbook } from '../../../shared/domain/workbook';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';
import { START } from './planStory';
import type { SlowLink, SlowPlan, SlowTask } from './slowSchedule';

export interface RandomPlan {
  readonly workbook: Workbook;
  readonly slow: SlowPlan;
  readonly leaves: readonly string[];
  /** How a failing plan is printed. */
  readonly [fc.toStringMethod]: () => string;
}

interface Choices {
  /** By minutes, slack may end between the half days that the slow schedule knows, and take a task there. */
  readonly hasHalfDays: boolean;
  /** Rules a task may have. */
  readonly rules: readonly Task['constraint'][];
  readonly hasDeadlines: boolean;
  readonly hasSummaries: boolean;
  /** Whether what waits for a summary may wait for its start. */
  readonly waitsForSummaryStarts: boolean;
}

const LINK_TYPES = ['FS', 'FS', 'FS', 'SS', 'FF', 'SF'] as const;

interface CalendarSeed {
  readonly week: readonly boolean[];
  readonly holidays: readonly number[];
  readonly extra: readonly number[];
}

interface TaskSeed {
  readonly slots: number;
  readonly calendar: number | null;
  readonly rule: Task['constraint'];
  readonly ruleDay: number;
  readonly deadline: number | null;
  readonly group: number | null;
}

const calendarSeed: fc.Arbitrary<CalendarSeed> = fc.record({
  week: fc.oneof(
    fc.constant([true, true, true, true, true, false, false]),
    fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }).filter((week) => week.filter(Boolean).length > 1),
  ),
  holidays: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }),
  extra: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 3 }),
});

/** Plans of up to twelve tasks with one to three calendars; by days, or by half days. */
export function randomPlan(choices: Choices): fc.Arbitrary<RandomPlan> {
  const task: fc.Arbitrary<TaskSeed> = fc.record({
    slots: fc.oneof(fc.integer({ min: 1, max: 7 }), fc.constant(0)),
    calendar: fc.option(fc.nat(2), { freq: 2 }),
    rule: fc.oneof({ arbitrary: fc.constant('asap' as const), weight: 3 }, fc.constantFrom(...choices.rules)),
    ruleDay: fc.integer({ min: -3, max: 30 }),
    deadline: choices.hasDeadlines
      ? fc.option(fc.integer({ min: 0, max: 40 }), { freq: 4 })
      : fc.constant(null),
    group: choices.hasSummaries ? fc.option(fc.nat(2), { freq: 1 }) : fc.constant(null),
  });
  return fc
    .record({
      slotsPerDay: choices.hasHalfDays ? fc.constantFrom(1, 1, 2) : fc.constant(1),
      startDay: fc.nat(6),
      calendars: fc.array(calendarSeed, { minLength: 1, maxLength: 3 }),
      projectCalendar: fc.option(fc.nat(2)),
      tasks: fc.array(task, { minLength: 1, maxLength: 12 }),
      groups: fc.array(fc.record({ ...summarySeed(choices), under: fc.option(fc.nat(2)) }), {
        minLength: 3,
        maxLength: 3,
      }),
      links: fc.array(
        fc.record({
          a: fc.nat(14),
          b: fc.nat(14),
          type: fc.constantFrom(...LINK_TYPES),
          lag: fc.integer({ min: -3, max: 4 }),
        }),
        { maxLength: 16 },
      ),
    })
    .map((seed) => tell(seed, choices));
}

function summarySeed(choices: Choices) {
  return {
    calendar: fc.option(fc.nat(2), { freq: 2 }),
    rule: choices.rules.includes('fnlt')
      ? fc.constantFrom('asap', 'asap', 'snet', 'fnlt')
      : fc.constant('asap'),
    ruleDay: fc.integer({ min: -3, max: 30 }),
    deadline: choices.hasDeadlines
      ? fc.option(fc.integer({ min: 5, max: 50 }), { freq: 5 })
      : fc.constant(null),
  };
}

type Seed = {
  slotsPerDay: number;
  startDay: number;
  calendars: CalendarSeed[];
  projectCalendar: number | null;
  tasks: TaskSeed[];
  groups: {
    calendar: number | null;
    rule: string;
    ruleDay: number;
    deadline: number | null;
    under: number | null;
  }[];
  links: { a: number; b: number; type: SlowLink['type']; lag: number }[];
};

const dateOf = (day: number): string => addDays(START, day);

/** The table day a date stands for in the slow schedule: days from the usual start on. */
export function dayOf(date: string): number {
  return dayNumber(date) - dayNumber(START);
}

function tell(seed: Seed, choices: Choices): RandomPlan {
  const { slotsPerDay } = seed;
  const used = new Set(seed.tasks.map(({ group }) => group));
  // A summary needs something under it; one under another may be the only thing there.
  const groups = seed.groups.map((group, index) => ({ ...group, index, isUsed: used.has(index) }));
  const parentOf = (index: number): string | null => {
    const under = groups[index]?.under ?? null;
    return under !== null && under < index ? `S${under}` : null;
  };
  for (const group of [...groups].reverse()) {
    const parent = groups.find(({ index }) => `S${index}` === parentOf(group.index));
    if (group.isUsed && parent !== undefined) parent.isUsed = true;
  }
  const calendars = seed.calendars.map(calendarOf);
  const works = (calendar: number | null): ((day: number) => boolean) => {
    const own = calendars[calendar ?? -1] ?? calendars[seed.projectCalendar ?? -1];
    return own?.works ?? ((day) => ((day % 7) + 7) % 7 < 5);
  };
  const tasks: SlowTask[] = [
    ...groups
      .filter(({ isUsed }) => isUsed)
      .map((group) => ({
        ...{ name: `S${group.index}`, slots: 0, isSummary: true, parent: parentOf(group.index) },
        ...{
          works: works(group.calendar),
          rule: group.rule,
          ruleDay: group.ruleDay,
          deadline: group.deadline,
        },
        calendar: group.calendar,
      })),
    ...seed.tasks.map((task, index) => taskOf(task, index, slotsPerDay, works)),
  ];
  const names = tasks.map(({ name }) => name);
  const links = seed.links.flatMap(({ a, b, type, lag }, index): SlowLink[] => {
    const from = names[Math.min(a, b) % names.length] ?? '';
    const to = names[Math.max(a, b) % names.length] ?? '';
    const fromStart = type === 'SS' || type === 'SF';
    if (from === to || (fromStart && from.startsWith('S') && !choices.waitsForSummaryStarts)) return [];
    // How a milestone that goes as late as possible is shown, and so counts lags, may change as it goes.
    const source = tasks.find(({ name }) => name === from);
    const goesLate = source?.rule === 'alap' && source.slots === 0;
    return [{ id: `L${index}`, from, to, type, lag: goesLate ? 0 : lag }];
  });
  const calendarOfTask = (name: string): number | null =>
    name.startsWith('S')
      ? (seed.groups[Number(name.slice(1))]?.calendar ?? null)
      : (seed.tasks[Number(name.slice(1))]?.calendar ?? null);
  const reference = (calendar: number | null): string | null =>
    calendar !== null && calendar < calendars.length ? `C${calendar}` : null;
  const workbook = makeWorkbook({
    organisation: [
      {
        ...{ id: 'organisation', name: 'Test practice', currency: 'USD', start: dateOf(seed.startDay) },
        calendar: reference(seed.projectCalendar),
      },
    ],
    calendars: calendars.map(({ record }, index) => ({
      ...record,
      id: `C${index}`,
      name: `Calendar ${index}`,
    })),
    tasks: tasks.map((task) => ({
      ...{ id: task.name, name: task.name, parent: task.parent, durationDays: task.slots / slotsPerDay },
      ...{ constraint: task.rule as Task['constraint'], constraintDate: dateOf(task.ruleDay) },
      deadline: task.deadline === null ? null : dateOf(task.deadline),
      calendar: reference(calendarOfTask(task.name)),
    })),
    links: links.map(({ id, from, to, type, lag }) => ({
      ...{ id, predecessor: from, successor: to, type },
      lagDays: lag / slotsPerDay,
    })),
  });
  const inForce = links.filter(({ id }) => !workbook.suspendedLinks.has(uuid(id)));
  const slow = { slotsPerDay, startDay: seed.startDay, tasks, links: inForce };
  return {
    ...{ workbook, slow, leaves: tasks.filter(({ isSummary }) => !isSummary).map(({ name }) => name) },
    [fc.toStringMethod]: () => toldOf(seed, slow),
  };
}

function toldOf(
  { calendars, projectCalendar }: Seed,
  { slotsPerDay, startDay, tasks, links }: SlowPlan,
): string {
  const about = JSON.stringify({ slotsPerDay, startDay, projectCalendar });
  return [
    about,
    ...calendars.map((calendar) => JSON.stringify(calendar)),
    ...tasks.map((task) => JSON.stringify(task)),
    ...links.map(({ from, to, type, lag }) => `${from} ${to} ${type}${lag < 0 ? '' : '+'}${lag}`),
  ].join('\n');
}

function taskOf(
  task: TaskSeed,
  index: number,
  slotsPerDay: number,
  works: (calendar: number | null) => (day: number) => boolean,
): SlowTask {
  return {
    name: `T${index}`,
    // The first task has half a day, so that a plan by half days is one.
    slots: slotsPerDay === 2 && index === 0 ? 3 : task.slots,
    works: works(task.calendar),
    isSummary: false,
    parent: task.group === null ? null : `S${task.group}`,
    // To finish no earlier than on a day off is, by minutes, to finish with the first minute of the next working day.
    rule: slotsPerDay === 2 && task.rule === 'fnet' ? 'snet' : task.rule,
    ruleDay: task.ruleDay,
    deadline: task.deadline,
  };
}

function calendarOf({ week, holidays, extra }: CalendarSeed): {
  works: (day: number) => boolean;
  record: Partial<Calendar>;
} {
  return {
    works: (day) => extra.includes(day) || (week[((day % 7) + 7) % 7] === true && !holidays.includes(day)),
    record: {
      workingWeek: WEEKDAYS.filter((_, weekday) => week[weekday] === true),
      holidays: holidays.map(dateOf),
      extraWorkingDays: extra.map(dateOf),
    },
  };
}
