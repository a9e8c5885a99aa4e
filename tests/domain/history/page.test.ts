/** Finding in a long history: by record, person, words and visits, a page at a time. */
import { describe, expect, it } from 'vitest';
import type { FieldChange } from '../../../shared/domain/edits/change';
import type { RecordedEdit } from '../../../shared/domain/edits/recordHistory';
import { findEntries, parseHistoryPage, type HistoryPage } from '../../../shared/domain/history/page';
import { PeopleKnown, type Person } from '../../../shared/domain/history/people';
import { parseHistoryQuery, parseSinceQuery, type HistoryFilter } from '../../../shared/domain/history/query';
import { choiceOf, writerChoices, writerText } from '../../../shared/domain/review/writerText';
import { uuid } from '../../support/makeWorkbook';

const T = uuid('t');
const NOON = 1_799_000_000_000;

function edit(seq: number, ...changes: readonly Partial<FieldChange>[]): RecordedEdit {
  return {
    ...{ seq, at: NOON + seq * 60_000, actor: 1, by: 'Maria', label: 'Change duration' },
    changes: changes.map((change) => ({
      ...{ register: 'tasks', id: T, field: 'durationDays', old: seq - 1, new: seq },
      ...change,
    })),
  };
}

function found(
  edits: readonly RecordedEdit[],
  filter: HistoryFilter,
  lastVisit: HistoryPage['lastVisit'] = null,
) {
  return findEntries(edits, { filter, before: null }, lastVisit).entries.map(({ seq }) => seq);
}

describe('a page of the history', () => {
  const other = { id: uuid('other'), field: 'name', old: 'a', new: 'b' };
  const edits = Array.from({ length: 130 }, (_, at) =>
    at % 2 === 0 ? edit(at + 1, {}, other) : edit(at + 1, other),
  );

  it('holds the newest edits of one record and nothing of others, and the next goes on from it', () => {
    const filter = { record: T };
    const first = findEntries(edits, { filter, before: null }, null);
    expect(first.entries.slice(0, 3).map(({ seq }) => seq)).toEqual([129, 127, 125]);
    expect(first.entries.every(({ changes }) => changes.every(({ id }) => id === T))).toBe(true);
    expect(first).toMatchObject({ hasMore: true, total: 65, newer: 0 });
    const second = findEntries(edits, { filter, before: first.entries.at(-1)?.seq ?? 0 }, null);
    expect([...first.entries, ...second.entries].map(({ seq }) => seq)).toEqual(
      Array.from({ length: 65 }, (_, at) => 129 - 2 * at),
    );
    expect(second).toMatchObject({ hasMore: false, total: 65, newer: first.entries.length });
  });

  it('comes through the port as it is, and nothing else does', () => {
    const page: HistoryPage = {
      ...findEntries(edits, { filter: {}, before: null }, null),
      ...{
        people: [{ by: 'Maria', devices: [{ actors: [1, null], isHere: true, since: NOON }] }],
        reach: { from: NOON, isWhole: true },
      },
      lastVisit: { after: 1, upTo: 3, ended: NOON },
    };
    expect(parseHistoryPage(structuredClone(page))).toEqual(page);
    expect(parseHistoryPage({ ...page, entries: [{}] })).toBeUndefined();
    expect(parseHistoryPage({ ...page, reach: null })).toBeUndefined();
  });

  it('opens a merge of ten thousand changes bit by bit, each with its writer', () => {
    const writers = ['Lee', 'Lee', 'Dr. Shah', undefined];
    const changes = Array.from({ length: 10_000 }, (_, at): Partial<FieldChange> => {
      const by = writers[at % writers.length];
      return {
        id: uuid(`r${String(at)}`),
        ...(by === undefined ? {} : { from: { by, at: NOON, actor: 7 } }),
      };
    });
    const merge = { ...edit(1, ...changes), label: 'merge', merged: { source: 'back.golive', knew: [] } };
    const [entry] = findEntries([merge], { filter: {}, before: null }, null).entries;
    expect(entry).toMatchObject({ count: 10_000, records: 10_000 });
    expect(entry?.authors).toEqual([
      { by: 'Lee', actor: 7 },
      { by: 'Dr. Shah', actor: 7 },
      { by: '', actor: null },
    ]);
    expect(entry?.changes.length).toBeLessThan(100);
    const opened: FieldChange[] = [...(entry?.changes ?? [])];
    while (opened.length < 10_000) {
      const of = { seq: 1, skip: opened.length };
      const [more] = findEntries([merge], { filter: {}, before: null, of }, null).entries;
      expect(more?.changes.length).toBeGreaterThan(0);
      opened.push(...(more?.changes ?? []));
    }
    expect(opened).toEqual(merge.changes);
    expect(
      findEntries([merge], { filter: { writer: { by: 'Lee' } }, before: null }, null).entries[0]?.count,
    ).toBe(5_000);
    expect(found([merge], { writer: { by: 'Maria' } })).toEqual([]);
  });
});

