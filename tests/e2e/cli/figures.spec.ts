/** What a dump says of dates and money, against figures worked out by hand. */
import { expect, test } from '@playwright/test';
import { Desk } from './commandLine';

test('dates follow all four link types, lags, holidays and extra working days', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const calendar = desk.dump(file).registers['calendars']?.[0]?.id ?? '';
  const set = { holidays: ['2027-03-03'], extraWorkingDays: ['2027-03-13'] };
  const days = { a: 5, b: 5, c: 2, d: 3, e: 4 };
  const ids = desk.edit(file, [
    ...Object.entries(days).map(([name, durationDays]) => ({
      register: 'tasks',
      add: { name, durationDays },
    })),
    { register: 'tasks', add: { name: 'live', kind: 'milestone' } },
    { register: 'calendars', id: calendar, set },
  ]);
  const [a, b, c, d, e, live] = ids;
  const link = (predecessor = '', successor = '', type = 'FS', lagDays = 0): object => ({
    register: 'links',
    add: { predecessor, successor, type, lagDays },
  });
  desk.edit(file, [
    link(a, b, 'SS', 2),
    link(a, c, 'FF', 1),
    link(c, d, 'SF'),
    link(b, e, 'FS', -2),
    link(e, live),
  ]);
  const { tasks } = desk.dump(file).schedule;
  const span = (id = ''): (string | undefined)[] => [tasks[id]?.start, tasks[id]?.finish];
  expect(span(a)).toEqual(['2027-03-01', '2027-03-08']);
  expect(span(b)).toEqual(['2027-03-04', '2027-03-10']);
  expect(span(c)).toEqual(['2027-03-08', '2027-03-09']);
  expect(span(d)).toEqual(['2027-03-02', '2027-03-05']);
  expect(span(e)).toEqual(['2027-03-09', '2027-03-12']);
  expect(span(live)).toEqual(['2027-03-12', '2027-03-12']);
  expect(tasks[e ?? '']).toMatchObject({ totalFloatDays: 0, critical: true });
  expect(tasks[c ?? '']).toMatchObject({ totalFloatDays: 3, freeFloatDays: 0, critical: false });
});

test('money is exact and rounded half-even once, by month and by a fiscal year from July', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const organisation = desk.dump(file).registers['organisation']?.[0]?.id ?? '';
  const cost = (name: string, more: object): object => ({
    register: 'costs',
    add: { name, quantity: 1, ...more },
  });
  const recurring = { kind: 'recurring', category: 'support' };
  desk.edit(file, [
    { register: 'organisation', id: organisation, set: { fiscalYearStartMonth: 7, budgetMonths: 24 } },
    // 2.5 and 7.5 cents: 2 and 8 rounded apart, exactly 10 together.
    cost('Half', { category: 'hardware', quantity: 0.5, unitCost: 5, start: '2027-05-01' }),
    cost('Half', { category: 'network', quantity: 0.5, unitCost: 15, start: '2027-05-01' }),
    // 13 months at 1,000.00 and 8 at 1,050.00 cost the step of the anniversary in May 2028.
    cost('Monthly', {
      ...recurring,
      frequency: 'monthly',
      unitCost: 1000,
      start: '2027-05-15',
      escalatorPercentPerYear: 5,
    }),
    cost('Yearly', {
      ...recurring,
      frequency: 'yearly',
      unitCost: 700,
      start: '2027-06-01',
      end: '2028-06-30',
    }),
    cost('Quarterly', {
      ...recurring,
      frequency: 'quarterly',
      unitCost: 90,
      start: '2027-12-01',
      end: '2028-08-15',
    }),
    cost('Staff', { category: 'staff', internal: true, unitCost: 12_345, quantity: 2, start: '2027-04-30' }),
    cost('Dip', { category: 'productivity', kind: 'induced', unitCost: 999, start: '2027-09-01' }),
  ]);
  const { budget } = desk.dump(file);
  // Monthly: 12 × 1000 + 10 × 1050 within the 24 months from March 2027.
  const support = 22_500 + 2 * 700 + 3 * 90;
  expect(budget).toMatchObject({
    externalOneTime: 10,
    recurring: support,
    contingency: 0,
    cashOutlay: 10 + support,
    internalStaffTime: 24_690,
    productivityLoss: 999,
    totalCostOfOwnership: 10 + support + 24_690 + 999,
    byCategory: { hardware: 2, network: 8, support, staff: 24_690, productivity: 999 },
    horizonMonths: 24,
  });
  expect(budget.byMonth['2027-12']).toBe(1000 + 90);
  expect(budget.byMonth['2028-06']).toBe(1050 + 700 + 90);
  expect(Object.keys(budget.byFiscalYear)).toHaveLength(3);
});
