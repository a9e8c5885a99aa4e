/** Whether the sheets agree with each other: every total is reached in two ways and compared. */
import { minorDigits } from '../../domain/base/currency';
import { add, roundHalfEven, type Decimal } from '../../domain/base/decimal';
import { areaOf, at, columnsOfRow, onSheet } from '../sheetAddress';
import type { SheetGrid } from '../sheetGrid';
import type { Condition } from '../sheetModel';
import { sumOf } from './amounts';
import { cashFlowColumn } from './cashFlowSheet';
import {
  categoryRow,
  costRange,
  helperRange,
  monthlyTotalRow,
  monthlyTotals,
  monthlyWhole,
  percentBaseRow,
  SHEETS,
  YEARLY,
  yearlyTotalRow,
  type Layout,
  type TotalRow,
} from './layout';
import { HEADER, HEADING, LABEL, LINKED_MONEY, look, MONEY, NUMBER_HEADER } from './looks';
import { OPTION_LISTS } from './options';
import { isPercentBase, type BudgetSource } from './source';

/** Cells of the summary that the checks compare with. */
export interface CheckedCells {
  /** Where the summary shows the outcome. */
  readonly overall: string;
  readonly streamTotal: (total: TotalRow) => string;
  /** The totals of all categories. */
  readonly categories: string;
}

interface Check {
  readonly question: string;
  readonly left: string;
  readonly leftAmount: number;
  readonly right: string;
  readonly rightAmount: number;
  /** How many rounded figures stand on the two sides: each may be off by half a minor unit. */
  readonly roundedFigures: number;
}

const HEADERS = ['One way', 'The other way', 'Difference', 'May differ by'] as const;
const STATUS_COLUMN = 6;

/** Writes the checks from the given row on. `overall` is a formula that says OK when all of them do. */
export function putChecks(
  grid: SheetGrid,
  row: number,
  source: BudgetSource,
  layout: Layout,
  cells: CheckedCells,
): { readonly overall: string; readonly conditions: readonly Condition[] } {
  const checks = checksOf(source, layout, cells);
  const centered = look('check', 'general', { align: 'center' });
  grid.text(row, 1, 'Checks', HEADING);
  grid.text(row + 1, 1, 'Is this the same?', HEADER);
  grid.texts(row + 1, 2, HEADERS, NUMBER_HEADER);
  grid.text(row + 1, STATUS_COLUMN, 'Status', look('header', undefined, { align: 'center' }));
  const first = row + 2;
  checks.forEach((check, index) => {
    const line = first + index;
    putCheck(grid, line, check, source);
    const status = `IF(ABS(${at(line, 4)})<=${at(line, 5)},"OK","Check")`;
    grid.formula(line, STATUS_COLUMN, status, 'OK', centered);
  });
  const last = first + checks.length - 1;
  const statuses = areaOf({ row: first, column: STATUS_COLUMN, lastRow: last, lastColumn: STATUS_COLUMN });
  return {
    overall: `IF(COUNTIF(${statuses},"OK")=ROWS(${statuses}),"OK","Check")`,
    conditions: [statuses, cells.overall].flatMap((ref) => conditionsOf(ref)),
  };
}

/** Differences smaller than a ten-thousandth of a minor unit are what binary fractions leave behind. */
function putCheck(grid: SheetGrid, row: number, check: Check, { budget }: BudgetSource): void {
  const digits = minorDigits(budget.currency);
  const difference = roundedTo(check.leftAmount - check.rightAmount, digits + 4);
  const allowed = roundedTo((check.roundedFigures * 5) / 10 ** (digits + 1), digits + 1);
  grid.text(row, 1, check.question, LABEL);
  grid.formula(row, 2, check.left, check.leftAmount, LINKED_MONEY);
  grid.formula(row, 3, check.right, check.rightAmount, LINKED_MONEY);
  grid.formula(row, 4, `ROUND(${at(row, 2)}-${at(row, 3)},${digits + 4})`, difference, MONEY);
  grid.number(row, 5, allowed, look('label', 'money'));
}

