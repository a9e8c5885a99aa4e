/** Month by month: what leaves the bank, what it adds up to, and what else the months cost. */
import { monthOfNumber } from '../../domain/base/dates';
import { add, ZERO, type Decimal } from '../../domain/base/decimal';
import type { BudgetTotals } from '../../domain/budget/budget';
import { areaOf, at, dateSerial, fixed, fixedColumn, inColumn, onSheet } from '../sheetAddress';
import { SheetGrid } from '../sheetGrid';
import type { Look, Sheet } from '../sheetModel';
import { moneyWidth, roundedFormula, sumOf } from './amounts';
import {
  cumulativeRow,
  fixedMonths,
  MONTHLY,
  monthlyTotalRow,
  monthlyWhole,
  SHEETS,
  type Layout,
  type TotalRow,
} from './layout';
import {
  HEADER,
  LABEL,
  LINKED_MONEY,
  LINKED_TOTAL,
  look,
  NOTE,
  NUMBER_HEADER,
  TITLE,
  TOTAL_LABEL,
  TOTAL_MONEY,
} from './looks';
import type { BudgetSource } from './source';
import { totalIn } from './totals';

const HEADER_ROW = 8;
const FIRST_ROW = HEADER_ROW + 1;
const COLUMNS = {
  number: 1,
  month: 2,
  year: 3,
  external: 4,
  contingency: 5,
  outlay: 6,
  cumulative: 7,
  staff: 8,
  visits: 9,
  total: 10,
} as const;
type Column = keyof typeof COLUMNS;

const HEADERS: { readonly [C in Exclude<Column, 'number' | 'month' | 'year'>]: string } = {
  external: 'External cash',
  contingency: 'Contingency',
  outlay: 'Cash outlay',
  cumulative: 'Cumulative cash',
  staff: 'Own staff time',
  visits: 'Lost visits',
  total: 'Total cost of ownership',
};

/** What each column takes from the totals of a month. */
const AMOUNTS: readonly (readonly [Column, readonly TotalRow[], Look])[] = [
  ['external', ['externalOneTime', 'recurring'], LINKED_MONEY],
  ['contingency', ['contingency'], LINKED_MONEY],
  ['outlay', ['cashOutlay'], LINKED_TOTAL],
  ['staff', ['internalStaffTime'], LINKED_MONEY],
  ['visits', ['productivityLoss'], LINKED_MONEY],
  ['total', ['totalCostOfOwnership'], LINKED_TOTAL],
];

/** The month with the highest cash outlay: its amount and its first day, seen from another sheet. */
export const highestMonth = {
  amount: onSheet(SHEETS.cash, fixed(4, 4)),
  month: onSheet(SHEETS.cash, fixed(4, 5)),
};

/** The total cost of ownership of all months, seen from another sheet. */
export function cashFlowTotal(layout: Layout): string {
  return onSheet(SHEETS.cash, fixed(FIRST_ROW + layout.monthCount, COLUMNS.total));
}

/** The cash paid by the end of the last month, seen from another sheet. */
export function lastCumulativeCash(layout: Layout): string {
  return onSheet(SHEETS.cash, fixed(FIRST_ROW + layout.monthCount - 1, COLUMNS.cumulative));
}

export function cashFlowSheet(source: BudgetSource, layout: Layout): Sheet {
  const grid = new SheetGrid();
  grid.text(1, 1, 'Cash flow', TITLE);
  grid.text(
    2,
    1,
    `In ${source.budget.currency}. Cash outlay is external cash and contingency; own staff time and lost visits are no payments.`,
    NOTE,
  );
  putExtremes(grid, source, layout);
  grid.texts(HEADER_ROW, 1, ['No.', 'Month', 'Fiscal year'], HEADER);
  for (const [column, title] of Object.entries(HEADERS) as [keyof typeof HEADERS, string][]) {
    grid.text(HEADER_ROW, COLUMNS[column], title, NUMBER_HEADER);
  }
  grid.height(HEADER_ROW, 28);
  let cumulative = ZERO;
  source.budget.months.forEach((totals, index) => {
    cumulative = add(cumulative, totals.cashOutlay);
    putMonth(grid, index, totals, cumulative, source, layout);
  });
  putSums(grid, source, layout);
  const last = FIRST_ROW + layout.monthCount;
  const largest = source.money(source.budget.totals.totalCostOfOwnership);
  const width = moneyWidth(largest, source.budget.currency);
  return {
    name: SHEETS.cash,
    columns: [6, 12, 12, ...Object.keys(HEADERS).map(() => width + 3)],
    rows: grid.rows(),
    fills: [],
    tables: [],
    validations: [],
    conditions: (['outlay', 'total'] as const).map((column) => ({
      kind: 'bar',
      ref: areaOf({
        row: FIRST_ROW,
        column: COLUMNS[column],
        lastRow: last - 1,
        lastColumn: COLUMNS[column],
      }),
    })),
    freeze: { rows: HEADER_ROW, columns: 2 },
    print: {
      area: areaOf({ row: 1, column: 1, lastRow: last, lastColumn: COLUMNS.total }),
      pagesWide: 1,
      titleRows: `${HEADER_ROW}:${HEADER_ROW}`,
    },
    locked: true,
  };
}

