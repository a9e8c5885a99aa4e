/** The two tables of the summary: what the implementation costs by stream and by category, in each fiscal year. */
import { add, ZERO, type Decimal } from '../../domain/base/decimal';
import { at, fixed, inColumn, inRow, onSheet } from '../sheetAddress';
import type { SheetGrid } from '../sheetGrid';
import type { Condition, Look } from '../sheetModel';
import { roundedFormula } from './amounts';
import {
  categoryRow,
  fixedMonths,
  MONTHLY,
  monthlyWhole,
  SHEETS,
  TOTAL_ROWS,
  YEARLY,
  yearlyTotalRow,
  type Layout,
  type TotalRow,
} from './layout';
import {
  HEADER,
  HEADING,
  LINKED_MONEY,
  LINKED_TEXT,
  LINKED_TOTAL,
  look,
  NUMBER_HEADER,
  TOTAL_LABEL,
  TOTAL_MONEY,
} from './looks';
import { listCell, OPTION_LISTS } from './options';
import type { BudgetSource } from './source';
import { putTotals, totalIn } from './totals';
import { hideUnusedYears, putYearHeaders, yearParts } from './yearlySheet';

const TOTAL = 2;
const SHARE = 3;
const FIRST_YEAR = 4;
const STREAM_HEADER_ROW = 14;
const CATEGORY_HEADER_ROW = STREAM_HEADER_ROW + TOTAL_ROWS.length + 3;
const CATEGORIES = OPTION_LISTS.Category;
const CATEGORY_TOTAL_ROW = CATEGORY_HEADER_ROW + CATEGORIES.length + 1;

/** The row after the tables. */
export const AFTER_TABLES = CATEGORY_TOTAL_ROW + 1;

const streamRow = (total: TotalRow): number => STREAM_HEADER_ROW + 1 + TOTAL_ROWS.indexOf(total);

/** The cell with a total over all years. */
export function summaryTotal(total: TotalRow): string {
  return at(streamRow(total), TOTAL);
}

/** The cell with the total of all categories. */
export const allCategories = at(CATEGORY_TOTAL_ROW, TOTAL);

export function putStreams(grid: SheetGrid, source: BudgetSource, layout: Layout): void {
  putHeaders(grid, STREAM_HEADER_ROW, 'By kind of cost', 'Kind of cost', source, layout);
  const yearly = (total: TotalRow, column: number): string =>
    onSheet(SHEETS.yearly, at(yearlyTotalRow(layout, total), column));
  putTotals(grid, {
    rowOf: streamRow,
    totalColumn: TOTAL,
    totalFormula: (total) => yearly(total, YEARLY.totalColumn),
    whole: source.budget.totals,
    firstColumn: FIRST_YEAR,
    partFormula: (total, column) => yearly(total, YEARLY.firstYearColumn + column - FIRST_YEAR),
    parts: yearParts(source, layout),
    amount: source.rounded,
    format: 'money',
    role: 'link',
  });
  for (const total of TOTAL_ROWS) {
    if (total === 'benefit') continue;
    putShare(grid, streamRow(total), source.rounded(totalIn(source.budget.totals, total)), source);
  }
}

/** Benefits are no cost, so they are in no category. */
export function putCategories(grid: SheetGrid, source: BudgetSource, layout: Layout): void {
  const { budget, rounded } = source;
  putHeaders(grid, CATEGORY_HEADER_ROW, 'By category', 'Category', source, layout);
  const byYear = yearsByCategory(source);
  const put = (
    index: number,
    years: readonly Decimal[],
    total: Decimal,
    [first, others]: readonly [Look, Look],
  ): void => {
    const row = CATEGORY_HEADER_ROW + 1 + index;
    const months = fixedMonths(layout, categoryRow(layout, index));
    const whole = roundedFormula(monthlyWhole(categoryRow(layout, index)), budget.currency);
    grid.formula(row, TOTAL, whole, rounded(total), first);
    putShare(grid, row, rounded(total), source);
    for (let year = 0; year < layout.yearCount; year++) {
      const column = FIRST_YEAR + year;
      const fiscalYears = fixedMonths(layout, MONTHLY.fiscalYearRow);
      const sum = `SUMIFS(${months},${fiscalYears},${inRow(CATEGORY_HEADER_ROW, column)})`;
      grid.formula(row, column, roundedFormula(sum, budget.currency), rounded(years[year] ?? ZERO), others);
    }
  };
  CATEGORIES.forEach(([id, label], index) => {
    grid.formula(CATEGORY_HEADER_ROW + 1 + index, 1, listCell('Category', id), label, LINKED_TEXT);
    put(index, byYear.get(id) ?? [], budget.byCategory.get(id) ?? ZERO, [LINKED_TOTAL, LINKED_MONEY]);
  });
  const years = budget.years.map((year) => year.totalCostOfOwnership);
  grid.text(CATEGORY_TOTAL_ROW, 1, 'All categories', TOTAL_LABEL);
  put(CATEGORIES.length, years, budget.totals.totalCostOfOwnership, [TOTAL_MONEY, TOTAL_MONEY]);
}

/** Columns that wait for another fiscal year show nothing. */
export function summaryConditions(layout: Layout): readonly Condition[] {
  return [
    hideUnusedYears(STREAM_HEADER_ROW, streamRow('benefit'), FIRST_YEAR, layout),
    hideUnusedYears(CATEGORY_HEADER_ROW, CATEGORY_TOTAL_ROW, FIRST_YEAR, layout),
  ];
}

function putHeaders(
  grid: SheetGrid,
  row: number,
  heading: string,
  first: string,
  source: BudgetSource,
  layout: Layout,
): void {
  grid.text(row - 1, 1, heading, HEADING);
  grid.text(row, 1, first, HEADER);
  grid.texts(row, TOTAL, ['Total', 'Share'], NUMBER_HEADER);
  putYearHeaders(grid, row, FIRST_YEAR, source, layout);
}

/** Of the total cost of ownership. */
function putShare(grid: SheetGrid, row: number, amount: number, { budget, rounded }: BudgetSource): void {
  const tco = rounded(budget.totals.totalCostOfOwnership);
  grid.formula(row, SHARE, shareFormula(row), tco === 0 ? 0 : amount / tco, look('calculation', 'share'));
}

function shareFormula(row: number): string {
  const whole = fixed(streamRow('totalCostOfOwnership'), TOTAL);
  return `IF(${whole}=0,0,${inColumn(row, TOTAL)}/${whole})`;
}

function yearsByCategory({ rows }: BudgetSource): ReadonlyMap<string, readonly Decimal[]> {
  const sums = new Map<string, Decimal[]>();
  for (const row of rows) {
    if (row === undefined || row.line.stream === 'benefit') continue;
    const years = sums.get(row.cost.category) ?? [];
    row.line.byFiscalYear.forEach((amount, year) => (years[year] = add(years[year] ?? ZERO, amount)));
    sums.set(row.cost.category, years);
  }
  return sums;
}
