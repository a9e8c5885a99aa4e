import { describe, expect, test } from 'vitest';
import { recordIn } from '../../shared/domain/workbook';
import { mergeWorkbooks } from '../../shared/document/mergeWorkbooks';
import { stateAsNewWorkbook } from '../../shared/document/newWorkbook';
import { factsOf } from '../../shared/document/stateFacts';
import { uuid } from '../support/makeWorkbook';
import { add, copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../support/replicas';

function twoSites() {
  const clock = new TestClock();
  const maria = startWorkbook(clock, [
    add('people', 'p1', { name: 'Jordan' }),
    add('tasks', 'A', { name: 'Charter', durationDays: 5 }),
    add('tasks', 'B', { name: 'Governance', durationDays: 5 }),
    add('tasks', 'C', { name: 'Readiness', durationDays: 5 }),
  ]);
  const shah = copyOf(maria, 2, 'Dr. Shah', clock);
  clock.advance(60);
  return { clock, maria, shah };
}

const task = (document: ReturnType<typeof startWorkbook>, word: string) =>
  recordIn(document.workbook(), 'tasks', uuid(word));

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

describe('two sites that edited apart', () => {
  test('keep both when they changed different fields', () => {
    const { maria, shah } = twoSites();
    run(maria, set('tasks', 'A', { name: 'Charter and sign-off' }));
    run(shah, set('tasks', 'A', { percentComplete: 40, owner: uuid('p1') }));
    mergeBoth(maria, shah);
    expect(task(maria, 'A')).toMatchObject({
      name: 'Charter and sign-off',
      percentComplete: 40,
      owner: uuid('p1'),
    });
    expect(maria.workbook().conflicts).toEqual([]);
    expect(maria.digest()).toBe(shah.digest());
  });

  test('show both values of one field, with who and when, and a choice settles it everywhere', () => {
    const { clock, maria, shah } = twoSites();
    run(maria, set('tasks', 'A', { name: 'From Maria' }));
    clock.advance(30);
    run(shah, set('tasks', 'A', { name: 'From Dr. Shah' }));
    mergeBoth(maria, shah);
    expect(maria.workbook().conflicts).toEqual(shah.workbook().conflicts);
    expect(maria.workbook().conflicts).toEqual([
      {
        register: 'tasks',
        id: uuid('A'),
        field: 'name',
        values: [
          { value: 'From Dr. Shah', by: 'Dr. Shah', at: '2027-01-04T08:01:30Z' },
          { value: 'From Maria', by: 'Maria', at: '2027-01-04T08:01:00Z' },
        ],
      },
    ]);
    run(maria, set('tasks', 'A', { name: 'From Maria' }));
    mergeBoth(maria, shah);
    expect(shah.workbook().conflicts).toEqual([]);
    expect(task(shah, 'A')?.name).toBe('From Maria');
  });

  test('report a field stored with others only when its own value differs', () => {
    const { maria, shah } = twoSites();
    run(maria, set('tasks', 'A', { durationDays: 8 }));
    run(shah, set('tasks', 'A', { constraint: 'snet', constraintDate: '2027-02-01' }));
    mergeBoth(maria, shah);
    expect(
      maria
        .workbook()
        .conflicts.map(({ field }) => field)
        .sort(),
    ).toEqual(['constraint', 'constraintDate', 'durationDays']);
    run(maria, set('tasks', 'B', { durationDays: 8 }));
    run(shah, set('tasks', 'B', { durationDays: 9 }));
    mergeBoth(maria, shah);
    const fields = maria
      .workbook()
      .conflicts.filter(({ id }) => id === uuid('B'))
      .map(({ field }) => field);
    expect(fields).toEqual(['durationDays']);
  });

  test('agree without a word when they wrote the same value', () => {
    const { maria, shah } = twoSites();
    for (const site of [maria, shah]) run(site, set('tasks', 'A', { durationDays: 8 }));
    mergeBoth(maria, shah);
    expect(maria.workbook().conflicts).toEqual([]);
  });

  test('have nothing to say of an archiving beside which the same value was written', () => {
    const { maria, shah, clock } = twoSites();
    for (const site of [maria, shah]) {
      clock.advance(5);
      run(site, set('tasks', 'A', { durationDays: 9 }));
    }
    run(maria, { kind: 'archive', register: 'tasks', id: uuid('A') });
    mergeBoth(maria, shah);
    expect(maria.workbook().findings).toEqual([]);
    expect(task(maria, 'A')?.archived).toBe(true);
  });

  test('keep an edit beside an archiving and say so', () => {
    const { maria, shah } = twoSites();
    run(maria, { kind: 'archive', register: 'tasks', id: uuid('A') });
    run(shah, set('tasks', 'A', { name: 'Three days of work' }));
    mergeBoth(maria, shah);
    expect(task(maria, 'A')).toMatchObject({ archived: true, name: 'Three days of work' });
    expect(maria.workbook().findings).toMatchObject([
      { problem: { code: 'plan/archivedButEdited', facts: { by: 'Dr. Shah' } } },
    ]);
    expect(shah.workbook().findings).toEqual(maria.workbook().findings);
  });

  test('name a link by its tasks when it was archived here and edited there', () => {
    const { clock, maria } = twoSites();
    run(maria, add('links', 'AB', { predecessor: uuid('A'), successor: uuid('B') }));
    const shah = copyOf(maria, 3, 'Dr. Shah', clock);
    run(maria, { kind: 'archive', register: 'links', id: uuid('AB') });
    run(shah, set('links', 'AB', { lagDays: 2 }));
    mergeBoth(maria, shah);
    const names = ['A', 'B'].map((word) => task(maria, word)?.name ?? '');
    expect(maria.workbook().findings).toMatchObject([
      { problem: { code: 'plan/archivedButEdited', facts: { title: names.join(' → ') } } },
    ]);
    run(shah, set('tasks', 'A', { name: 'Renamed' }));
    expect(shah.workbook().findings).toMatchObject([
      { problem: { facts: { title: `Renamed → ${names[1] ?? ''}` } } },
    ]);
  });

  test('suspend the same one of two links that together close a circle', () => {
    const { clock, maria, shah } = twoSites();
    run(maria, add('links', 'AB', { predecessor: uuid('A'), successor: uuid('B') }));
    clock.advance(1);
    run(shah, add('links', 'BA', { predecessor: uuid('B'), successor: uuid('A') }));
    mergeBoth(maria, shah);
    for (const site of [maria, shah]) {
      expect([...site.workbook().suspendedLinks]).toEqual([uuid('BA')]);
      expect(site.workbook().findings).toMatchObject([
        { problem: { code: 'plan/linkSuspended' }, id: uuid('BA') },
      ]);
    }
    // The circle is no obstacle to other work.
    run(maria, set('tasks', 'A', { durationDays: 3 }));
  });

  test('show a task at the top when each of two tasks was put under the other', () => {
    const { clock, maria, shah } = twoSites();
    run(maria, set('tasks', 'A', { parent: uuid('B') }));
    clock.advance(1);
    run(shah, set('tasks', 'B', { parent: uuid('A') }));
    mergeBoth(maria, shah);
    expect(maria.workbook().outline).toEqual(shah.workbook().outline);
    expect(maria.workbook().outline.rows).toHaveLength(3);
    expect(maria.workbook().findings).toMatchObject([{ problem: { code: 'plan/parentSuspended' } }]);
  });

  test('join what both typed into a long text, also when they began it apart', () => {
    const { maria, shah } = twoSites();
    run(maria, set('tasks', 'A', { notes: 'Seen by Maria.' }));
    run(shah, set('tasks', 'A', { notes: 'Seen by Dr. Shah.' }));
    mergeBoth(maria, shah);
    const both = task(maria, 'A')?.notes ?? '';
    expect(both.split('\n').sort()).toEqual(['Seen by Dr. Shah.', 'Seen by Maria.']);
    run(maria, set('tasks', 'A', { notes: `First. ${both}` }));
    run(shah, set('tasks', 'A', { notes: `${both} Last.` }));
    mergeBoth(maria, shah);
    const notes = task(shah, 'A')?.notes ?? '';
    for (const part of ['First.', 'Seen by Maria.', 'Seen by Dr. Shah.', 'Last.'])
      expect(notes).toContain(part);
    expect(task(maria, 'A')?.notes).toBe(notes);
  });

  test('merge sets element by element', () => {
    const { maria, shah } = twoSites();
    run(maria, add('calendars', 'cal', { name: 'Clinic', holidays: ['2027-07-05'] }));
    shah.merge(maria.encodeState());
    run(maria, set('calendars', 'cal', { holidays: ['2027-07-05', '2027-12-24'] }));
    run(shah, set('calendars', 'cal', { holidays: ['2027-11-25'] }));
    mergeBoth(maria, shah);
    expect(recordIn(shah.workbook(), 'calendars', uuid('cal'))?.holidays).toEqual([
      '2027-11-25',
      '2027-12-24',
    ]);
  });

  test('can trust the later writer even when that machine’s clock is behind', () => {
    const { clock, maria, shah } = twoSites();
    run(maria, set('tasks', 'A', { name: 'First' }));
    shah.merge(maria.encodeState());
    clock.advance(-86_400);
    run(shah, set('tasks', 'A', { name: 'Second' }));
    mergeBoth(maria, shah);
    expect(task(maria, 'A')?.name).toBe('Second');
    expect(maria.workbook().conflicts).toEqual([]);
  });
});

describe('undo', () => {
  test('takes back my commands one by one, and redo brings them again', () => {
    const { maria } = twoSites();
    run(maria, set('tasks', 'A', { durationDays: 7 }));
    run(maria, set('tasks', 'A', { durationDays: 8, notes: 'Longer' }));
    maria.undo();
    expect(task(maria, 'A')).toMatchObject({ durationDays: 7, notes: '' });
    maria.undo();
    expect(task(maria, 'A')?.durationDays).toBe(5);
    maria.redo();
    maria.redo();
    expect(task(maria, 'A')).toMatchObject({ durationDays: 8, notes: 'Longer' });
  });

  test('brings back a text of two pens that one wrote over, and nothing typed before it', () => {
    const { maria, shah } = twoSites();
    run(maria, set('tasks', 'A', { notes: 'Ask the lab' }));
    run(shah, set('tasks', 'A', { notes: 'Call' }));
    mergeBoth(maria, shah);
    const both = task(maria, 'A')?.notes ?? '';
    expect(both.split('\n').sort()).toEqual(['Ask the lab', 'Call']);
    for (const wanted of ['Ask the lab', 'Call', 'Both were called']) {
      run(maria, set('tasks', 'A', { notes: wanted }));
      expect(task(maria, 'A')?.notes).toBe(wanted);
      maria.undo();
      expect(task(maria, 'A')?.notes).toBe(both);
    }
  });

  test('puts a record it made into the bin, and takes it out again', () => {
    const { maria } = twoSites();
    run(maria, add('tasks', 'D', { name: 'Goals' }));
    maria.undo();
    expect(task(maria, 'D')?.archived).toBe(true);
    maria.redo();
    expect(task(maria, 'D')?.archived).toBe(false);
    maria.undo();
    expect(task(maria, 'D')?.archived).toBe(true);
  });

  test('leaves alone what someone else has changed since, and says how much', () => {
    const { maria, shah } = twoSites();
    run(maria, set('tasks', 'A', { durationDays: 7, name: 'Mine' }));
    shah.merge(maria.encodeState());
    run(shah, set('tasks', 'A', { durationDays: 20 }));
    maria.merge(shah.encodeState());
    expect(maria.undo()).toEqual({ label: 'Test edit', skipped: 1 });
    expect(task(maria, 'A')).toMatchObject({ durationDays: 20, name: 'Charter' });
  });

  test('never touches a peer’s work', () => {
    const { maria, shah } = twoSites();
    run(shah, set('tasks', 'A', { durationDays: 20 }));
    maria.merge(shah.encodeState());
    const before = maria.undoLabel;
    expect(before).toBe('Make the workbook');
    expect(task(maria, 'A')?.durationDays).toBe(20);
  });

  test('tells when what it is about changes, with the new label there to be read', () => {
    const { maria } = twoSites();
    const heard: unknown[] = [];
    const stop = maria.subscribeUndo(() => heard.push([maria.undoLabel, maria.redoLabel]));
    run(maria, set('tasks', 'A', { durationDays: 9 }));
    maria.undo();
    maria.redo();
    stop();
    run(maria, set('tasks', 'A', { durationDays: 10 }));
    expect(heard).toEqual([
      ['Test edit', undefined],
      ['Make the workbook', 'Test edit'],
      ['Test edit', undefined],
    ]);
  });

  test('of a choice brings both values back', () => {
    const { maria, shah } = twoSites();
    run(maria, set('tasks', 'A', { name: 'One' }));
    run(shah, set('tasks', 'A', { name: 'Two' }));
    mergeBoth(maria, shah);
    run(maria, set('tasks', 'A', { name: 'One' }));
    expect(maria.workbook().conflicts).toEqual([]);
    maria.undo();
    expect(maria.workbook().conflicts).toMatchObject([{ field: 'name' }]);
  });
});

describe('joining copies', () => {
  test('refuses different workbooks and copies that share a history they disagree on', () => {
    const { clock, maria } = twoSites();
    const other = startWorkbook(clock, [], uuid('other'));
    const refused = mergeWorkbooks([
      { name: 'a', state: maria.encodeState() },
      { name: 'b', state: other.encodeState() },
    ]);
    expect(refused).toMatchObject({ ok: false, error: { code: 'merge/differentWorkbooks' } });
    const [left, right] = [copyOf(maria, 2, 'Left', clock), copyOf(maria, 3, 'Right', clock)];
    left.yDoc.clientID = right.yDoc.clientID = 77;
    run(left, set('tasks', 'A', { name: 'Left' }));
    run(right, set('tasks', 'A', { name: 'Right' }));
    const forked = mergeWorkbooks([
      { name: 'a', state: left.encodeState() },
      { name: 'b', state: right.encodeState() },
    ]);
    expect(forked).toMatchObject({ ok: false, error: { code: 'merge/forked' } });
    // Neither differs from what both come from, only from each other.
    const three = mergeWorkbooks([
      { name: 'base', state: maria.encodeState() },
      { name: 'a', state: left.encodeState() },
      { name: 'b', state: right.encodeState() },
    ]);
    expect(three).toMatchObject({ error: { code: 'merge/forked', facts: { first: 'a', second: 'b' } } });
  });

  test('gives a restored backup another identity with the same content', () => {
    const { maria } = twoSites();
    const state = stateAsNewWorkbook(maria.encodeState(), uuid('restored'));
    const facts = factsOf(maria.encodeState());
    expect(facts).toMatchObject({ name: 'Test practice', format: 1 });
    expect(factsOf(state)).toEqual({ ...facts, workbook: uuid('restored') });
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
