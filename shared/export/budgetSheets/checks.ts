/** Whether the sheets agree with each other: every total is reached in two ways and compared. */
import { minorDigits } from '../../domain/base/currency';
import { add } from '../../domain/base/decimal';
import { areaOf, at, onSheet } from '../sheetAddress';
import type { SheetGrid } from '../sheetGrid';
import type { Condition } from '../sheetModel';
import { roundedFormula, sumOf } from './amounts';
import { cashFlowTotal, lastCumulativeCash } from './cashFlowSheet';
import {
  categoryRow,
  costRange,
  helperRange,
  monthlyTotalRow,
  monthlyTotals,
  monthlyWhole,
  percentBaseRow,
  SHEETS,
  type Layout,
  type TotalRow,
} from './layout';
import { HEADER, HEADING, LABEL, LINKED_MONEY, look, MONEY, NUMBER_HEADER } from './looks';
import { OPTION_LISTS } from './options';
import { isPercentBase, type BudgetSource } from './source';
import { exactYears } from './yearlySheet';

/** Cells of the summary that the checks compare with. */
export interface CheckedCells {
  /** Where the summary shows the outcome. */
  readonly overall: string;
  readonly streamTotal: (total: TotalRow) => string;
  readonly allCategories: string;
}

interface Check {
  readonly question: string;
  readonly left: string;
  readonly right: string;
  /** What both come to. */
  readonly amount: number;
}

const HEADERS = ['One way', 'The other way', 'Difference'] as const;
const STATUS_COLUMN = 5;

/** Writes the checks from the given row on. `overall` is a formula that says OK when all of them do. */
export function putChecks(
  grid: SheetGrid,
  row: number,
  source: BudgetSource,
  layout: Layout,
  cells: CheckedCells,
): { readonly overall: string; readonly conditions: readonly Condition[] } {
  const checks = [...exactChecks(source, layout), ...roundedChecks(source, layout, cells)];
  grid.text(row, 1, 'Checks', HEADING);
  grid.text(row + 1, 1, 'Is this the same?', HEADER);
  grid.texts(row + 1, 2, HEADERS, NUMBER_HEADER);
  grid.text(row + 1, STATUS_COLUMN, 'Status', look('header', undefined, { align: 'center' }));
  const first = row + 2;
  checks.forEach((check, index) => putCheck(grid, first + index, check, source));
  const last = first + checks.length - 1;
  const statuses = areaOf({ row: first, column: STATUS_COLUMN, lastRow: last, lastColumn: STATUS_COLUMN });
  return {
    overall: `IF(COUNTIF(${statuses},"OK")=ROWS(${statuses}),"OK","Check")`,
    conditions: [statuses, cells.overall].flatMap((ref) => conditionsOf(ref)),
  };
}

/** Differences smaller than a ten-thousandth of a minor unit are what binary fractions leave behind. */
function putCheck(grid: SheetGrid, row: number, check: Check, { budget }: BudgetSource): void {
  const digits = minorDigits(budget.currency) + 4;
  grid.text(row, 1, check.question, LABEL);
  grid.formula(row, 2, check.left, check.amount, LINKED_MONEY);
  grid.formula(row, 3, check.right, check.amount, LINKED_MONEY);
  grid.formula(row, 4, `ROUND(${at(row, 2)}-${at(row, 3)},${digits})`, 0, MONEY);
  const status = `IF(${at(row, 4)}=0,"OK","Check")`;
  grid.formula(row, STATUS_COLUMN, status, 'OK', look('check', 'general', { align: 'center' }));
}

function conditionsOf(ref: string): readonly Condition[] {
  const cell = ref.split(':')[0] ?? ref;
  return [
    { kind: 'formula', ref, formula: `${cell}="OK"`, tone: 'good' },
    { kind: 'formula', ref, formula: `${cell}<>"OK"`, tone: 'bad' },
  ];
}

/** Before rounding. */
function exactChecks({ budget, rows, money }: BudgetSource, layout: Layout): readonly Check[] {
  const { totals } = budget;
  const tco = money(totals.totalCostOfOwnership);
  const whole = (total: TotalRow): string => monthlyWhole(monthlyTotalRow(layout, total));
  const following = rows.flatMap((row) =>
    row !== undefined && isPercentBase(row) && row.contingencyPercent === null ? [row.line.total] : [],
  );
  return [
    {
      question: 'All cost lines = all months, with benefits',
      left: `SUM(${costRange(layout, 'total')})`,
      right: `${whole('totalCostOfOwnership')}+${whole('benefit')}`,
      amount: money(add(totals.totalCostOfOwnership, totals.benefits)),
    },
    {
      question: 'All months by category = all months by kind of cost',
      left: monthlyWhole(categoryRow(layout, OPTION_LISTS.Category.length)),
      right: whole('totalCostOfOwnership'),
      amount: tco,
    },
    {
      question: 'All months = all fiscal years',
      left: whole('totalCostOfOwnership'),
      right: `SUM(${exactYears(layout, 'totalCostOfOwnership')})`,
      amount: tco,
    },
    {
      question: 'What percentage lines are taken of = the lines they follow',
      left: monthlyWhole(percentBaseRow(layout, 'following')),
      right: `SUMPRODUCT(${monthlyTotals(layout)},${onSheet(SHEETS.monthly, helperRange(layout, 'follows'))})`,
      amount: money(sumOf(following)),
    },
  ];
}

/** Figures that are rounded once from the same exact total. Rounded parts need not add up to it, so none are summed. */
function roundedChecks(
  { budget, rounded }: BudgetSource,
  layout: Layout,
  { streamTotal, allCategories }: CheckedCells,
): readonly Check[] {
  const tco = {
    right: streamTotal('totalCostOfOwnership'),
    amount: rounded(budget.totals.totalCostOfOwnership),
  };
  const years = `SUM(${exactYears(layout, 'totalCostOfOwnership')})`;
  return [
    { question: 'All fiscal years = this summary', left: roundedFormula(years, budget.currency), ...tco },
    { question: 'All categories = total cost of ownership', left: allCategories, ...tco },
    { question: 'Cash flow = total cost of ownership', left: cashFlowTotal(layout), ...tco },
    {
      question: 'Cumulative cash of the last month = cash outlay',
      left: lastCumulativeCash(layout),
      right: streamTotal('cashOutlay'),
      amount: rounded(budget.totals.cashOutlay),
    },
  ];
}
