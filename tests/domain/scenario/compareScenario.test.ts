import { describe, expect, it } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import type { Edit } from '../../../shared/domain/edits/edit';
import { planOf } from '../../../shared/domain/plan';
import {
  choiceOf,
  choose,
  chooseAll,
  chooseAllOf,
  chooseScenario,
  countTaken,
  type Choices,
} from '../../../shared/domain/scenario/choices';
import { compareScenario, type ScenarioComparison } from '../../../shared/domain/scenario/compareScenario';
import { keyFigures, scenarioAnswer } from '../../../shared/domain/scenario/keyFigures';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../../support/replicas';

const TODAY = '2027-01-04';

const START: readonly Edit[] = [
  add('tasks', 'train', { name: 'Train everyone', durationDays: 5 }),
  add('tasks', 'live', { name: 'Go-live', kind: 'milestone', durationDays: 0 }),
  add('links', 'l', { predecessor: uuid('train'), successor: uuid('live') }),
  add('costs', 'trainers', {
    name: 'Trainers',
    kind: 'one-time',
    quantity: 1,
    unitCost: 400_000,
    start: '2027-02-01',
  }),
  add('costs', 'interface', { name: 'Lab interface', quantity: 1, unitCost: 900_000, start: '2027-02-01' }),
  add('risks', 'r', { title: 'Late vendor', probability: 3, costIfItHappens: 1_000_000 }),
  set('organisation', 'organisation', { goLive: uuid('live') }),
];

function fork(): { base: WorkbookDocument; plan: WorkbookDocument; scenario: WorkbookDocument } {
  const clock = new TestClock();
  const plan = startWorkbook(clock, START);
  return { base: copyOf(plan, 9, 'Base', clock), plan, scenario: copyOf(plan, 1, 'Maria', clock) };
}

function compared({ base, plan, scenario }: ReturnType<typeof fork>): ScenarioComparison {
  return compareScenario({
    base: base.workbook(),
    plan: plan.workbook(),
    scenario: scenario.workbook(),
  });
}

describe('comparing a what-if with its plan', () => {
  it('tells each change with what the base, the plan and the what-if say, in words', () => {
    const told = fork();
    run(told.scenario, set('tasks', 'train', { durationDays: 15 }));
    run(told.scenario, { kind: 'archive', register: 'costs', id: uuid('interface') });
    run(told.plan, set('tasks', 'train', { name: 'Train all staff' }));
    const { changes, planMoved } = compared(told);
    expect(planMoved).toBe(1);
    expect(changes.map(({ kind, recordName, beside }) => [kind, recordName, beside])).toEqual([
      ['changed', 'Train everyone', null],
      ['archived', 'Lab interface', null],
    ]);
    expect(changes.map(({ fields }) => fields)).toEqual([
      [
        {
          field: 'durationDays',
          label: 'Days',
          base: '5 working days',
          plan: '5 working days',
          scenario: '15 working days',
        },
      ],
      [{ field: 'archived', label: 'In the bin', base: 'In use', plan: 'In use', scenario: 'In the bin' }],
    ]);
  });

  it('asks where both changed the same, and knows what is stored together', () => {
    const told = fork();
    run(told.plan, set('tasks', 'train', { durationDays: 8 }));
    run(told.scenario, set('tasks', 'train', { constraint: 'snet', constraintDate: '2027-03-01' }));
    run(told.plan, set('tasks', 'live', { notes: 'Call the vendor' }));
    run(told.scenario, set('tasks', 'live', { notes: 'Ask for a second trainer' }));
    const { changes } = compared(told);
    expect(changes.map(({ recordName, beside }) => [recordName, beside])).toEqual([
      ['Train everyone', 'question'],
      ['Go-live', 'joins'],
    ]);
    expect(changes[0]?.fields.map(({ label }) => label)).toContain('Days');
  });

  it('answers a question it was made with, and asks one that came to the plan since', () => {
    const clock = new TestClock();
    const plan = startWorkbook(clock, START);
    const colleague = copyOf(plan, 2, 'Priya', clock);
    run(plan, set('tasks', 'train', { durationDays: 8 }));
    run(colleague, set('tasks', 'train', { durationDays: 9 }));
    mergeBoth(plan, colleague);
    const told = { base: copyOf(plan, 9, 'Base', clock), plan, scenario: copyOf(plan, 1, 'Maria', clock) };
    run(told.scenario, set('tasks', 'train', { durationDays: 15 }));
    expect(compared(told).changes.map(({ beside }) => beside)).toEqual([null]);

    const later = copyOf(told.base, 3, 'Theo', clock);
    run(later, set('tasks', 'train', { durationDays: 11 }));
    run(plan, set('tasks', 'train', { durationDays: 12 }));
    mergeBoth(plan, later);
    expect(compared(told).changes.map(({ beside }) => beside)).toEqual(['question']);
  });

  it('is silent about what both say, and about what came and went in the what-if', () => {
    const told = fork();
    for (const document of [told.plan, told.scenario])
      run(document, set('tasks', 'train', { durationDays: 8 }));
    run(told.scenario, add('tasks', 'x', { name: 'Try' }), {
      kind: 'archive',
      register: 'tasks',
      id: uuid('x'),
    });
    expect(compared(told)).toEqual({ changes: [], planMoved: 0 });
  });

  it('takes a new record along with what names it, and leaves both together', () => {
    const told = fork();
    run(
      told.scenario,
      add('tasks', 'second', { name: 'Second wave', durationDays: 10 }),
      add('links', 'm', { predecessor: uuid('train'), successor: uuid('second') }),
    );
    const comparison = compared(told);
    const [task, link] = comparison.changes;
    expect(task).toMatchObject({ kind: 'added', recordName: 'Second wave' });
    expect(task?.fields.map(({ label, base, scenario }) => [label, base, scenario])).toEqual([
      ['Days', '', '10 working days'],
    ]);
    expect(link?.needs).toEqual([task?.key]);
    const none = chooseAll(comparison, false);
    expect(countTaken(comparison, none)).toBe(0);
    const both = choose(comparison, none, link?.key ?? '', 'take');
    expect(countTaken(comparison, both)).toBe(2);
    const neither = choose(comparison, both, task?.key ?? '', 'leave');
    expect(comparison.changes.map((change) => choiceOf(change, neither))).toEqual(['leave', 'leave']);
  });

  it('takes or leaves all of a register at once, with what follows from it elsewhere', () => {
    const told = fork();
    run(told.plan, set('costs', 'trainers', { unitCost: 500_000 }));
    run(
      told.scenario,
      set('tasks', 'train', { durationDays: 15 }),
      add('tasks', 'second', { name: 'Second wave', durationDays: 10 }),
      add('links', 'm', { predecessor: uuid('train'), successor: uuid('second') }),
      set('costs', 'trainers', { unitCost: 700_000 }),
      set('costs', 'interface', { unitCost: 1 }),
    );
    const comparison = compared(told);
    const chosen = (choices: Choices): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const change of comparison.changes) {
        const name = `${change.register} ${choiceOf(change, choices)}`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    };
    const usual: Choices = new Map();
    expect(chosen(usual)).toEqual({ 'tasks take': 2, 'links take': 1, 'costs ask': 1, 'costs take': 1 });
    const noTasks = chooseAllOf(comparison, usual, 'tasks', false);
    expect(chosen(noTasks)).toEqual({ 'tasks leave': 2, 'links leave': 1, 'costs ask': 1, 'costs take': 1 });
    const withLinks = chooseAllOf(comparison, noTasks, 'links', true);
    expect(chosen(withLinks)).toMatchObject({ 'tasks leave': 1, 'tasks take': 1, 'links take': 1 });
    const noCosts = chooseAllOf(comparison, usual, 'costs', false);
    expect(chosen(chooseAllOf(comparison, noCosts, 'costs', true))).toEqual(chosen(usual));
    expect(chosen(chooseScenario(comparison, noCosts, 'costs'))).toMatchObject({
      'costs leave': 1,
      'costs take': 1,
    });
  });
});

