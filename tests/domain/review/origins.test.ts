/** What a person wrote in the plan and in a what-if of it, told apart after the merge. */
import { describe, expect, it } from 'vitest';
import { decisionsOf } from '../../../shared/domain/review/decisions';
import { originsOf } from '../../../shared/domain/review/origins';
import { add, copyOf, run, set, startWorkbook, TestClock } from '../../support/replicas';

const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('There is no question');
  return value;
};

/** Maria alone writes: first in the copy or first in the plan, so that either value may be the newer one. */
function mergedCopy(first: 'plan' | 'copy') {
  const clock = new TestClock();
  const plan = startWorkbook(clock, [add('tasks', 'a', { name: 'Build', durationDays: 5 })]);
  const copy = copyOf(plan, 1, 'Maria', clock);
  for (const where of first === 'plan' ? ([plan, copy] as const) : ([copy, plan] as const)) {
    clock.advance(60);
    run(where, set('tasks', 'a', { durationDays: where === plan ? 8 : 3 }));
  }
  const before = plan.workbook();
  plan.merge(copy.encodeState());
  return { plan, before, question: known(decisionsOf(plan.workbook())[0]) };
}

describe('where a value that waits comes from', () => {
  it.each(['plan', 'copy'] as const)('is told by the plan before the merge; first written: %s', (first) => {
    const { before, question } = mergedCopy(first);
    const origins = known(originsOf(before, question));
    const days = (places: readonly number[]) =>
      places.map((place) => question.options[place]?.values['durationDays']);
    expect(days(origins.here)).toEqual([8]);
    expect(days(origins.came)).toEqual([3]);
  });

  it('is not told of a question that a later merge found here', () => {
    const { plan, question } = mergedCopy('plan');
    expect(originsOf(plan.workbook(), question)).toBeUndefined();
  });
});
