/** Rows of a sheet are as high as what stands in them needs. */
import { describe, expect, it } from 'vitest';
import { SheetGrid } from '../../../shared/export/sheetGrid';
import { withRowHeights } from '../../../shared/export/sheetHeights';
import type { Look, Sheet } from '../../../shared/export/sheetModel';

const WRAPPED: Look = { role: 'link', wrap: true };
const LONG = 'Exam room workstations, tablets, and the carts they stand on, for both sites';

function heightsOf(grid: SheetGrid): readonly (number | undefined)[] {
  const sheet: Sheet = {
    ...{ name: 'Costs', columns: [40, 12], rows: grid.rows(), fills: grid.fills },
    ...{ tables: [], validations: [], conditions: [], locked: true },
    freeze: { rows: 0, columns: 0 },
    print: { pagesWide: 1 },
  };
  return withRowHeights(sheet).rows.map((row) => row?.height);
}

describe('the height of a row', () => {
  it('fits a name that a formula brings from another sheet', () => {
    const grid = new SheetGrid();
    grid.fillDown(2, 1, `'Cost lines'!A2&""`, ['Seats', LONG, ''], WRAPPED);
    const [first, short, long, empty] = heightsOf(grid);
    expect([first, short, empty]).toEqual([undefined, undefined, undefined]);
    expect(long).toBeGreaterThan(25);
  });

  it('fits the longer one of what is written and what is filled in, and leaves the rest alone', () => {
    const grid = new SheetGrid();
    grid.text(1, 2, `${LONG}, ${LONG}`, WRAPPED);
    grid.fillDown(1, 1, `'Cost lines'!A2&""`, [LONG, LONG], { role: 'link' });
    const [written, plain] = heightsOf(grid);
    expect(written).toBeGreaterThan(100);
    expect(plain).toBeUndefined();
  });
});
