import { describe, expect, it } from 'vitest';
import { applyChoices } from '../../../shared/domain/commands/review';
import { fieldPlaceKey } from '../../../shared/domain/edits/baseValues';
import { takesOtherValues, valueBefore } from '../../../shared/domain/review/otherValues';
import type { Decision } from '../../../shared/domain/review/decisions';
import { known } from '../../../shared/domain/base/assert';
import { uuid } from '../../support/makeWorkbook';
import { run, set } from '../../support/replicas';
import { apart, onlyDecision } from '../../support/decidedApart';

describe('other values than those written apart', () => {
  const places = (decision: Decision) =>
    decision.fields.map((field) => fieldPlaceKey({ ...decision, field }));

  it('are the one before, as the history knows it, and any that is typed', () => {
    const document = apart(
      (maria) => run(maria, set('costs', 'c', { unitCost: 435_000 })),
      (priya) => run(priya, set('costs', 'c', { unitCost: 390_000 })),
    );
    const decision = onlyDecision(document);
    const bases = new Map(places(decision).map((key) => [key, 400_000]));
    const before = valueBefore(document.workbook(), decision, bases);
    expect(before).toEqual({
      values: { unitCost: 400_000 },
      lines: [{ label: 'Unit cost', text: '$4,000.00' }],
    });
    const choices = [{ decision, values: known(before, 'it is known').values }];
    applyChoices(document.workbook(), choices, (command) => document.run(command));
    expect(document.workbook().conflicts).toEqual([]);
    expect(document.workbook().tables.costs.byId.get(uuid('c'))?.unitCost).toBe(400_000);
  });

  it('are not known where the history says nothing, part of it, one of the two values, or what is none', () => {
    const document = apart(
      (maria) =>
        run(maria, set('tasks', 'a', { durationDays: 8, constraint: 'snet', constraintDate: '2027-02-01' })),
      (priya) => run(priya, set('tasks', 'a', { durationDays: 3 })),
    );
    const workbook = document.workbook();
    const decision = onlyDecision(document);
    const [days = '', rule = '', date = ''] = places(decision);
    const before = (...entries: [string, unknown][]) => valueBefore(workbook, decision, new Map(entries));
    expect(before([days, 5], [rule, 'asap'], [date, null])?.lines.map(({ text }) => text)).toEqual([
      '5 working days',
      'As soon as possible',
      'Empty',
    ]);
    expect(before()).toBeUndefined();
    expect(before([days, 5])).toBeUndefined();
    expect(before([days, 3], [rule, 'asap'], [date, null])).toBeUndefined();
    expect(before([days, 'soon'], [rule, 'asap'], [date, null])).toBeUndefined();
  });

  it('do not exist for what is in the bin or not, and for tasks put under each other', () => {
    for (const document of [
      apart(
        (maria) => run(maria, { kind: 'archive', register: 'costs', id: uuid('c') }),
        (priya) => run(priya, set('costs', 'c', { unitCost: 390_000 })),
      ),
      apart(
        (maria) => run(maria, set('tasks', 'sum', { parent: uuid('d') })),
        (priya) => run(priya, set('tasks', 'd', { parent: uuid('sum') })),
      ),
    ])
      expect(takesOtherValues(document.workbook(), onlyDecision(document))).toBe(false);
  });
});
