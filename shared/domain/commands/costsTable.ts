/** Sums of the budget as the pages of costs show them: by category and fiscal year, and cash by month. */
import { add, ZERO, type Decimal } from '../base/decimal';
import { monthNumber, monthOfNumber, type CalendarMonth } from '../base/dates';
import type { Budget, BudgetLine, BudgetTotals } from '../budget/budget';
import { isCost } from '../budget/monthlySums';
import { formatDate } from '../format/dates';
import { costs } from '../registers/costs';
import type { CostLine } from '../registers/all';

export type CostCategory = CostLine['category'];

/** Amounts of one row: by fiscal year, by month of the horizon, and altogether. */
export interface RowSums {
  readonly years: readonly Decimal[];
  readonly months: ReadonlyMap<number, Decimal>;
  readonly total: Decimal;
}

export interface CategoryRows {
  readonly category: CostCategory;
  readonly label: string;
  readonly lines: readonly CostLine[];
  /** Without benefits, which are no cost. */
  readonly sums: RowSums;
}

const CATEGORIES = Object.entries(costs.fields.category.options) as readonly (readonly [
  CostCategory,
  string,
])[];

/** The categories that have a line, in the order of the cost tree; lines in display order. */
export function costsByCategory(lines: readonly CostLine[], budget: Budget): readonly CategoryRows[] {
  return CATEGORIES.flatMap(([category, label]) => {
    const members = lines.filter((line) => line.category === category);
    if (members.length === 0) return [];
    const counted = members
      .flatMap(({ id }) => budget.line.get(id) ?? [])
      .filter(({ stream }) => isCost(stream));
    return [{ category, label, lines: members, sums: sumOf(counted, budget.fiscalYears.length) }];
  });
}

/** Lines without a price, in the order of the page. */
export function unpricedLines(lines: readonly CostLine[], budget: Budget): readonly string[] {
  const unpriced = new Set(
    budget.findings.flatMap(({ problem: { code }, id }) => (code === 'budget/noPrice' ? (id ?? []) : [])),
  );
  return costsByCategory(lines, budget)
    .flatMap((group) => group.lines.map(({ id }) => id))
    .filter((id) => unpriced.has(id));
}

export function sumOf(lines: readonly BudgetLine[], yearCount: number): RowSums {
  const years = Array.from({ length: yearCount }, (_, year) =>
    lines.map(({ byFiscalYear }) => byFiscalYear[year] ?? ZERO).reduce(add, ZERO),
  );
  const months = new Map<number, Decimal>();
  for (const line of lines) {
    for (const [month, amount] of line.months) months.set(month, add(months.get(month) ?? ZERO, amount));
  }
  return { years, months, total: lines.map(({ total }) => total).reduce(add, ZERO) };
}

/** The same for everything the plan costs. */
export function grandSums(budget: Budget): RowSums {
  return {
    years: budget.years.map(({ totalCostOfOwnership }) => totalCostOfOwnership),
    months: new Map(budget.months.map((month, index) => [index, month.totalCostOfOwnership])),
    total: budget.totals.totalCostOfOwnership,
  };
}

/** `Jan 2027`: the head of a month, counted from the first of the budget. */
export function monthLabel(startMonth: CalendarMonth, index: number): string {
  const month = monthOfNumber(monthNumber(startMonth) + index);
  const name = formatDate(`${month}-01`, 'short').split(' ')[0] ?? '';
  return `${name} ${month.slice(0, 4)}`;
}

/** One month of the cash chart; the three parts add up to the total cost of ownership. */
export interface CashMonth {
  readonly month: CalendarMonth;
  /** Invoices: one-time and recurring. */
  readonly external: Decimal;
  /** Own staff time and contingency. */
  readonly internal: Decimal;
  /** Revenue of visits that do not happen while people learn; never paid out. */
  readonly lostVisits: Decimal;
}

/** @param count at most so many months from the start of the budget */
export function cashByMonth(budget: Budget, count: number): readonly CashMonth[] {
  const first = monthNumber(budget.startMonth);
  return budget.months.slice(0, count).map((totals, index) => ({
    month: monthOfNumber(first + index),
    ...cashParts(totals),
  }));
}

export function cashParts(totals: BudgetTotals): Omit<CashMonth, 'month'> {
  return {
    external: add(totals.externalOneTime, totals.recurring),
    internal: add(totals.internalStaffTime, totals.contingency),
    lostVisits: totals.productivityLoss,
  };
}
