import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planClear, planFillDown, planPaste } from '../../../renderer/ui/grid/block';
import { cellCount } from '../../../renderer/ui/grid/range';

const extent = { rows: 10, columns: 5 };
const at = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });

describe('planning a paste', () => {
  it('puts the block where the choice begins', () => {
    const plan = planPaste(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      at(2, 1),
      extent,
    );
    expect(plan.cells).toEqual([
      { row: 2, column: 1, text: 'a' },
      { row: 2, column: 2, text: 'b' },
      { row: 3, column: 1, text: 'c' },
      { row: 3, column: 2, text: 'd' },
    ]);
    expect(plan.range).toEqual({ top: 2, left: 1, bottom: 3, right: 2 });
  });

  it('repeats one cell over the whole choice', () => {
    const plan = planPaste([['x']], { top: 0, left: 0, bottom: 2, right: 1 }, extent);
    expect(plan.cells).toHaveLength(6);
    expect(new Set(plan.cells.map((cell) => cell.text))).toEqual(new Set(['x']));
  });

  it('goes in once where it does not fit a whole number of times', () => {
    const plan = planPaste([['a'], ['b']], { top: 0, left: 0, bottom: 2, right: 0 }, extent);
    expect(plan.cells.map((cell) => cell.row)).toEqual([0, 1]);
  });

  it('hands over rows below the last one apart, and counts what falls beside the grid', () => {
    const plan = planPaste(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      at(9, 4),
      extent,
    );
    expect(plan.cells).toEqual([{ row: 9, column: 4, text: 'a' }]);
    expect(plan.newRows).toEqual([[{ row: 10, column: 4, text: 'c' }]]);
    expect(plan.outside).toBe(2);
  });

  it('loses no cell of the block: each is placed, new or counted as outside', () => {
    const block = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(block, fc.nat(9), fc.nat(4), (rows, row, column) => {
        const plan = planPaste(rows, at(row, column), extent);
        const placed = plan.cells.length + plan.newRows.flat().length + plan.outside;
        expect(placed).toBe(rows.flat().length);
        expect(plan.cells.every((cell) => cell.row < extent.rows && cell.column < extent.columns)).toBe(true);
      }),
    );
  });
});

describe('filling down', () => {
  const textAt = (row: number, column: number) => `${row}/${column}`;

  it('copies the top row of the choice into the rows under it', () => {
    expect(planFillDown({ top: 1, left: 0, bottom: 3, right: 0 }, textAt)).toEqual([
      { row: 2, column: 0, text: '1/0' },
      { row: 3, column: 0, text: '1/0' },
    ]);
  });

  it('takes the row above when a single row is chosen', () => {
    expect(planFillDown(at(4, 2), textAt)).toEqual([{ row: 4, column: 2, text: '3/2' }]);
  });

  it('does nothing in the first row, which has none above it', () => {
    expect(planFillDown(at(0, 0), textAt)).toEqual([]);
  });
});

it('clearing empties every chosen cell', () => {
  const range = { top: 2, left: 1, bottom: 4, right: 3 };
  const cells = planClear(range);
  expect(cells).toHaveLength(cellCount(range));
  expect(cells.every((cell) => cell.text === '')).toBe(true);
});
