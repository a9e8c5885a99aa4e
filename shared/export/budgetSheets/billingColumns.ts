/** How each line is billed: the columns right of the months, read from Cost lines and used by every month. */
import { add, ONE, percentOf } from '../../domain/base/decimal';
import { rhythmOf } from '../../domain/budget/phasing';
import { fixed, inColumn, onSheet } from '../sheetAddress';
import type { SheetGrid } from '../sheetGrid';
import type { Look } from '../sheetModel';
import { numberOf, share } from './amounts';
import {
  COST_COLUMNS,
  HELPER_COLUMNS,
  helperColumn,
  MONTHLY,
  SHEETS,
  type CostColumn,
  type HelperColumn,
  type Layout,
} from './layout';
import { HEADER, HEADING, look } from './looks';
import { listCell, listRange, STREAM_LABELS } from './options';
import { isPercentBase, type BudgetSource, type LineRow } from './source';

const { fiscalYearRow, monthNumberRow, headerRow, firstMonthColumn } = MONTHLY;

/** How a line's amounts come about; the month formula compares with these words. */
export const BASIS = { bills: 'Bills', byMonth: 'Share by month', atOnce: 'Share at once' } as const;

const HEADERS: { readonly [H in HelperColumn]: string } = {
  goesTo: 'Goes to',
  basis: 'How it is billed',
  counts: 'Counted',
  amount: 'Amount per bill, or share',
  first: 'First month number',
  last: 'Last month number',
  every: 'Every … months',
  growth: 'Growth each 12 months',
  follows: 'Follows the percentage lines',
  ownRate: 'Contingency of its own',
};

/** The cell of a cost line in one of its columns. */
export type CellOf = (column: CostColumn) => string;

/** The cell of the cost line that stands in this row of Monthly. */
export function costCell(layout: Layout, row: number): CellOf {
  const costRow = row - layout.monthlyFirst + layout.costFirst;
  return (column) => onSheet(SHEETS.costs, inColumn(costRow, COST_COLUMNS[column]));
}

/** True where a line has no name, is left out, or ends before it starts. */
export function leftOut(cell: CellOf): string {
  const reversed = `AND(${cell('from')}<>"",${cell('until')}<>"",${cell('until')}<${cell('from')})`;
  return `OR(${cell('name')}="",${cell('counted')}=${listCell('Yes or no', 'no')},${reversed})`;
}

export function putBillingHeaders(grid: SheetGrid, layout: Layout): void {
  grid.text(fiscalYearRow, layout.lastMonthColumn + 2, 'How each line is billed, from Cost lines', HEADING);
  HELPER_COLUMNS.forEach((name) => grid.text(headerRow, helperColumn(layout, name), HEADERS[name], HEADER));
}

export function putBilling(grid: SheetGrid, source: BudgetSource, layout: Layout): void {
  const results = source.rows.map((line) => billingOf(line, source));
  const formulas = billingFormulas(layout);
  for (const name of HELPER_COLUMNS) {
    const column = results.map((result) => result[name]) as readonly number[] | readonly string[];
    grid.fillDown(layout.monthlyFirst, helperColumn(layout, name), formulas[name], column, helperLook(name));
  }
}

/** As they stand in the first line's row. */
function billingFormulas(layout: Layout): { readonly [H in HelperColumn]: string } {
  const row = layout.monthlyFirst;
  const cost = costCell(layout, row);
  const of = (name: HelperColumn): string => inColumn(row, helperColumn(layout, name));
  const firstOfPlan = fixed(monthNumberRow, firstMonthColumn);
  const lastOfPlan = `${firstOfPlan}+Horizon_months-1`;
  const monthOf = (column: CostColumn): string => `YEAR(${cost(column)})*12+MONTH(${cost(column)})-1`;
  const once = `OR(${cost('billed')}="",${cost('billed')}=${listCell('Billed', 'once')})`;
  const between = `INDEX(${listRange('Months between bills')},MATCH(${cost('billed')},${listRange('Billed')},0))`;
  const isBase = `${of('goesTo')}=${listCell('Goes to', 'externalOneTime')},${of('basis')}="${BASIS.bills}"`;
  const share = `IF(${cost('from')}="","${BASIS.byMonth}","${BASIS.atOnce}")`;
  return {
    goesTo: `${cost('goesTo')}&""`,
    basis: `IF(${cost('driver')}=${listCell('Driver', 'percent')},${share},"${BASIS.bills}")`,
    counts: `IF(${leftOut(cost)},0,1)`,
    amount: `IF(${of('basis')}="${BASIS.bills}",${cost('perBill')},${of('counts')}*${cost('quantityUsed')}/100)`,
    first: `IF(${cost('from')}="",${firstOfPlan},${monthOf('from')})`,
    last: `MIN(${lastOfPlan},IF(${once},${of('first')},IF(${cost('until')}="",${lastOfPlan},${monthOf('until')})))`,
    every: `MAX(1,IFERROR(${between},1))`,
    growth: `1+${cost('increase')}`,
    follows: `IF(AND(${isBase},${cost('contingency')}=""),1,0)`,
    ownRate: `IF(AND(${isBase},${cost('contingency')}<>""),${cost('contingency')},0)`,
  };
}

function helperLook(name: HelperColumn): Look {
  if (name === 'amount') return look('link', 'general');
  return name === 'ownRate' ? look('link', 'percent') : look('link', 'decimal');
}

type Billing = { readonly [H in HelperColumn]: string | number };

function billingOf(line: LineRow | undefined, { horizon, money }: BudgetSource): Billing {
  const first = horizon.firstMonth;
  if (line === undefined) {
    const nothing = {
      goesTo: '',
      basis: BASIS.bills,
      counts: 0,
      amount: 0,
      every: 1,
      growth: 1,
      follows: 0,
      ownRate: 0,
    };
    return { ...nothing, first, last: first };
  }
  const { cost, isPercent, contingencyPercent } = line;
  const counts = line.counted && !line.endsBeforeStart ? 1 : 0;
  const rhythm = rhythmOf(cost, horizon);
  const isBase = isPercentBase(line);
  const once = rhythm.everyMonths === Infinity;
  const lastBill = once ? rhythm.startMonth : rhythm.endMonth;
  const basis = isPercent ? (line.start === null ? BASIS.byMonth : BASIS.atOnce) : BASIS.bills;
  return {
    goesTo: STREAM_LABELS[line.line.stream],
    basis,
    counts,
    amount: isPercent ? counts * (share(line.quantityUsed) ?? 0) : money(line.amountPerBill),
    first: rhythm.startMonth,
    last: Math.min(first + horizon.months - 1, lastBill),
    every: once ? 1 : rhythm.everyMonths,
    growth: numberOf(add(ONE, percentOf(line.escalatorPercent ?? 0))),
    follows: isBase && contingencyPercent === null ? 1 : 0,
    ownRate: isBase ? (share(contingencyPercent) ?? 0) : 0,
  };
}
