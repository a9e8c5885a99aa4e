/** What the budget says about a plan. All amounts are exact decimals of minor currency units, unrounded. */
import type { CalendarMonth } from '../base/dates';
import type { Decimal } from '../base/decimal';
import type { Finding } from '../base/problem';

/** Where a line's money goes in the totals. */
export type Stream =
  'externalOneTime' | 'recurring' | 'contingency' | 'internalStaffTime' | 'productivityLoss' | 'benefit';

export interface BudgetLine {
  readonly id: string;
  readonly stream: Stream;
  /** As typed, or from the practice profile where nothing was typed. */
  readonly quantity: number;
  readonly quantitySource: 'typed' | 'profile';
  /** Month index within the horizon to amount; months without an amount are absent. */
  readonly months: ReadonlyMap<number, Decimal>;
  readonly byFiscalYear: readonly Decimal[];
  readonly total: Decimal;
}

export interface FiscalYear {
  /** Named for the calendar year it ends in. */
  readonly label: string;
  readonly firstMonth: number;
  readonly lastMonth: number;
}

export interface BudgetTotals {
  /** Paid once, neither internal nor induced. */
  readonly externalOneTime: Decimal;
  readonly recurring: Decimal;
  readonly contingency: Decimal;
  /** externalOneTime + recurring + contingency */
  readonly cashOutlay: Decimal;
  readonly internalStaffTime: Decimal;
  readonly productivityLoss: Decimal;
  /** cashOutlay + internalStaffTime + productivityLoss */
  readonly totalCostOfOwnership: Decimal;
  /** Avoided costs; in none of the sums above. */
  readonly benefits: Decimal;
}

export interface Budget {
  readonly currency: string;
  /** Month 1. */
  readonly startMonth: CalendarMonth;
  readonly horizonMonths: number;
  readonly fiscalYears: readonly FiscalYear[];
  /** One for each live cost line, in display order. */
  readonly lines: readonly BudgetLine[];
  readonly line: ReadonlyMap<string, BudgetLine>;
  readonly totals: BudgetTotals;
  /** Category to its share of the total cost of ownership; categories without a line are absent. */
  readonly byCategory: ReadonlyMap<string, Decimal>;
  /** For each month of the horizon, the total cost of ownership and its streams. */
  readonly months: readonly BudgetTotals[];
  /** The same for each fiscal year. */
  readonly years: readonly BudgetTotals[];
  readonly findings: readonly Finding[];
}
