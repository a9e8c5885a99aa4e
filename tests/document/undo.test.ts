import { describe, expect, test } from 'vitest';
import { add, mergeBoth, run, set } from '../support/replicas';
import { task, twoSites } from '../support/twoSites';

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
