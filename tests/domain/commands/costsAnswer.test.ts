import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf, roundHalfEven, type Decimal } from '../../../shared/domain/base/decimal';
import { costFigures, costsAnswer, perUnit } from '../../../shared/domain/commands/costsAnswer';
import { cashByMonth, costsByCategory, grandSums } from '../../../shared/domain/commands/costsTable';
import { sentenceText } from '../../../shared/domain/format/sentence';
import { planOf, type Plan } from '../../../shared/domain/plan';
import { makeWorkbook, type Story } from '../../support/makeWorkbook';
import { workbookOfPack } from '../templates/packFiles';

const TODAY = '2027-02-01';
const PRACTICE = { id: 'organisation', name: 'Practice', currency: 'USD', start: '2027-01-04' } as const;

function plan(story: Story): Plan {
  return planOf(makeWorkbook({ organisation: [PRACTICE], ...story }), TODAY);
}

function answer(story: Story): string {
  return sentenceText(costsAnswer(plan(story)));
}

function figure(of: Plan, id: string) {
  const found = costFigures(of).find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

const demo = planOf(workbookOfPack('demo-five-provider-saas'), TODAY);

describe('the answer about costs', () => {
  test('names the total, the share of a provider and how much of it are lost visits', () => {
    const of = {
      organisation: [{ ...PRACTICE, providers: 4 }],
      costs: [
        { id: 'a', name: 'Hardware', unitCost: 80_000_00 },
        { id: 'b', name: 'Visits', kind: 'induced', unitCost: 20_000_00 },
      ],
    } as const;
    expect(answer(of)).toBe(
      'Five years cost $100,000, or $25,000 per provider. One dollar in five is visits you will not see while people learn.',
    );
  });

  test('says a share in percent where it is no round one, and outside dollar countries', () => {
    const costs = (lost: number) =>
      [
        { id: 'a', name: 'Hardware', unitCost: 100_00 - lost },
        { id: 'b', name: 'Visits', kind: 'induced', unitCost: lost },
      ] as const;
    expect(answer({ costs: costs(37_00) })).toContain('37% of it is visits');
    expect(answer({ organisation: [{ ...PRACTICE, currency: 'EUR' }], costs: costs(20_00) })).toContain(
      'Five years cost €100. 20% of it is visits',
    );
  });

  test('counts lines that still need a price, and leaves providers out where there are none', () => {
    const costs = [
      { id: 'a', name: 'Hardware', unitCost: 500_00 },
      { id: 'b', name: 'Training' },
      { id: 'c', name: 'Support' },
    ];
    expect(answer({ costs })).toBe('Five years cost $500. Two lines have no price yet.');
  });

  test('says what is missing when there is nothing, or nothing priced', () => {
    expect(answer({})).toBe('Nothing is in the budget yet.');
    expect(answer({ costs: [{ id: 'a', name: 'Training' }] })).toBe(
      'One line without an amount. Type what you are quoted under Unit cost, the largest first.',
    );
  });

  test('names a horizon that is no whole number of years in months', () => {
    const organisation = [{ ...PRACTICE, budgetMonths: 18 }];
    expect(answer({ organisation, costs: [{ id: 'a', name: 'A', unitCost: 100 }] })).toBe(
      '18 months cost $1.',
    );
  });
});

describe('the figures under the answer', () => {
  test('of the worked budget stand on the months before go-live, the year after it, and the funding', () => {
    // Months 1-7 of the worked budget: $2,500 + $30,550 + $8,210 + $17,710 + $17,110.
    expect(figure(demo, 'untilGoLive')).toMatchObject({
      label: 'Paid by the end of July',
      figure: '$76,080',
    });
    // Five providers at $450 × 9 months and $472.50 × 3, $300 fees, $60 + $400 + $150 a month, $1,800 and $1,500 a year.
    const yearly = 5 * (450 * 3 + 472.5 * 9) + 12 * (300 + 60 + 400 + 150) + 1800 + 1500;
    expect(figure(demo, 'yearly').figure).toBe(`$${Math.floor(yearly).toLocaleString('en-US')}`);
    expect(figure(demo, 'lostVisits')).toMatchObject({ figure: '$73,710', basis: '1.95 weeks of visits' });
    expect(figure(demo, 'contingency').basis).toBe('15% of one-time cost');
    const left = 395_000_00 - roundHalfEven(demo.budget.totals.cashOutlay);
    expect(figure(demo, 'funding').figure).toBe(`$${Math.round(left / 100).toLocaleString('en-US')} left`);
  });

  test('without a go-live date cover the first year', () => {
    const costs = [
      { id: 'a', name: 'Fee', kind: 'recurring', frequency: 'monthly', unitCost: 100_00 },
    ] as const;
    const first = figure(plan({ costs }), 'untilGoLive');
    expect(first).toMatchObject({ label: 'Paid in the first year', figure: '$1,200' });
  });

  test('say by how much the cash outlay is above the funding', () => {
    const short = figure(
      plan({
        costs: [{ id: 'a', name: 'A', unitCost: 900_00 }],
        fundingSources: [{ id: 'f', name: 'Reserve', amount: 400_00 }],
      }),
      'funding',
    );
    expect(short).toMatchObject({ label: 'Of $400 funding', figure: '$500 short', short: true });
  });

  test('show the cost of a provider where there is no funding', () => {
    const each = plan({
      organisation: [{ ...PRACTICE, providers: 2.5 }],
      costs: [{ id: 'a', name: 'A', unitCost: 1000_00 }],
    });
    expect(figure(each, 'funding')).toMatchObject({ label: 'Per provider', figure: '$400' });
  });

  test('divide exactly, to the nearest unit, ties to the even one', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 9999 }), (minor, quarters) => {
        const each = perUnit(decimalOf(minor), quarters / 4) ?? Number.NaN;
        // |minor / (quarters / 4) − each| ≤ ½, in whole numbers.
        const rest = Math.abs(minor * 4 - each * quarters) * 2;
        expect(rest).toBeLessThanOrEqual(quarters);
        if (rest === quarters) expect(each % 2 === 0).toBe(true);
      }),
    );
    expect(perUnit(decimalOf(100), 0)).toBeNull();
    expect(perUnit(decimalOf(100), null)).toBeNull();
  });
});