function roundedTo(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function conditionsOf(ref: string): readonly Condition[] {
  const cell = ref.split(':')[0] ?? ref;
  return [
    { kind: 'formula', ref, formula: `${cell}="OK"`, tone: 'good' },
    { kind: 'formula', ref, formula: `${cell}<>"OK"`, tone: 'bad' },
  ];
}

function checksOf(source: BudgetSource, layout: Layout, cells: CheckedCells): readonly Check[] {
  return [...exactChecks(source, layout), ...roundedChecks(source, layout, cells)];
}

/** Before rounding, both ways must come to the same. */
function exactChecks({ budget, rows, money }: BudgetSource, layout: Layout): readonly Check[] {
  const { totals } = budget;
  const all = money(add(totals.totalCostOfOwnership, totals.benefits));
  const tco = money(totals.totalCostOfOwnership);
  const whole = (total: TotalRow): string => monthlyWhole(monthlyTotalRow(layout, total));
  const following = rows.flatMap((row) =>
    row !== undefined && isPercentBase(row) && row.contingencyPercent === null ? [row.line.total] : [],
  );
  const base = money(sumOf(following));
  const exact = (question: string, left: string, right: string, amount: number): Check => ({
    ...{ question, left, right, leftAmount: amount, rightAmount: amount, roundedFigures: 0 },
  });
  return [
    exact(
      'All cost lines = all months, with benefits',
      `SUM(${costRange(layout, 'total')})`,
      `${whole('totalCostOfOwnership')}+${whole('benefit')}`,
      all,
    ),
    exact(
      'All months by category = all months by kind of cost',
      monthlyWhole(categoryRow(layout, OPTION_LISTS.Category.length)),
      whole('totalCostOfOwnership'),
      tco,
    ),
    exact(
      'What percentage lines are taken of = the lines they follow',
      monthlyWhole(percentBaseRow(layout, 'following')),
      `SUMPRODUCT(${monthlyTotals(layout)},${onSheet(SHEETS.monthly, helperRange(layout, 'follows'))})`,
      base,
    ),
  ];
}

/** Figures that are rounded each by itself need not add up to their rounded total. */
function roundedChecks(
  { budget, money, rounded }: BudgetSource,
  layout: Layout,
  cells: CheckedCells,
): readonly Check[] {
  const total = (name: 'cashOutlay' | 'totalCostOfOwnership') => ({
    right: cells.streamTotal(name),
    rightAmount: rounded(budget.totals[name]),
  });
  const years = (name: TotalRow): string =>
    onSheet(
      SHEETS.yearly,
      columnsOfRow(yearlyTotalRow(layout, name), YEARLY.firstYearColumn, layout.lastYearColumn),
    );
  const sum = (amounts: readonly Decimal[]): number =>
    money(sumOf(amounts.map((amount) => wholeUnits(amount))));
  const tco = total('totalCostOfOwnership');
  return [
    {
      question: 'All months = all fiscal years',
      left: `SUM(${years('totalCostOfOwnership')})`,
      leftAmount: sum(budget.years.map((year) => year.totalCostOfOwnership)),
      right: monthlyWhole(monthlyTotalRow(layout, 'totalCostOfOwnership')),
      rightAmount: money(budget.totals.totalCostOfOwnership),
      roundedFigures: layout.yearCount,
    },
    {
      question: 'All fiscal years = this summary',
      left: `SUM(${years('totalCostOfOwnership')})`,
      leftAmount: sum(budget.years.map((year) => year.totalCostOfOwnership)),
      ...tco,
      roundedFigures: layout.yearCount + 1,
    },
    {
      question: 'All categories = total cost of ownership',
      left: `SUM(${cells.categories})`,
      leftAmount: sum([...budget.byCategory.values()]),
      ...tco,
      roundedFigures: OPTION_LISTS.Category.length + 1,
    },
    {
      question: 'Cash flow = cash outlay',
      left: `SUM(${cashFlowColumn(layout, 'outlay')})`,
      leftAmount: sum(budget.months.map((month) => month.cashOutlay)),
      ...total('cashOutlay'),
      roundedFigures: layout.monthCount + 1,
    },
    {
      question: 'Cash flow = total cost of ownership',
      left: `SUM(${cashFlowColumn(layout, 'total')})`,
      leftAmount: sum(budget.months.map((month) => month.totalCostOfOwnership)),
      ...tco,
      roundedFigures: layout.monthCount + 1,
    },
  ];
}

function wholeUnits(amount: Decimal): Decimal {
  return { digits: BigInt(roundHalfEven(amount)), scale: 0 };
}
