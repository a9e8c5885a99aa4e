import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indentTasks, moveTasks, outdentTasks } from '../../../shared/domain/commands/taskOutline';
import { uuid } from '../../support/makeWorkbook';
import { tries } from '../../support/tries';
import { ids, PlanBoard } from './planBoard';

describe('indenting', () => {
  test('puts a task last under the one before it, its own tasks with it', () => {
    const board = new PlanBoard(['A', '  A1', 'B', '  B1', 'C']);
    board.do(indentTasks(board.workbook, ids('B')));
    expect(board.outline()).toEqual(['A', '  A1', '  B', '    B1', 'C']);
  });

  test('puts a whole block under the task before the block, in the same order', () => {
    const board = new PlanBoard(['A', 'B', 'C', 'D']);
    board.do(indentTasks(board.workbook, ids('C', 'B')));
    expect(board.outline()).toEqual(['A', '  B', '  C', 'D']);
  });

  test('counts a task under a chosen summary as part of it', () => {
    const board = new PlanBoard(['A', 'B', '  B1', 'C']);
    board.do(indentTasks(board.workbook, ids('B', 'B1')));
    expect(board.outline()).toEqual(['A', '  B', '    B1', 'C']);
  });

  test('has nothing to do for the first task of its level', () => {
    const board = new PlanBoard(['A', '  A1', 'B']);
    expect(indentTasks(board.workbook, ids('A', 'A1'))).toBeNull();
  });
});

describe('outdenting', () => {
  test('puts tasks right behind the summary they lay under, in the same order', () => {
    const board = new PlanBoard(['A', '  A1', '  A2', '  A3', 'B']);
    board.do(outdentTasks(board.workbook, ids('A1', 'A2')));
    expect(board.outline()).toEqual(['A', '  A3', 'A1', 'A2', 'B']);
  });

  test('takes back an indent', () => {
    const board = new PlanBoard(['A', 'B', 'C']);
    board.do(indentTasks(board.workbook, ids('B')));
    board.do(outdentTasks(board.workbook, ids('B')));
    expect(board.outline()).toEqual(['A', 'B', 'C']);
  });

  test('has nothing to do at the top', () => {
    expect(outdentTasks(new PlanBoard(['A', 'B']).workbook, ids('B', 'gone'))).toBeNull();
  });
});

describe('moving rows', () => {
  test('changes places with the neighbor of the same level, branches and all', () => {
    const board = new PlanBoard(['A', '  A1', 'B', '  B1', 'C']);
    board.do(moveTasks(board.workbook, ids('B'), 'up'));
    expect(board.outline()).toEqual(['B', '  B1', 'A', '  A1', 'C']);
    board.do(moveTasks(board.workbook, ids('B'), 'down'));
    board.do(moveTasks(board.workbook, ids('B'), 'down'));
    expect(board.outline()).toEqual(['A', '  A1', 'C', 'B', '  B1']);
  });

  test('moves a block as one', () => {
    const board = new PlanBoard(['A', 'B', 'C', 'D']);
    board.do(moveTasks(board.workbook, ids('B', 'C'), 'down'));
    expect(board.outline()).toEqual(['A', 'D', 'B', 'C']);
    board.do(moveTasks(board.workbook, ids('B', 'C'), 'up'));
    expect(board.outline()).toEqual(['A', 'B', 'C', 'D']);
  });

  test('has nothing to do at the end', () => {
    const board = new PlanBoard(['A', 'B']);
    expect(moveTasks(board.workbook, ids('A'), 'up')).toBeNull();
    expect(moveTasks(board.workbook, ids('A', 'B'), 'down')).toBeNull();
  });
});

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const step = fc.record({
  what: fc.constantFrom('in', 'out', 'up', 'down'),
  who: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 }),
});

test('whatever is indented, outdented and moved, no task is lost or doubled and nothing lies under itself', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const board = new PlanBoard(NAMES);
      for (const { what, who } of steps) {
        const { workbook } = board;
        const chosen = who.map(uuid);
        const command =
          what === 'in'
            ? indentTasks(workbook, chosen)
            : what === 'out'
              ? outdentTasks(workbook, chosen)
              : moveTasks(workbook, chosen, what === 'up' ? 'up' : 'down');
        if (command !== null) board.do(command);
      }
      expect(
        board
          .outline()
          .map((line) => line.trim())
          .sort(),
      ).toEqual(NAMES);
      expect(board.workbook.findings).toEqual([]);
    }),
    tries(60),
  );
});
