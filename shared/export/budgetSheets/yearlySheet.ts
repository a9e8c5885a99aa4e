/** The months gathered into fiscal years, line by line and in total. */
import { ZERO } from '../../domain/base/decimal';
import type { BudgetTotals } from '../../domain/budget/budget';
import { areaOf, at, fixed, inColumn, inRow, onSheet } from '../sheetAddress';
import { SheetGrid } from '../sheetGrid';
import type { Condition, FilledFormula, Sheet } from '../sheetModel';
import { moneyWidth, roundedFormula } from './amounts';
import {
  COST_COLUMNS,
  fixedMonths,
  MONTHLY,
  monthlyLineTotal,
  monthlyTotalRow,
  monthlyWhole,
  monthsOfRow,
  SHEETS,
  TOTAL_ROWS,
  YEARLY,
  yearlyTotalRow,
  type CostColumn,
  type Layout,
  type TotalRow,
} from './layout';
import {
  HEADER,
  HEADING,
  LINKED_NAME,
  LINKED_TEXT,
  look,
  MONEY,
  NOTE,
  NUMBER_HEADER,
  TITLE,
  YEAR_HEADER,
} from './looks';
import { putTotals, totalIn } from './totals';
import { listLabel, STREAM_LABELS } from './options';
import type { BudgetSource, LineRow } from './source';

const EXACT_LINK = look('link', 'exactMoney');
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
  putLines(grid, source, layout);
  grid.text(layout.yearlyLast + 2, 1, 'Totals', HEADING);
  putTotals(grid, {
    rowOf: (total) => yearlyTotalRow(layout, total),
    totalColumn,
    totalFormula: (total) =>
      roundedFormula(exactCell(layout, yearlyTotalRow(layout, total), totalColumn), currency),
    whole: source.budget.totals,
    firstColumn: firstYearColumn,
    partFormula: (total, column) =>
      roundedFormula(exactCell(layout, yearlyTotalRow(layout, total), column), currency),
    parts: yearParts(source, layout),
    amount: source.rounded,
    format: 'money',
    role: 'calculation',
  });
  putExactYears(grid, source, layout);
  const width = moneyWidth(source.money(source.budget.totals.totalCostOfOwnership), currency);
  const amounts = Array.from({ length: layout.yearCount + 1 }, () => width);
  return {
    name: SHEETS.yearly,
    columns: [54, 32, 19, ...amounts, 3, ...amounts.map((amount) => amount + 3)],
    rows: grid.rows(),
    fills: [...grid.fills, ...lineAmounts(source, layout)],
    tables: [],
    validations: [],
    conditions: [
      ...[firstYearColumn, exactColumn(layout, firstYearColumn)].map((column) =>
        hideUnusedYears(headerRow, grid.lastRow, column, layout),
      ),
      hideEmptyLines(layout),
    ],
    freeze: { rows: headerRow, columns: 1 },
    print: {
      area: areaOf({
        ...{ row: 1, column: 1, lastColumn: layout.lastYearColumn },
        lastRow: yearlyTotalRow(layout, 'benefit'),
      }),
      pagesWide: 1,
      titleRows: `${headerRow}:${headerRow}`,
    },
    locked: true,
  };
}

