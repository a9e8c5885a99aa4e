import { describe, expect, test } from 'vitest';
import { amountOf, type Amount } from '../../../shared/domain/templates/amount';
import { instantiatePack } from '../../../shared/domain/templates/instantiatePack';
import type { PackParts } from '../../../shared/domain/templates/composePack';
import { parsePack } from '../../../shared/domain/templates/parsePack';
import { idFor } from './packFiles';

const question = {
  id: 'seats',
  label: 'Seats',
  kind: 'integer',
  default: 4,
  min: 1,
  max: 9,
  source: 'A guess, 2026',
};
const organisation = { key: 'organisation', name: 'Practice', currency: 'USD' };
const calendars = [{ key: 'week', name: 'Week' }];

function pack(records: Record<string, unknown> = {}, more: Record<string, unknown> = {}): unknown {
  return {
    ...{ id: 'tiny', title: 'Tiny', description: 'For tests', start: '2027-01-15', priceCurrency: 'USD' },
    ...{ sources: [], questions: [question], records: { organisation: [organisation], ...records } },
    ...more,
  };
}

function valuesOf(records: Record<string, unknown>, answers: Record<string, unknown> = {}) {
  return madeOf(pack(records), answers);
}

/** The values of all records but the organisation. */
function madeOf(json: unknown, answers: Record<string, unknown> = {}, parts: PackParts = {}) {
  const parsed = parsePack(json, parts);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const made = instantiatePack(parsed.value, { answers, idFor });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.filter(({ register }) => register !== 'organisation').map(({ values }) => values);
}

describe('values of a record', () => {
  test('dates count from the start of the plan', () => {
    const from = (offset: unknown) =>
      valuesOf({ costs: [{ key: 'c', name: 'C', start: offset }] })[0]?.['start'];
    expect(from({ month: 1 })).toBe('2027-01-01');
    expect(from({ month: 14 })).toBe('2028-02-01');
    expect(from({ month: 14, last: true })).toBe('2028-02-29');
    expect(from({ day: 0 })).toBe('2027-01-15');
    expect(from({ day: 20 })).toBe('2027-02-04');
  });

  test('references lead to the ids of the records they name', () => {
    const about = valuesOf({
      tasks: [
        { key: 'A', name: 'Phase', kind: 'summary' },
        { key: 'A1', name: 'Task', parent: 'A' },
      ],
      roadmapItems: [{ key: 'r', title: 'R', tasks: ['A', 'A1'] }],
      comments: [{ key: 'c', text: 'Why?', about: 'tasks/A1' }],
    });
    expect(about[1]).toMatchObject({ parent: idFor('tasks', 'A') });
    expect(about[2]?.['tasks']).toEqual([idFor('tasks', 'A'), idFor('tasks', 'A1')].sort());
    expect(about[3]).toMatchObject({ about: idFor('tasks', 'A1') });
  });

  test('a day counted from a task follows the schedule', () => {
    const from = (day: unknown) =>
      valuesOf({
        calendars: [{ key: 'w', name: 'Week', workingWeek: ['mon', 'tue', 'wed', 'thu', 'fri'] }],
        tasks: [
          { key: 'A', name: 'A', durationDays: 10 },
          { key: 'B', name: 'B', durationDays: 5 },
        ],
        links: [{ key: 'l', predecessor: 'A', successor: 'B' }],
        costs: [{ key: 'c', name: 'C', start: day }],
      }).at(-1)?.['start'];
    expect(from({ task: 'B', edge: 'start' })).toBe('2027-01-29');
    expect(from({ task: 'B' })).toBe('2027-02-04');
    expect(from({ task: 'B', days: -60 })).toBe('2026-12-06');
    expect(from({ task: 'B', months: 1 })).toBe('2027-03-01');
    expect(from({ task: 'B', months: 0, last: true })).toBe('2027-02-28');
  });

  test('a source is said once and named where it is used', () => {
    const sources = [{ id: 'rule', about: 'Days', source: 'A rule, 2026' }];
    const tasks = [{ key: 'A', name: 'A', source: { source: 'rule' } }];
    expect(madeOf(pack({ tasks }, { sources }))[0]).toMatchObject({ source: 'A rule, 2026' });
  });
});

