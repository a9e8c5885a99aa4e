/** The budget against the latest baseline: what every cost line came to then, comes to now, and the difference. */
import { decimalOf, roundHalfEven } from '../../domain/base/decimal';
import { minorDigits } from '../../domain/base/currency';
import { baselineLabel, slipWords } from '../../domain/baseline/baselineWords';
import { baselinesByDay, figuresOf, slipDays, type DateSince } from '../../domain/baseline/compareBaseline';
import type { Figures } from '../../domain/baseline/figures';
import { workingTimeFor } from '../../domain/commands/taskDates';
import type { Baseline } from '../../domain/registers/all';
import { areaOf, fixed, inColumn, onSheet, rowsOfColumn } from '../sheetAddress';
import { SheetGrid } from '../sheetGrid';
import type { Sheet } from '../sheetModel';
import { moneyWidth, roundedFormula } from './amounts';
import { COST_COLUMNS, monthlyLineTotal, SHEETS, YEARLY, yearlyTotalRow, type Layout } from './layout';
import {
  HEADER,
  HEADING,
  LINKED_MONEY,
  LINKED_NAME,
  look,
  MONEY,
  NOTE,
  NUMBER_HEADER,
  TITLE,
  TOTAL_LABEL,
  TOTAL_MONEY,
} from './looks';
import type { BudgetSource, LineRow } from './source';

const HEADER_ROW = 5;
const FIRST_ROW = HEADER_ROW + 1;
const NAME = 1;
const THEN = 2;
const NOW = 3;
const DIFFERENCE = 4;

const TEXT = look('calculation', undefined, { wrap: true });
const DATE = look('calculation', 'date', { align: 'right' });
const WORDS = look('calculation', undefined, { align: 'right' });

interface Compared {
  readonly baseline: Baseline;
  readonly figures: Figures;
}

/** Minor units. */
interface Amounts {
  readonly then: number;
  readonly now: number;
}

/** None without a baseline whose figures can be read and are in the currency of the budget. */
export function baselineSheets(source: BudgetSource, layout: Layout): readonly Sheet[] {
  const { workbook, budget } = source;
  for (const baseline of baselinesByDay(workbook)) {
    const figures = figuresOf(baseline);
    if (figures?.head.currency === budget.currency)
      return [baselineSheet(source, layout, { baseline, figures })];
  }
  return [];
}

function baselineSheet(source: BudgetSource, layout: Layout, compared: Compared): Sheet {
  const { currency } = source.budget;
  const { baseline, figures } = compared;
  const grid = new SheetGrid();
  grid.text(1, NAME, 'Baseline', TITLE);
  grid.text(2, NAME, `Compared with “${baselineLabel(baseline)}”, in ${currency}.`, NOTE);
  grid.text(
    3,
    NAME,
    'The baseline is kept as it was agreed; the figures of now follow Cost lines. Dates do not follow changes made here.',
    NOTE,
  );
  grid.text(HEADER_ROW, NAME, 'Cost line', HEADER);
  grid.texts(HEADER_ROW, THEN, ['Baseline', 'Now', 'Difference'], NUMBER_HEADER);
  const last = putLines(grid, source, layout, figures);
  putTotals(grid, last, source, layout, figures);
  putDates(grid, last + 5, source, figures);
  const most = Math.max(figures.head.total, roundHalfEven(source.budget.totals.totalCostOfOwnership));
  const width = moneyWidth(source.money(decimalOf(most)), currency);
  return {
    name: SHEETS.baseline,
    columns: [54, width, width, Math.max(width, WIDEST_WORDS)],
    rows: grid.rows(),
    fills: grid.fills,
    tables: [],
    validations: [],
    conditions: [
      {
        ref: areaOf({
          ...{ row: FIRST_ROW, column: NOW },
          ...{ lastRow: FIRST_ROW + layout.lineCount - 1, lastColumn: DIFFERENCE },
        }),
        kind: 'formula',
        formula: `${inColumn(FIRST_ROW, NAME)}=""`,
        tone: 'hidden',
      },
    ],
    freeze: { rows: HEADER_ROW, columns: 1 },
    print: { pagesWide: 1, titleRows: `${HEADER_ROW}:${HEADER_ROW}` },
    locked: true,
  };
}

/** `120 working days later`, in characters. */
const WIDEST_WORDS = 26;

