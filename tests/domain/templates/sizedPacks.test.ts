/** The packs that follow answers: rollouts in steps, dates counted back, published examples, and any size at all. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, isCalendarDate } from '../../../shared/domain/base/dates';
import { compare, isZero } from '../../../shared/domain/base/decimal';
import { planOf, type Plan } from '../../../shared/domain/plan';
import { fieldOf } from '../../../shared/domain/register/record';
import { definitionOf } from '../../../shared/domain/registers/all';
import { checkAnswers } from '../../../shared/domain/templates/answers';
import type { InstantiatedRecord } from '../../../shared/domain/templates/assembleRecords';
import type { Question } from '../../../shared/domain/templates/pack';
import { idFor, readPack, recordsOf, SIZED_PACKS, workbookOfPack, type PackName } from './packFiles';
import { tries } from '../../support/tries';

const START = '2027-01-04';

function planOfPack(name: PackName, answers: Record<string, unknown> = {}): Plan {
  return planOf(workbookOfPack(name, { answers: { start: START, ...answers } }), START);
}

/** The go-lives in order: the day of each, and what goes live. */
function goLives({ workbook, schedule }: Plan): readonly { name: string; date: string; id: string }[] {
  return workbook.tables.tasks.live
    .filter(({ kind, name }) => kind === 'milestone' && name.startsWith('Go-live'))
    .map(({ id, name }) => ({
      id,
      name: name.replace(/^Go-live(: )?/, ''),
      date: schedule.task(id)?.finish ?? '',
    }));
}

const monthsFrom = (start: string, date: string | null): number =>
  (dayNumber(date ?? '') - dayNumber(start)) / (365.25 / 12);

describe('a rollout in steps', () => {
  const names = (strategy: string, more: Record<string, unknown> = {}) =>
    goLives(planOfPack('multi-site-phased', { strategy, ...more })).map(({ name }) => name);

  test('goes by sites, functions, groups of providers or departments, after a pilot, or first by what all share', () => {
    const sites = ['Hill', 'Valley', 'Lake'];
    const departments = ['Eye', 'Ear', 'Skin', 'Lab', 'Desk'];
    const answers = { sites, departments, rolloutGroups: 2 };
    expect(names('big-bang', answers)).toEqual(['']);
    expect(names('phased-by-site', answers)).toEqual(sites);
    expect(names('phased-by-function', { functions: ['Desk work', 'Orders'] })).toEqual([
      'Desk work',
      'Orders',
    ]);
    expect(names('phased-by-provider-group', { providerGroups: ['A', 'B'] })).toEqual(['A', 'B']);
    expect(names('phased-by-department', answers)).toEqual(['Eye and 2 more', 'Lab and Desk']);
    expect(names('pilot', answers)).toEqual(['Hill', 'Valley', 'Lake']);
    expect(names('pilot', { ...answers, sites: 1 })).toEqual(['Eye', 'Ear and Skin', 'Lab and Desk']);
    expect(names('hybrid', { ...answers, functions: ['Desk work', 'Orders'] })).toEqual([
      'Desk work',
      ...sites,
    ]);
  });

  test.each(SIZED_PACKS)('in %s goes live group after group, with time between them', (name) => {
    const answers = { sites: ['Hill', 'Valley', 'Lake'], strategy: 'phased-by-site', waveGapDays: 15 };
    const plan = planOfPack(name, answers);
    const live = goLives(plan);
    expect(live).toHaveLength(3);
    live.slice(1).forEach(({ date }, index) => {
      // Fifteen working days of support, then training, rehearsal, gate and cutover.
      expect(dayNumber(date) - dayNumber(live[index]?.date ?? '')).toBeGreaterThan(30);
    });
    expect(plan.schedule.goLive).toBe(live.at(-1)?.date);
    const waitsFor = (before: string, after: string) =>
      plan.workbook.tables.links.live.some(
        ({ predecessor, successor }) => predecessor === before && successor === after,
      );
    expect(waitsFor(live[0]?.id ?? '', idFor('tasks', 'F4-2'))).toBe(true);
    expect(waitsFor(live[1]?.id ?? '', idFor('tasks', 'F4-3'))).toBe(true);
  });

  test('after a pilot waits for the pilot review', () => {
    const { workbook, schedule } = planOfPack('pilot-then-rollout');
    const review = idFor('tasks', 'P3');
    expect(workbook.tables.tasks.byId.get(review)?.kind).toBe('gate');
    const waiting = workbook.tables.links.live.filter(({ predecessor }) => predecessor === review);
    expect(waiting.map(({ successor }) => successor)).toContain(idFor('tasks', 'F4-2'));
    const reviewed = schedule.task(review)?.finish ?? '';
    expect((schedule.task(idFor('tasks', 'F4-2'))?.start ?? '') > reviewed).toBe(true);
  });

  test('spreads training, support and lost visits over its groups, and loses no more visits than all at once', () => {
    const lost = (answers: Record<string, unknown>) =>
      planOfPack('multi-site-phased', { ...answers, dipPreset: 'typical' }).budget.totals.productivityLoss;
    expect(compare(lost({ strategy: 'phased-by-site' }), lost({ strategy: 'big-bang' }))).toBe(0);
    const { workbook } = planOfPack('multi-site-phased');
    const support = workbook.tables.costs.live.filter(({ name }) =>
      name.startsWith('Vendor support on site'),
    );
    expect(support.map(({ quantity }) => quantity)).toEqual([6, 6, 6, 6]);
    expect(new Set(support.map(({ start }) => start)).size).toBe(4);
  });
});

