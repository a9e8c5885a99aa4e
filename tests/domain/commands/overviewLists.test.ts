import { describe, expect, it } from 'vitest';
import { decimalOf, ZERO } from '../../../shared/domain/base/decimal';
import {
  comingWeeks,
  moneySpent,
  nextEvents,
  runUpProgress,
  slippingTasks,
} from '../../../shared/domain/commands/overviewLists';
import { needsOf } from '../../../shared/domain/commands/overviewNeeds';
import { planOf, type Plan } from '../../../shared/domain/plan';
import { makeWorkbook, uuid, type Story } from '../../support/makeWorkbook';

const STORY: Story = {
  organisation: [{ id: 'org', name: 'Practice', currency: 'USD', start: '2027-01-04', goLive: 'live' }],
  people: [{ id: 'ann', name: 'Ann Lee' }],
  tasks: [
    { id: 'sum', name: 'All of it', kind: 'summary' },
    { id: 'a', name: 'Map', durationDays: 5, owner: 'ann', parent: 'sum' },
    { id: 'b', name: 'Build', durationDays: 10, percentComplete: 20, parent: 'sum' },
    { id: 'gate', name: 'Go or no go', kind: 'gate', durationDays: 1 },
    { id: 'live', name: 'Go-live', kind: 'milestone', durationDays: 0 },
    { id: 'c', name: 'Settle', durationDays: 5 },
  ],
  links: [
    { id: 'l1', predecessor: 'b', successor: 'gate' },
    { id: 'l2', predecessor: 'gate', successor: 'live' },
    { id: 'l3', predecessor: 'live', successor: 'c' },
  ],
};

function plan(today: string, changes: Story = {}): Plan {
  return planOf(makeWorkbook({ ...STORY, ...changes }), today);
}

describe('late or slipping tasks', () => {
  it('are those past their finish, then those with less done than the days gone by', () => {
    const found = slippingTasks(plan('2027-01-12'), '2027-01-12');
    // By Tuesday morning six of ten days of Build are gone, and 20% is done.
    expect(found.map(({ task, standing }) => [task.name, standing])).toEqual([
      ['Map', '2 days late'],
      ['Build', '40% behind'],
    ]);
  });

  it('do not count the day that has just begun', () => {
    expect(slippingTasks(plan('2027-01-04'), '2027-01-04')).toEqual([]);
  });

  it('are never summaries or finished tasks', () => {
    const tasks = (STORY.tasks ?? []).map((task) => ({ ...task, percentComplete: 100 }));
    expect(slippingTasks(plan('2027-03-01', { tasks }), '2027-03-01')).toEqual([]);
  });
});

describe('the coming weeks', () => {
  it('begin on Monday and leave out what has passed', () => {
    const weeks = comingWeeks(plan('2027-01-08'), '2027-01-08');
    expect(weeks.map(({ from }) => from)).toEqual(['2027-01-04', '2027-01-11', '2027-01-18']);
    expect(weeks.map(({ events }) => events.map(({ task, kind }) => `${task.name} ${kind}`))).toEqual([
      ['Map finishes'],
      ['Build finishes'],
      ['Go or no go falls due', 'Go-live falls due', 'Settle starts'],
    ]);
  });
});

describe('what comes first', () => {
  it('is named where the coming weeks bring nothing', () => {
    const early = plan('2026-10-01');
    expect(comingWeeks(early, '2026-10-01').flatMap(({ events }) => events)).toEqual([]);
    expect(nextEvents(early, '2026-10-01', 2).map(({ task, kind }) => `${task.name} ${kind}`)).toEqual([
      'Map starts',
      'Map finishes',
    ]);
  });
});

describe('the money that is spent', () => {
  it('is told apart by how far it is, and what cannot be an amount is left out', () => {
    const spent = plan('2027-01-04', {
      actuals: [
        { id: 'p', note: 'Deposit', kind: 'paid', amount: 1000 },
        { id: 'q', note: 'Rest', kind: 'paid', amount: 250 },
        { id: 'i', note: 'Tablets', kind: 'invoiced', amount: 500 },
        { id: 'c', note: 'Order', kind: 'committed' },
      ],
    });
    expect(moneySpent(spent)).toEqual({ paid: decimalOf(1250), invoiced: decimalOf(500), committed: ZERO });
  });
});

