import { describe, expect, test } from 'vitest';
import {
  addRecord,
  addRecords,
  archiveRecords,
  moveRecord,
  restoreRecords,
  typeRecords,
} from '../../../shared/domain/commands/records';
import { runTyped } from '../../../shared/domain/commands/typedCells';
import { definitionOf, registerIds } from '../../../shared/domain/registers/all';
import { registerView } from '../../../shared/domain/registers/registerViews';
import { uuid } from '../../support/makeWorkbook';
import { PlanBoard } from './planBoard';
import { tableOf } from '../../../shared/domain/workbook';

function names(board: PlanBoard): unknown[] {
  return board.workbook.tables.people.live.map(({ name }) => name);
}

function boardWith(...people: readonly string[]): PlanBoard {
  const board = new PlanBoard();
  board.do(
    addRecords(
      'people',
      people.map((name) => ({ id: uuid(name), values: { name } })),
    ),
  );
  return board;
}

test('a new record has a name to write over, in every register that can have one', () => {
  for (const register of registerIds) {
    const definition = definitionOf(register);
    const asksMore = Object.entries(definition.fields).some(
      ([name, { required, kind }]) =>
        required === true && !(name === definition.titleField && kind === 'text'),
    );
    if (definition.singleton === true || asksMore) continue;
    const board = new PlanBoard();
    board.do(addRecord(register, { id: uuid('new') }));
    expect(tableOf(board.workbook, register).live, register).toHaveLength(1);
  }
});

test('what an empty register offers to start with fits the register', () => {
  for (const register of registerIds) {
    const starter = registerView(register)?.starter;
    if (starter === undefined) continue;
    const board = new PlanBoard();
    board.do(
      addRecords(
        register,
        starter.records.map((values) => ({ id: board.newId(), values })),
      ),
    );
    expect(tableOf(board.workbook, register).live).toHaveLength(starter.records.length);
  }
});

describe('pasted rows', () => {
  test('become records behind the last one, in their order, as one step; empty ones are left out', () => {
    const board = boardWith('Ann');
    const rows = [
      ['Ben', '555'],
      ['', ''],
      ['Cy', ''],
    ].map(([name = '', phone = '']) => ({
      id: board.newId(),
      cells: [
        { field: 'name', text: name },
        { field: 'phone', text: phone },
      ],
    }));
    const typed = typeRecords(board.workbook, 'people', { cells: [], rows });
    expect(typed.label).toBe('Add 2 people');
    const outcome = runTyped(typed, (command) => board.document.run(command));
    expect(outcome).toEqual({ accepted: 3, refused: [] });
    expect(names(board)).toEqual(['Ann', 'Ben', 'Cy']);
    board.document.undo();
    expect(names(board)).toEqual(['Ann']);
  });

  test('without a name get one, and a site nobody knows is said in words', () => {
    const board = boardWith();
    const typed = typeRecords(board.workbook, 'people', {
      cells: [],
      rows: [
        {
          id: board.newId(),
          cells: [
            { field: 'phone', text: '555' },
            { field: 'site', text: 'Nowhere' },
          ],
        },
      ],
    });
    expect(typed.refused.map(({ reason }) => reason)).toEqual([
      '“Site” takes one of the sites; “Nowhere” is not there.',
    ]);
    runTyped(typed, (command) => board.document.run(command));
    expect(names(board)).toEqual(['New person']);
  });
});

test('records go to the bin and come back; those that are not there are passed over', () => {
  const board = boardWith('Ann', 'Ben');
  const archive = archiveRecords(board.workbook, 'people', [uuid('Ann'), uuid('Ben'), uuid('nobody')]);
  expect(archive?.label).toBe('Remove 2 people');
  board.do(archive ?? null);
  expect(names(board)).toEqual([]);
  expect(archiveRecords(board.workbook, 'people', [uuid('Ann')])).toBeUndefined();
  board.do(restoreRecords(board.workbook, 'people', [uuid('Ben')]) ?? null);
  expect(names(board)).toEqual(['Ben']);
});

describe('moving', () => {
  test('goes one place at a time and stops at the ends', () => {
    const board = boardWith('Ann', 'Ben', 'Cy');
    board.do(moveRecord(board.workbook, 'people', uuid('Cy'), 'up') ?? null);
    expect(names(board)).toEqual(['Ann', 'Cy', 'Ben']);
    board.do(moveRecord(board.workbook, 'people', uuid('Cy'), 'up') ?? null);
    expect(names(board)).toEqual(['Cy', 'Ann', 'Ben']);
    expect(moveRecord(board.workbook, 'people', uuid('Cy'), 'up')).toBeUndefined();
  });

  test('among those shown together passes over the others', () => {
    const board = boardWith('Ann', 'Hidden', 'Cy');
    const shown = [uuid('Ann'), uuid('Cy')];
    board.do(moveRecord(board.workbook, 'people', uuid('Ann'), 'down', shown) ?? null);
    expect(names(board)).toEqual(['Hidden', 'Cy', 'Ann']);
    board.do(moveRecord(board.workbook, 'people', uuid('Ann'), 'up', [uuid('Cy'), uuid('Ann')]) ?? null);
    expect(names(board)).toEqual(['Hidden', 'Ann', 'Cy']);
  });
});
