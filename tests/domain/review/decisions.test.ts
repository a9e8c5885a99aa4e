import { describe, expect, it } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import { applyChoices } from '../../../shared/domain/commands/review';
import type { Edit } from '../../../shared/domain/edits/edit';
import { decisionsOf, newestOption, optionBy, writersOf } from '../../../shared/domain/review/decisions';
import { known } from '../../../shared/domain/base/assert';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, run, set, startWorkbook, TestClock } from '../../support/replicas';
import { apart, onlyDecision, optionFrom, apply, texts, threeApart, START } from '../../support/decidedApart';

describe('fields written apart', () => {
  it('are a question with both values in the field’s own words, the shown one first', () => {
    const document = apart(
      (maria) => run(maria, set('costs', 'c', { unitCost: 435_000 })),
      (priya) => run(priya, set('costs', 'c', { unitCost: 390_000 })),
    );
    const decision = onlyDecision(document);
    expect(decision).toMatchObject({ recordName: 'Lab interface', label: 'Unit cost', weight: 'decide' });
    expect(decision.reason).toBe('Money is never averaged');
    expect(texts(decision)).toEqual(['Priya: $3,900.00', 'Maria: $4,350.00']);
    expect(decision.options.map(({ isShown }) => isShown)).toEqual([true, false]);
  });

  it('are settled by choosing the other value, and by choosing the one that is shown', () => {
    for (const by of ['Maria', 'Priya']) {
      const document = apart(
        (maria) => run(maria, set('costs', 'c', { unitCost: 435_000 })),
        (priya) => run(priya, set('costs', 'c', { unitCost: 390_000 })),
      );
      apply(document, onlyDecision(document), by);
      expect(document.workbook().conflicts).toEqual([]);
      const cost = document.workbook().tables.costs.byId.get(uuid('c'));
      expect(cost?.unitCost).toBe(by === 'Maria' ? 435_000 : 390_000);
      document.undo();
      expect(document.workbook().conflicts).toHaveLength(1);
    }
  });

  it('are one question where they must change together, and no mixture can be chosen', () => {
    const document = apart(
      (maria) =>
        run(maria, set('tasks', 'a', { durationDays: 8, constraint: 'snet', constraintDate: '2027-02-01' })),
      (priya) => run(priya, set('tasks', 'a', { durationDays: 3 })),
    );
    const decision = onlyDecision(document);
    expect(texts(decision)).toEqual([
      'Priya: 3 working days, As soon as possible, Empty',
      'Maria: 8 working days, Start no earlier than, Mon, Feb 1, 2027',
    ]);
    apply(document, decision, 'Maria');
    const task = document.workbook().tables.tasks.byId.get(uuid('a'));
    expect(task).toMatchObject({ durationDays: 8, constraint: 'snet', constraintDate: '2027-02-01' });
  });

  it('show what each of three people wrote, where two of them agree in one of the fields', () => {
    const timing = (durationDays: number, constraintDate: string): Edit =>
      set('tasks', 'a', { durationDays, constraint: 'snet', constraintDate });
    const [maria, priya, sam] = threeApart(
      timing(8, '2027-02-01'),
      timing(8, '2027-03-01'),
      timing(3, '2027-04-01'),
    );
    for (const document of [maria, priya, sam]) {
      const decision = onlyDecision(document);
      expect(texts(decision)).toEqual([
        'Sam: 3 working days, Thu, Apr 1, 2027',
        'Priya: 8 working days, Mon, Mar 1, 2027',
        'Maria: 8 working days, Mon, Feb 1, 2027',
      ]);
    }
    apply(maria, onlyDecision(maria), 'Maria');
    const task = maria.workbook().tables.tasks.byId.get(uuid('a'));
    expect(task).toMatchObject({ durationDays: 8, constraintDate: '2027-02-01' });
  });

  it('say where a task would lie, at the top as well', () => {
    const document = apart(
      (maria) => run(maria, set('tasks', 'a', { parent: null })),
      (priya) => run(priya, set('tasks', 'a', { parent: uuid('d') })),
    );
    expect(texts(onlyDecision(document))).toEqual(['Priya: Under “Training”', 'Maria: At the top']);
  });

  it('of less weight keep the newer value and can still be chosen otherwise', () => {
    const document = apart(
      (maria) => run(maria, set('tasks', 'a', { name: 'Order sets' })),
      (priya) => run(priya, set('tasks', 'a', { name: 'All templates' })),
    );
    const decision = onlyDecision(document);
    expect(decision.weight).toBe('kept');
    expect(newestOption(decision)).toBe(0);
    expect(document.workbook().tables.tasks.byId.get(uuid('a'))?.name).toBe('All templates');
  });

  it('stand register by register in the order of the plan', () => {
    const document = apart(
      (maria) => {
        run(maria, set('costs', 'c', { unitCost: 1, quantity: 2 }));
        run(maria, set('tasks', 'b', { name: 'Live' }));
        run(maria, set('tasks', 'a', { name: 'X', durationDays: 1 }));
      },
      (priya) => {
        run(priya, set('costs', 'c', { unitCost: 2, quantity: 3 }));
        run(priya, set('tasks', 'b', { name: 'Day one' }));
        run(priya, set('tasks', 'a', { name: 'Y', durationDays: 2 }));
      },
    );
    const decisions = decisionsOf(document.workbook());
    expect(decisions.map(({ recordName, label }) => `${recordName}/${label}`)).toEqual([
      'Y/Task',
      'Y/Days',
      'Day one/Task',
      'Lab interface/Qty',
      'Lab interface/Unit cost',
    ]);
    expect(writersOf(decisions)).toEqual([
      { writer: 1, name: 'Maria', count: 5 },
      { writer: 2, name: 'Priya', count: 5 },
    ]);
  });

  it('tells computers of one name apart', () => {
    const clock = new TestClock();
    const here = startWorkbook(clock, START);
    const there = copyOf(here, 2, 'Maria', clock);
    run(here, set('tasks', 'a', { durationDays: 6, name: 'Shorter' }));
    run(there, set('tasks', 'a', { durationDays: 9, name: 'Longer' }));
    here.merge(there.encodeState());
    const decisions = decisionsOf(here.workbook());
    expect(writersOf(decisions)).toEqual([
      { writer: 2, name: 'Maria', count: 2 },
      { writer: 1, name: 'Maria', count: 2 },
    ]);
    const mine = decisions.map((decision) => decision.options[optionBy(decision, 1) ?? -1]?.lines[0]?.text);
    expect(mine).toEqual(['Shorter', '6 working days']);
  });
});

