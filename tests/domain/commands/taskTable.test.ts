import { describe, expect, test } from 'vitest';
import type { NewTaskRow } from '../../../shared/domain/commands/taskColumns';
import { pastedTasks } from '../../../shared/domain/commands/pastedList';
import {
  editTaskCells,
  type TaskCell,
  type TaskTableOutcome,
} from '../../../shared/domain/commands/taskTable';
import { recordIn } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';
import { add, run } from '../../support/replicas';
import { PlanBoard } from './planBoard';

const cell = (task: string, column: TaskCell['column'], text: string): TaskCell => ({
  task: uuid(task),
  column,
  text,
});

/** Writes cells and new rows as the list does: one command at most. */
function write(
  board: PlanBoard,
  cells: readonly TaskCell[],
  rows: readonly NewTaskRow[] = [],
): TaskTableOutcome {
  const outcome = editTaskCells(board, cells, rows);
  if (outcome.command !== null) board.do(outcome.command);
  return outcome;
}

const named = (name: string, more: NewTaskRow['cells'] = {}): NewTaskRow => ({ cells: { name, ...more } });
const codes = ({ skipped }: TaskTableOutcome): string[] => skipped.map(({ problem }) => problem.code);
const ownerOf = (board: PlanBoard, name: string): string | undefined =>
  recordIn(board.workbook, 'people', board.task(name).owner)?.name;

describe('cells of tasks that are there', () => {
  test('of several tasks and columns are one step to undo', () => {
    const board = new PlanBoard(['A 5', 'B 5']);
    const outcome = write(board, [
      cell('A', 'durationDays', '2w'),
      cell('B', 'name', ' Bee '),
      cell('B', 'percentComplete', '30 %'),
    ]);
    expect(outcome).toMatchObject({ accepted: 3, skipped: [] });
    expect(board.task('A').durationDays).toBe(10);
    expect(board.task('B')).toMatchObject({ name: 'Bee', percentComplete: 30 });
    expect(board.document.undoLabel).toBe('Change 3 cells');
    board.document.undo();
    expect(board.task('A').durationDays).toBe(5);
    expect(board.task('B')).toMatchObject({ name: 'B', percentComplete: 0 });
  });

  test('take a start as the earliest start and a finish as the earliest finish', () => {
    const board = new PlanBoard(['A 5', 'B 5']);
    write(board, [cell('A', 'start', 'Jan 18'), cell('B', 'finish', '1/20/2027')]);
    expect(board.dates('A')).toBe('2027-01-18 2027-01-22');
    expect(board.dates('B')).toBe('2027-01-14 2027-01-20');
    expect(board.task('B').constraint).toBe('fnet');
    write(board, [cell('A', 'start', ''), cell('B', 'finish', '')]);
    expect(board.dates('A')).toBe('2027-01-04 2027-01-08');
    expect(board.task('B')).toMatchObject({ constraint: 'asap', constraintDate: null });
  });

  test('of one paste say for each other whether the day or the month comes first', () => {
    const board = new PlanBoard(['A 5', 'B 5']);
    write(board, [cell('A', 'start', '5/4/2027'), cell('B', 'start', '26/4/2027')]);
    expect(board.task('A').constraintDate).toBe('2027-04-05');
    expect(board.task('B').constraintDate).toBe('2027-04-26');
  });

  test('that cannot be read are left out and told, the others are written', () => {
    const board = new PlanBoard(['A 5', 'B 5']);
    const outcome = write(board, [
      cell('A', 'durationDays', 'soon'),
      cell('A', 'start', 'Feb 30'),
      cell('A', 'percentComplete', '120'),
      cell('A', 'name', ''),
      cell('B', 'durationDays', '3'),
    ]);
    expect(codes(outcome)).toEqual([
      'field/notANumber',
      'field/notADate',
      'field/outOfRange',
      'field/required',
    ]);
    expect(outcome.accepted).toBe(1);
    expect(board.task('B').durationDays).toBe(3);
    expect(board.task('A')).toMatchObject({ name: 'A', durationDays: 5, constraint: 'asap' });
  });

  test('of a summary are written only where it has something of its own', () => {
    const board = new PlanBoard(['S', '  A 5']);
    const outcome = write(board, [
      cell('S', 'durationDays', '3'),
      cell('S', 'finish', 'Feb 1'),
      cell('S', 'start', 'Jan 11'),
    ]);
    expect(codes(outcome)).toEqual(['field/computed', 'field/computed']);
    expect(board.dates('A')).toBe('2027-01-11 2027-01-15');
  });

  test('leave out the one link that would close a circle', () => {
    const board = new PlanBoard(['A', 'B', 'C']);
    const outcome = write(board, [
      cell('B', 'predecessors', '1'),
      cell('A', 'predecessors', '2'),
      cell('C', 'predecessors', '2FS+1'),
    ]);
    expect(codes(outcome)).toEqual(['link/cycle']);
    expect(outcome.skipped[0]?.cell.task).toBe(uuid('A'));
    expect(board.links()).toEqual(['A B FS+0', 'B C FS+1']);
  });

  test('come to nothing when none can be taken', () => {
    const board = new PlanBoard(['A 5']);
    expect(write(board, [cell('A', 'durationDays', '?')])).toMatchObject({ command: null, accepted: 0 });
    expect(board.document.undoLabel).toBe('Test edit');
  });
});