describe('a record for each name', () => {
  const rooms = {
    id: 'rooms',
    label: 'Rooms',
    kind: 'names',
    default: ['Blue', 'Red'],
    max: 5,
    numbered: 'Room {n}',
    source: 'A guess, 2026',
  };
  const made = (records: Record<string, unknown>, answers = {}) =>
    madeOf(pack(records, { questions: [question, rooms] }), answers);
  const sites = [{ key: 's', each: 'rooms', name: '{n}{: name}' }];

  test('is made as often as there are names, and named after them', () => {
    expect(made({ sites }).map(({ name }) => name)).toEqual(['1: Blue', '2: Red']);
    expect(made({ sites }, { rooms: ['Attic {n}'] }).map(({ name }) => name)).toEqual(['1']);
    expect(made({ sites }, { rooms: 4 }).map(({ name }) => name)).toEqual([
      ...['1: Blue', '2: Red', '3: Room 1', '4: Room 2'],
    ]);
  });

  test('refers to the record of the same name, of the name before, or to one that is meant from outside', () => {
    const tasks = [
      { key: 't', each: 'rooms', name: '{name}' },
      { key: 'end', name: 'End' },
    ];
    const links = [
      { key: 'then', each: 'rooms', predecessor: 't@previous', successor: 't' },
      { key: 'all', each: 'rooms', predecessor: 't', successor: 'end' },
      { key: 'last', predecessor: 't@last', successor: 'end', type: 'FF' },
    ];
    const roadmapItems = [{ key: 'r', title: 'R', tasks: ['t@all'] }];
    const values = made({ tasks, links, roadmapItems });
    const ends = values.slice(3, -1).map(({ predecessor, successor }) => [predecessor, successor]);
    const [one, two, end] = ['t', 't-2', 'end'].map((key) => idFor('tasks', key));
    // The first room has none before it, so its link is left out.
    expect(ends).toEqual([
      ...[
        [one, two],
        [one, end],
        [two, end],
      ],
      [two, end],
    ]);
    expect(values.at(-1)?.['tasks']).toEqual([one, two].sort());
  });

  test('can be made for the first, the later or all but the last only', () => {
    const only = (copies: string) =>
      made({ sites: [{ key: 's', each: 'rooms', copies, name: '{name}' }] }, { rooms: 3 }).map(
        ({ name }) => name,
      );
    expect(only('first')).toEqual(['Blue']);
    expect(only('later')).toEqual(['Red', 'Room 1']);
    expect(only('earlier')).toEqual(['Blue', 'Red']);
  });
});

describe('a condition', () => {
  const color = {
    id: 'color',
    label: 'Color',
    kind: 'choice',
    options: { red: 'Red', blue: 'Blue' },
    default: 'red',
  };
  const made = (records: Record<string, unknown>, answers = {}) =>
    madeOf(pack(records, { questions: [question, color] }), answers);

  test('leaves a record out, with the links that need it and the headings left empty', () => {
    const tasks = [
      { key: 'H', name: 'Heading', kind: 'summary' },
      { key: 'A', when: { color: ['blue'] }, name: 'A', parent: 'H' },
      { key: 'B', name: 'B' },
    ];
    const links = [{ key: 'l', predecessor: 'A', successor: 'B' }];
    expect(made({ tasks, links })).toHaveLength(1);
    expect(made({ tasks, links }, { color: 'blue' })).toHaveLength(4);
  });

  test('may ask for a number between limits', () => {
    const sites = [{ key: 's', when: { seats: { min: 5, max: 6 } }, name: 'S' }];
    expect([4, 5, 6, 7].map((seats) => made({ sites }, { seats }).length)).toEqual([0, 1, 1, 0]);
  });

  test('gives a reference its next best target', () => {
    const tasks = [
      { key: 'X', when: { color: ['blue'] }, name: 'X', kind: 'summary' },
      { key: 'Y', name: 'Y', kind: 'summary' },
      { key: 'A', name: 'A', parent: ['X', 'Y'] },
      { key: 'B', name: 'B', parent: 'Y' },
    ];
    const parentOfA = (answers: Record<string, unknown>) =>
      made({ tasks }, answers).find(({ name }) => name === 'A')?.['parent'];
    expect(parentOfA({})).toBe(idFor('tasks', 'Y'));
    expect(parentOfA({ color: 'blue' })).toBe(idFor('tasks', 'X'));
  });
});

describe('a part', () => {
  const parts = {
    shared: {
      questions: [question],
      records: {
        sites: [
          { key: 'a', name: 'A' },
          { key: 'b', name: 'B', address: 'Old street' },
        ],
      },
    },
  };
  const including = (records: Record<string, unknown>) =>
    pack(records, { include: ['shared'], questions: [] });

  test('brings its records and questions; the pack changes, leaves out and adds', () => {
    const sites = [
      { key: 'b', address: 'New street' },
      { key: 'a', omit: true },
      { key: 'c', name: 'C' },
    ];
    expect(madeOf(including({ sites }), { seats: 5 }, parts)).toEqual([
      { name: 'B', address: 'New street' },
      { name: 'C' },
    ]);
  });

  test('must be there', () => {
    expect(parsePack(including({})).ok).toBe(false);
  });
});

describe('an amount', () => {
  const amount = (more: Partial<Amount>): Amount => ({
    ...{ answers: ['seats'], less: [], by: [], times: 1, per: 1, plus: 0, round: null, min: null, max: null },
    ...more,
  });
  const of = (more: Partial<Amount>, seats = 7) => amountOf(amount(more), () => seats);

  test('is the sum of its answers, times, per and plus, rounded, then kept within its limits', () => {
    expect(of({ times: 2, plus: 1 })).toBe(15);
    expect(of({ answers: ['a', 'b'], per: 4 })).toBe(3.5);
    expect(of({ answers: ['a', 'b'], per: 4, round: 'up' })).toBe(4);
    expect(of({ per: 4, round: 'down' })).toBe(1);
    expect(of({ times: 100, max: 40 })).toBe(40);
    expect(of({ plus: -20, min: 1 })).toBe(1);
    expect(of({ less: ['a'], plus: 2 })).toBe(2);
    expect(of({ by: ['a', 'b'], times: 0.5 })).toBe(171.5);
  });

  test('is not rounded up by the noise of binary fractions', () => {
    expect(of({ times: 0.1, plus: 0.2, round: 'up' }, 28)).toBe(3);
    expect(of({ times: 1.1, round: 'up' }, 100)).toBe(110);
  });
});