describe('a record archived at one site and restored at another', () => {
  function archivedApart(): WorkbookDocument {
    const clock = new TestClock();
    const maria = startWorkbook(clock, [
      ...START,
      add('tasks', 'old', { name: 'Dropped step', parent: uuid('sum') }),
    ]);
    run(maria, { kind: 'archive', register: 'tasks', id: uuid('old') });
    const priya = copyOf(maria, 2, 'Priya', clock);
    clock.advance(60);
    run(maria, { kind: 'archive', register: 'tasks', id: uuid('sum') });
    clock.advance(60);
    run(priya, { kind: 'archive', register: 'tasks', id: uuid('sum') });
    run(priya, { kind: 'restore', register: 'tasks', id: uuid('sum') });
    run(priya, { kind: 'archive', register: 'tasks', id: uuid('old') });
    maria.merge(priya.encodeState());
    return maria;
  }

  function settle(document: WorkbookDocument, archived: boolean): void {
    const workbook = document.workbook();
    const choices = decisionsOf(workbook).map((decision) => ({
      decision,
      values: known(
        decision.options.find(
          ({ values }) => values['archived'] === (decision.id === uuid('old') || archived),
        ),
        'both ways to choose',
      ).values,
    }));
    expect(choices.length).toBeGreaterThan(0);
    expect(applyChoices(document.workbook(), choices, (command) => document.run(command)).refused).toEqual(
      [],
    );
    expect(document.workbook().conflicts).toEqual([]);
  }

  it('is settled either way, and what was in the bin before stays there', () => {
    for (const archived of [true, false]) {
      const document = archivedApart();
      settle(document, archived);
      const { byId } = document.workbook().tables.tasks;
      expect([byId.get(uuid('sum'))?.archived, byId.get(uuid('old'))?.archived]).toEqual([archived, true]);
      expect(byId.get(uuid('a'))?.archived).toBe(archived);
    }
  });
});

describe('choices that a rule refuses', () => {
  it('stay open and are told, the others are made', () => {
    const document = apart(
      (maria) => {
        run(maria, set('costs', 'c', { end: '2027-06-30' }));
        run(maria, set('costs', 'c', { quantity: 4 }));
      },
      (priya) => {
        run(priya, set('costs', 'c', { end: '2027-03-31' }));
        run(priya, set('costs', 'c', { quantity: 5 }));
      },
    );
    run(document, set('costs', 'c', { start: '2027-03-01' }));
    const decisions = decisionsOf(document.workbook());
    const choices = decisions.map((decision) => {
      const option = optionFrom(decision, 'Maria');
      // A site that thinks the line ended before it began.
      return decision.label === 'Until'
        ? { decision, values: { end: '2027-01-31' } }
        : { decision, values: option.values };
    });
    const outcome = applyChoices(document.workbook(), choices, (command) => document.run(command));
    expect(outcome.applied).toBe(1);
    expect(outcome.refused).toMatchObject([{ key: decisions.find(({ label }) => label === 'Until')?.key }]);
    expect(document.workbook().tables.costs.byId.get(uuid('c'))?.quantity).toBe(4);
  });

  it('includes links that would close a circle together', () => {
    const clock = new TestClock();
    const edits = [...START, add('links', 'm', { predecessor: uuid('b'), successor: uuid('d') })];
    const maria = startWorkbook(clock, edits);
    const priya = copyOf(maria, 2, 'Priya', clock);
    run(maria, set('links', 'l', { predecessor: uuid('d'), successor: uuid('a') }));
    run(maria, set('costs', 'c', { unitCost: 1 }));
    clock.advance(5);
    run(priya, set('links', 'm', { predecessor: uuid('a'), successor: uuid('d') }));
    run(priya, set('links', 'l', { predecessor: uuid('b'), successor: uuid('a') }));
    run(priya, set('costs', 'c', { unitCost: 2 }));
    maria.merge(priya.encodeState());
    const workbook = maria.workbook();
    const choices = decisionsOf(workbook).map((decision) => ({
      decision,
      values: optionFrom(decision, 'Maria').values,
    }));
    const outcome = applyChoices(workbook, choices, (command) => maria.run(command));
    expect(outcome.applied).toBe(1);
    expect(outcome.refused.map(({ reason }) => reason).join()).toContain('circle');
    expect(maria.workbook().tables.costs.byId.get(uuid('c'))?.unitCost).toBe(1);
  });
});