interface ExtremeMonth {
  /** As shown. */
  readonly amount: number;
  /** Serial number of its first day. */
  readonly day: number;
}

/** The months with the highest and the lowest cash outlay to the cent; the first of equal ones. */
export function monthExtremes({ budget, horizon, rounded }: BudgetSource): {
  highest: ExtremeMonth;
  lowest: ExtremeMonth;
} {
  const amounts = budget.months.map(({ cashOutlay }) => rounded(cashOutlay));
  const month = (amount: number): ExtremeMonth => {
    const index = amounts.indexOf(amount);
    return { amount, day: dateSerial(`${monthOfNumber(horizon.firstMonth + index)}-01`) };
  };
  const highest = amounts.reduce((most, amount) => Math.max(most, amount), -Infinity);
  const lowest = amounts.reduce((least, amount) => Math.min(least, amount), Infinity);
  return { highest: month(highest), lowest: month(lowest) };
}

function putExtremes(grid: SheetGrid, source: BudgetSource, layout: Layout): void {
  const last = FIRST_ROW + layout.monthCount - 1;
  const outlays = fixedColumn(COLUMNS.outlay, FIRST_ROW, last);
  const months = fixedColumn(COLUMNS.month, FIRST_ROW, last);
  const put = (row: number, label: string, pick: 'MAX' | 'MIN', { amount, day }: ExtremeMonth): void => {
    const found = `INDEX(${months},MATCH(${at(row, 4)},${outlays},0))`;
    grid.text(row, 1, label, LABEL);
    grid.formula(row, 4, `${pick}(${outlays})`, amount, look('calculation', 'currency', { strong: true }));
    grid.formula(row, 5, found, day, look('calculation', 'month', { strong: true }));
  };
  const { highest, lowest } = monthExtremes(source);
  put(4, 'Highest month of cash', 'MAX', highest);
  put(5, 'Lowest month of cash', 'MIN', lowest);
}

function putMonth(
  grid: SheetGrid,
  index: number,
  totals: BudgetTotals,
  cumulative: Decimal,
  { budget, horizon, rounded }: BudgetSource,
  layout: Layout,
): void {
  const row = FIRST_ROW + index;
  const monthly = (monthlyRow: number): string =>
    `INDEX(${fixedMonths(layout, monthlyRow)},1,${inColumn(row, COLUMNS.number)})`;
  const put = (column: Column, formula: string, amount: Decimal, cellLook: Look): void =>
    grid.formula(row, COLUMNS[column], roundedFormula(formula, budget.currency), rounded(amount), cellLook);

  const day = dateSerial(`${monthOfNumber(horizon.firstMonth + index)}-01`);
  const year = Number(budget.fiscalYears[horizon.yearOfMonth[index] ?? 0]?.label ?? 0);
  grid.number(row, COLUMNS.number, index + 1, look('label', 'integer', { align: 'center' }));
  grid.formula(row, COLUMNS.month, monthly(MONTHLY.headerRow), day, look('link', 'month', { align: 'left' }));
  grid.formula(
    row,
    COLUMNS.year,
    monthly(MONTHLY.fiscalYearRow),
    year,
    look('link', 'fiscalYear', { align: 'left' }),
  );
  for (const [column, parts, cellLook] of AMOUNTS) {
    const formula = added(parts.map((part) => monthly(monthlyTotalRow(layout, part))));
    put(column, formula, sumOf(parts.map((part) => totalIn(totals, part))), cellLook);
  }
  put('cumulative', monthly(cumulativeRow(layout)), cumulative, LINKED_MONEY);
}

/** More than one amount is set in brackets, for it stands inside a larger formula. */
function added(formulas: readonly string[]): string {
  return formulas.length === 1 ? (formulas[0] ?? '') : `(${formulas.join('+')})`;
}

/** From the exact totals, not from the months above: those are rounded each by itself. */
function putSums(grid: SheetGrid, { budget, rounded }: BudgetSource, layout: Layout): void {
  const row = FIRST_ROW + layout.monthCount;
  grid.texts(row, 1, ['Total', '', ''], TOTAL_LABEL);
  grid.blank(row, COLUMNS.cumulative, TOTAL_MONEY);
  for (const [column, parts] of AMOUNTS) {
    const exact = added(parts.map((part) => monthlyWhole(monthlyTotalRow(layout, part))));
    const sum = rounded(sumOf(parts.map((part) => totalIn(budget.totals, part))));
    grid.formula(row, COLUMNS[column], roundedFormula(exact, budget.currency), sum, TOTAL_MONEY);
  }
}
