/** The load of every week against a second opinion that walks day by day, and against the order of merging. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, weekdayOfDay } from '../../../shared/domain/base/dates';
import type { Edit } from '../../../shared/domain/edits/edit';
import { planOf, type Plan } from '../../../shared/domain/plan';
import { WEEKDAYS } from '../../../shared/domain/register/field';
import { loadOf } from '../../../shared/domain/resources/load';
import { mondayOf } from '../../../shared/domain/resources/weeks';
import { recordIn, type Workbook } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, set, startWorkbook, TestClock } from '../../support/replicas';
import { tries } from '../../support/tries';

const TODAY = '2027-01-04';
const PEOPLE = ['p', 'q'];
const TASKS = ['a', 'b', 'c', 'd'];
const CALENDARS = ['k', 'l'];
const ASSIGNED = ['x', 'y', 'z'];

const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(TODAY, days));
const optional = (words: readonly string[]): fc.Arbitrary<string | null> =>
  fc.option(fc.constantFrom(...words).map(uuid), { freq: 4 });

const START: readonly Edit[] = [
  add('calendars', 'k', { name: 'Weekdays' }),
  add('calendars', 'l', { name: 'Odd days', workingWeek: ['tue', 'thu', 'sat'] }),
  ...PEOPLE.map((word) => add('people', word, { name: `Person ${word}` })),
  add('roles', 'r', { name: 'Lead', person: uuid('p') }),
  ...TASKS.map((word) => add('tasks', word, { name: `Task ${word}`, durationDays: 6 })),
  add('links', 'm', { predecessor: uuid('a'), successor: uuid('b') }),
  ...ASSIGNED.map((word, index) =>
    add('assignments', word, { task: uuid(TASKS[index] ?? 'a'), person: uuid('p'), unitsPercent: 60 }),
  ),
];

const word = (words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
const share = fc.constantFrom(0, 33.3, 50, 100);

/** @param own begins the ids of what this side adds */
function someEdit(own: string): fc.Arbitrary<Edit> {
  const assignment = {
    task: word(TASKS).map(uuid),
    person: optional(PEOPLE),
    role: fc.constant(uuid('r')),
    unitsPercent: fc.constantFrom(10, 33.3, 100, 200),
  };
  return fc.oneof(
    fc.tuple(word(ASSIGNED), fc.record(assignment)).map(([id, to]) => set('assignments', id, to)),
    fc
      .tuple(word(['1', '2']), fc.record(assignment))
      .map(([id, to]) => add('assignments', `${own}${id}`, to)),
    fc
      .tuple(
        word(PEOPLE),
        fc.record({ employmentPercent: share, projectPercent: share, calendar: optional(CALENDARS) }),
      )
      .map(([id, to]) => set('people', id, to)),
    fc
      .tuple(
        word(TASKS),
        fc.record({ durationDays: fc.constantFrom(0, 1, 4, 13), calendar: optional(CALENDARS) }),
      )
      .map(([id, to]) => set('tasks', id, to)),
    fc.tuple(word(TASKS), optional(TASKS)).map(([id, parent]) => set('tasks', id, { parent })),
    word(TASKS).map((id) => set('tasks', id, { percentComplete: 100 })),
    fc
      .tuple(word(CALENDARS), fc.uniqueArray(day, { maxLength: 6 }))
      .map(([id, holidays]) => set('calendars', id, { holidays })),
    fc
      .tuple(
        fc.constantFrom('archive' as const, 'restore' as const),
        fc.constantFrom(
          ...TASKS.map((id) => ['tasks', id] as const),
          ...PEOPLE.map((id) => ['people', id] as const),
          ...ASSIGNED.map((id) => ['assignments', id] as const),
          ['roles', 'r'] as const,
        ),
      )
      .map(([kind, [register, id]]): Edit => ({ kind, register, id: uuid(id) })),
  );
}

const edits = (own: string): fc.Arbitrary<readonly Edit[]> => fc.array(someEdit(own), { maxLength: 8 });

