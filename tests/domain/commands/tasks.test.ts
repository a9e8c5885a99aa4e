import { describe, expect, test } from 'vitest';
import {
  addTask,
  archiveTasks,
  makeMilestone,
  markAsGoLive,
  renameTask,
  setDuration,
  setKind,
  setOwner,
  setPercent,
} from '../../../shared/domain/commands/tasks';
import { uuid } from '../../support/makeWorkbook';
import { ORGANISATION, run } from '../../support/replicas';
import { ids, PlanBoard } from './planBoard';

const PLAN = ['Prepare', '  Charter 5', '  Survey 3', 'Build', '  Install 10', 'Go 0'];

describe('adding tasks', () => {
  test('puts a task behind another one, under the same summary', () => {
    const board = new PlanBoard(PLAN);
    board.do(addTask(board.workbook, uuid('new'), { kind: 'after', task: uuid('Charter') }));
    expect(board.outline().slice(0, 4)).toEqual(['Prepare', '  Charter', '  New task', '  Survey']);
    expect(board.task('new').durationDays).toBe(1);
  });

  test('puts a task first under a summary', () => {
    const board = new PlanBoard(PLAN);
    board.do(
      addTask(board.workbook, uuid('new'), { kind: 'firstUnder', task: uuid('Build') }, { name: 'Order' }),
    );
    expect(board.outline().slice(3, 6)).toEqual(['Build', '  Order', '  Install']);
  });

  test('puts a task last, also in an empty plan and where the task it should follow has gone', () => {
    const board = new PlanBoard();
    board.do(addTask(board.workbook, uuid('one'), { kind: 'last' }, { name: 'One' }));
    board.do(addTask(board.workbook, uuid('two'), { kind: 'after', task: uuid('gone') }, { name: 'Two' }));
    expect(board.outline()).toEqual(['One', 'Two']);
  });
});

describe('changing tasks', () => {
  test('renames, and is one step to undo', () => {
    const board = new PlanBoard(PLAN);
    board.do(renameTask(uuid('Charter'), 'Charter signed'));
    expect(board.outline()[1]).toBe('  Charter signed');
    expect(board.document.undoLabel).toBe('Rename task');
    board.document.undo();
    expect(board.outline()[1]).toBe('  Charter');
  });

  test('makes a milestone of a task without days, and a task of a milestone that is given some', () => {
    const board = new PlanBoard(PLAN);
    board.do(setDuration(board.workbook, uuid('Survey'), 0));
    expect(board.task('Survey')).toMatchObject({ kind: 'milestone', durationDays: 0 });
    board.do(setDuration(board.workbook, uuid('Go'), 2));
    expect(board.task('Go')).toMatchObject({ kind: 'task', durationDays: 2 });
    expect(board.schedule.task(uuid('Go'))?.durationDays).toBe(2);
  });

  test('keeps a gate a gate, whether it takes time or not', () => {
    const board = new PlanBoard(PLAN);
    board.do(setKind(board.workbook, ids('Survey'), 'gate'));
    expect(board.task('Survey')).toMatchObject({ kind: 'gate', durationDays: 3 });
    board.do(setDuration(board.workbook, uuid('Survey'), 0));
    expect(board.task('Survey')).toMatchObject({ kind: 'gate', durationDays: 0 });
    board.do(setDuration(board.workbook, uuid('Survey'), 2));
    expect(board.task('Survey')).toMatchObject({ kind: 'gate', durationDays: 2 });
  });

  test('gives a milestone that becomes a task one day, and finds nothing to do for one that is a milestone', () => {
    const board = new PlanBoard(PLAN);
    expect(makeMilestone(board.workbook, ids('Go', 'gone'))).toBeNull();
    board.do(setKind(board.workbook, ids('Go'), 'task'));
    expect(board.task('Go')).toMatchObject({ kind: 'task', durationDays: 1 });
  });

  test('sets owner and progress of several tasks at once', () => {
    const board = new PlanBoard(PLAN);
    run(board.document, { kind: 'add', register: 'people', id: uuid('Ann'), values: { name: 'Ann' } });
    board.do(setOwner(ids('Charter', 'Survey'), uuid('Ann')));
    board.do(setPercent(ids('Charter', 'Survey'), 50));
    expect([board.task('Charter'), board.task('Survey')]).toMatchObject([
      { owner: uuid('Ann'), percentComplete: 50 },
      { owner: uuid('Ann'), percentComplete: 50 },
    ]);
    expect(setOwner([], null)).toBeNull();
  });
});

describe('go-live', () => {
  test('is the task that was marked, until the mark is taken away', () => {
    const board = new PlanBoard(PLAN);
    board.do(markAsGoLive(board.workbook, uuid('Go')));
    expect(board.schedule.goLive).not.toBeNull();
    expect(markAsGoLive(board.workbook, uuid('Go'))).toBeNull();
    board.do(markAsGoLive(board.workbook, null));
    expect(board.schedule.goLive).toBeNull();
    expect(board.workbook.tables.organisation.byId.get(ORGANISATION)?.goLive).toBeNull();
  });
});

describe('removing tasks', () => {
  test('takes what lies under a summary and its links along, and undo brings all back', () => {
    const board = new PlanBoard(PLAN, ['Charter Install', 'Survey Install', 'Install Go']);
    board.do(archiveTasks(board.workbook, ids('Charter', 'Prepare')));
    expect(board.outline()).toEqual(['Build', '  Install', 'Go']);
    expect(board.links()).toEqual(['Install Go FS+0']);
    expect(board.document.undoLabel).toBe('Remove task');
    board.document.undo();
    expect(board.outline()).toHaveLength(PLAN.length);
    expect(board.links()).toHaveLength(3);
  });

  test('finds nothing to do for tasks that are not there', () => {
    expect(archiveTasks(new PlanBoard(PLAN).workbook, ids('gone'))).toBeNull();
  });
});