/** The lines of the budget, those that wait for a name too, then the lines that are gone. @returns the last row */
function putLines(grid: SheetGrid, source: BudgetSource, layout: Layout, { costs }: Figures): number {
  const { rows, workbook } = source;
  const { currency } = source.budget;
  const gone = [...costs.values()].filter(({ id }) => workbook.tables.costs.byId.get(id)?.archived !== false);
  const lines = rows.map((line): Amounts | undefined => {
    if (line === undefined) return undefined;
    return { then: costs.get(line.cost.id)?.total ?? 0, now: roundHalfEven(line.line.total) };
  });
  const name = onSheet(SHEETS.costs, inColumn(layout.costFirst, COST_COLUMNS.name));
  grid.fillDown(FIRST_ROW, NAME, `${name}&""`, rows.map(titleOfRow), LINKED_NAME);
  rows.forEach((line, index) => {
    const then = line === undefined ? undefined : costs.get(line.cost.id)?.total;
    const amount = then === undefined ? null : source.money(decimalOf(then));
    grid.number(FIRST_ROW + index, THEN, amount, MONEY);
  });
  const now = lines.map((amounts) => source.money(decimalOf(amounts?.now ?? 0)));
  grid.fillDown(FIRST_ROW, NOW, roundedFormula(monthlyLineTotal(layout), currency), now, LINKED_MONEY);
  gone.forEach(({ name: title, total }, index) => {
    const row = FIRST_ROW + rows.length + index;
    grid.text(row, NAME, title, TEXT);
    grid.number(row, THEN, source.money(decimalOf(total)), MONEY);
    grid.number(row, NOW, 0, MONEY);
  });
  const all = [...lines, ...gone.map(({ total }): Amounts => ({ then: total, now: 0 }))];
  grid.fillDown(
    FIRST_ROW,
    DIFFERENCE,
    differenceIn(FIRST_ROW, currency),
    all.map((amounts) => source.money(decimalOf(amounts === undefined ? 0 : amounts.now - amounts.then))),
    MONEY,
  );
  return FIRST_ROW + all.length - 1;
}

function titleOfRow(line: LineRow | undefined): string {
  return line?.title ?? '';
}

/** Sums of figures that are rounded are whole again, whatever binary fractions add. */
function differenceIn(row: number, currency: string): string {
  return `ROUND(${inColumn(row, NOW)}-${inColumn(row, THEN)},${String(minorDigits(currency))})`;
}

function putTotals(
  grid: SheetGrid,
  last: number,
  source: BudgetSource,
  layout: Layout,
  { head, costs }: Figures,
): void {
  const { budget, rows } = source;
  const put = (row: number, { then, now }: Amounts): void => {
    const difference = source.money(decimalOf(now - then));
    grid.formula(row, DIFFERENCE, differenceIn(row, budget.currency), difference, TOTAL_MONEY);
  };
  const sumRow = last + 2;
  const sums = {
    then: [...costs.values()].reduce((sum, { total }) => sum + total, 0),
    now: rows.reduce((sum, line) => sum + (line === undefined ? 0 : roundHalfEven(line.line.total)), 0),
  };
  grid.text(sumRow, NAME, 'All lines', TOTAL_LABEL);
  for (const [column, amount] of [
    [THEN, sums.then],
    [NOW, sums.now],
  ] as const) {
    const sum = `SUM(${rowsOfColumn(column, FIRST_ROW, last)})`;
    grid.formula(sumRow, column, sum, source.money(decimalOf(amount)), TOTAL_MONEY);
  }
  put(sumRow, sums);
  const costRow = sumRow + 1;
  const whole = { then: head.total, now: roundHalfEven(budget.totals.totalCostOfOwnership) };
  const yearly = fixed(yearlyTotalRow(layout, 'totalCostOfOwnership'), YEARLY.totalColumn);
  grid.text(costRow, NAME, 'Total cost of ownership', TOTAL_LABEL);
  grid.number(costRow, THEN, source.money(decimalOf(whole.then)), TOTAL_MONEY);
  grid.formula(costRow, NOW, onSheet(SHEETS.yearly, yearly), source.money(decimalOf(whole.now)), TOTAL_MONEY);
  put(costRow, whole);
}

function putDates(
  grid: SheetGrid,
  row: number,
  { workbook, schedule }: BudgetSource,
  { head }: Figures,
): void {
  grid.text(row, NAME, 'Dates', HEADING);
  const time = workingTimeFor(workbook, undefined);
  const put = (at: number, label: string, { then, now }: Pick<DateSince, 'then' | 'now'>): void => {
    grid.text(at, NAME, label, TEXT);
    grid.date(at, THEN, then, DATE);
    grid.date(at, NOW, now, DATE);
    grid.text(at, DIFFERENCE, slipWords(slipDays(time, then, now)), WORDS);
  };
  put(row + 1, 'The plan ends', { then: head.finish, now: schedule.projectFinish });
  if (head.goLive !== null && schedule.goLive !== null)
    put(row + 2, 'Go-live', { then: head.goLive, now: schedule.goLive });
}
