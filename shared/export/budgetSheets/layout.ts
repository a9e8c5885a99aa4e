/** Where everything stands: the sheets refer to each other's cells through this and nothing else. */
import type { Stream } from '../../domain/budget/budget';
import { columnsOfRow, fixed, fixedColumn, inColumn, onSheet } from '../sheetAddress';
import type { BudgetSource } from './source';

export const SHEETS = {
  summary: 'Summary',
  assumptions: 'Assumptions',
  costs: 'Cost lines',
  monthly: 'Monthly',
  yearly: 'Yearly',
  cash: 'Cash flow',
  baseline: 'Baseline',
  risks: 'Risks',
  schedule: 'Schedule',
} as const;

/** Columns of the cost lines: what is typed, what follows, what else is known. */
export const COST_COLUMNS = {
  name: 1,
  category: 2,
  kind: 3,
  own: 4,
  driver: 5,
  quantity: 6,
  unitCost: 7,
  billed: 8,
  from: 9,
  until: 10,
  increase: 11,
  contingency: 12,
  counted: 13,
  quantityUsed: 14,
  unitCostUsed: 15,
  perBill: 16,
  goesTo: 17,
  total: 18,
  confidence: 19,
  vendor: 20,
  source: 21,
  id: 22,
} as const;
export type CostColumn = keyof typeof COST_COLUMNS;

/** The header row of the sheets with one row per cost line. */
export const COST_HEADER_ROW = 5;
export const MONTHLY = { fiscalYearRow: 4, monthNumberRow: 5, headerRow: 6, firstMonthColumn: 3 } as const;
export const YEARLY = {
  headerRow: 5,
  categoryColumn: 2,
  goesToColumn: 3,
  totalColumn: 4,
  firstYearColumn: 5,
} as const;

/** The totals under the lines, in this order; `cashOutlay` and `totalCostOfOwnership` add up what stands above. */
export const TOTAL_ROWS = [
  'externalOneTime',
  'recurring',
  'contingency',
  'cashOutlay',
  'internalStaffTime',
  'productivityLoss',
  'totalCostOfOwnership',
  'benefit',
] as const satisfies readonly (Stream | 'cashOutlay' | 'totalCostOfOwnership')[];
export type TotalRow = (typeof TOTAL_ROWS)[number];

export interface Layout {
  readonly lineCount: number;
  readonly monthCount: number;
  /** One more than the plan needs when another start of the fiscal year could need it. */
  readonly yearCount: number;
  readonly costFirst: number;
  readonly costLast: number;
  readonly monthlyFirst: number;
  readonly monthlyLast: number;
  readonly lastMonthColumn: number;
  readonly yearlyFirst: number;
  readonly yearlyLast: number;
  readonly lastYearColumn: number;
}

export function layoutOf({ rows, budget }: BudgetSource): Layout {
  const lineCount = rows.length;
  const monthCount = budget.horizonMonths;
  const yearCount = Math.floor((monthCount + 10) / 12) + 1;
  return {
    lineCount,
    monthCount,
    yearCount,
    costFirst: COST_HEADER_ROW + 1,
    costLast: COST_HEADER_ROW + lineCount,
    monthlyFirst: MONTHLY.headerRow + 1,
    monthlyLast: MONTHLY.headerRow + lineCount,
    lastMonthColumn: MONTHLY.firstMonthColumn + monthCount - 1,
    yearlyFirst: YEARLY.headerRow + 1,
    yearlyLast: YEARLY.headerRow + lineCount,
    lastYearColumn: YEARLY.firstYearColumn + yearCount - 1,
  };
}

/** Columns to the right of the months: how each line is billed. */
export const HELPER_COLUMNS = [
  'goesTo',
  'basis',
  'counts',
  'amount',
  'first',
  'last',
  'every',
  'growth',
  'follows',
  'ownRate',
] as const;
export type HelperColumn = (typeof HELPER_COLUMNS)[number];

export function helperColumn(layout: Layout, name: HelperColumn): number {
  return layout.lastMonthColumn + 2 + HELPER_COLUMNS.indexOf(name);
}

/** The rows of a helper column, for formulas on the same sheet. */
export function helperRange(layout: Layout, name: HelperColumn): string {
  return fixedColumn(helperColumn(layout, name), layout.monthlyFirst, layout.monthlyLast);
}

/** The row of a total under the lines of Monthly. */
export function monthlyTotalRow(layout: Layout, total: TotalRow): number {
  return layout.monthlyLast + 3 + TOTAL_ROWS.indexOf(total);
}

/** Under the totals of Monthly: cash outlay so far. */
export function cumulativeRow(layout: Layout): number {
  return monthlyTotalRow(layout, 'benefit') + 1;
}

/** Under that: what percentages are taken of. */
export function percentBaseRow(layout: Layout, part: 'following' | 'ownShare'): number {
  return cumulativeRow(layout) + (part === 'following' ? 3 : 4);
}

/** Under that: a category by its place in the list, and last all of them. */
export function categoryRow(layout: Layout, index: number): number {
  return percentBaseRow(layout, 'ownShare') + 3 + index;
}

export function yearlyTotalRow(layout: Layout, total: TotalRow): number {
  return layout.yearlyLast + 3 + TOTAL_ROWS.indexOf(total);
}

/** A column of the cost lines, seen from another sheet. */
export function costRange(layout: Layout, column: CostColumn): string {
  return onSheet(SHEETS.costs, fixedColumn(COST_COLUMNS[column], layout.costFirst, layout.costLast));
}

/** The total of the first line in Monthly, seen from another sheet; the row moves when the formula is filled. */
export function monthlyLineTotal(layout: Layout): string {
  return onSheet(SHEETS.monthly, inColumn(layout.monthlyFirst, 2));
}

/** The total of a row of Monthly over all months, seen from another sheet. */
export function monthlyWhole(row: number): string {
  return onSheet(SHEETS.monthly, fixed(row, 2));
}

/** The total of each line in Monthly, seen from another sheet. */
export function monthlyTotals(layout: Layout): string {
  return onSheet(SHEETS.monthly, fixedColumn(2, layout.monthlyFirst, layout.monthlyLast));
}

/** The months of one row of Monthly, seen from another sheet; the row moves when the formula is filled. */
export function monthsOfRow(layout: Layout, row: number): string {
  return onSheet(SHEETS.monthly, columnsOfRow(row, MONTHLY.firstMonthColumn, layout.lastMonthColumn));
}

/** The months of one row of Monthly, seen from another sheet; stays where it is. */
export function fixedMonths(layout: Layout, row: number): string {
  const { firstMonthColumn } = MONTHLY;
  return onSheet(SHEETS.monthly, `${fixed(row, firstMonthColumn)}:${fixed(row, layout.lastMonthColumn)}`);
}
