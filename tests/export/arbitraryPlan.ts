/** Random plans for round trips: hostile names, an outline, links of all types, calendars, money, sets and scores. */
import fc from 'fast-check';
import { addDays } from '../../shared/domain/base/dates';
import { WEEKDAYS } from '../../shared/domain/register/field';
import { registers } from '../../shared/domain/registers/all';
import type { Workbook } from '../../shared/domain/workbook';
import { makeWorkbook, type Story } from '../support/makeWorkbook';

const date = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days));

/** Names as people, spreadsheets and attackers write them. Never empty, or the record would not be accepted. */
export const hostileName = fc.oneof(
  fc.constantFrom(
    '=SUM(A1:A9)',
    '+1 555 0100',
    '-2 days?',
    '@here',
    "'quoted",
    "'=not a formula",
    'a;b, "c"\td',
    'Testing',
    'testing ',
    '<b>&amp;</b>',
    ']]>',
    '\u0001bell\u000bvt\ufffe',
    '1.2',
    '3FS+2d',
    'Änderung – 変更 🚑',
    '12e4',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => `n${text}`),
);
const longText = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constant('\n=1+1\r\nsecond line'),
);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
/** Minutes of eight-hour days, as many decimals as are stored. */
const days = fc.integer({ min: 0, max: 480 * 60 }).map((minutes) => Number((minutes / 480).toFixed(6)));
const lag = fc.tuple(days, fc.boolean()).map(([amount, back]) => (back && amount !== 0 ? -amount : amount));
const optionOf = <O extends Readonly<Record<string, string>>>(options: O): fc.Arbitrary<keyof O & string> =>
  fc.constantFrom(...(Object.keys(options) as (keyof O & string)[]));

const rule = fc.oneof(
  fc
    .constantFrom('asap' as const, 'alap' as const)
    .map((constraint) => ({ constraint, constraintDate: null })),
  fc.record({
    constraint: fc.constantFrom('snet', 'snlt', 'fnet', 'fnlt', 'mso', 'mfo'),
    constraintDate: date,
  }),
);

const task = fc.record({
  name: hostileName,
  durationDays: days,
  rule,
  deadline: optional(date),
  percentComplete: fc.integer({ min: 0, max: 100 }),
  notes: longText,
  owner: optional(fc.nat(2)),
  calendar: optional(fc.nat(1)),
  /** How many rows before this one its parent stands; at the top where there is none. */
  parentBack: fc.nat(4),
  kind: fc.constantFrom('task', 'task', 'milestone'),
});

const calendar = fc.record({
  name: hostileName,
  workingWeek: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  holidays: fc.array(date, { maxLength: 6 }),
  extraWorkingDays: fc.array(date, { maxLength: 3 }),
});

const cost = fc.record({
  name: hostileName,
  category: optionOf(registers.costs.fields.category.options),
  driver: optionOf(registers.costs.fields.driver.options),
  internal: fc.boolean(),
  quantity: optional(fc.integer({ min: 0, max: 9_999_999 }).map((value) => value / 1000)),
  unitCost: optional(fc.integer({ min: 0, max: 1_000_000_000 })),
  start: optional(date),
  notes: longText,
});

const risk = fc.record({
  title: hostileName,
  probability: optional(fc.integer({ min: 1, max: 5 })),
  impacts: fc.record(
    { safety: fc.integer({ min: 1, max: 5 }), cost: fc.integer({ min: 1, max: 5 }) },
    { requiredKeys: [] },
  ),
  mitigation: fc.oneof(fc.constant(''), hostileName),
});

const link = fc.record({
  from: fc.nat(1000),
  to: fc.nat(1000),
  type: fc.constantFrom('FS', 'SS', 'FF', 'SF'),
  lagDays: lag,
});

const roadmapItem = fc.record({
  title: hostileName,
  lane: fc.oneof(fc.constant(''), hostileName),
  tasks: fc.array(fc.nat(1000), { maxLength: 3 }),
  start: optional(date),
  end: optional(date),
});

/** A workbook, and the story it was made from. Records keep to what their registers accept. */
export const arbitraryPlan: fc.Arbitrary<Workbook> = fc
  .record({
    currency: fc.constantFrom('USD', 'JPY', 'KWD'),
    people: fc.array(hostileName, { minLength: 3, maxLength: 3 }),
    calendars: fc.array(calendar, { minLength: 2, maxLength: 2 }),
    planCalendar: optional(fc.nat(1)),
    tasks: fc.array(task, { minLength: 1, maxLength: 14 }),
    links: fc.array(link, { maxLength: 10 }),
    costs: fc.array(cost, { maxLength: 5 }),
    risks: fc.array(risk, { maxLength: 4 }),
    roadmapItems: fc.array(roadmapItem, { maxLength: 5 }),
  })
  .map((seed) => {
    const taskIds = seed.tasks.map((_, index) => `t${index}`);
    const taskAt = (index: number): string => taskIds[index % taskIds.length] ?? 't0';
    const parents = seed.tasks.map(({ parentBack }, index) =>
      parentBack === 0 || parentBack > index ? null : taskAt(index - parentBack),
    );
    const story = {
      organisation: [
        {
          id: 'org',
          name: 'Random practice',
          currency: seed.currency,
          start: '2027-01-04',
          calendar: seed.planCalendar === null ? null : `c${seed.planCalendar}`,
        },
      ],
      people: seed.people.map((name, index) => ({ id: `p${index}`, name })),
      calendars: seed.calendars.map((values, index) => ({ id: `c${index}`, ...values })),
      tasks: seed.tasks.map(({ rule: given, owner, calendar: own, parentBack: _, ...values }, index) => ({
        ...values,
        ...given,
        id: taskAt(index),
        parent: parents[index] ?? null,
        kind: parents.includes(taskAt(index)) ? 'summary' : values.kind,
        owner: owner === null ? null : `p${owner}`,
        calendar: own === null ? null : `c${own}`,
      })),
      links: seed.links
        .map(({ from, to, ...values }) => ({ predecessor: taskAt(from), successor: taskAt(to), ...values }))
        .filter(({ predecessor, successor }, index, all) => {
          const joins = (other: { predecessor: string; successor: string }): boolean =>
            other.predecessor === predecessor && other.successor === successor;
          return predecessor !== successor && all.findIndex(joins) === index;
        })
        .map((values, index) => ({ id: `l${index}`, ...values })),
      costs: seed.costs.map((values, index) => ({ id: `k${index}`, ...values })),
      risks: seed.risks.map((values, index) => ({ id: `r${index}`, ...values })),
      roadmapItems: seed.roadmapItems.map(({ tasks, ...values }, index) => ({
        id: `m${index}`,
        ...values,
        tasks: tasks.map(taskAt),
      })),
    };
    return makeWorkbook(story as unknown as Story);
  });
