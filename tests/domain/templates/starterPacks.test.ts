import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCalendarDate } from '../../../shared/domain/base/dates';
import { compare } from '../../../shared/domain/base/decimal';
import { budgetSummary, type BudgetSummary } from '../../../shared/domain/budget/budgetSummary';
import { budgetOf } from '../../../shared/domain/budget/planBudget';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import { instantiatePack } from '../../../shared/domain/templates/instantiatePack';
import type { Workbook } from '../../../shared/domain/workbook';
import { idFor, PACKS, readPack, recordsOf, SIZED_PACKS, workbookOfPack, type PackName } from './packFiles';
import { tries } from '../../support/tries';

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

describe.each(SIZED_PACKS)('the figures of %s', (name) => {
  const hasYear = /\b(19|20)\d\d\b/;

  test('that it proposes as answers each have a source with its year', () => {
    for (const { id, answer, source, default: figure } of readPack(name).questions) {
      const isFigure = typeof figure === 'number' || ['choice', 'names'].includes(answer.kind);
      if (isFigure && id !== 'organisationKind')
        expect([id, source]).toEqual([id, expect.stringMatching(hasYear)]);
    }
  });

  test('in its plan each have a source with its year', () => {
    const { tables } = workbookOfPack(name);
    const measured = tables.tasks.live.filter(
      ({ kind, durationDays }) => kind !== 'summary' && durationDays > 0,
    );
    for (const { name: title, source } of [...measured, ...tables.costs.live]) {
      expect([title, source]).toEqual([title, expect.stringMatching(hasYear)]);
    }
    for (const { title, source } of tables.risks.live) {
      expect([title, source]).toEqual([title, expect.stringMatching(hasYear)]);
    }
  });

  test('come with owners, notes and steps for every task, and a response for every risk', () => {
    const { tables } = workbookOfPack(name);
    for (const task of tables.tasks.live) {
      if (task.kind === 'summary') continue;
      expect([task.name, tables.people.byId.has(task.owner ?? '')]).toEqual([task.name, true]);
      expect([task.name, task.checklist.split('\n').length >= 3]).toEqual([task.name, true]);
      expect([task.name, task.notes !== '']).toEqual([task.name, true]);
    }
    for (const risk of tables.risks.live) {
      const written = [risk.trigger, risk.mitigation, risk.contingencyPlan, risk.owner, risk.nextReview];
      expect([risk.title, written.every((text) => text !== '' && text !== null)]).toEqual([risk.title, true]);
    }
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

describe('the small practice', () => {
  test('as proposed is the example practice, which has no holidays: the same go-live and the same money', () => {
    const small = workbookOfPack('small-practice-saas', { answers: { holidays: 'none' } });
    const demo = workbookOfPack('demo-five-provider-saas');
    expect(scheduleOf(small, TODAY).goLive).toBe(scheduleOf(demo, TODAY).goLive);
    expect(budgetOfPlan(small)).toEqual(budgetOfPlan(demo));
  });

  test('follows its profile: a device more in Organisation costs two devices more in the budget', () => {
    const workbook = workbookOfPack('small-practice-saas');
    const { organisation } = workbook.tables;
    const live = organisation.live.map((record) => ({ ...record, devices: 15 }));
    const grown = { ...workbook, tables: { ...workbook.tables, organisation: { ...organisation, live } } };
    const now = budgetOfPlan(workbook).externalOneTime;
    expect(budgetOfPlan(grown).externalOneTime - now).toBe(2 * 1100_00);
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
      tries(25),
    );
  });

  test.each(['providers', 'otherUsers', 'devices', 'sites', 'interfaces', 'charts'] as const)(
    'with more %s is never sooner, and never cheaper to get to',
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
          // Not over the years: what begins later is paid for fewer months of the same horizon.
          for (const total of ['externalOneTime', 'internalStaffTime', 'productivityLoss'] as const) {
            expect(compare(b.totals[total], a.totals[total])).toBeGreaterThanOrEqual(0);
          }
        }),
        tries(10),
      );
    },
  );
});
