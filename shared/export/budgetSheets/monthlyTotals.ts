/** What stands under the months: totals by stream and category, and what percentage lines are taken of. Not rounded. */
import { add, ZERO, type Decimal } from '../../domain/base/decimal';
import { at, columnsOfRow, inColumn, inRow, rowsOfColumn } from '../sheetAddress';
import type { SheetGrid } from '../sheetGrid';
import { sumOf } from './amounts';
import {
  categoryRow,
  costRange,
  cumulativeRow,
  helperRange,
  MONTHLY,
  monthlyTotalRow,
  percentBaseRow,
  type HelperColumn,
  type Layout,
  type TotalRow,
} from './layout';
import { HEADING, LABEL, LINKED_TEXT, look, TOTAL_LABEL } from './looks';
import { listCell, OPTION_LISTS } from './options';
import type { BudgetSource } from './source';
import { isSumRow, partsOf, putTotals } from './totals';

const { monthNumberRow, firstMonthColumn } = MONTHLY;
/** Two digits more than money has, so that what the other sheets round can be seen. */
const EXACT = look('calculation', 'exactMoney');

export function sumOfMonths(layout: Layout, row: number): string {
  return `SUM(${columnsOfRow(row, firstMonthColumn, layout.lastMonthColumn)})`;
}

export function putMonthlyTotals(grid: SheetGrid, { budget, money }: BudgetSource, layout: Layout): void {
  const rowOf = (total: TotalRow): number => monthlyTotalRow(layout, total);
  grid.text(layout.monthlyLast + 2, 1, 'Totals, before rounding', HEADING);
  putTotals(grid, {
    rowOf,
    totalColumn: 2,
    totalFormula: (total) => sumOfMonths(layout, rowOf(total)),
    whole: budget.totals,
    firstColumn: firstMonthColumn,
    partFormula: (total, column) =>
      isSumRow(total)
        ? partsOf(total)
            .map((part) => at(rowOf(part), column))
            .join('+')
        : sumOfLines(layout, column, `${helperRange(layout, 'goesTo')},${inColumn(rowOf(total), 1)}`),
    parts: budget.months,
    amount: money,
    format: 'exactMoney',
    role: 'calculation',
  });
  const row = cumulativeRow(layout);
  let cumulative = ZERO;
  grid.text(row, 1, 'Cumulative cash outlay', LABEL);
  budget.months.forEach((totals, index) => {
    const column = firstMonthColumn + index;
    const outlay = at(rowOf('cashOutlay'), column);
    cumulative = add(cumulative, totals.cashOutlay);
    grid.formula(
      row,
      column,
      index === 0 ? outlay : `${at(row, column - 1)}+${outlay}`,
      money(cumulative),
      EXACT,
    );
  });
}

/** The lines of a month that meet the criteria. */
function sumOfLines(layout: Layout, column: number, criteria: string): string {
  return `SUMIFS(${rowsOfColumn(column, layout.monthlyFirst, layout.monthlyLast)},${criteria})`;
}

/** Benefits are no cost, so they are in no category. */
export function putCategories(grid: SheetGrid, source: BudgetSource, layout: Layout): void {
  const { budget, money } = source;
  const categories = OPTION_LISTS.Category;
  const byMonth = monthsByCategory(source);
  const isCost = `${helperRange(layout, 'goesTo')},"<>"&${listCell('Goes to', 'benefit')}`;
  grid.text(categoryRow(layout, -1), 1, 'By category, before rounding', HEADING);
  categories.forEach(([id, label], index) => {
    const row = categoryRow(layout, index);
    const criteria = `${costRange(layout, 'category')},${inColumn(row, 1)},${isCost}`;
    grid.formula(row, 1, listCell('Category', id), label, LINKED_TEXT);
    grid.formula(row, 2, sumOfMonths(layout, row), money(budget.byCategory.get(id) ?? ZERO), EXACT);
    budget.months.forEach((_, month) => {
      const column = firstMonthColumn + month;
      const amount = byMonth.get(id)?.[month] ?? ZERO;
      grid.formula(row, column, sumOfLines(layout, column, criteria), money(amount), EXACT);
    });
  });
  const last = categoryRow(layout, categories.length);
  const total = look('total', 'exactMoney');
  grid.text(last, 1, 'All categories', TOTAL_LABEL);
  grid.formula(last, 2, sumOfMonths(layout, last), money(budget.totals.totalCostOfOwnership), total);
  budget.months.forEach((totals, month) => {
    const column = firstMonthColumn + month;
    const rows = rowsOfColumn(column, categoryRow(layout, 0), last - 1);
    grid.formula(last, column, `SUM(${rows})`, money(totals.totalCostOfOwnership), total);
  });
}

function monthsByCategory({ rows }: BudgetSource): ReadonlyMap<string, readonly Decimal[]> {
  const sums = new Map<string, Decimal[]>();
  for (const row of rows) {
    if (row === undefined || row.line.stream === 'benefit') continue;
    const months = sums.get(row.cost.category) ?? [];
    for (const [month, amount] of row.line.months) months[month] = add(months[month] ?? ZERO, amount);
    sums.set(row.cost.category, months);
  }
  return sums;
}

/** Computed from how lines are billed, not from the months above: those hold the percentage lines themselves. */
export function putPercentBases(grid: SheetGrid, { percentBase, money }: BudgetSource, layout: Layout): void {
  const range = (name: HelperColumn): string => helperRange(layout, name);
  grid.text(percentBaseRow(layout, 'following') - 1, 1, 'What percentage lines are taken of', HEADING);
  for (const part of ['following', 'ownShare'] as const) {
    const row = percentBaseRow(layout, part);
    grid.text(
      row,
      1,
      part === 'following' ? 'External one-time cost' : 'Contingency at own percentages',
      LABEL,
    );
    grid.formula(row, 2, sumOfMonths(layout, row), money(sumOf(percentBase[part])), EXACT);
    percentBase[part].forEach((amount, index) => {
      const month = inRow(monthNumberRow, firstMonthColumn + index);
      const age = `${month}-${range('first')}`;
      const due = `(${month}>=${range('first')})*(${month}<=${range('last')})*(MOD(${age},${range('every')})=0)`;
      const weight = range(part === 'following' ? 'follows' : 'ownRate');
      const formula = `SUMPRODUCT(${due}*${range('amount')}*${range('growth')}^INT((${age})/12)*${weight})`;
      grid.formula(row, firstMonthColumn + index, formula, money(amount), EXACT);
    });
  }
}
