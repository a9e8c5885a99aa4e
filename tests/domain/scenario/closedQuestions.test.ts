import { expect, it } from 'vitest';
import type { Choice } from '../../../shared/domain/scenario/choices';
import { closedQuestions, closedText } from '../../../shared/domain/scenario/closedQuestions';
import { compareScenario } from '../../../shared/domain/scenario/compareScenario';
import { settleTakeIn } from '../../../shared/domain/scenario/takeIn';
import { add, copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../../support/replicas';

/** A question waits in the plan, 9 being shown beside 8, and is answered in a what-if, which is then taken in. */
function answeredWith(days: number, choice: Choice) {
  const clock = new TestClock();
  const plan = startWorkbook(clock, [add('tasks', 'a', { name: 'Train', durationDays: 5 })]);
  const colleague = copyOf(plan, 2, 'Priya', clock);
  run(plan, set('tasks', 'a', { durationDays: 8 }));
  clock.advance(5);
  run(colleague, set('tasks', 'a', { durationDays: 9 }));
  mergeBoth(plan, colleague);
  const before = plan.workbook();
  const scenario = copyOf(plan, 3, 'Maria', clock);
  clock.advance(5);
  run(scenario, set('tasks', 'a', { durationDays: days }));
  const comparison = compareScenario({ base: before, plan: before, scenario: scenario.workbook() });
  const choices = new Map(comparison.changes.map(({ key }) => [key, choice]));
  plan.merge(scenario.encodeState());
  const states = { before, scenario: scenario.workbook(), merged: plan.workbook() };
  const { command } = settleTakeIn(states, comparison, choices);
  if (command !== undefined) expect(plan.run(command).ok).toBe(true);
  const after = plan.workbook();
  return {
    days: after.tables.tasks.live[0]?.durationDays,
    closed: closedQuestions({ before, after }, comparison, choices),
  };
}

it('tells of a question that the what-if answered when its answer is left out, or is what the plan shows', () => {
  for (const [answer, choice] of [
    [8, 'leave'],
    [9, 'take'],
  ] as const) {
    const { days, closed } = answeredWith(answer, choice);
    expect(days).toBe(9);
    expect(closedText('Two sites', closed)).toContain('no longer asked: “Train”, days. The plan keeps');
  }
});

it('says nothing of an answer that was taken in', () => {
  expect(answeredWith(8, 'take')).toEqual({ days: 8, closed: [] });
});
