/** Sums of amounts by month and stream, and the totals of a budget made from them. */
import { add, ZERO, type Decimal } from '../base/decimal';
import type { BudgetLine, BudgetTotals, Stream } from './budget';
import type { Horizon } from './horizon';

const STREAMS: readonly Stream[] = [
  'externalOneTime',
  'recurring',
  'contingency',
  'internalStaffTime',
  'productivityLoss',
  'benefit',
];

type StreamSums = Readonly<Record<Stream, Decimal>>;

const NOTHING: StreamSums = {
  externalOneTime: ZERO,
  recurring: ZERO,
  contingency: ZERO,
  internalStaffTime: ZERO,
  productivityLoss: ZERO,
  benefit: ZERO,
};

/** Adds the lines up: one set of totals for each month of the horizon. */
export function monthlyTotals(lines: readonly BudgetLine[], horizon: Horizon): BudgetTotals[] {
  const sums = Array.from({ length: horizon.months }, () => ({ ...NOTHING }));
  for (const { stream, months } of lines) {
    for (const [month, amount] of months) {
      const sum = sums[month];
      if (sum !== undefined) sum[stream] = add(sum[stream], amount);
    }
  }
  return sums.map(totalsOf);
}

/** The totals of each fiscal year. */
export function yearlyTotals(months: readonly BudgetTotals[], horizon: Horizon): BudgetTotals[] {
  return horizon.fiscalYears.map(({ firstMonth, lastMonth }) =>
    sumOfTotals(months.slice(firstMonth, lastMonth + 1)),
  );
}

export function sumOfTotals(parts: readonly BudgetTotals[]): BudgetTotals {
  const sums = { ...NOTHING };
  for (const part of parts) {
    for (const stream of STREAMS) {
      sums[stream] = add(sums[stream], stream === 'benefit' ? part.benefits : part[stream]);
    }
  }
  return totalsOf(sums);
}

/** What a stream adds to the total cost of ownership: everything but benefits. */
export function isCost(stream: Stream): boolean {
  return stream !== 'benefit';
}

function totalsOf({ benefit, ...sums }: StreamSums): BudgetTotals {
  const cashOutlay = add(add(sums.externalOneTime, sums.recurring), sums.contingency);
  return {
    ...sums,
    cashOutlay,
    totalCostOfOwnership: add(add(cashOutlay, sums.internalStaffTime), sums.productivityLoss),
    benefits: benefit,
  };
}
