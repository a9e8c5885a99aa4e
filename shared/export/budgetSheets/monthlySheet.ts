/** Every cost line in every month, by one formula that reads how the line is billed; totals and their bases below. */
import { monthNumber, monthOfNumber } from '../../domain/base/dates';
import { ZERO, type Decimal } from '../../domain/base/decimal';
import { areaOf, dateSerial, fixed, inColumn, inRow } from '../sheetAddress';
import { SheetGrid } from '../sheetGrid';
import type { Condition, FilledFormula, Sheet } from '../sheetModel';
import { moneyWidth } from './amounts';
import { BASIS, costCell, putBilling, putBillingHeaders } from './billingColumns';
import {
  cumulativeRow,
  helperColumn,
  MONTHLY,
  percentBaseRow,
  SHEETS,
  type HelperColumn,
  type Layout,
} from './layout';
import {
  HEADER,
  LINKED_NAME,
  look,
  MONEY,
  MONTH_HEADER,
  NOTE,
  NUMBER_HEADER,
  ROW_TOTAL,
  TITLE,
} from './looks';
import { putCategories, putMonthlyTotals, putPercentBases, sumOfMonths } from './monthlyTotals';
import type { BudgetSource } from './source';

const { fiscalYearRow, monthNumberRow, headerRow, firstMonthColumn } = MONTHLY;

export function monthlySheet(source: BudgetSource, layout: Layout): Sheet {
  const grid = new SheetGrid();
  grid.text(1, 1, 'Monthly', TITLE);
  grid.text(
    2,
    1,
    `What each line costs in each month, in ${source.budget.currency}. Nothing is typed here.`,
    NOTE,
  );
  putMonths(grid, source, layout);
  putLines(grid, source, layout);
  putBilling(grid, source, layout);
  putMonthlyTotals(grid, source, layout);
  putPercentBases(grid, source, layout);
  putCategories(grid, source, layout);
  const largest = source.budget.months.reduce(
    (most, totals) => Math.max(most, source.money(totals.totalCostOfOwnership)),
    0,
  );
  const monthWidth = moneyWidth(largest, source.budget.currency, 2);
  return {
    name: SHEETS.monthly,
    columns: [46, 16, ...source.budget.months.map(() => monthWidth), 3, 18, 15, 9, 13, 9, 9, 9, 11, 11, 13],
    rows: grid.rows(),
    fills: [...grid.fills, monthAmounts(source, layout)],
    tables: [],
    validations: [],
    conditions: [hideEmptyLines(layout)],
    freeze: { rows: headerRow, columns: 2 },
    print: {
      area: areaOf({
        row: 1,
        column: 1,
        lastRow: cumulativeRow(layout),
        lastColumn: layout.lastMonthColumn,
      }),
      pagesWide: Math.ceil(layout.monthCount / 12),
      titleRows: `${fiscalYearRow}:${headerRow}`,
      titleColumns: 'A:B',
    },
    locked: true,
  };
}

/** Rows that wait for a new line show nothing until it has a name. */
function hideEmptyLines(layout: Layout): Condition {
  const { monthlyFirst: row, monthlyLast: lastRow } = layout;
  const ref = areaOf({ row, column: 2, lastRow, lastColumn: helperColumn(layout, 'ownRate') });
  return { ref, kind: 'formula', formula: `${inColumn(row, 1)}=""`, tone: 'hidden' };
}

function putMonths(grid: SheetGrid, { budget, horizon }: BudgetSource, layout: Layout): void {
  grid.text(fiscalYearRow, 1, 'Fiscal year', NOTE);
  grid.text(monthNumberRow, 1, 'Month number: year × 12 + month − 1', NOTE);
  grid.text(headerRow, 1, 'Cost line', HEADER);
  grid.text(headerRow, 2, 'Total', NUMBER_HEADER);
  budget.months.forEach((_, index) => {
    const column = firstMonthColumn + index;
    const header = inRow(headerRow, column);
    const before = inRow(headerRow, column - 1);
    const start =
      index === 0
        ? 'DATE(YEAR(Budget_start),MONTH(Budget_start),1)'
        : `DATE(YEAR(${before}),MONTH(${before})+1,1)`;
    const month = monthOfNumber(horizon.firstMonth + index);
    const year = Number(budget.fiscalYears[horizon.yearOfMonth[index] ?? 0]?.label ?? 0);
    const later = `AND(Fiscal_year_start_month>1,MONTH(${header})>=Fiscal_year_start_month)`;
    grid.formula(headerRow, column, start, dateSerial(`${month}-01`), MONTH_HEADER);
    grid.formula(
      monthNumberRow,
      column,
      `YEAR(${header})*12+MONTH(${header})-1`,
      monthNumber(month),
      look('note', 'general'),
    );
    grid.formula(
      fiscalYearRow,
      column,
      `YEAR(${header})+IF(${later},1,0)`,
      year,
      look('note', 'fiscalYear', { align: 'right' }),
    );
  });
  putBillingHeaders(grid, layout);
  grid.height(headerRow, 30);
}

function putLines(grid: SheetGrid, { rows, money }: BudgetSource, layout: Layout): void {
  const row = layout.monthlyFirst;
  const names = rows.map((line) => line?.title ?? '');
  const totals = rows.map((line) => money(line?.line.total ?? ZERO));
  grid.fillDown(row, 1, `${costCell(layout, row)('name')}&""`, names, LINKED_NAME);
  grid.fillDown(row, 2, sumOfMonths(layout, row), totals, ROW_TOTAL);
}

/**
 * A line bills its amount in the first month and every so many months after, grown by its yearly increase; a
 * percentage line takes its share of the bases below, month by month or all at once.
 */
function monthAmounts(source: BudgetSource, layout: Layout): FilledFormula {
  const row = layout.monthlyFirst;
  const of = (name: HelperColumn): string => inColumn(row, helperColumn(layout, name));
  const month = inRow(monthNumberRow, firstMonthColumn);
  const base = (part: 'following' | 'ownShare'): string =>
    inRow(percentBaseRow(layout, part), firstMonthColumn);
  const whole = (part: 'following' | 'ownShare'): string => fixed(percentBaseRow(layout, part), 2);

  const due = `AND(${month}>=${of('first')},${month}<=${of('last')},MOD(${month}-${of('first')},${of('every')})=0)`;
  const billed = `IF(${due},${of('amount')}*${of('growth')}^INT((${month}-${of('first')})/12),0)`;
  const byMonth = `${of('amount')}*${base('following')}+${of('counts')}*${base('ownShare')}`;
  const atOnce = `IF(${month}=${of('first')},${of('amount')}*${whole('following')}+${of('counts')}*${whole('ownShare')},0)`;
  return {
    row,
    column: firstMonthColumn,
    rowCount: layout.lineCount,
    columnCount: layout.monthCount,
    formula: `IF(${of('basis')}="${BASIS.bills}",${billed},IF(${of('basis')}="${BASIS.byMonth}",${byMonth},${atOnce}))`,
    results: monthResults(source, layout),
    look: MONEY,
  };
}

function monthResults({ rows, money }: BudgetSource, { lineCount, monthCount }: Layout): Float64Array {
  const results = new Float64Array(lineCount * monthCount);
  rows.forEach((row, index) => {
    // Most months of a line hold the very same amount; converting it once is enough.
    let last: Decimal = ZERO;
    let number = 0;
    for (const [month, amount] of row?.line.months ?? []) {
      if (amount !== last) number = money(amount);
      last = amount;
      results[index * monthCount + month] = number;
    }
  });
  return results;
}
