/** The figures of a budget as plain whole numbers, for files and comparisons. */
import { monthNumber, monthOfNumber } from '../base/dates';
import { roundHalfEven, type Decimal } from '../base/decimal';
import type { Budget, BudgetTotals } from './budget';

/**
 * Integer minor units. Each figure is rounded half-even once from its exact total, so rounded parts may differ from a
 * rounded total by a unit.
 */
export interface BudgetSummary {
  readonly currency: string;
  readonly horizonMonths: number;
  readonly externalOneTime: number;
  readonly recurring: number;
  readonly contingency: number;
  readonly cashOutlay: number;
  readonly internalStaffTime: number;
  readonly productivityLoss: number;
  readonly totalCostOfOwnership: number;
  /** Total cost of ownership of each category that has a line. */
  readonly byCategory: Readonly<Record<string, number>>;
  /** Total cost of ownership of each fiscal year of the horizon, by its label: `2027`. */
  readonly byFiscalYear: Readonly<Record<string, number>>;
  /** Total cost of ownership of each month of the horizon: `2027-01`. */
  readonly byMonth: Readonly<Record<string, number>>;
}

export function budgetSummary(budget: Budget): BudgetSummary {
  const firstMonth = monthNumber(budget.startMonth);
  return {
    currency: budget.currency,
    horizonMonths: budget.horizonMonths,
    ...roundedTotals(budget.totals),
    byCategory: rounded([...budget.byCategory].sort(([a], [b]) => (a < b ? -1 : 1))),
    byFiscalYear: rounded(
      budget.years.map((year, index) => [budget.fiscalYears[index]?.label ?? '', year.totalCostOfOwnership]),
    ),
    byMonth: rounded(
      budget.months.map((month, index) => [monthOfNumber(firstMonth + index), month.totalCostOfOwnership]),
    ),
  };
}

/** Benefits are no cost and no part of it. */
function roundedTotals(totals: BudgetTotals): Record<Exclude<keyof BudgetTotals, 'benefits'>, number> {
  return {
    externalOneTime: roundHalfEven(totals.externalOneTime),
    recurring: roundHalfEven(totals.recurring),
    contingency: roundHalfEven(totals.contingency),
    cashOutlay: roundHalfEven(totals.cashOutlay),
    internalStaffTime: roundHalfEven(totals.internalStaffTime),
    productivityLoss: roundHalfEven(totals.productivityLoss),
    totalCostOfOwnership: roundHalfEven(totals.totalCostOfOwnership),
  };
}

function rounded(entries: readonly (readonly [string, Decimal])[]): Record<string, number> {
  return Object.fromEntries(entries.map(([key, amount]) => [key, roundHalfEven(amount)]));
}
