/** Any plan with costs: all kinds, drivers and rhythms, dates before, in and after the months of the budget. */
import fc from 'fast-check';
import { addMonths } from '../../../shared/domain/base/dates';
import { registers } from '../../../shared/domain/registers/all';
import type { Workbook } from '../../../shared/domain/workbook';
import { makeWorkbook } from '../../support/makeWorkbook';

const { category, kind, driver, frequency } = registers.costs.fields;
const optionOf = <O extends Readonly<Record<string, string>>>(options: O): fc.Arbitrary<keyof O & string> =>
  fc.constantFrom(...(Object.keys(options) as (keyof O & string)[]));
const hundredths = (max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: max * 100 }).map((value) => value / 100);
const dates = fc
  .tuple(fc.integer({ min: -30, max: 45 }), fc.integer({ min: 1, max: 28 }))
  .map(([months, day]) => `${addMonths('2027-01-01', months).slice(0, 8)}${String(day).padStart(2, '0')}`);

const cost = fc.record({
  name: fc.oneof(
    fc.constantFrom('=1+1', '+SUM(A1)', '-2', '@now', "'quoted", '1e3', 'Überprüfung & <b>'),
    fc.string({ minLength: 1, maxLength: 30 }).map((text) => `L ${text}`),
  ),
  category: optionOf(category.options),
  kind: optionOf(kind.options),
  internal: fc.boolean(),
  driver: optionOf(driver.options),
  quantity: fc.option(hundredths(80)),
  unitCost: fc.option(fc.integer({ min: 0, max: 900_000 }), { freq: 5 }),
  frequency: optionOf(frequency.options),
  start: fc.option(dates, { freq: 5 }),
  end: fc.option(dates, { freq: 2 }),
  escalatorPercentPerYear: fc.option(fc.integer({ min: -500, max: 1500 }).map((value) => value / 100)),
  contingencyPercent: fc.option(hundredths(30), { freq: 2 }),
});

const practice = fc.record({
  currency: fc.constantFrom('USD', 'JPY', 'KWD'),
  budgetMonths: fc.integer({ min: 1, max: 40 }),
  fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
  contingencyPercent: hundredths(25),
  providers: fc.option(hundredths(20)),
  users: fc.option(fc.integer({ min: 0, max: 90 })),
  devices: fc.option(fc.integer({ min: 0, max: 90 })),
  interfaces: fc.option(fc.integer({ min: 0, max: 9 })),
  charts: fc.option(fc.integer({ min: 0, max: 900 })),
  visitsPerProviderDay: fc.option(hundredths(30)),
  clinicDaysPerWeek: fc.option(hundredths(7)),
  revenuePerVisit: fc.option(fc.integer({ min: 0, max: 30_000 })),
  dipPreset: fc.constantFrom('none' as const, 'prepared' as const, 'typical' as const, 'severe' as const),
});

const rating = fc.option(fc.integer({ min: 1, max: 5 }));
const risk = fc.record({
  status: optionOf(registers.risks.fields.status.options),
  probability: rating,
  impacts: fc.record(
    { schedule: fc.integer({ min: 1, max: 5 }), safety: fc.integer({ min: 1, max: 5 }) },
    { requiredKeys: [] },
  ),
  costIfItHappens: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
  probabilityPercent: fc.option(hundredths(100)),
  residualProbability: rating,
  residualImpact: rating,
});

export const workbooks: fc.Arbitrary<Workbook> = fc
  .record({
    practice,
    costs: fc.array(cost, { maxLength: 9 }),
    risks: fc.array(risk, { maxLength: 4 }),
    sites: fc.integer({ min: 0, max: 3 }),
  })
  .map((parts) =>
    makeWorkbook({
      organisation: [{ id: 'org', name: 'Practice', start: '2027-01-04', ...parts.practice }],
      costs: parts.costs.map((entry, index) => ({ id: `c${String(index)}`, ...entry })),
      risks: parts.risks.map((entry, index) => ({
        id: `r${String(index)}`,
        title: `Risk ${String(index)}`,
        ...entry,
      })),
      sites: Array.from({ length: parts.sites }, (_, index) => ({ id: `s${String(index)}`, name: 'Site' })),
    }),
  );
