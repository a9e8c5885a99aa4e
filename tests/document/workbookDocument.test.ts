import { describe, expect, test } from 'vitest';
import { recordIn } from '../../shared/domain/workbook';
import { uuid } from '../support/makeWorkbook';
import { add, copyOf, run, set, startWorkbook } from '../support/replicas';
import { twoSites } from '../support/twoSites';

describe('commands', () => {
  test('change a record, and unchanged records and tables keep their identity', () => {
    const { maria } = twoSites();
    const before = maria.workbook();
    run(maria, set('tasks', 'A', { durationDays: 7 }));
    const after = maria.workbook();
    expect(recordIn(after, 'tasks', uuid('A'))?.durationDays).toBe(7);
    expect(recordIn(after, 'tasks', uuid('B'))).toBe(recordIn(before, 'tasks', uuid('B')));
    expect(after.tables.costs).toBe(before.tables.costs);
    expect(after.outline).toBe(before.outline);
  });

  test('write nothing at all when one edit of several does not fit', () => {
    const { maria } = twoSites();
    const digest = maria.digest();
    const refused = maria.run({
      label: 'Two edits',
      edits: [set('tasks', 'A', { durationDays: 9 }), set('tasks', 'B', { durationDays: -1 })],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'field/outOfRange', edit: 1 } });
    expect(maria.digest()).toBe(digest);
  });

  test('see the edits before them in the same list', () => {
    const { maria } = twoSites();
    run(
      maria,
      add('tasks', 'D', { name: 'Goals' }),
      add('links', 'AD', { predecessor: uuid('A'), successor: uuid('D') }),
    );
    expect(recordIn(maria.workbook(), 'links', uuid('AD'))?.successor).toBe(uuid('D'));
  });

  test('refuse a link that closes a circle and name its tasks', () => {
    const { maria } = twoSites();
    run(maria, add('links', 'AB', { predecessor: uuid('A'), successor: uuid('B') }));
    const refused = maria.run({
      label: 'Link',
      edits: [add('links', 'BA', { predecessor: uuid('B'), successor: uuid('A') })],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'link/cycle' } });
    expect(JSON.stringify(refused)).toContain('Charter → Governance → Charter');
  });

  test('archive a summary with everything under it and the links at its ends, and undo brings all of it back', () => {
    const { maria } = twoSites();
    run(
      maria,
      set('tasks', 'B', { parent: uuid('A') }),
      add('links', 'BC', { predecessor: uuid('B'), successor: uuid('C') }),
    );
    run(maria, { kind: 'archive', register: 'tasks', id: uuid('A') });
    expect(maria.workbook().tables.tasks.live.map(({ name }) => name)).toEqual(['Readiness']);
    expect(maria.workbook().tables.links.live).toEqual([]);
    maria.undo();
    expect(maria.workbook().tables.tasks.live.map(({ name }) => name)).toEqual([
      'Charter',
      'Governance',
      'Readiness',
    ]);
    expect(maria.workbook().tables.links.live).toHaveLength(1);
  });

  test('archive nothing anew that is in the bin already', () => {
    const { maria } = twoSites();
    run(maria, { kind: 'archive', register: 'tasks', id: uuid('A') });
    const digest = maria.digest();
    run(maria, { kind: 'archive', register: 'tasks', id: uuid('A') });
    expect(maria.digest()).toBe(digest);
  });

  test('place a record behind another, and a new one where it is told to go', () => {
    const { maria } = twoSites();
    run(maria, { kind: 'place', register: 'tasks', id: uuid('C'), after: null });
    run(maria, { ...add('tasks', 'D', { name: 'Goals' }), after: uuid('A') } as ReturnType<typeof add>);
    expect(maria.workbook().tables.tasks.live.map(({ name }) => name)).toEqual([
      'Readiness',
      'Charter',
      'Goals',
      'Governance',
    ]);
  });
});

describe('a workbook of a newer format', () => {
  test('opens for reading, refuses edits, and still takes in and passes on what others wrote', () => {
    const { clock, maria } = twoSites();
    maria.yDoc.getMap('meta').set('format', 2);
    maria.yDoc.getMap('meta').set('minWriter', 2);
    const old = copyOf(maria, 2, 'Old laptop', clock);
    expect(old.format).toEqual({ format: 2, readOnly: true });
    expect(old.run({ label: 'Edit', edits: [set('tasks', 'A', { name: 'X' })] })).toMatchObject({
      ok: false,
      error: { code: 'document/readOnly' },
    });
    run(copyOf(startWorkbook(clock), 3, 'Anyone', clock), add('people', 'p9', { name: 'New' }));
    const newer = copyOf(maria, 4, 'New laptop', clock);
    newer.yDoc
      .getMap('recs')
      .set(uuid('future'), newer.yDoc.getMap('recs').get(uuid('none')) ?? 'unknown shape');
    old.merge(newer.encodeState());
    expect(old.digest()).toBe(newer.digest());
  });
});
