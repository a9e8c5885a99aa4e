/** The totals of a budget as rows: one for each stream, and the two that add them up. */
import type { Decimal } from '../../domain/base/decimal';
import type { BudgetTotals } from '../../domain/budget/budget';
import type { SheetGrid } from '../sheetGrid';
import type { Format } from '../sheetModel';
import { TOTAL_ROWS, type TotalRow } from './layout';
import { LINKED_TEXT, look, TOTAL_LABEL } from './looks';
import { listCell, STREAM_LABELS } from './options';

const SUM_LABELS = { cashOutlay: 'Cash outlay', totalCostOfOwnership: 'Total cost of ownership' } as const;
export type SumRow = keyof typeof SUM_LABELS;

/** Rows of totals on one sheet: a column with the total of each row, and one for each month or fiscal year. */
export interface TotalRows {
  readonly rowOf: (total: TotalRow) => number;
  readonly totalColumn: number;
  readonly totalFormula: (total: TotalRow) => string;
  readonly whole: BudgetTotals;
  readonly firstColumn: number;
  readonly partFormula: (total: TotalRow, column: number) => string;
  /** What each column comes to; undefined for one that waits for another fiscal year. */
  readonly parts: readonly (BudgetTotals | undefined)[];
  /** An exact amount as this sheet shows it. */
  readonly amount: (exact: Decimal) => number;
  readonly format: Format;
  readonly role: 'calculation' | 'link';
}

/** Where a total is kept among the totals. */
export function totalIn(totals: BudgetTotals, total: TotalRow): Decimal {
  return total === 'benefit' ? totals.benefits : totals[total];
}

export function isSumRow(total: TotalRow): total is SumRow {
  return Object.hasOwn(SUM_LABELS, total);
}

export function totalLabel(total: TotalRow): string {
  return isSumRow(total) ? SUM_LABELS[total] : STREAM_LABELS[total];
}

/** The totals that a sum row adds up. */
export function partsOf(total: SumRow): readonly TotalRow[] {
  return total === 'cashOutlay'
    ? ['externalOneTime', 'recurring', 'contingency']
    : ['cashOutlay', 'internalStaffTime', 'productivityLoss'];
}

export function putTotals(grid: SheetGrid, rows: TotalRows): void {
  const { format, role, amount } = rows;
  for (const total of TOTAL_ROWS) {
    const row = rows.rowOf(total);
    const isSum = isSumRow(total);
    const partLook = isSum ? look('total', format) : look(role, format);
    const wholeLook = isSum ? partLook : look('calculation', format, { strong: true });
    if (isSum) grid.text(row, 1, SUM_LABELS[total], TOTAL_LABEL);
    else grid.formula(row, 1, listCell('Goes to', total), STREAM_LABELS[total], LINKED_TEXT);
    grid.formula(
      row,
      rows.totalColumn,
      rows.totalFormula(total),
      amount(totalIn(rows.whole, total)),
      wholeLook,
    );
    rows.parts.forEach((part, index) => {
      const column = rows.firstColumn + index;
      const result = part === undefined ? 0 : amount(totalIn(part, total));
      grid.formula(row, column, rows.partFormula(total, column), result, partLook);
    });
  }
}