/** The workbook after three sites wrote apart, merged in the order given. */
function merged(written: readonly (readonly Edit[])[], order: readonly number[]): Plan {
  const clock = new TestClock();
  const base = startWorkbook(clock, START);
  const sites = written.map((theirs, index) => {
    const site = copyOf(base, index + 2, `Site ${String(index)}`, clock);
    for (const edit of theirs) {
      clock.advance(1);
      // What the rules refuse is simply not done.
      site.run({ label: 'Edit', edits: [edit] });
    }
    return site.encodeState();
  });
  const target = copyOf(base, 9, 'Here', clock);
  for (const index of order) target.merge(sites[index] ?? new Uint8Array());
  return planOf(target.workbook(), TODAY);
}

/** By `person Monday`: load and capacity in whole working days, as exact texts of basis points. */
function figures({ workbook, schedule }: Plan): Record<string, string> {
  return Object.fromEntries(
    loadOf(workbook, schedule).flatMap(({ person, weeks }) =>
      weeks.map(({ week, load, capacity }) => [
        `${person.id} ${mondayOf(week)}`,
        `${String(load / 480)} of ${String(capacity / 480)}`,
      ]),
    ),
  );
}

/** Whether a calendar works on a date, read from its record and nothing else. */
function works(workbook: Workbook, calendar: string | null, date: string): boolean {
  const record = recordIn(workbook, 'calendars', calendar);
  const week = record?.workingWeek ?? ['mon', 'tue', 'wed', 'thu', 'fri'];
  if (record?.extraWorkingDays.includes(date) === true) return true;
  if (record?.holidays.includes(date) === true) return false;
  const weekday = WEEKDAYS[weekdayOfDay(dayNumber(date))];
  return weekday !== undefined && week.includes(weekday);
}

/** The same figures by going through every day of every task. */
function walked({ workbook, schedule }: Plan): Record<string, string> {
  const bp = (percent: number): number => Math.round(percent * 100);
  const loads = new Map<string, number>();
  const mondays = new Map<string, string>();
  for (const { task: taskId, person: named, role, unitsPercent } of workbook.tables.assignments.live) {
    const task = workbook.tables.tasks.live.find(({ id }) => id === taskId);
    const holder = workbook.tables.roles.live.find(({ id }) => id === role)?.person;
    const person = workbook.tables.people.live.find(({ id }) => id === (named ?? holder));
    const isSummary = workbook.outline.rows.some(({ parent }) => parent === taskId);
    if (task === undefined || person === undefined || isSummary) continue;
    if (task.percentComplete === 100 || task.durationDays === 0) continue;
    const { start = '', finish = '' } = schedule.task(task.id) ?? {};
    for (let date = start; date <= finish; date = addDays(date, 1)) {
      if (!works(workbook, task.calendar, date)) continue;
      const monday = addDays(date, -weekdayOfDay(dayNumber(date)));
      const key = `${person.id} ${monday}`;
      mondays.set(key, monday);
      loads.set(key, (loads.get(key) ?? 0) + bp(unitsPercent) * 10_000);
    }
  }
  return Object.fromEntries(
    [...loads].map(([key, load]) => {
      const person = recordIn(workbook, 'people', key.slice(0, key.indexOf(' ')));
      const monday = mondays.get(key) ?? '';
      const days = [0, 1, 2, 3, 4, 5, 6].filter((after) =>
        works(workbook, person?.calendar ?? null, addDays(monday, after)),
      ).length;
      const share = bp(person?.employmentPercent ?? 0) * bp(person?.projectPercent ?? 0);
      return [key, `${String(load)} of ${String(days * share)}`];
    }),
  );
}

describe('the load of merged plans', () => {
  it('is what a walk through every day finds, and the same in any order of merging', () => {
    fc.assert(
      fc.property(
        fc.tuple(edits('e'), edits('f'), edits('g')),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        (written, order) => {
          const plan = merged(written, [0, 1, 2]);
          expect(figures(plan)).toEqual(walked(plan));
          const other = merged(written, order);
          expect(figures(other)).toEqual(figures(plan));
          expect(other.findings).toEqual(plan.findings);
        },
      ),
      tries(40),
    );
  });
});
