import { describe, expect, test } from 'vitest';
import { amountOf, type Amount } from '../../../shared/domain/templates/pack';
import { instantiatePack } from '../../../shared/domain/templates/instantiatePack';
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
  const parsed = parsePack(pack(records));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const made = instantiatePack(parsed.value, { answers, idFor });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.slice(1).map(({ values }) => values);
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

  test('a repeated record is made as often as the answer says, numbered', () => {
    const sites = { sites: [{ key: 's', repeat: { answer: 'seats', plus: -2, min: 0 }, name: 'Room {n}' }] };
    expect(valuesOf(sites).map(({ name }) => name)).toEqual(['Room 1', 'Room 2']);
    expect(valuesOf(sites, { seats: 1 })).toEqual([]);
  });
});

describe('an amount', () => {
  const amount = (more: Partial<Amount>): Amount => ({
    ...{ answers: ['seats'], times: 1, per: 1, plus: 0, round: null, min: null, max: null },
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
      pack({
        sites: [{ key: 's', repeat: { answer: 'seats' }, name: 'Room {n}' }],
        departments: [{ key: 'd', name: 'D', site: 's' }],
      }),
      /sites\/s/,
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
