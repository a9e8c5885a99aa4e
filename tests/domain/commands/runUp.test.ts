import { describe, expect, it } from 'vitest';
import { known } from '../../../shared/domain/base/assert';
import { planOf } from '../../../shared/domain/plan';
import { runUpOf, gateFlags, type RunUpGate } from '../../../shared/domain/commands/runUp';
import type { RunUp } from '../../../shared/domain/commands/runUp';
import { makeWorkbook, type Story } from '../../support/makeWorkbook';
import { workbookOfPack } from '../templates/packFiles';

/** Two weeks of work from Monday, January 4, 2027; go-live on the Friday of the second. */
const TWO_WEEKS: Story = {
  organisation: [{ id: 'org', name: 'Practice', currency: 'USD', start: '2027-01-04', goLive: 'live' }],
  phases: [
    { id: 'build', name: 'Build' },
    { id: 'train', name: 'Train' },
    { id: 'after', name: 'Settle' },
  ],
  tasks: [
    { id: 'a', name: 'Build it', durationDays: 5, phase: 'build', percentComplete: 60 },
    { id: 'b', name: 'Train all', durationDays: 4, phase: 'train' },
    { id: 'gate', name: 'Go or no go', kind: 'gate', durationDays: 1, phase: 'train' },
    { id: 'live', name: 'Go-live', kind: 'milestone', durationDays: 0 },
    { id: 'c', name: 'Settle in', durationDays: 5, phase: 'after' },
  ],
  links: [
    { id: 'l1', predecessor: 'a', successor: 'b' },
    { id: 'l2', predecessor: 'b', successor: 'gate' },
    { id: 'l3', predecessor: 'gate', successor: 'live' },
    { id: 'l4', predecessor: 'live', successor: 'c' },
  ],
};

function runUp(story: Story, today: string): RunUp {
  return known(runUpOf(planOf(makeWorkbook(story), today), today), 'the plan has a go-live');
}

describe('the run-up', () => {
  it('counts working days from the first day, and none before it', () => {
    const days = ['2027-01-03', '2027-01-04', '2027-01-08', '2027-01-10', '2027-01-11'];
    expect(days.map((today) => runUp(TWO_WEEKS, today).day)).toEqual([0, 1, 5, 5, 6]);
  });

  it('counts the working days left after today, zero on go-live and below zero after it', () => {
    const days = ['2027-01-04', '2027-01-14', '2027-01-15', '2027-01-16', '2027-01-18'];
    expect(days.map((today) => runUp(TWO_WEEKS, today).daysToGoLive)).toEqual([9, 1, 0, 0, -1]);
  });

  it('gives each phase the stretch to its own end, so that the segments fill the ruler', () => {
    const { phases, days } = runUp(TWO_WEEKS, '2027-01-04');
    expect(days).toBe(10);
    expect(phases.map(({ name, from, until, done }) => ({ name, from, until, done }))).toEqual([
      { name: 'Build', from: 0, until: 0.5, done: 0.6 },
      { name: 'Train', from: 0.5, until: 1, done: 0 },
    ]);
  });

  it('leaves out phases that begin after go-live', () => {
    expect(runUp(TWO_WEEKS, '2027-01-04').phases.map(({ name }) => name)).not.toContain('Settle');
  });

  it('puts gates at the end of their day and says which were missed', () => {
    expect(runUp(TWO_WEEKS, '2027-01-15').gates).toMatchObject([
      { name: 'Go or no go', at: 1, state: 'ahead' },
    ]);
    expect(runUp(TWO_WEEKS, '2027-01-16').gates).toMatchObject([{ state: 'late' }]);
  });

  it('puts gates that stand too close under one flag, which shows the worst', () => {
    const gate = (id: string, at: number, state: RunUpGate['state']): RunUpGate => {
      return { id, name: id, date: '2027-01-15', at, state };
    };
    const gates = [gate('c', 0.5, 'ahead'), gate('a', 0.1, 'passed'), gate('b', 0.11, 'late')];
    expect(gateFlags(gates, 0.02)).toMatchObject([
      { at: 0.1, state: 'late', gates: [{ id: 'a' }, { id: 'b' }] },
      { at: 0.5, state: 'ahead', gates: [{ id: 'c' }] },
    ]);
    expect(gateFlags(gates, 0).map((flag) => flag.gates.length)).toEqual([1, 1, 1]);
  });

  it('places today in the middle of its day, and nowhere outside the run-up', () => {
    expect(runUp(TWO_WEEKS, '2027-01-03').todayAt).toBeNull();
    expect(runUp(TWO_WEEKS, '2027-01-04').todayAt).toBe(0.05);
    expect(runUp(TWO_WEEKS, '2027-01-15').todayAt).toBe(0.95);
    expect(runUp(TWO_WEEKS, '2027-01-16').todayAt).toBeNull();
  });

  it('goes by the branches of the outline where no task names a phase', () => {
    const found = runUp(
      {
        organisation: TWO_WEEKS.organisation ?? [],
        tasks: [
          { id: 's', name: 'Prepare', kind: 'summary' },
          { id: 'a', name: 'Map', parent: 's', durationDays: 2 },
          { id: 'live', name: 'Go-live', durationDays: 4 },
        ],
      },
      '2027-01-04',
    );
    expect(found.phases.map(({ name, share }) => [name, share])).toEqual([
      ['Prepare', 0.5],
      ['Go-live', 0.5],
    ]);
  });

  it('is not there without a go-live milestone', () => {
    expect(runUpOf(planOf(makeWorkbook({}), '2027-01-06'), '2027-01-06')).toBeNull();
  });

  it('is whole when go-live lies before the start of the plan', () => {
    const organisation = [{ ...TWO_WEEKS.organisation?.[0], id: 'org', start: '2027-06-07' }];
    const tasks = [{ id: 'live', name: 'Go-live', constraint: 'mso' as const, constraintDate: '2027-01-15' }];
    const found = runUp({ organisation, tasks }, '2027-03-01');
    expect(found.days).toBeGreaterThan(0);
    expect(found.phases.every(({ from, until }) => from >= 0 && until <= 1)).toBe(true);
  });

  it('fills the ruler for the demo plan, segment after segment', () => {
    const today = '2027-03-10';
    const { phases } = known(
      runUpOf(planOf(workbookOfPack('demo-five-provider-saas'), today), today),
      'go-live',
    );
    expect(phases.map(({ from }) => from)).toEqual([0, ...phases.slice(0, -1).map(({ until }) => until)]);
    expect(phases.at(-1)?.until).toBe(1);
    expect(phases.length).toBeGreaterThan(3);
  });
});