describe('the key figures', () => {
  it('stand side by side with their differences from the plan', () => {
    const told = fork();
    run(told.scenario, set('tasks', 'train', { durationDays: 15 }));
    run(told.scenario, set('costs', 'trainers', { unitCost: 700_000 }));
    run(told.scenario, set('risks', 'r', { probability: 1 }));
    const [plan, scenario] = [told.plan, told.scenario].map((document) => planOf(document.workbook(), TODAY));
    if (plan === undefined || scenario === undefined) throw new Error('both are there');
    const rows = keyFigures([plan, scenario]);
    const row = (id: string): unknown => rows.find((one) => one.id === id)?.cells;
    expect(row('goLive')).toEqual([
      { text: 'Fri, Jan 8, 2027', difference: '', tone: 'same' },
      { text: 'Fri, Jan 22, 2027', difference: '10 working days later', tone: 'worse' },
    ]);
    expect(row('totalCostOfOwnership')).toEqual([
      { text: '$13,000', difference: '', tone: 'same' },
      { text: '$16,000', difference: '+$3,000', tone: 'worse' },
    ]);
    expect(row('exposure')).toEqual([
      { text: '$4,000', difference: '', tone: 'same' },
      { text: '$500', difference: '−$3,500', tone: 'better' },
    ]);
    expect(row('critical')).toMatchObject([{ tone: 'same' }, { tone: 'same' }]);
    expect(scenarioAnswer(plan, scenario)).toBe(
      'Go-live on Fri, Jan 22, 2027, 10 working days later; total cost $16,000 (+$3,000).',
    );
    expect(scenarioAnswer(plan, plan)).toBe('Go-live stays where it is; the total cost stays the same.');
  });

  it('say first what becomes of the end of the plan where the go-live stays', () => {
    const told = fork();
    run(told.scenario, add('tasks', 'after', { name: 'Close the old system', durationDays: 10 }));
    const [plan, scenario] = [told.plan, told.scenario].map((document) => planOf(document.workbook(), TODAY));
    if (plan === undefined || scenario === undefined) throw new Error('both are there');
    expect(scenarioAnswer(plan, scenario)).toBe(
      'Go-live stays where it is, the plan ends on Fri, Jan 15, 2027, 5 working days later; the total cost stays the same.',
    );
  });
});
