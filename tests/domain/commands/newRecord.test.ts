import { expect, test } from 'vitest';
import { addableRegisters, newRecord } from '../../../shared/domain/commands/newRecord';
import { recordIn } from '../../../shared/domain/workbook';
import { PlanBoard, TODAY } from './planBoard';

test.each(addableRegisters)('a new record of %s fits an empty plan', (register) => {
  const board = new PlanBoard();
  const id = board.newId();
  board.do(newRecord(board.workbook, register, id, TODAY));
  expect(recordIn(board.workbook, register, id)).toMatchObject({ id, archived: false });
});

test('a new risk has the next number, a new roadmap item lies ahead', () => {
  const board = new PlanBoard();
  const [risk, item] = [board.newId(), board.newId()];
  board.do(newRecord(board.workbook, 'risks', risk, TODAY));
  board.do(newRecord(board.workbook, 'roadmapItems', item, TODAY));
  expect(recordIn(board.workbook, 'risks', risk)?.code).not.toBe('');
  expect(recordIn(board.workbook, 'roadmapItems', item)?.start).toBe('2027-04-01');
});
