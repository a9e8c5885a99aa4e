/** Any set of lines, checked against a second implementation that walks month by month in exact fractions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, monthOf } from '../../../shared/domain/base/dates';
import { budgetSummary } from '../../../shared/domain/budget/budgetSummary';
import { registers } from '../../../shared/domain/registers/all';
import { fractionOf, lowest, product, rational, sum, type Rational } from './rational';
import { budgetWith, type Cost, type Practice } from './stories';
import { tries } from '../../support/tries';

const kinds = Object.keys(registers.costs.fields.kind.options) as NonNullable<Cost['kind']>[];
const categories = Object.keys(registers.costs.fields.category.options) as NonNullable<Cost['category']>[];
const frequencies = ['once', 'monthly', 'quarterly', 'yearly'] as const;
const EVERY = { once: 100_000, monthly: 1, quarterly: 3, yearly: 12 };

const dates = fc.integer({ min: -40, max: 90 }).map((months) => addMonths('2027-01-15', months));
const hundredths = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((value) => value / 100);

const plainCost = fc.record({
  kind: fc.constantFrom(...kinds),
  internal: fc.boolean(),
  category: fc.constantFrom(...categories),
  quantity: fc.option(hundredths(50)),
  unitCost: fc.option(fc.integer({ min: 0, max: 5_000_00 })),
  frequency: fc.constantFrom(...frequencies),
  start: fc.option(dates, { freq: 6 }),
  end: fc.option(dates),
  escalatorPercentPerYear: fc.option(fc.integer({ min: -500, max: 1500 }).map((value) => value / 100)),
  contingencyPercent: fc.option(hundredths(30)),
});
const percentCost = fc.record({
  kind: fc.constantFrom('contingency' as const, 'one-time' as const),
  driver: fc.constant('percent' as const),
  category: fc.constantFrom(...categories),
  quantity: fc.option(hundredths(40)),
  start: fc.option(dates),
});
const costLists = fc.array(
  fc.oneof({ weight: 5, arbitrary: plainCost }, { weight: 1, arbitrary: percentCost }),
  {
    maxLength: 12,
  },
);
const practices = fc.record({
  budgetMonths: fc.integer({ min: 1, max: 120 }),
  fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
  contingencyPercent: hundredths(25),
});

/** Month of the horizon to amount, for a line that is no percentage. */
function walk(cost: Cost, horizonMonths: number): Map<number, Rational> {
  const amounts = new Map<number, Rational>();
  const start = cost.start ?? '2027-01-01';
  if (typeof cost.end === 'string' && typeof cost.start === 'string' && cost.end < cost.start) return amounts;
  const horizon = new Map(
    Array.from({ length: horizonMonths }, (_, index) => [monthOf(addMonths('2027-01-01', index)), index]),
  );
  const step = EVERY[cost.frequency ?? 'once'];
  for (let elapsed = 0; elapsed < 200; elapsed += step) {
    const month = monthOf(addMonths(start, elapsed));
    if (cost.frequency !== 'once' && typeof cost.end === 'string' && month > monthOf(cost.end)) break;
    const growth = rational(1 + (cost.escalatorPercentPerYear ?? 0) / 100);
    const steps = Array.from({ length: Math.floor(elapsed / 12) }, () => growth);
    const index = horizon.get(month);
    const price = product(rational(cost.quantity ?? 1), rational(cost.unitCost ?? 0), ...steps);
    if (index !== undefined) amounts.set(index, price);
  }
  return amounts;
}

function streamOf(cost: Cost): string {
  if (cost.kind === 'benefit') return 'benefits';
  if (cost.internal === true) return 'internalStaffTime';
  if (cost.kind === 'contingency') return 'contingency';
  if (cost.kind === 'induced') return 'productivityLoss';
  return cost.kind === 'recurring' ? 'recurring' : 'externalOneTime';
}

function expectedTotals(
  costs: readonly Cost[],
  practice: Required<Pick<Practice, 'contingencyPercent' | 'budgetMonths'>>,
) {
  const plain = costs.filter((cost) => cost.driver !== 'percent');
  const totals = new Map<string, Rational[]>();
  const count = (stream: string, amount: Rational) =>
    totals.set(stream, [...(totals.get(stream) ?? []), amount]);
  for (const cost of plain) count(streamOf(cost), sum([...walk(cost, practice.budgetMonths).values()]));
  for (const cost of costs.filter((given) => given.driver === 'percent')) {
    const start = cost.start ?? null;
    const end = monthOf(addMonths('2027-01-01', practice.budgetMonths - 1));
    if (start !== null && (monthOf(start) < '2027-01' || monthOf(start) > end)) continue;
    for (const base of plain.filter((given) => streamOf(given) === 'externalOneTime')) {
      const rate = base.contingencyPercent ?? cost.quantity ?? practice.contingencyPercent;
      const amount = sum([...walk(base, practice.budgetMonths).values()]);
      count(streamOf(cost), product(amount, rational(rate), { top: 1n, bottom: 100n }));
    }
  }
  return (stream: string) => lowest(sum(totals.get(stream) ?? []));
}

const STREAMS = [
  'externalOneTime',
  'recurring',
  'contingency',
  'internalStaffTime',
  'productivityLoss',
  'benefits',
] as const;

describe('for any cost lines', () => {
  test('each total is what exact fractions give', () => {
    fc.assert(
      fc.property(costLists, practices, (costs, practice) => {
        const { totals } = budgetWith(costs, practice);
        const expected = expectedTotals(costs, practice);
        for (const stream of STREAMS) expect(fractionOf(totals[stream])).toEqual(expected(stream));
        const cash = sum(['externalOneTime', 'recurring', 'contingency'].map(expected));
        expect(fractionOf(totals.cashOutlay)).toEqual(cash);
        const whole = sum([cash, expected('internalStaffTime'), expected('productivityLoss')]);
        expect(fractionOf(totals.totalCostOfOwnership)).toEqual(whole);
      }),
      tries(300),
    );
  });

  test('months, years, categories and lines each add up to the totals', () => {
    fc.assert(
      fc.property(costLists, practices, (costs, practice) => {
        const budget = budgetWith(costs, practice);
        expect(budget.months).toHaveLength(practice.budgetMonths);
        for (const name of [...STREAMS, 'cashOutlay', 'totalCostOfOwnership'] as const) {
          const total = fractionOf(budget.totals[name]);
          expect(sum(budget.months.map((month) => fractionOf(month[name])))).toEqual(total);
          expect(sum(budget.years.map((year) => fractionOf(year[name])))).toEqual(total);
        }
        const whole = fractionOf(budget.totals.totalCostOfOwnership);
        expect(sum([...budget.byCategory.values()].map(fractionOf))).toEqual(whole);
        const counted = budget.lines.filter(({ stream }) => stream !== 'benefit');
        expect(sum(counted.map(({ total }) => fractionOf(total)))).toEqual(whole);
        for (const line of budget.lines) {
          expect(sum([...line.months.values()].map(fractionOf))).toEqual(fractionOf(line.total));
          expect(sum(line.byFiscalYear.map(fractionOf))).toEqual(fractionOf(line.total));
        }
      }),
      tries(100),
    );
  });

  test('the order of the lines changes no figure', () => {
    fc.assert(
      fc.property(costLists, practices, fc.infiniteStream(fc.nat()), (costs, practice, keys) => {
        const shuffled = costs
          .map((cost) => ({ cost, key: Number(keys.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ cost }) => cost);
        expect(budgetSummary(budgetWith(shuffled, practice))).toEqual(
          budgetSummary(budgetWith(costs, practice)),
        );
      }),
      tries(60),
    );
  });
});
