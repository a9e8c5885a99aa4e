import { describe, expect, test } from 'vitest';
import type { Budget } from '../../../shared/domain/budget/budget';
import { roundHalfEven, type Decimal } from '../../../shared/domain/base/decimal';
import { budgetOf } from '../../../shared/domain/budget/planBudget';
import { budgetWith, codesOf, scheduleFrom, uuid, withRawCosts, workbookOf, type Cost } from './stories';

/** Month (1 is the first) to amount in minor units, for the only line. */
function monthsOf(budget: Budget): Record<number, number> {
  const months = budget.lines[0]?.months ?? new Map<number, Decimal>();
  return Object.fromEntries([...months].map(([month, amount]) => [month + 1, roundHalfEven(amount)]));
}

function totalsOf(budget: Budget): Record<string, number> {
  return Object.fromEntries(
    Object.entries<Decimal>({ ...budget.totals }).map(([name, amount]) => [name, roundHalfEven(amount)]),
  );
}

describe('when a line is billed', () => {
  const tenDollars: Cost = { unitCost: 1000, quantity: 1, start: '2027-03-20' };

  test('once: in the month of its start', () => {
    expect(monthsOf(budgetWith([tenDollars]))).toEqual({ 3: 1000 });
  });

  test('monthly until the month of its end, that month included', () => {
    const budget = budgetWith([{ ...tenDollars, frequency: 'monthly', end: '2027-06-20' }]);
    expect(monthsOf(budget)).toEqual({ 3: 1000, 4: 1000, 5: 1000, 6: 1000 });
  });

  test('quarterly and yearly from the first month on, to the end of the horizon', () => {
    const quarterly = budgetWith([{ ...tenDollars, frequency: 'quarterly' }], { budgetMonths: 12 });
    expect(monthsOf(quarterly)).toEqual({ 3: 1000, 6: 1000, 9: 1000, 12: 1000 });
    const yearly = budgetWith([{ ...tenDollars, frequency: 'yearly' }], { budgetMonths: 30 });
    expect(monthsOf(yearly)).toEqual({ 3: 1000, 15: 1000, 27: 1000 });
  });

  test('in the first month of the budget when it has no start, which is mentioned only if it costs something', () => {
    const budget = budgetWith([{ unitCost: 1000 }, { unitCost: 0 }]);
    expect(monthsOf(budget)).toEqual({ 1: 1000 });
    expect(budget.findings.map(({ problem, level, id }) => [problem.code, level, id])).toEqual([
      ['budget/noStart', 'info', uuid('c0')],
    ]);
  });

  test('a rhythm that began before the budget is kept, and its price has grown meanwhile', () => {
    const budget = budgetWith(
      [
        {
          unitCost: 1000,
          quantity: 1,
          frequency: 'quarterly',
          start: '2025-12-01',
          escalatorPercentPerYear: 10,
        },
      ],
      { budgetMonths: 12 },
    );
    expect(monthsOf(budget)).toEqual({ 3: 1100, 6: 1100, 9: 1100, 12: 1210 });
    expect(codesOf(budget)).toEqual([]);
  });

  test('not at all when every bill falls outside the months of the budget', () => {
    const outside: Cost[] = [
      { ...tenDollars, start: '2026-12-31' },
      { ...tenDollars, start: '2032-01-01', frequency: 'monthly' },
      { ...tenDollars, start: '2024-01-01', end: '2026-12-31', frequency: 'monthly' },
    ];
    const budget = budgetWith(outside);
    expect(codesOf(budget)).toEqual(outside.map(() => 'budget/outsideHorizon'));
    expect(totalsOf(budget)['totalCostOfOwnership']).toBe(0);
  });

  test('not at all when it ends before it starts', () => {
    const budget = budgetWith([{ ...tenDollars, frequency: 'monthly', end: '2027-03-19' }]);
    expect(codesOf(budget)).toEqual(['budget/endBeforeStart']);
    expect(monthsOf(budget)).toEqual({});
  });

  test('an end in the year 9999 costs no time', () => {
    const workbook = workbookOf([{ ...tenDollars, frequency: 'yearly' }]);
    const endless = withRawCosts(workbook, (cost) => ({ ...cost, end: '9999-12-31' }));
    expect(monthsOf(budgetOf(endless, scheduleFrom('2027-01-04')))).toEqual({
      ...{ 3: 1000, 15: 1000, 27: 1000, 39: 1000, 51: 1000 },
    });
  });
});