describe('the progress of the run-up', () => {
  it('counts only what lies before go-live', () => {
    expect(runUpProgress(plan('2027-01-04'), '2027-01-04')).toEqual({
      tasks: 3,
      tasksDone: 0,
      gates: 1,
      gatesPassed: 0,
      gatesLate: 0,
      withoutOwner: 1,
    });
  });

  it('counts the gates that are decided on where there are any', () => {
    const late = plan('2027-01-11', {
      gates: [
        { id: 'g1', name: '30 days out', date: '2027-01-05' },
        { id: 'g2', name: '14 days out', date: '2027-01-08' },
        { id: 'g3', name: 'Go / no-go', milestone: 'gate' },
      ],
      approvals: [
        {
          id: 'yes',
          subject: '30 days out',
          about: 'g1',
          decision: 'approved',
        },
      ],
    });
    expect(runUpProgress(late, '2027-01-11')).toMatchObject({ gates: 3, gatesPassed: 1, gatesLate: 1 });
    // The task that is the milestone of a gate is not named beside it.
    const named = needsOf(late, '2027-01-11').filter(({ key }) => key.startsWith('gate/'));
    expect(named.map(({ title, place }) => [title, place])).toEqual([
      ['Decide the gate: Go / no-go', { register: 'gates', id: uuid('g3') }],
    ]);
  });
});

describe('what needs a person', () => {
  it('begins with late work and ends with the budget', () => {
    const today = '2027-01-15';
    const needs = needsOf(
      plan(today, {
        costs: [{ id: 'k', name: 'Licenses', kind: 'one-time', quantity: 1, start: '2027-02-01' }],
        risks: [{ id: 'r', title: 'Extract late', probability: 4, impacts: { schedule: 4 } }],
      }),
      today,
    );
    expect(needs.map(({ urgency, title }) => `${urgency}: ${title}`)).toEqual([
      'late: Finish or plan anew: Map',
      'close: Finish: Build',
      'close: Reach: Go-live',
      'close: Pass the gate: Go or no go',
      'close: Extract late',
      'open: Name an owner: Go or no go',
      'open: Name an owner: Settle',
      'open: Put a price on one cost line',
    ]);
    expect(needs[0]).toMatchObject({ due: '5 days late', place: { register: 'tasks', id: uuid('a') } });
  });

  it('names a few alike and folds the others into one line', () => {
    const words = ['a', 'b', 'c', 'd', 'e', 'f'];
    const many = planOf(
      makeWorkbook({
        people: STORY.people ?? [],
        tasks: words.map((id) => ({ id, name: `Task ${id}`, durationDays: 3, owner: 'ann' })),
        risks: words.map((id) => ({ id: `r${id}`, title: `Risk ${id}`, nextReview: '2027-01-01' })),
      }),
      '2027-01-04',
    );
    const needs = needsOf(many, '2027-01-04');
    expect(needs.map(({ title }) => title)).toEqual([
      ...['Finish: Task a', 'Finish: Task b', 'Finish: Task c', 'Finish three other tasks within the week'],
      ...['Risk a', 'Risk b', 'Risk c', 'Look again at three other risks'],
    ]);
    expect(needs[3]).toMatchObject({ detail: 'Task d, Task e, and 1 more', place: { id: uuid('d') } });
    expect(needs[7]).toMatchObject({ place: 'problems' });
  });

  it('puts all questions of a merge into one line', () => {
    const workbook = makeWorkbook(STORY);
    const conflict = {
      register: 'tasks' as const,
      field: 'durationDays',
      values: [
        { value: 5, by: 'Ann', at: '2027-01-01T00:00:00Z' },
        { value: 7, by: 'Bo', at: '2027-01-01T00:00:00Z' },
      ],
    };
    const conflicts = ['a', 'b', 'c', 'gate'].map((id) => ({ ...conflict, id: uuid(id) }));
    const [need] = needsOf(planOf({ ...workbook, conflicts }, '2027-01-04'), '2027-01-04');
    expect(need).toMatchObject({
      urgency: 'decide',
      title: 'Answer four questions of a merge',
      detail: 'Map: days; Build: days; Go or no go: days, and 1 more',
    });
  });

  it('is nothing for an empty plan', () => {
    expect(needsOf(planOf(makeWorkbook({}), '2027-01-04'), '2027-01-04')).toEqual([]);
  });
});