describe('a pack is refused, with the place, when', () => {
  const task = { key: 'A1', name: 'Task' };
  test.each<[string, unknown, RegExp]>([
    ['it is no object', 'pack', /pack: an object/],
    ['it says more than the format knows', pack({}, { script: 'x' }), /“script”/],
    ['a register is unknown', pack({ invoices: [] }), /invoices/],
    ['a field is unknown', pack({ tasks: [{ ...task, colour: 'red' }] }), /tasks\/A1.*colour/],
    ['a required field is missing', pack({ tasks: [{ key: 'A1' }] }), /tasks\/A1.*name/],
    [
      'a value does not fit its field',
      pack({ tasks: [{ ...task, durationDays: -3 }] }),
      /tasks\/A1\.durationDays/,
    ],
    ['a choice does not exist', pack({ tasks: [{ ...task, kind: 'party' }] }), /tasks\/A1\.kind/],
    ['a key is used twice', pack({ tasks: [task, task] }), /twice/],
    ['a reference leads nowhere', pack({ tasks: [{ ...task, parent: 'Z' }] }), /tasks\/Z/],
    [
      'a reference leads to one of several copies',
      pack(
        {
          sites: [{ key: 's', each: 'rooms', name: '{name}' }],
          departments: [{ key: 'd', name: 'D', site: 's' }],
        },
        { questions: [{ ...question, id: 'rooms', kind: 'names', numbered: 'Room {n}', default: 2 }] },
      ),
      /sites\/s/,
    ],
    [
      'a reference tells copies apart where there is one',
      pack({ tasks: [task, { key: 'B', name: 'B', parent: 'A1@last' }] }),
      /only one/,
    ],
    [
      'a record is made for names nobody asks for',
      pack({ sites: [{ key: 's', each: 'moons', name: 'S' }] }),
      /moons/,
    ],
    [
      'a condition names an option that is not there',
      pack({ tasks: [{ ...task, when: { seats: ['many'] } }] }),
      /many/,
    ],
    [
      'the date of a task follows from a task',
      pack({ tasks: [{ ...task, deadline: { task: 'A1' } }] }),
      /dates of tasks/,
    ],
    [
      'it asks for a date that every pack takes',
      pack({}, { questions: [{ ...question, id: 'start' }] }),
      /start/,
    ],
    ['a comment is about nothing', pack({ comments: [{ key: 'c', text: 'x', about: 'moon/1' }] }), /moon/],
    [
      'a date does not move with the start',
      pack({ costs: [{ key: 'c', name: 'C', start: '2027-01-01' }] }),
      /costs\/c/,
    ],
    ['a month is not whole', pack({ costs: [{ key: 'c', name: 'C', start: { month: 1.5 } }] }), /month/],
    [
      'an amount asks an unknown question',
      pack({ tasks: [{ ...task, durationDays: { answer: 'age' } }] }),
      /age/,
    ],
    [
      'an amount divides by nothing',
      pack({ tasks: [{ ...task, durationDays: { answer: 'seats', per: 0 } }] }),
      /0/,
    ],
    [
      'a question has a default outside its limits',
      pack({}, { questions: [{ ...question, default: 99 }] }),
      /default/,
    ],
    ['a figure has no source', pack({}, { questions: [{ ...question, source: undefined }] }), /source/],
    ['a source has no year', pack({}, { questions: [{ ...question, source: 'A guess' }] }), /year/],
    ['a question is asked twice', pack({}, { questions: [question, question] }), /twice/],
    ['it has no organisation', pack({ organisation: [] }), /organisation/],
    [
      'it has two organisations',
      pack({ organisation: [organisation, { ...organisation, key: 'o2' }] }),
      /organisation/,
    ],
    ['its start is no date', pack({}, { start: 'soon' }), /start/],
    [
      'its own defaults do not fit together',
      pack({ tasks: [{ ...task, durationDays: { answer: 'seats', plus: -20 } }] }),
      /Days/,
    ],
  ])('%s', (_, json, place) => {
    const parsed = parsePack(json);
    expect(parsed).toMatchObject({ ok: false, error: { code: 'file/damaged' } });
    if (!parsed.ok && parsed.error.code === 'file/damaged') expect(parsed.error.facts.what).toMatch(place);
  });

  test.each([null, undefined, 3, [], '', { records: [] }, { records: { tasks: {} }, questions: 'x' }])(
    'it is %o, without falling over',
    (json) => {
      expect(parsePack(json).ok).toBe(false);
    },
  );

  test('nothing of the above is wrong', () => {
    expect(parsePack(pack({ calendars, tasks: [task] })).ok).toBe(true);
  });
});
