import { describe, expect, it } from 'vitest';
import { planOf } from '../../../shared/domain/plan';
import { effectText } from '../../../shared/domain/review/effects';
import { run, set } from '../../support/replicas';
import { apart, onlyDecision } from '../../support/decidedApart';

describe('the effect of a choice', () => {
  const today = '2027-01-04';

  it('is said as the days go-live moves', () => {
    const document = apart(
      (maria) => run(maria, set('tasks', 'a', { durationDays: 8 })),
      (priya) => run(priya, set('tasks', 'a', { durationDays: 3 })),
    );
    const plan = planOf(document.workbook(), today);
    const decision = onlyDecision(document);
    const effects = decision.options.map((option) => effectText(plan, decision, { option, today }));
    expect(effects).toEqual(['', 'Go-live Jan 13, 2027, 5 working days later']);
  });

  it('is said as the money the total changes by, contingency included', () => {
    const document = apart(
      (maria) => run(maria, set('costs', 'c', { unitCost: 435_000 })),
      (priya) => run(priya, set('costs', 'c', { unitCost: 390_000 })),
    );
    const plan = planOf(document.workbook(), today);
    const decision = onlyDecision(document);
    const [, mine] = decision.options.map((option) => effectText(plan, decision, { option, today }));
    expect(mine).toBe('Total +$450.00');
  });
});
