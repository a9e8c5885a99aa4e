import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import { START, taskOf } from './planStory';
import { dayOf, randomPlan, type RandomPlan } from './randomPlans';
import { SlowSchedule } from './slowSchedule';
import { tries } from '../../support/tries';

const DATED_RULES = ['snet', 'snlt', 'fnet', 'fnlt', 'mso', 'mfo'] as const;

function datesOf({ workbook, leaves }: RandomPlan): unknown {
  const schedule = scheduleOf(workbook, START);
  return leaves.map((name) => {
    const { start, finish } = taskOf(schedule, name);
    return [name, dayOf(start), dayOf(finish)];
  });
}

function slowDatesOf({ leaves }: RandomPlan, slow: SlowSchedule): unknown {
  return leaves.map((name) => [name, slow.startDay(name), slow.finishDay(name)]);
}

/** Slack by whole slots; the schedule's own may end within one, at the minute. */
function slotsOf(days: number, { slow }: RandomPlan): number {
  return Math.floor(days * slow.slotsPerDay + 0.0001) + 0;
}

function totalFloats(plan: RandomPlan): unknown {
  const schedule = scheduleOf(plan.workbook, START);
  return plan.leaves.map((name) => [name, slotsOf(taskOf(schedule, name).totalFloatDays, plan)]);
}

function freeFloats(plan: RandomPlan): unknown {
  const schedule = scheduleOf(plan.workbook, START);
  return plan.leaves.map((name) => [name, slotsOf(taskOf(schedule, name).freeFloatDays, plan)]);
}

const ANY = { rules: DATED_RULES, hasDeadlines: true, hasSummaries: true, hasHalfDays: true };

describe('against a slow schedule that walks day by day', () => {
  it('starts and finishes every task on the same day', () => {
    fc.assert(
      fc.property(randomPlan({ ...ANY, waitsForSummaryStarts: true }), (plan) => {
        expect(datesOf(plan)).toEqual(slowDatesOf(plan, new SlowSchedule(plan.slow)));
      }),
      tries(80),
    );
  });

  it('finds the same total float', () => {
    fc.assert(
      fc.property(randomPlan({ ...ANY, waitsForSummaryStarts: false }), (plan) => {
        const slow = new SlowSchedule(plan.slow);
        expect(totalFloats(plan)).toEqual(plan.leaves.map((name) => [name, slow.totalFloat(name)]));
      }),
      tries(50),
    );
  });

  it('calls total float what a task can really be delayed by, and free float what nobody notices', () => {
    fc.assert(
      fc.property(randomPlan({ ...ANY, waitsForSummaryStarts: false }), (plan) => {
        const slow = new SlowSchedule(plan.slow);
        fc.pre(slow.isSound);
        expect(totalFloats(plan)).toEqual(plan.leaves.map((name) => [name, slow.reallyDelayed(name)]));
        expect(freeFloats(plan)).toEqual(plan.leaves.map((name) => [name, slow.freeFloat(name)]));
      }),
      tries(50),
    );
  });

  it('puts tasks that go as late as possible on the same days', () => {
    const rules = ['alap', 'alap', 'snet', 'fnlt'] as const;
    fc.assert(
      fc.property(randomPlan({ ...ANY, rules, hasHalfDays: false, waitsForSummaryStarts: false }), (plan) => {
        const slow = new SlowSchedule(plan.slow);
        expect(datesOf(plan)).toEqual(slowDatesOf(plan, slow));
        expect(totalFloats(plan)).toEqual(plan.leaves.map((name) => [name, slow.totalFloat(name)]));
        expect(freeFloats(plan)).toEqual(plan.leaves.map((name) => [name, slow.freeFloat(name)]));
      }),
      tries(40),
    );
  });

  it('is on the safe side where a successor waits for the start of a summary', () => {
    fc.assert(
      fc.property(randomPlan({ ...ANY, hasHalfDays: false, waitsForSummaryStarts: true }), (plan) => {
        const slow = new SlowSchedule(plan.slow);
        fc.pre(slow.isSound);
        const schedule = scheduleOf(plan.workbook, START);
        for (const name of plan.leaves) {
          const { totalFloatDays, freeFloatDays } = taskOf(schedule, name);
          expect(totalFloatDays).toBeLessThanOrEqual(slow.reallyDelayed(name));
          expect(freeFloatDays).toBeLessThanOrEqual(slow.freeFloat(name));
        }
      }),
      tries(40),
    );
  });
});

describe('slack', () => {
  it('is not negative without dates to keep, and none at all on a way through the plan', () => {
    fc.assert(
      fc.property(
        randomPlan({ ...ANY, rules: ['asap', 'alap'], hasDeadlines: false, waitsForSummaryStarts: true }),
        ({ workbook, leaves }) => {
          const schedule = scheduleOf(workbook, START);
          const tasks = leaves.map((name) => taskOf(schedule, name));
          expect(Math.min(...tasks.map(({ totalFloatDays }) => totalFloatDays))).toBe(0);
          const ends = tasks.filter(({ finish }) => finish === schedule.projectFinish);
          expect(ends.some(({ critical }) => critical)).toBe(true);
        },
      ),
      tries(80),
    );
  });

  it('is free only within the total', () => {
    fc.assert(
      fc.property(randomPlan({ ...ANY, waitsForSummaryStarts: true }), ({ workbook, leaves }) => {
        const schedule = scheduleOf(workbook, START);
        for (const name of leaves) {
          const { totalFloatDays, freeFloatDays } = taskOf(schedule, name);
          expect(freeFloatDays).toBeGreaterThanOrEqual(0);
          if (totalFloatDays >= 0) expect(freeFloatDays).toBeLessThanOrEqual(totalFloatDays);
        }
      }),
      tries(80),
    );
  });
});
