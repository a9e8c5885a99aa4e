/** What people see of a plan before they make it. */
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../../../shared/domain/base/dates';
import type { Plan } from '../../../shared/domain/plan';
import { checkAnswers } from '../../../shared/domain/templates/answers';
import {
  changeBetween,
  goLivesOf,
  previewPack,
  stagesOf,
} from '../../../shared/domain/templates/previewPack';
import { answersToAsked, stepsOf } from '../../../shared/domain/templates/steps';
import { holidays, PACKS, readPack, type PackName } from './packFiles';

const TODAY = '2026-11-02';

function preview(name: PackName, answers: Record<string, unknown> = {}): Plan {
  const made = previewPack(readPack(name), { answers: { start: '2027-01-04', ...answers }, holidays }, TODAY);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.plan;
}

describe('a preview', () => {
  test.each(PACKS)('of %s is the plan that would be made', (name) => {
    const plan = preview(name);
    // The example shows two weeks in which one person has too much.
    const wrong = plan.findings.filter(({ level }) => level !== 'info').map(({ problem }) => problem.code);
    expect(wrong).toEqual(name.startsWith('demo') ? ['resources/tooMuch'] : []);
    expect(plan.schedule.goLive === null).toBe(name === 'blank');
  });

  test('shows the stages in order, and which of them decide the date', () => {
    const stages = stagesOf(preview('small-practice-saas'));
    expect(stages.map(({ name }) => name)).toEqual([
      ...['Mobilize', 'Select', 'Build', 'Data', 'Test', 'Train', 'Go live', 'Stabilize', 'Optimize'],
    ]);
    const weights = new Map(stages.map(({ name, weight }) => [name, weight]));
    // The old vendor's extract decides, not the build.
    expect(weights.get('Data')).toBe('decides');
    expect(weights.get('Build')).toBe('has room');
    expect(weights.get('Stabilize')).toBe('after');
  });

  test('shows each go-live by date', () => {
    const goLives = goLivesOf(preview('multi-site-phased', { sites: ['Hill', 'Valley'] }));
    expect(goLives.map(({ name }) => name)).toEqual(['Go-live: Hill', 'Go-live: Valley']);
  });

  test('counts on what others needed, where a published figure fits', () => {
    const likely = (name: PackName, answers: Record<string, unknown> = {}) => {
      const made = previewPack(
        readPack(name),
        { answers: { start: '2027-01-04', ...answers }, holidays },
        TODAY,
      );
      return made.ok ? made.value : null;
    };
    const small = likely('small-practice-saas');
    const kickOff = small?.plan.workbook.tables.tasks.live.find(({ name }) => /^Kick-off/.test(name));
    const from = small?.plan.schedule.task(kickOff?.id ?? '')?.start ?? '';
    // 24.7 weeks are 173 days.
    expect(small?.likely?.until).toBe(addDays(from, 173));
    expect(small?.likely?.sentence).toMatch(
      /^From the start with the vendor to go-live this plan takes \d+ weeks; half of 430 .* took more than 24\.7\.$/,
    );
    const long = likely('small-practice-saas', { extractLeadDays: 120 })?.likely;
    expect(long?.until).toBeNull();
    expect(long?.sentence).toMatch(/were live within 24\.7\.$/);
    expect(likely('small-practice-saas', { providers: 40 })?.likely).toBeNull();
    const hospital = likely('rural-hospital-on-premises');
    expect(hospital?.likely?.until).toBe(addMonths(hospital?.plan.schedule.goLive ?? '', 5));
    expect(likely('multi-site-phased')?.likely).toBeNull();
    expect(likely('blank')?.likely).toBeNull();
  });

  test('says what is wrong instead of guessing', () => {
    const made = previewPack(readPack('blank'), { answers: { wantedGoLive: '2028-01-10' } }, TODAY);
    expect(made).toMatchObject({ ok: false, error: { code: 'pack/noGoLive' } });
  });
});

describe('what an answer changed', () => {
  const before = preview('small-practice-saas');
  const change = (answers: Record<string, unknown>) =>
    changeBetween(before, preview('small-practice-saas', answers));

  test('is said in days and money', () => {
    expect(change({ devices: 15 })).toMatch(/^No change to the date, \$[\d,]+ more\.$/);
    expect(change({ extractLeadDays: 20 })).toMatch(/^Go-live \d+ days sooner, /);
    expect(change({ extractLeadDays: 30 })).toMatch(/^Go-live \d+ days later, /);
    expect(change({ dipPreset: 'none' })).toBe('No change to the date, $73,710 less.');
  });

  test('may be nothing at all', () => {
    expect(change({ organisationName: 'Hill Clinic' })).toBe('No change to the date or the cost.');
  });

  test('is not counted in two currencies', () => {
    expect(change({ currency: 'EUR' })).toBe('No change to the date or the cost.');
  });
});

describe('the steps of the questions', () => {
  const pack = readPack('small-practice-saas');
  const asked = (answers: Record<string, unknown>) => {
    const steps = stepsOf(pack, checkAnswers(pack, answers));
    return { steps, ids: steps.flatMap(({ questions }) => questions.map(({ id }) => id)) };
  };

  test('follow their headings, one after another', () => {
    const titles = asked({}).steps.map(({ title }) => title);
    expect(titles).toEqual(['Your practice', 'Your people', 'The record', 'Going live', 'Money']);
    expect(asked({}).ids.length).toBeGreaterThan(25);
  });

  test('leave out what does not matter, and ask it when it does', () => {
    expect(asked({}).ids).not.toContain('pilotDays');
    expect(asked({ strategy: 'pilot', departments: 4 }).ids).toContain('pilotDays');
    expect(asked({ currentSystem: 'none' }).ids).not.toContain('charts');
  });

  test('an entry to a question no longer asked waits and does not count', () => {
    const entries = { strategy: 'big-bang', pilotDays: 90, devices: 9 };
    expect(answersToAsked(asked(entries).steps, entries)).toEqual({ strategy: 'big-bang', devices: 9 });
  });
});
