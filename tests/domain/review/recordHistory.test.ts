import { describe, expect, test } from 'vitest';
import type { ChangeDescription, FieldChange } from '../../../shared/domain/edits/change';
import type { RecordedEdit } from '../../../shared/domain/edits/recordHistory';
import { historyLines } from '../../../shared/domain/review/recordHistory';
import { shortened } from '../../../shared/sync/edits';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';
import { add, copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../../support/replicas';

const T = uuid('t');

function edit(seq: number, ...changes: readonly Omit<FieldChange, 'register' | 'id'>[]): RecordedEdit {
  const at = Date.UTC(2027, 0, seq);
  const all = changes.map((change) => ({ register: 'tasks', id: T, ...change }));
  return { seq, at, actor: 1, by: 'Anna', label: 'Change', changes: all };
}

const workbook = makeWorkbook({
  people: [{ id: 'ann', name: 'Ann Ng' }],
  tasks: [{ id: 't', name: 'Build', durationDays: 8, owner: 'ann', notes: 'Now' }],
});

function wordsOf(...edits: readonly RecordedEdit[]): readonly string[] {
  return historyLines(workbook, edits).map(({ words }) => words);
}

describe('changes in words', () => {
  test('name the field and both values as people read them', () => {
    expect(
      wordsOf(
        edit(1, { field: 'durationDays', old: 5, new: 8 }),
        edit(2, { field: 'owner', old: null, new: uuid('ann') }),
        edit(3, { field: 'owner', old: uuid('ann'), new: null }),
        edit(4, { field: 'name', old: 'Make', new: 'Build' }),
        edit(5, { field: 'archived', old: false, new: true }),
        edit(6, { field: 'name', old: null, new: 'Make' }, { field: 'durationDays', old: null, new: 1 }),
        { ...edit(7, { field: 'durationDays', old: 8, new: 5 }), label: 'Undo: Change duration' },
        { ...edit(8, { field: 'deadline', old: null, new: '2027-03-05' }), label: 'merge' },
      ),
    ).toEqual([
      'set Days from 5 working days to 8 working days',
      'set Owner to Ann Ng',
      'cleared Owner, which was Ann Ng',
      'set Task from “Make” to “Build”',
      'moved it to the bin',
      'added it',
      'set Days from 8 working days to 5 working days',
      'set Deadline to Fri, Mar 5, 2027',
    ]);
  });

  test('of long texts show where they differ', () => {
    const first = 'The board meets on the second Tuesday. Bring the three quotes, and the letter of the bank';
    const [added, cut] = wordsOf(
      edit(1, { field: 'notes', old: `${first}.`, new: `${first}, and tell the mayor before it.` }),
      edit(2, { field: 'notes', old: `${first} ${'x'.repeat(90)}`, new: 'Nothing.' }),
    );
    expect(added).toBe(
      'set Notes from “…the letter of the bank.” to “…the letter of the bank, and tell the mayor before it.”',
    );
    expect(cut).toMatch(/^set Notes from “The board meets .*…” to “Nothing.”$/);
  });

  test('of a merge say who wrote a value and when, and who brought it in', () => {
    const from = { by: 'Lee', at: Date.UTC(2027, 0, 2) };
    const merge = {
      ...edit(
        9,
        { field: 'durationDays', old: 5, new: 8, from },
        { field: 'name', old: 'Make', new: 'Build' },
      ),
      ...{ label: 'merge', merged: { source: 'back.golive', knew: [] } },
    };
    const note = 'came with “back.golive”, merged by Anna';
    expect(historyLines(workbook, [merge])).toMatchObject([
      { by: 'Lee', at: '2027-01-02T00:00:00.000Z', note, name: 'Build' },
      { by: 'Somebody elsewhere', note },
    ]);
  });

  test('of a move say behind whom it stood and stands, and of an older one that it was moved', () => {
    const move = (old: unknown, now: unknown) => wordsOf(edit(1, { field: 'order', old, new: now }));
    const place = (behind: string | null) => ({ key: 'a1', behind });
    expect([
      ...move(place(null), place(uuid('t'))),
      ...move(place(uuid('gone')), place(null)),
      ...move({ key: 'a1' }, place(uuid('t'))),
      ...move(place(null), place(null)),
      ...move(null, uuid('t')),
    ]).toEqual([
      'moved it behind “Build”; before, it stood first',
      'moved it to the first place; before, it stood behind one that is no longer there',
      'moved it behind “Build”',
      'moved it to another place',
      'moved it to another place',
    ]);
    const under = { field: 'parent', old: null, new: uuid('p') };
    expect(wordsOf(edit(1, under, { field: 'order', old: place(null), new: place(null) }))).toHaveLength(1);
  });

  test('whatever the journal holds, a line comes of it', () => {
    const odd = [null, 7, 'x', true, ['a', {}], { a: 1 }, 'y'.repeat(5000)];
    for (const value of odd) {
      for (const field of [
        'name',
        'durationDays',
        'owner',
        'notes',
        'gone',
        'archived',
        'order',
        '__proto__',
      ])
        expect(wordsOf(edit(1, { field, old: value, new: value })).length).toBeGreaterThan(0);
    }
  });
});

describe('putting a value back', () => {
  const backOf = (change: Omit<FieldChange, 'register' | 'id'>) =>
    historyLines(workbook, [edit(1, change)])[0]?.putBack?.edits;

  test('is an ordinary change of that one field', () => {
    expect(backOf({ field: 'durationDays', old: 5, new: 8 })).toEqual([
      { kind: 'set', register: 'tasks', id: T, values: { durationDays: 5 } },
    ]);
  });

  test('is not offered for what stands there, what does not fit, and what is known in part only', () => {
    expect(backOf({ field: 'durationDays', old: 8, new: 5 })).toBeUndefined();
    expect(backOf({ field: 'durationDays', old: 'long', new: 8 })).toBeUndefined();
    expect(backOf({ field: 'name', old: '', new: 'Build' })).toBeUndefined();
    expect(backOf({ field: 'gone', old: 1, new: 2 })).toBeUndefined();
    const long = 'A long note. '.repeat(400);
    const kept = shortened(edit(1, { field: 'notes', old: long, new: 'Now' }));
    expect(backOf({ field: 'notes', old: kept.changes[0]?.old, new: 'Now' })).toBeUndefined();
    expect(backOf({ field: 'notes', old: 'Before', new: 'Now' })).toBeDefined();
  });
});

test('undo and merging put down what they did, field by field', () => {
  const clock = new TestClock();
  const maria = startWorkbook(clock, [add('tasks', 't', { name: 'Build', durationDays: 5, notes: 'Old' })]);
  const shah = copyOf(maria, 2, 'Dr. Shah', clock);
  clock.advance(60);
  const told: ChangeDescription[] = [];
  maria.onUpdate((_update, description) => told.push(description));
  run(maria, set('tasks', 't', { durationDays: 8, notes: 'New' }));
  maria.undo();
  maria.redo();
  run(shah, set('tasks', 't', { name: 'Build it' }), add('risks', 'r', { title: 'Late' }));
  mergeBoth(maria, shah);
  const changesOf = (label: RegExp) =>
    told
      .filter((description) => label.test(description.label))
      .flatMap(({ changes }) => changes.map(({ field, old, new: now }) => [field, old, now]));
  expect(changesOf(/^Undo/).sort()).toEqual([
    ['durationDays', 8, 5],
    ['notes', 'New', 'Old'],
  ]);
  expect(changesOf(/^Redo/).sort()).toEqual([
    ['durationDays', 5, 8],
    ['notes', 'Old', 'New'],
  ]);
  expect(changesOf(/^merge$/)).toEqual([
    ['name', 'Build', 'Build it'],
    ['title', null, 'Late'],
  ]);
});