describe('searching the history', () => {
  const edits = [
    edit(1, { field: 'notes', old: '', new: 'Ask the LAB for interfaces' }),
    edit(2, { register: 'costs', field: 'unitCost', old: 100_000, new: 1_250_050 }),
    edit(3, { field: 'constraintDate', old: null, new: '2027-03-01' }),
    edit(4, { register: 'risks', field: 'owner', old: null, new: uuid('Priya') }),
    { ...edit(5, {}), label: 'Paste 12 tasks', by: 'Lee' },
    edit(6, { register: 'tasks', field: 'constraint', old: 'asap', new: 'snet' }),
  ];

  it('finds values, commands, people and fields by their words', () => {
    expect(found(edits, { text: 'the lab' })).toEqual([1]);
    expect(found(edits, { text: '12,500.50' })).toEqual([2]);
    expect(found(edits, { text: 'mar 1' })).toEqual([3]);
    expect(found(edits, { text: 'paste' })).toEqual([5]);
    expect(found(edits, { text: 'lee' })).toEqual([5]);
    expect(found(edits, { text: 'no earlier' })).toEqual([6]);
    expect(found(edits, { text: 'nothing of the kind' })).toEqual([]);
  });

  it('finds what names a record and what happened to it', () => {
    expect(found(edits, { text: 'Priya', named: [uuid('Priya')] })).toEqual([4]);
    expect(found(edits, { text: 'x', named: [T] })).toEqual([6, 5, 4, 3, 2, 1]);
    const place = (behind: string | null) => ({ key: 'a0', behind });
    const move = edit(7, { field: 'order', old: place(null), new: place(uuid('Priya')) });
    expect(found([move], { text: 'Priya', named: [uuid('Priya')] })).toEqual([7]);
  });

  it('narrows by register, person and time together', () => {
    expect(found(edits, { register: 'tasks' })).toEqual([6, 5, 3, 1]);
    expect(found(edits, { register: 'tasks', writer: { by: 'Maria' }, from: NOON + 3 * 60_000 })).toEqual([
      6, 3,
    ]);
    expect(found(edits, { until: NOON + 2 * 60_000 })).toEqual([2, 1]);
  });

  it('knows what came since somebody was last here, and what that visit did', () => {
    const lastVisit = { after: 2, upTo: 4, ended: NOON };
    expect(found(edits, { visit: 'sinceLastVisit' }, lastVisit)).toEqual([6, 5]);
    expect(found(edits, { visit: 'lastVisit' }, lastVisit)).toEqual([4, 3]);
    expect(found(edits, { visit: 'sinceLastVisit' })).toEqual([6, 5, 4, 3, 2, 1]);
    expect(found(edits, { visit: 'lastVisit' })).toEqual([]);
  });
});

describe('a question to the history', () => {
  it('is read whole or not at all', () => {
    const query = {
      filter: {
        writer: { by: 'Lee', actors: [7, null] },
        record: T,
        text: 'lab',
        named: [T],
        visit: 'lastVisit',
        from: 1,
        until: 2,
      },
      ...{ before: 7, of: { seq: 3, skip: 20 } },
    };
    expect(parseHistoryQuery(structuredClone(query))).toEqual(query);
    expect(parseHistoryQuery({ filter: {}, before: null })).toEqual({ filter: {}, before: null });
    for (const filter of [
      { record: '../x' },
      { named: ['x'] },
      { visit: 'soon' },
      { other: 1 },
      { writer: 'Lee' },
      null,
    ])
      expect(parseHistoryQuery({ filter, before: null })).toBeUndefined();
    const since = { moment: { at: 5 }, record: T, writer: { by: 'Lee' } };
    expect(parseSinceQuery(since)).toEqual(since);
    expect(parseSinceQuery({ ...since, moment: {} })).toBeUndefined();
    expect(parseSinceQuery({ ...since, writer: undefined })).toBeUndefined();
  });
});

describe('people and their computers', () => {
  const lee = (actor: number | undefined, at: number): Partial<FieldChange> => ({
    from: { by: 'Lee', at: NOON + at, ...(actor === undefined ? {} : { actor }) },
  });
  const merge = { ...edit(2, lee(7, 5), lee(8, 3), lee(8, 4)), label: 'merge' };
  const known = (...edits: readonly RecordedEdit[]) => {
    const people = new PeopleKnown();
    for (const each of edits) people.include(each);
    return people.list();
  };
  const day = (at: number): string => `day ${String(at - NOON)}`;
  const labels = (people: readonly Person[]) => writerChoices(people, day).map(({ label }) => label);

  it('are called by their names while these are enough', () => {
    expect(labels(known(edit(1, {}), edit(2, lee(7, 1))))).toEqual(['Lee', 'Maria']);
  });

  it('are told apart where one name stands for several', () => {
    const people = known({ ...edit(1, {}), by: 'Lee' }, merge, { ...merge, changes: [] });
    expect(labels(people)).toEqual([
      'Lee (every computer)',
      'Lee (this computer)',
      'Lee (another computer, since day 3)',
      'Lee (another computer, since day 5)',
      'Maria',
    ]);
    expect(choiceOf(people, { by: 'Lee', actor: 7 }, day).label).toBe('Lee (another computer, since day 5)');
    expect([1, 8].map((actor) => writerText(people, { by: 'Lee', actor }, day))).toEqual([
      'Lee',
      'Lee (another computer, since day 3)',
    ]);
    const alike = labels(known({ ...edit(1, lee(7, 3), lee(8, 3)), label: 'merge' }));
    expect(alike.slice(1, 3)).toEqual([
      'Lee (another computer, since day 3, number 1)',
      'Lee (another computer, since day 3, number 2)',
    ]);
  });

  it('are found by what they wrote there, and what was merged before computers were put down is apart', () => {
    const old = { ...edit(3, lee(undefined, 1)), label: 'merge' };
    const people = known(merge, old);
    const [, unknown] = writerChoices(people, day);
    expect(unknown).toMatchObject({ label: 'Lee (computer not known)', choice: { actors: [null] } });
    const count = (actors: readonly (number | null)[]) =>
      findEntries(
        [merge, old],
        { filter: { writer: { by: 'Lee', actors } }, before: null },
        null,
      ).entries.map((entry) => entry.count);
    expect(count([8])).toEqual([2]);
    expect(count([null])).toEqual([1]);
    expect(count([7, 8, null])).toEqual([1, 3]);
  });
});
