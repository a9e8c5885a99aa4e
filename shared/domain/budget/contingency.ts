/** Lines that are a percentage of the external one-time cost, such as the contingency. */
import { add, isZero, percentOf, times, ZERO, type Decimal } from '../base/decimal';
import { problem } from '../base/problem';
import type { CostLine } from '../registers/all';
import type { Horizon } from './horizon';
import { monthOfDate, phasingOf, type Phasing } from './phasing';
import type { PracticeProfile } from './practiceProfile';
import { budgetLine, quantityOf, refusalOf, refuse, type PricedLine } from './priceLine';

/** What percentages are taken of, by month of the horizon. */
export interface PercentBase {
  /** One-time lines that follow the percentage of whoever asks. */
  readonly following: readonly Decimal[];
  /** The contingency of one-time lines with a percentage of their own, already taken. */
  readonly ownShare: readonly Decimal[];
}

/** Gathers the external one-time lines among those that are no percentages themselves, so nothing feeds itself. */
export function percentBaseOf(plain: ReadonlyMap<CostLine, PricedLine>, horizon: Horizon): PercentBase {
  const following = Array.from({ length: horizon.months }, () => ZERO);
  const ownShare = Array.from({ length: horizon.months }, () => ZERO);
  for (const [cost, { line }] of plain) {
    if (line.stream !== 'externalOneTime') continue;
    const own = cost.contingencyPercent === null ? undefined : percentOf(cost.contingencyPercent);
    const sums = own === undefined ? following : ownShare;
    for (const [month, amount] of line.months) {
      sums[month] = add(sums[month] ?? ZERO, own === undefined ? amount : times(amount, own));
    }
  }
  return { following, ownShare };
}

/**
 * Each one-time line × its own percentage, or this line's where it has none. Booked whole in the month of the start;
 * without a start it follows the months of what it is taken of. Price, rhythm and escalator play no part.
 */
export function pricePercentLine(
  cost: CostLine,
  base: PercentBase,
  profile: PracticeProfile,
  horizon: Horizon,
): PricedLine {
  const refusal = refusalOf(cost);
  if (refusal !== undefined) return refuse(cost, refusal, horizon);

  const quantity = quantityOf(cost, profile);
  const rate = percentOf(quantity.quantity);
  const shares = base.following.map((amount, month) => {
    const own = base.ownShare[month] ?? ZERO;
    return isZero(amount) ? own : add(times(amount, rate), own);
  });
  const phasing = book(shares, monthOfDate(cost.start), horizon);
  if (phasing !== undefined) return { line: budgetLine(cost, quantity, phasing), findings: [] };
  return refuse(
    cost,
    { problem: problem('budget/outsideHorizon', { title: cost.name }), field: 'start' },
    horizon,
  );
}

/** Undefined when the month of the start lies outside the horizon. */
function book(shares: readonly Decimal[], startMonth: number | null, horizon: Horizon): Phasing | undefined {
  if (startMonth === null) return phasingOf(shares, horizon);
  const start = startMonth - horizon.firstMonth;
  if (start < 0 || start >= horizon.months) return undefined;
  const whole = shares.reduce(add, ZERO);
  return phasingOf(
    shares.map((_, month) => (month === start ? whole : ZERO)),
    horizon,
  );
}
