import { describe, expect, it } from 'vitest';
import { registerColumns } from '../../../renderer/features/registers/registerColumns';
import { fieldText } from '../../../shared/domain/records/fieldText';
import { registers } from '../../../shared/domain/registers/all';
import { makeWorkbook } from '../../support/makeWorkbook';

/** CSS px of the column of amounts in a register with these payments, in minor units. */
function widthFor(amounts: readonly (number | null)[]): number | undefined {
  const actuals = amounts.map((amount, at) => ({ id: `a${String(at)}`, note: 'Bill', amount }));
  const workbook = makeWorkbook({ actuals });
  const columns = registerColumns({ workbook, register: 'actuals', fields: ['amount'], isGrouped: false });
  return columns.find(({ id }) => id === 'amount')?.width;
}

const LONG = 123_456_789_012;

describe('a column of amounts', () => {
  it('is as wide as its longest amount needs, wherever that stands', () => {
    const wide = widthFor([LONG]);
    const letters = fieldText(makeWorkbook({}), registers.actuals.fields.amount, LONG, 'column').length;
    expect(wide).toBeGreaterThan(letters * 8);
    expect(widthFor([5, LONG, null, 990])).toBe(wide);
    expect(widthFor([LONG, 99_999])).toBe(wide);
    expect(widthFor([10 * LONG, LONG])).toBeGreaterThan(wide ?? Infinity);
  });

  it('is not narrower than its head without any amount', () => {
    expect(widthFor([null])).toBe(widthFor([]));
    expect(widthFor([100])).toBe(widthFor([]));
  });
});