describe('owners', () => {
  test('are found by name or initials, whatever the case', () => {
    const board = new PlanBoard(['A', 'B']);
    run(board.document, add('people', 'ann', { name: 'Ann  Ng', initials: 'AN' }));
    write(board, [cell('A', 'owner', 'ann ng'), cell('B', 'owner', 'an')]);
    expect([ownerOf(board, 'A'), ownerOf(board, 'B')]).toEqual(['Ann  Ng', 'Ann  Ng']);
    write(board, [cell('A', 'owner', ' ')]);
    expect(board.task('A').owner).toBeNull();
  });

  test('who are new join the people once, in the same step', () => {
    const board = new PlanBoard(['A', 'B']);
    const outcome = write(board, [cell('A', 'owner', 'Jo Lee'), cell('B', 'owner', 'jo lee')]);
    expect(outcome.newPeople).toEqual(['Jo Lee']);
    expect([ownerOf(board, 'A'), ownerOf(board, 'B')]).toEqual(['Jo Lee', 'Jo Lee']);
    board.document.undo();
    expect(board.workbook.tables.people.live).toEqual([]);
  });

  test('of one name are told apart by picking', () => {
    const board = new PlanBoard(['A']);
    run(board.document, add('people', 'one', { name: 'Jo Lee' }), add('people', 'two', { name: 'Jo Lee' }));
    expect(codes(write(board, [cell('A', 'owner', 'Jo Lee')]))).toEqual(['field/ambiguous']);
    write(board, [{ ...cell('A', 'owner', 'Jo Lee'), person: uuid('two') }]);
    expect(board.task('A').owner).toBe(uuid('two'));
  });
});

describe('rows beyond the last one', () => {
  test('become tasks under the summary of the last task', () => {
    const board = new PlanBoard(['S', '  A']);
    const outcome = write(
      board,
      [cell('A', 'name', 'First')],
      [named('Second', { durationDays: '3' }), named('Third')],
    );
    expect(board.outline()).toEqual(['S', '  First', '  Second', '  Third']);
    expect(outcome).toMatchObject({ accepted: 4, added: [uuid('new1'), uuid('new2')] });
    expect(board.task('new1').durationDays).toBe(3);
    board.document.undo();
    expect(board.outline()).toEqual(['S', '  A']);
  });

  test('with spaces before their names bring their own outline, from the top', () => {
    const board = new PlanBoard(['S', '  A']);
    write(
      board,
      [],
      [named('Build'), named('   Install'), named('      Rack'), named('  Train'), named('Go')],
    );
    expect(board.outline().slice(2)).toEqual(['Build', '  Install', '    Rack', '  Train', 'Go']);
  });

  test('may refer to each other by the numbers they get', () => {
    const board = new PlanBoard(['A']);
    write(board, [], [named('B', { predecessors: '1;3SS' }), named('C', { predecessors: '1' })]);
    expect(board.links()).toEqual(['A B FS+0', 'A C FS+0', 'C B SS+0']);
  });

  test('without a name are left out, and a name that is too long loses its end', () => {
    const board = new PlanBoard(['A']);
    const outcome = write(board, [], [named(' '), named('x'.repeat(700))]);
    expect(outcome.added).toHaveLength(1);
    expect(board.task('new1').name).toHaveLength(500);
  });

  test('with zero days are milestones', () => {
    const board = new PlanBoard();
    write(board, [], [named('Go-live', { durationDays: '0' })]);
    expect(board.task('new1')).toMatchObject({ kind: 'milestone', durationDays: 0 });
  });
});

describe('a list pasted into an empty plan', () => {
  const outlineOf = (block: string[][]): string[] => {
    const board = new PlanBoard();
    write(board, [], pastedTasks(block).rows);
    return board.outline();
  };

  test('is read by its heads, in any order, and says what it did not understand', () => {
    const { rows, ignored } = pastedTasks([
      ['ID', 'Duration', 'Task Name', 'Resource Names', 'Cost'],
      ['1', '5 days', 'Charter', 'Ann', '100'],
      ['', '', '', '', ''],
    ]);
    expect(rows).toEqual([{ cells: { durationDays: '5 days', name: 'Charter', owner: 'Ann' } }]);
    expect(ignored).toEqual(['ID', 'Cost']);
  });

  test('without heads takes the first column of words as names and durations behind it', () => {
    const { rows } = pastedTasks([
      ['1', 'Charter', '5'],
      ['2', 'Survey', '2w'],
    ]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      { name: 'Charter', durationDays: '5' },
      { name: 'Survey', durationDays: '2w' },
    ]);
    expect(pastedTasks([['Charter', 'Ann']]).rows).toEqual([{ cells: { name: 'Charter' } }]);
  });

  test('takes its outline from levels, from outline numbers or from indents', () => {
    const tree = ['Prepare', '  Charter', 'Build'];
    expect(
      outlineOf([
        ['Level', 'Task'],
        ['1', 'Prepare'],
        ['2', 'Charter'],
        ['1', 'Build'],
      ]),
    ).toEqual(tree);
    expect(
      outlineOf([
        ['WBS', 'Name'],
        ['1', 'Prepare'],
        ['1.1', 'Charter'],
        ['2', 'Build'],
      ]),
    ).toEqual(tree);
    expect(outlineOf([['Prepare'], ['\tCharter'], ['Build']])).toEqual(tree);
  });

  test('may be empty', () => {
    expect(pastedTasks([]).rows).toEqual([]);
    expect(pastedTasks([[''], [' ', '']]).rows).toEqual([]);
  });
});