/** Rows that wait for a new line show nothing until it has a name. */
function hideEmptyLines(layout: Layout): Condition {
  const ref = areaOf({
    ...{ row: layout.yearlyFirst, lastRow: layout.yearlyLast },
    ...{ column: totalColumn, lastColumn: exactColumn(layout, layout.lastYearColumn) },
  });
  return { ref, kind: 'formula', formula: `${inColumn(layout.yearlyFirst, 1)}=""`, tone: 'hidden' };
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

function putLines(grid: SheetGrid, { rows }: BudgetSource, layout: Layout): void {
  const row = layout.yearlyFirst;
  const cost = (column: CostColumn): string =>
    onSheet(SHEETS.costs, inColumn(layout.costFirst, COST_COLUMNS[column]));
  const fill = (
    column: number,
    formula: string,
    of: (line: LineRow) => string,
    textLook = LINKED_TEXT,
  ): void =>
    grid.fillDown(
      row,
      column,
      formula,
      rows.map((line) => (line === undefined ? '' : of(line))),
      textLook,
    );
  fill(1, `${cost('name')}&""`, ({ title }) => title, LINKED_NAME);
  fill(categoryColumn, `${cost('category')}&""`, ({ cost: { category } }) => listLabel('Category', category));
  fill(goesToColumn, `${cost('goesTo')}&""`, ({ line }) => STREAM_LABELS[line.stream]);
}

/** Every figure has its exact value to the right, where it is summed; here it is rounded. */
function exactCell(layout: Layout, row: number, column: number): string {
  return at(row, exactColumn(layout, column));
}

function exactColumn(layout: Layout, column: number): number {
  return layout.lastYearColumn + 2 + column - totalColumn;
}

/** The fiscal years of a total before rounding, seen from another sheet. */
export function exactYears(layout: Layout, total: TotalRow): string {
  const row = yearlyTotalRow(layout, total);
  const first = fixed(row, exactColumn(layout, firstYearColumn));
  return onSheet(SHEETS.yearly, `${first}:${fixed(row, exactColumn(layout, layout.lastYearColumn))}`);
}

/** Total and years of each line: rounded, and before that. */
function lineAmounts(
  { budget, rows, money, rounded }: BudgetSource,
  layout: Layout,
): readonly FilledFormula[] {
  const row = layout.yearlyFirst;
  const size = { row, rowCount: layout.lineCount };
  const exact = rows.map((line) => [
    line?.line.total ?? ZERO,
    ...Array.from({ length: layout.yearCount }, (_, year) => line?.line.byFiscalYear[year] ?? ZERO),
  ]);
  const months = monthsOfRow(layout, layout.monthlyFirst);
  return [
    {
      ...{ ...size, column: totalColumn, columnCount: layout.yearCount + 1 },
      formula: roundedFormula(exactCell(layout, row, totalColumn), budget.currency),
      results: Float64Array.from(exact.flatMap((amounts) => amounts.map(rounded))),
      look: MONEY,
    },
    {
      ...{ ...size, column: exactColumn(layout, totalColumn), columnCount: 1 },
      formula: monthlyLineTotal(layout),
      results: Float64Array.from(exact.map(([total = ZERO]) => money(total))),
      look: EXACT_LINK,
    },
    {
      ...{ ...size, column: exactColumn(layout, firstYearColumn), columnCount: layout.yearCount },
      formula: ofYear(layout, months, exactColumn(layout, firstYearColumn)),
      results: Float64Array.from(exact.flatMap(([, ...years]) => years.map(money))),
      look: EXACT_LINK,
    },
  ];
}

function putExactYears(grid: SheetGrid, source: BudgetSource, layout: Layout): void {
  const { budget, money } = source;
  const column = exactColumn(layout, totalColumn);
  grid.text(headerRow - 1, column, 'Before rounding', HEADING);
  grid.text(headerRow, column, 'Total', NUMBER_HEADER);
  for (let year = 0; year < layout.yearCount; year++) {
    const label = budget.fiscalYears[year]?.label;
    const header = at(headerRow, firstYearColumn + year);
    grid.formula(headerRow, column + 1 + year, header, label === undefined ? '' : Number(label), YEAR_HEADER);
  }
  for (const total of TOTAL_ROWS) {
    const row = yearlyTotalRow(layout, total);
    const monthlyRow = monthlyTotalRow(layout, total);
    grid.formula(row, column, monthlyWhole(monthlyRow), money(totalIn(budget.totals, total)), EXACT_LINK);
    yearParts(source, layout).forEach((part, year) => {
      const formula = ofYear(layout, fixedMonths(layout, monthlyRow), column + 1 + year);
      grid.formula(
        row,
        column + 1 + year,
        formula,
        part === undefined ? 0 : money(totalIn(part, total)),
        EXACT_LINK,
      );
    });
  }
}

/** The months of a fiscal year among those of a row of Monthly. */
function ofYear(layout: Layout, months: string, column: number): string {
  return `SUMIFS(${months},${fixedMonths(layout, MONTHLY.fiscalYearRow)},${inRow(headerRow, column)})`;
}
