import { describe, expect, test } from 'vitest';
import { recordIn } from '../../shared/domain/workbook';
import { uuid } from '../support/makeWorkbook';
import { add, copyOf, mergeBoth, run, set } from '../support/replicas';
import { task, twoSites } from '../support/twoSites';

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
          { value: 'From Dr. Shah', by: 'Dr. Shah', at: '2027-01-04T08:01:30Z', actor: 2 },
          { value: 'From Maria', by: 'Maria', at: '2027-01-04T08:01:00Z', actor: 1 },
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