describe('what a line costs', () => {
  test('the price steps up every twelve months after the start of the line, unrounded until it is summed', () => {
    const budget = budgetWith(
      [{ unitCost: 999, quantity: 1, frequency: 'yearly', start: '2027-05-01', escalatorPercentPerYear: 5 }],
      { budgetMonths: 36 },
    );
    // 999 + 1048.95 + 1101.3975 = 3149.3475; three rounded amounts would give 3149.
    expect(budget.totals.recurring.digits).toBe(0n);
    expect(budget.totals.externalOneTime).toEqual({ digits: 31493475n, scale: 4 });
  });

  test('an empty quantity is taken from the practice profile by what the line counts', () => {
    const profile = {
      providers: 4.5,
      users: 18,
      devices: 14,
      interfaces: 2,
      charts: 600,
      dipPreset: 'typical',
    } as const;
    const drivers = [
      'fixed',
      'per-hour',
      'per-provider',
      'per-user',
      'per-device',
      'per-interface',
      'per-chart',
      'per-site',
      'lost-weeks',
    ] as const;
    const budget = budgetWith(
      drivers.map((driver) => ({ driver, unitCost: 100, start: '2027-01-01' })),
      profile,
      {
        sites: [
          { id: 's1', name: 'Main' },
          { id: 's2', name: 'Branch' },
          { id: 's3', name: 'Old', archived: true },
        ],
      },
    );
    expect(budget.lines.map(({ quantity, quantitySource }) => [quantity, quantitySource])).toEqual(
      [1, 1, 4.5, 18, 14, 2, 600, 2, 1.95].map((quantity) => [quantity, 'profile']),
    );
    expect(codesOf(budget)).toEqual([]);
  });

  test('a practice without sites counts as one site', () => {
    expect(budgetWith([{ driver: 'per-site', unitCost: 100, start: '2027-01-01' }]).lines[0]?.quantity).toBe(
      1,
    );
  });

  test('nothing, with a warning, when neither the line nor the profile says how many', () => {
    const budget = budgetWith([{ driver: 'per-device', unitCost: 100, start: '2027-01-01' }]);
    expect(budget.findings).toMatchObject([
      {
        level: 'warning',
        problem: { code: 'budget/noQuantity', facts: { driver: 'per device' } },
        field: 'quantity',
      },
    ]);
    expect(budget.lines[0]?.quantity).toBe(0);
  });

  test('nothing, with a remark, while it has no price', () => {
    const budget = budgetWith([{ quantity: 3, start: '2027-01-01' }]);
    expect(budget.findings).toMatchObject([
      { level: 'info', problem: { code: 'budget/noPrice' }, field: 'unitCost' },
    ]);
  });

  test('a typed quantity wins, and is mentioned where the profile says otherwise', () => {
    const lines: Cost[] = [
      { driver: 'per-provider', quantity: 6, unitCost: 100, start: '2027-01-01' },
      { driver: 'per-provider', quantity: 5, unitCost: 100, start: '2027-01-01' },
      { driver: 'fixed', quantity: 6, unitCost: 100, start: '2027-01-01' },
    ];
    const budget = budgetWith(lines, { providers: 5 });
    expect(totalsOf(budget)['externalOneTime']).toBe(600 + 500 + 600);
    expect(budget.findings).toMatchObject([
      {
        level: 'info',
        id: uuid('c0'),
        problem: { facts: { typed: '6', profile: '5', driver: 'per provider' } },
      },
    ]);
  });

  test('a week of lost visits without a price costs a week of revenue', () => {
    const practice = { providers: 5, visitsPerProviderDay: 18, clinicDaysPerWeek: 4, revenuePerVisit: 10500 };
    const lost: Cost = { driver: 'lost-weeks', kind: 'induced', start: '2027-07-01' };
    const budget = budgetWith([lost], practice);
    expect(totalsOf(budget)['productivityLoss']).toBe(Math.round(5 * 18 * 4 * 10500 * 1.95));
    expect(codesOf(budget)).toEqual([]);
    expect(codesOf(budgetWith([lost], { ...practice, clinicDaysPerWeek: null }))).toContain('budget/noPrice');
  });
});

