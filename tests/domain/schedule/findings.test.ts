import { describe, expect, it } from 'vitest';
import { problemText } from '../../../shared/domain/base/problemText';
import { uuid } from '../../support/makeWorkbook';
import { findingsOf, scheduled, START, type PlanStory } from './planStory';

describe('findings of a schedule', () => {
  it('are none for a plan in order', () => {
    expect(scheduled({ tasks: { A: {}, B: {} }, links: ['A B'] }).findings).toEqual([]);
  });

  it('say that a plan without a start begins today', () => {
    const schedule = scheduled({ tasks: { A: {} }, organisation: { start: null } }, '2027-05-05');
    expect(schedule.projectStart).toBe('2027-05-05');
    expect(schedule.findings).toMatchObject([
      { level: 'info', problem: { code: 'plan/noStart' }, field: 'start' },
    ]);
  });

  it('name unlinked tasks, unless a summary above them is linked', () => {
    const schedule = scheduled({
      tasks: { A: {}, B: {}, C: {}, S: { kind: 'summary' }, D: { parent: 'S' } },
      links: ['A B', 'S B'],
    });
    expect(schedule.findings).toMatchObject([
      { level: 'info', problem: { code: 'plan/unlinked' }, id: uuid('C') },
    ]);
  });

  it('let a plan of one task be unlinked', () => {
    expect(findingsOf(scheduled({ tasks: { A: {} } }))).toEqual([]);
  });

  it('count a suspended link as none', () => {
    const schedule = scheduled({ tasks: { A: {}, B: {}, C: {} }, links: ['A B', 'C gone'] });
    expect(findingsOf(schedule, 'C')).toEqual(['plan/unlinked']);
  });

  it('ask for an owner of what starts within ten working days', () => {
    const story: PlanStory = {
      tasks: {
        Soon: { owner: null, constraint: 'snet', constraintDate: '2027-01-18' },
        Later: { owner: null, constraint: 'snet', constraintDate: '2027-01-19' },
        Done: { owner: null, percentComplete: 100 },
        Milestone: { owner: null, kind: 'milestone' },
        Summary: { owner: null, kind: 'summary' },
        Under: { parent: 'Summary' },
        Owned: {},
      },
    };
    const asked = scheduled(story, START).findings.filter(({ problem }) => problem.code === 'plan/noOwner');
    expect(asked).toMatchObject([{ level: 'warning', id: uuid('Soon'), field: 'owner' }]);
  });

  it('report a task that would end after the last known day, and not all that wait for it', () => {
    const schedule = scheduled({
      tasks: Object.fromEntries(
        ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => [name, { durationDays: 10_000 }]),
      ),
      links: ['A B', 'B C', 'C D', 'D E', 'E F', 'F G'],
    });
    expect(findingsOf(schedule)).toEqual(['plan/beyondHorizon']);
    expect(findingsOf(schedule, 'E')).toEqual(['plan/beyondHorizon']);
    expect(schedule.projectFinish).toBe('2199-12-31');
  });

  it('read as sentences with the title, the rule and the dates', () => {
    const schedule = scheduled({
      tasks: {
        Kickoff: { durationDays: 5, deadline: '2027-01-06' },
        Training: { constraint: 'mso', constraintDate: '2027-01-07' },
      },
      links: ['Kickoff Training'],
    });
    expect(schedule.findings.map(({ problem }) => problemText(problem))).toEqual([
      '“Kickoff” finishes Fri, Jan 8, 2027, after its deadline Wed, Jan 6, 2027.',
      '“Training” cannot keep its rule “Must start on Thu, Jan 7, 2027”.',
    ]);
  });
});
