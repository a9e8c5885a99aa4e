import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, isCalendarDate, monthNumber, monthOf } from '../../../shared/domain/base/dates';
import { problemText } from '../../../shared/domain/base/problemText';
import { compare } from '../../../shared/domain/base/decimal';
import { budgetSummary, type BudgetSummary } from '../../../shared/domain/budget/budgetSummary';
import { budgetOf } from '../../../shared/domain/budget/planBudget';
import { fieldOf } from '../../../shared/domain/register/record';
import { definitionOf } from '../../../shared/domain/registers/all';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import { instantiatePack } from '../../../shared/domain/templates/instantiatePack';
import type { Workbook } from '../../../shared/domain/workbook';
import { idFor, PACKS, readPack, recordsOf, workbookOfPack, type PackName } from './packFiles';

const TODAY = '2026-11-02';

function budgetOfPlan(workbook: Workbook): BudgetSummary {
  return budgetSummary(budgetOf(workbook, scheduleOf(workbook, TODAY)));
}

function problemOf(name: PackName, answers: Record<string, unknown>) {
  const made = instantiatePack(readPack(name), { answers, idFor });
  return made.ok ? undefined : made.error;
}

describe.each(PACKS)('the pack %s', (name) => {
  test('is read and makes the same records every time', () => {
    const records = recordsOf(name);
    expect(recordsOf(name)).toEqual(records);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  });

  test('makes a plan without errors or warnings', () => {
    const workbook = workbookOfPack(name);
    const schedule = scheduleOf(workbook, TODAY);
    const findings = [...workbook.findings, ...schedule.findings, ...budgetOf(workbook, schedule).findings];
    expect(findings.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('with another start moves every date by as much, and nothing else', () => {
    const before = recordsOf(name, { start: '2027-01-04' });
    const after = recordsOf(name, { start: '2028-06-04' });
    let shifted = 0;
    before.forEach(({ register, values }, index) => {
      for (const [field, value] of Object.entries(values)) {
        const moved = after[index]?.values[field];
        if (fieldOf(definitionOf(register), field)?.kind !== 'date') {
          expect(moved).toEqual(value);
          continue;
        }
        if (!isCalendarDate(moved) || !isCalendarDate(value)) throw new Error(`${field} is no date`);
        expect(monthNumber(monthOf(moved))).toBe(monthNumber(monthOf(value)) + 17);
        if (value.endsWith('-01')) expect(moved).toBe(addMonths(value, 17));
        shifted += 1;
      }
    });
    expect(shifted).toBeGreaterThan(0);
  });

  test('refuses a start that is no date', () => {
    const made = instantiatePack(readPack(name), { answers: {}, idFor, start: '2027-02-30' });
    expect(made).toMatchObject({ ok: false, error: { code: 'field/notADate' } });
  });

  test('refuses answers to questions it does not ask', () => {
    expect(problemOf(name, { shoeSize: 43 })).toMatchObject({
      code: 'pack/unknownAnswer',
      facts: { given: 'shoeSize' },
    });
  });
});

describe('the blank plan', () => {
  test('is a practice and its working week', () => {
    const records = recordsOf('blank', { answers: { organisationName: 'Hill Clinic' }, start: '2028-03-01' });
    expect(records.map(({ register }) => register)).toEqual(['organisation', 'calendars']);
    expect(records[0]?.values).toMatchObject({
      name: 'Hill Clinic',
      start: '2028-03-01',
      calendar: records[1]?.id,
    });
  });
});

describe('answers', () => {
  test.each([
    ['providers', 'five'],
    ['providers', -1],
    ['providers', 1e9],
    ['otherUsers', 2.5],
    ['extractLeadDays', NaN],
    ['currency', 'dollars'],
    ['currency', 'U$'],
    ['country', 1],
    ['dipPreset', 'terrible'],
    ['fiscalYearStartMonth', 13],
    ['organisationName', { toString: 'x' }],
  ])('%s = %o is refused, in words', (question, answer) => {
    const refused = problemOf('small-practice-saas', { [question]: answer });
    expect(refused?.code).toBe('pack/badAnswer');
    expect(refused === undefined ? '' : problemText(refused)).toMatch(
      /^The answer to “.+” does not fit: .+\.$/,
    );
  });

  test('left empty keep the default', () => {
    const empty = { organisationName: '', providers: null, sites: undefined };
    expect(recordsOf('small-practice-saas', { answers: empty })).toEqual(recordsOf('small-practice-saas'));
  });

  test('size the practice, its sites and the lead time of the old vendor', () => {
    const answers = {
      ...{ organisationName: 'Hill Clinic', country: 'us', fiscalYearStartMonth: 7 },
      ...{
        providers: 2.5,
        otherUsers: 6,
        sites: 3,
        devices: 8,
        interfaces: 4,
        charts: 90,
        extractLeadDays: 40,
      },
    };
    const { tables } = workbookOfPack('small-practice-saas', { answers });
    expect(tables.organisation.live[0]).toMatchObject({
      ...{
        name: 'Hill Clinic',
        country: 'US',
        fiscalYearStartMonth: 7,
        providers: 2.5,
        users: 9,
        interfaces: 4,
      },
    });
    expect(tables.sites.live.map(({ name }) => name)).toEqual([
      'Main site',
      'Further site 1',
      'Further site 2',
    ]);
    const trialLoad = tables.links.live.find(({ successor }) => successor === idFor('tasks', 'D1'));
    expect(trialLoad?.lagDays).toBe(40);
    expect(tables.tasks.byId.get(idFor('tasks', 'C5'))?.durationDays).toBe(40);
    expect(tables.tasks.byId.get(idFor('tasks', 'D4'))?.durationDays).toBe(3);
  });

  test('in another currency leave every price open instead of passing dollars off as it', () => {
    const { tables } = workbookOfPack('small-practice-saas', { answers: { currency: 'jpy' } });
    expect(tables.organisation.live[0]).toMatchObject({ currency: 'JPY', revenuePerVisit: null });
    expect(tables.costs.live.filter(({ unitCost }) => unitCost !== null)).toEqual([]);
    expect(tables.risks.live.filter(({ costIfItHappens }) => costIfItHappens !== null)).toEqual([]);
  });
});

describe('the small practice', () => {
  test('as proposed is the example practice: the same go-live and the same cash', () => {
    const small = workbookOfPack('small-practice-saas');
    const demo = workbookOfPack('demo-five-provider-saas');
    expect(scheduleOf(small, TODAY).goLive).toBe(scheduleOf(demo, TODAY).goLive);
    const { externalOneTime, recurring, contingency, productivityLoss } = budgetOfPlan(demo);
    expect(budgetOfPlan(small)).toMatchObject({ externalOneTime, recurring, contingency, productivityLoss });
  });

  test('follows its profile: a device more in Organisation costs two devices more in the budget', () => {
    const workbook = workbookOfPack('small-practice-saas');
    const { organisation } = workbook.tables;
    const live = organisation.live.map((record) => ({ ...record, devices: 15 }));
    const grown = { ...workbook, tables: { ...workbook.tables, organisation: { ...organisation, live } } };
    const now = budgetOfPlan(workbook).externalOneTime;
    expect(budgetOfPlan(grown).externalOneTime - now).toBe(2 * 1100_00);
  });

  test('has a year with every figure it proposes', () => {
    const pack = readPack('small-practice-saas');
    for (const { answer, source, default: figure } of pack.questions) {
      if (typeof figure === 'number' || answer.kind === 'choice') expect(source).toMatch(/\b20\d\d\b/);
    }
    for (const { source } of recordsOf('small-practice-saas').flatMap(({ register, values }) =>
      register === 'costs' ? [values] : [],
    )) {
      expect(source).toMatch(/\b20\d\d\b/);
    }
  });

  const answers = fc.record({
    providers: fc.integer({ min: 1, max: 120 }).map((halves) => halves / 2),
    otherUsers: fc.integer({ min: 0, max: 400 }),
    sites: fc.integer({ min: 1, max: 20 }),
    devices: fc.integer({ min: 0, max: 600 }),
    interfaces: fc.integer({ min: 0, max: 30 }),
    charts: fc.integer({ min: 0, max: 20_000 }),
    extractLeadDays: fc.integer({ min: 0, max: 250 }),
    fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
    dipPreset: fc.constantFrom('none', 'prepared', 'typical', 'severe'),
  });

  test('of any size is a plan without errors whose go-live exists', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const workbook = workbookOfPack('small-practice-saas', { answers: given });
        const schedule = scheduleOf(workbook, TODAY);
        const budget = budgetOf(workbook, schedule);
        expect(isCalendarDate(schedule.goLive)).toBe(true);
        expect([...schedule.findings, ...budget.findings].filter(({ level }) => level !== 'info')).toEqual(
          [],
        );
      }),
      { numRuns: 25 },
    );
  });

  test.each(['providers', 'otherUsers', 'devices', 'sites', 'interfaces', 'charts'] as const)(
    'with more %s is never cheaper nor sooner',
    (question) => {
      fc.assert(
        fc.property(answers, fc.integer({ min: 1, max: 5 }), (given, more) => {
          const limits = {
            providers: 60,
            otherUsers: 400,
            devices: 600,
            sites: 20,
            interfaces: 30,
            charts: 20_000,
          };
          const grown = { ...given, [question]: Math.min(limits[question], given[question] + more) };
          const [a, b] = [given, grown].map((answered) => {
            const workbook = workbookOfPack('small-practice-saas', { answers: answered });
            const schedule = scheduleOf(workbook, TODAY);
            return { goLive: schedule.goLive ?? '', totals: budgetOf(workbook, schedule).totals };
          });
          if (a === undefined || b === undefined) return;
          expect(b.goLive >= a.goLive).toBe(true);
          expect(
            compare(b.totals.totalCostOfOwnership, a.totals.totalCostOfOwnership),
          ).toBeGreaterThanOrEqual(0);
        }),
        { numRuns: 10 },
      );
    },
  );
});