describe('the table of costs', () => {
  const units = (amount: Decimal): number => roundHalfEven(amount);

  test('adds up: categories to the years and the total of the budget', () => {
    const groups = costsByCategory(demo.workbook.tables.costs.live, demo.budget);
    const sums = grandSums(demo.budget);
    expect(groups.reduce((sum, group) => sum + group.lines.length, 0)).toBe(29);
    expect(groups.reduce((sum, group) => sum + units(group.sums.total), 0)).toBeCloseTo(
      units(sums.total),
      -1,
    );
    sums.years.forEach((year, index) => {
      const parts = groups.map((group) => units(group.sums.years[index] ?? decimalOf(0)));
      expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - units(year))).toBeLessThanOrEqual(
        groups.length,
      );
    });
  });

  test('leaves benefits out of the sums of their category', () => {
    const of = plan({
      costs: [
        { id: 'a', name: 'A', category: 'other', unitCost: 700 },
        { id: 'b', name: 'B', category: 'other', kind: 'benefit', unitCost: 900 },
      ],
    });
    const [other] = costsByCategory(of.workbook.tables.costs.live, of.budget);
    expect(other?.lines).toHaveLength(2);
    expect(units(other?.sums.total ?? decimalOf(0))).toBe(700);
  });

  test('splits each month into cash, own time with contingency, and lost visits', () => {
    for (const [index, month] of cashByMonth(demo.budget, 36).entries()) {
      const total = units(month.external) + units(month.internal) + units(month.lostVisits);
      const expected = units(demo.budget.months[index]?.totalCostOfOwnership ?? decimalOf(0));
      expect(Math.abs(total - expected)).toBeLessThanOrEqual(2);
    }
    expect(cashByMonth(demo.budget, 36)).toHaveLength(36);
    expect(cashByMonth(demo.budget, 36)[6]?.month).toBe('2027-07');
  });
});