describe('which total a line goes to', () => {
  const streams: [Cost, string][] = [
    [{ kind: 'one-time' }, 'externalOneTime'],
    [{ kind: 'per-event' }, 'externalOneTime'],
    [{ kind: 'recurring' }, 'recurring'],
    [{ kind: 'contingency' }, 'contingency'],
    [{ kind: 'induced' }, 'productivityLoss'],
    [{ kind: 'one-time', internal: true }, 'internalStaffTime'],
    [{ kind: 'recurring', internal: true }, 'internalStaffTime'],
    [{ kind: 'induced', internal: true }, 'internalStaffTime'],
    [{ kind: 'benefit' }, 'benefits'],
    [{ kind: 'benefit', internal: true }, 'benefits'],
  ];

  test.each(streams)('%o counts as %s', (cost, total) => {
    const totals = totalsOf(budgetWith([{ ...cost, unitCost: 700, start: '2027-01-01' }]));
    const cash = ['externalOneTime', 'recurring', 'contingency'].includes(total) ? 700 : 0;
    expect(totals).toEqual({
      ...{
        externalOneTime: 0,
        recurring: 0,
        contingency: 0,
        internalStaffTime: 0,
        productivityLoss: 0,
        benefits: 0,
      },
      cashOutlay: cash,
      totalCostOfOwnership: total === 'benefits' ? 0 : 700,
      [total]: 700,
    });
  });

  test('archived lines are in no total', () => {
    const budget = budgetWith([{ unitCost: 700, archived: true }]);
    expect(budget.lines).toEqual([]);
    expect(budget.byCategory.size).toBe(0);
  });

  test('a category with a line is there even if it costs nothing; one without is not', () => {
    const budget = budgetWith([
      { category: 'hardware', unitCost: 500, start: '2027-01-01' },
      { category: 'hardware', unitCost: 25, start: '2027-01-01', internal: true },
      { category: 'other', kind: 'benefit', unitCost: 900, start: '2027-01-01' },
    ]);
    expect([...budget.byCategory].map(([id, amount]) => [id, roundHalfEven(amount)])).toEqual([
      ['hardware', 525],
      ['other', 0],
    ]);
  });
});

describe('months and fiscal years', () => {
  test('month 1 is the month of the budget start, else of the plan start, else of the schedule', () => {
    expect(budgetWith([], { budgetStart: '2028-11-30' }).startMonth).toBe('2028-11');
    expect(budgetWith([], { budgetStart: null }).startMonth).toBe('2027-01');
    const undated = workbookOf([], { start: null });
    expect(budgetOf(undated, scheduleFrom('2031-05-06')).startMonth).toBe('2031-05');
  });

  test('fiscal years are named for the year they end in and cut at the horizon', () => {
    const years = (startMonth: number) =>
      budgetWith([], { fiscalYearStartMonth: startMonth, budgetMonths: 14 }).fiscalYears.map(
        ({ label, firstMonth, lastMonth }) => `${label}: ${String(firstMonth)}-${String(lastMonth)}`,
      );
    expect(years(1)).toEqual(['2027: 0-11', '2028: 12-13']);
    expect(years(7)).toEqual(['2027: 0-5', '2028: 6-13']);
    expect(years(2)).toEqual(['2027: 0-0', '2028: 1-12', '2029: 13-13']);
    expect(years(12)).toEqual(['2027: 0-10', '2028: 11-13']);
  });

  test('a budget whose lengths were damaged still has 1 to 120 months', () => {
    const workbook = workbookOf([]);
    const horizonOf = (budgetMonths: number) => {
      const { organisation } = workbook.tables;
      const live = organisation.live.map((record) => ({
        ...record,
        budgetMonths,
        fiscalYearStartMonth: NaN,
      }));
      const tables = { ...workbook.tables, organisation: { ...organisation, live } };
      return budgetOf({ ...workbook, tables }, scheduleFrom('2027-01-04')).horizonMonths;
    };
    expect([NaN, -5, 0, 1e9, Infinity, 24.9].map(horizonOf)).toEqual([60, 1, 1, 120, 120, 24]);
  });
});