describe('a wanted go-live', () => {
  test.each(SIZED_PACKS)('of %s is met by the latest start that leads to it', (name) => {
    const wantedGoLive = '2028-09-01';
    const { schedule, workbook } = planOf(workbookOfPack(name, { answers: { wantedGoLive } }), START);
    expect((schedule.goLive ?? '') <= wantedGoLive).toBe(true);
    expect(
      workbook.tables.tasks.byId.get(idFor('tasks', goLiveKey(workbook.tables.organisation.live[0]?.goLive)))
        ?.deadline,
    ).toBe(wantedGoLive);
    const dayLater = workbookOfPack(name, { start: nextDay(schedule.projectStart), answers: {} });
    expect((planOf(dayLater, START).schedule.goLive ?? '') > wantedGoLive).toBe(true);
  });

  test('with a start too late for it is a deadline that is missed, and said', () => {
    const plan = planOfPack('small-practice-saas', { wantedGoLive: '2027-03-01' });
    expect(plan.findings.map(({ problem }) => problem.code)).toContain('plan/deadlineMissed');
  });

  function goLiveKey(id: string | null | undefined): string {
    return ['G3', 'G3-2', 'G3-3', 'G3-4'].find((key) => idFor('tasks', key) === id) ?? '';
  }

  function nextDay(date: string): string {
    const day = new Date(`${date}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 1);
    return day.toISOString().slice(0, 10);
  }
});

describe('the two examples of the field', () => {
  test('ten departments are live in six months, with a buffer for the migration', () => {
    const plan = planOfPack('small-practice-saas', {
      ...{ departments: 10, providers: 25, otherUsers: 65, devices: 60, interfaces: 4 },
      ...{ vendor: 'chosen', migrationBufferDays: 10 },
    });
    expect(plan.workbook.tables.departments.live).toHaveLength(10);
    const buffer = plan.workbook.tables.tasks.live.find(({ name }) => name === 'Migration buffer');
    expect(buffer?.durationDays).toBe(10);
    const months = monthsFrom(START, plan.schedule.goLive);
    expect(months).toBeGreaterThan(5.5);
    expect(months).toBeLessThan(6.5);
  });

  test('a center of 200 beds goes live in waves over a year', () => {
    const plan = planOfPack('rural-hospital-on-premises', {
      ...{ beds: 200, departments: 12, providers: 60, otherUsers: 540, devices: 400 },
      ...{ vendor: 'chosen', strategy: 'phased-by-department', rolloutGroups: 4 },
    });
    const live = goLives(plan).map(({ date }) => date);
    expect(live).toHaveLength(4);
    expect([...live].sort()).toEqual(live);
    expect(new Set(live.map((date) => date.slice(0, 7))).size).toBe(4);
    const months = monthsFrom(START, plan.schedule.goLive);
    expect(months).toBeGreaterThan(11);
    expect(months).toBeLessThan(13);
  });
});

describe.each(SIZED_PACKS)('%s with any answers', (name) => {
  const answers = fc
    .record(
      Object.fromEntries(readPack(name).questions.map((question) => [question.id, answerTo(question)])),
      {
        requiredKeys: [],
      },
    )
    .filter((given) => checkAnswers(readPack(name), given).problems.size === 0);

  test('is a plan without circle, dead end or error, priced in dollars, with a go-live', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const plan = planOfPack(name, { ...given, currency: 'USD' });
        expect(isCalendarDate(plan.schedule.goLive)).toBe(true);
        expect(plan.workbook.suspendedLinks.size).toBe(0);
        expect(plan.findings.filter(({ level }) => level === 'error')).toEqual([]);
        const codes = new Set(plan.findings.map(({ problem }) => problem.code));
        for (const code of [
          'budget/noPrice',
          'budget/noQuantity',
          'budget/noStart',
          'plan/refDangling',
          'plan/unlinked',
        ] as const) {
          expect(codes).not.toContain(code);
        }
      }),
      tries(25),
    );
  });

  test('refers only to its own records and is the same each time', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const records = recordsOf(name, { answers: given });
        expect(danglingReferences(records)).toEqual([]);
        expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
        expect(recordsOf(name, { answers: given })).toEqual(records);
      }),
      tries(15),
    );
  });
});

/** Answers a busy person could give: nothing silly, everything possible. */
function answerTo({ id, answer }: Question): fc.Arbitrary<unknown> {
  switch (answer.kind) {
    case 'text':
      return fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '');
    case 'code':
      return id === 'currency' ? fc.constant('USD') : fc.constantFrom('US', 'GB', 'DE', 'ZZ');
    case 'integer':
      return fc.integer({ min: answer.min, max: Math.min(answer.max, 2000) });
    case 'decimal':
      return fc
        .integer({ min: Math.ceil(answer.min * 2), max: Math.floor(answer.max * 2) })
        .map((halves) => halves / 2);
    case 'choice':
      return fc.constantFrom(...Object.keys(answer.options));
    case 'names':
      return fc.integer({ min: 1, max: Math.min(answer.max, 12) });
    case 'weekdays':
      return fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: answer.min });
  }
}

function danglingReferences(records: readonly InstantiatedRecord[]): readonly string[] {
  const ids = new Set(records.map(({ register, id }) => `${register}/${id}`));
  return records.flatMap(({ register, values }) =>
    Object.entries(values).flatMap(([name, value]) => {
      const field = fieldOf(definitionOf(register), name);
      if (field?.kind !== 'ref' && field?.kind !== 'refs') return [];
      const targets = Array.isArray(value) ? value : value === null ? [] : [value];
      return targets
        .filter((target) => !ids.has(`${field.register}/${String(target)}`))
        .map((target) => `${register}.${name} → ${String(target)}`);
    }),
  );
}

test('no figure of a budget in dollars is missing', () => {
  for (const name of SIZED_PACKS) {
    const { budget, workbook } = planOfPack(name);
    for (const line of budget.lines) {
      const cost = workbook.tables.costs.byId.get(line.id);
      expect([cost?.name, isZero(line.total)]).toEqual([cost?.name, false]);
    }
  }
});
