/** The months gathered into fiscal years, line by line and in total. */
import { ZERO } from '../../domain/base/decimal';
import type { BudgetTotals } from '../../domain/budget/budget';
import { areaOf, at, inColumn, inRow, onSheet } from '../sheetAddress';
import { SheetGrid } from '../sheetGrid';
import type { Condition, Sheet } from '../sheetModel';
import { moneyWidth, roundedFormula } from './amounts';
import {
  COST_COLUMNS,
  fixedMonths,
  MONTHLY,
  monthlyTotalRow,
  monthlyWhole,
  monthsOfRow,
  SHEETS,
  YEARLY,
  yearlyTotalRow,
  type CostColumn,
  type Layout,
} from './layout';
import {
  HEADER,
  HEADING,
  LINKED_MONEY,
  LINKED_TEXT,
  LINKED_TOTAL,
  NOTE,
  NUMBER_HEADER,
  TITLE,
  YEAR_HEADER,
} from './looks';
import { putTotals } from './totals';
import { listLabel, STREAM_LABELS } from './options';
import type { BudgetSource, LineRow } from './source';

const { headerRow, categoryColumn, goesToColumn, totalColumn, firstYearColumn } = YEARLY;

export function yearlySheet(source: BudgetSource, layout: Layout): Sheet {
  const grid = new SheetGrid();
  grid.text(1, 1, 'Yearly', TITLE);
  const { currency } = source.budget;
  grid.text(
    2,
    1,
    `The months of each fiscal year, in ${currency}. Each figure is rounded once, from its exact total.`,
    NOTE,
  );
  grid.texts(headerRow, 1, ['Cost line', 'Category', 'Goes to'], HEADER);
  grid.text(headerRow, totalColumn, 'Total', NUMBER_HEADER);
  putYearHeaders(grid, headerRow, firstYearColumn, source, layout);
  source.rows.forEach((row, index) => putLine(grid, layout.yearlyFirst + index, row, source, layout));
  grid.text(layout.yearlyLast + 2, 1, 'Totals', HEADING);
  putTotals(grid, {
    rowOf: (total) => yearlyTotalRow(layout, total),
    totalColumn,
    totalFormula: (total) => roundedFormula(monthlyWhole(monthlyTotalRow(layout, total)), currency),
    whole: source.budget.totals,
    firstColumn: firstYearColumn,
    partFormula: (total, column) =>
      roundedFormula(ofYear(layout, fixedMonths(layout, monthlyTotalRow(layout, total)), column), currency),
    parts: yearParts(source, layout),
    amount: source.rounded,
    format: 'money',
    role: 'link',
  });
  const width = moneyWidth(source.money(source.budget.totals.totalCostOfOwnership), currency);
  return {
    name: SHEETS.yearly,
    columns: [46, 32, 19, width, ...Array.from({ length: layout.yearCount }, () => width)],
    rows: grid.rows(),
    fills: [],
    tables: [],
    validations: [],
    conditions: [
      hideUnusedYears(headerRow, grid.lastRow, firstYearColumn, layout),
      {
        ref: areaOf({
          row: layout.yearlyFirst,
          column: totalColumn,
          lastRow: layout.yearlyLast,
          lastColumn: layout.lastYearColumn,
        }),
        kind: 'formula',
        formula: `${inColumn(layout.yearlyFirst, 1)}=""`,
        tone: 'hidden',
      },
    ],
    freeze: { rows: headerRow, columns: 1 },
    print: { pagesWide: 1, titleRows: `${headerRow}:${headerRow}` },
    locked: true,
  };
}

/** The fiscal years side by side; the last header stays empty when the months need one year less. */
export function putYearHeaders(
  grid: SheetGrid,
  row: number,
  firstColumn: number,
  { budget }: BudgetSource,
  layout: Layout,
): void {
  const first = onSheet(SHEETS.monthly, at(MONTHLY.fiscalYearRow, MONTHLY.firstMonthColumn));
  const last = onSheet(SHEETS.monthly, at(MONTHLY.fiscalYearRow, layout.lastMonthColumn));
  for (let index = 0; index < layout.yearCount; index++) {
    const before = at(row, firstColumn + index - 1);
    const next = `IF(${before}="","",IF(${before}+1<=${last},${before}+1,""))`;
    const label = budget.fiscalYears[index]?.label;
    grid.formula(
      row,
      firstColumn + index,
      index === 0 ? first : next,
      label === undefined ? '' : Number(label),
      YEAR_HEADER,
    );
  }
}

/** Zeros under a year that is not there would only raise questions. */
export function hideUnusedYears(
  headerRow: number,
  lastRow: number,
  firstColumn: number,
  layout: Layout,
): Condition {
  const ref = areaOf({
    row: headerRow + 1,
    column: firstColumn,
    lastRow,
    lastColumn: firstColumn + layout.yearCount - 1,
  });
  return { ref, kind: 'formula', formula: `${inRow(headerRow, firstColumn)}=""`, tone: 'hidden' };
}

/** The totals of each fiscal year, and nothing for a year that is only kept ready. */
export function yearParts({ budget }: BudgetSource, layout: Layout): readonly (BudgetTotals | undefined)[] {
  return Array.from({ length: layout.yearCount }, (_, index) => budget.years[index]);
}

function putLine(
  grid: SheetGrid,
  row: number,
  line: LineRow | undefined,
  source: BudgetSource,
  layout: Layout,
): void {
  const { rounded, budget } = source;
  const costRow = row - layout.yearlyFirst + layout.costFirst;
  const monthlyRow = row - layout.yearlyFirst + layout.monthlyFirst;
  const cost = (column: CostColumn): string => onSheet(SHEETS.costs, inColumn(costRow, COST_COLUMNS[column]));
  grid.formula(row, 1, `${cost('name')}&""`, line?.title ?? '', LINKED_TEXT);
  grid.formula(
    row,
    categoryColumn,
    `${cost('category')}&""`,
    listLabel('Category', line?.cost.category ?? null),
    LINKED_TEXT,
  );
  const stream = line === undefined ? '' : STREAM_LABELS[line.line.stream];
  grid.formula(row, goesToColumn, `${cost('goesTo')}&""`, stream, LINKED_TEXT);
  const whole = roundedFormula(monthlyWhole(monthlyRow), budget.currency);
  grid.formula(row, totalColumn, whole, rounded(line?.line.total ?? ZERO), LINKED_TOTAL);
  for (let index = 0; index < layout.yearCount; index++) {
    const column = firstYearColumn + index;
    const formula = roundedFormula(ofYear(layout, monthsOfRow(layout, monthlyRow), column), budget.currency);
    grid.formula(row, column, formula, rounded(line?.line.byFiscalYear[index] ?? ZERO), LINKED_MONEY);
  }
}

/** The months of a fiscal year among those of a row of Monthly. */
function ofYear(layout: Layout, months: string, column: number): string {
  return `SUMIFS(${months},${fixedMonths(layout, MONTHLY.fiscalYearRow)},${inRow(headerRow, column)})`;
}