describe('figures that a plan cannot have', () => {
  test.each([
    ['quantity', -1],
    ['quantity', NaN],
    ['quantity', Infinity],
    ['unitCost', -100],
    ['unitCost', 1.5],
    ['unitCost', 1e300],
    ['escalatorPercentPerYear', -100],
    ['contingencyPercent', 1000],
  ])('%s %d: the line is not counted, with a warning', (field, value) => {
    const workbook = workbookOf([
      { unitCost: 100, quantity: 1, start: '2027-01-01' },
      { driver: 'percent', kind: 'contingency', quantity: 10 },
    ]);
    const broken = withRawCosts(workbook, (cost) => ({ ...cost, [field]: value }));
    const budget = budgetOf(broken, scheduleFrom('2027-01-04'));
    expect(budget.findings).toMatchObject([
      { level: 'warning', problem: { code: 'budget/negative' }, id: uuid('c0'), field },
      { level: 'warning', problem: { code: 'budget/negative' }, id: uuid('c1'), field },
    ]);
    expect(totalsOf(budget)['totalCostOfOwnership']).toBe(0);
  });
});

describe('a budget without a single price', () => {
  test('is a warning of its own, beside the remark at each line', () => {
    const unpriced = budgetWith([{ name: 'Seats' }, { name: 'Tablets' }]);
    expect(unpriced.findings[0]).toEqual({
      level: 'warning',
      problem: { code: 'budget/nothingPriced', facts: { lines: 2 } },
      register: 'costs',
    });
    expect(codesOf(unpriced).filter((code) => code === 'budget/noPrice')).toHaveLength(2);
  });

  test('is none as soon as one line has a price, nor while there is a single line', () => {
    expect(codesOf(budgetWith([{ name: 'Seats' }]))).not.toContain('budget/nothingPriced');
    expect(codesOf(budgetWith([{ name: 'Seats' }, { name: 'Tablets', unitCost: 0 }]))).not.toContain(
      'budget/nothingPriced',
    );
    expect(codesOf(budgetWith([]))).toEqual([]);
  });
});

describe('funding', () => {
  const spend: Cost[] = [
    { unitCost: 100_00, start: '2027-01-01' },
    { kind: 'induced', unitCost: 900_00, start: '2027-01-01' },
  ];
  const funded = (...amounts: (number | null)[]) =>
    budgetWith(
      spend,
      {},
      { fundingSources: amounts.map((amount, i) => ({ id: `f${String(i)}`, name: 'Fund', amount })) },
    );

  test('cash above the sum of the funding is a warning that says by how much', () => {
    expect(funded(40_00, 59_99).findings).toMatchObject([
      {
        level: 'warning',
        problem: { code: 'budget/aboveFunding', facts: { over: 1, funding: 9999, currency: 'USD' } },
      },
    ]);
  });

  test('no warning at exactly the funding, nor while no amount is known', () => {
    expect(codesOf(funded(40_00, 60_00))).toEqual([]);
    expect(codesOf(funded())).toEqual([]);
    expect(codesOf(funded(null))).toEqual([]);
  });
});

describe('computing once', () => {
  const workbook = workbookOf([{ unitCost: 100, start: '2027-01-01', driver: 'per-site' }]);
  const schedule = scheduleFrom('2027-01-04');
  const changed = workbookOf(
    [],
    { budgetMonths: 6 },
    {
      sites: [
        { id: 's1', name: 'A' },
        { id: 's2', name: 'B' },
      ],
      fundingSources: [{ id: 'f', name: 'Fund', amount: 1 }],
    },
  ).tables;

  test('the same plan gives the same value', () => {
    expect(budgetOf({ ...workbook }, { ...schedule })).toBe(budgetOf(workbook, schedule));
  });

  test.each([
    ['organisation', (budget: Budget) => budget.horizonMonths, 60, 6],
    ['sites', (budget: Budget) => budget.lines[0]?.quantity, 1, 2],
    ['fundingSources', (budget: Budget) => budget.findings.length, 0, 1],
  ] as const)('a change of %s is seen', (register, read, before, after) => {
    expect(read(budgetOf(workbook, schedule))).toBe(before);
    const tables = { ...workbook.tables, [register]: changed[register] };
    expect(read(budgetOf({ ...workbook, tables }, schedule))).toBe(after);
  });

  test('another start of the schedule is seen', () => {
    const undated = workbookOf([], { start: null });
    expect(budgetOf(undated, schedule).startMonth).toBe('2027-01');
    expect(budgetOf(undated, scheduleFrom('2027-02-01')).startMonth).toBe('2027-02');
  });
});
