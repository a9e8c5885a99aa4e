import { describe, expect, it } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import { applyChoices } from '../../../shared/domain/commands/review';
import type { Edit } from '../../../shared/domain/edits/edit';
import { planOf } from '../../../shared/domain/plan';
import { changesBetween, changesText } from '../../../shared/domain/review/changes';
import { decisionsOf, newestOption, optionBy, writersOf } from '../../../shared/domain/review/decisions';
import { effectText } from '../../../shared/domain/review/effects';
import { fieldPlaceKey } from '../../../shared/domain/edits/baseValues';
import { takesOtherValues, valueBefore } from '../../../shared/domain/review/otherValues';
import type { Decision, DecisionOption } from '../../../shared/domain/review/decisions';
import { known } from '../../../shared/domain/base/assert';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../../support/replicas';

const START: readonly Edit[] = [
  add('tasks', 'sum', { name: 'Build', kind: 'summary' }),
  add('tasks', 'a', { name: 'Templates', durationDays: 5, parent: uuid('sum') }),
  add('tasks', 'b', { name: 'Go-live', kind: 'milestone', durationDays: 0 }),
  add('tasks', 'd', { name: 'Training' }),
  add('links', 'l', { predecessor: uuid('a'), successor: uuid('b') }),
  add('costs', 'c', { name: 'Lab interface', quantity: 1, unitCost: 400_000, start: '2027-02-01' }),
];

/** Two people write apart, then the first one reads the other's work. */
function apart(
  mine: (document: WorkbookDocument) => void,
  theirs: (document: WorkbookDocument) => void,
): WorkbookDocument {
  const clock = new TestClock();
  const maria = startWorkbook(clock, START);
  run(maria, set('organisation', 'organisation', { goLive: uuid('b') }));
  const priya = copyOf(maria, 2, 'Priya', clock);
  clock.advance(60);
  mine(maria);
  clock.advance(60);
  theirs(priya);
  maria.merge(priya.encodeState());
  return maria;
}

function onlyDecision(document: WorkbookDocument): Decision {
  const decisions = decisionsOf(document.workbook());
  expect(decisions).toHaveLength(1);
  return known(decisions[0], 'the one decision');
}

function apply(document: WorkbookDocument, decision: Decision, by: string): void {
  const option = known(decision.options[optionBy(decision, by) ?? -1], `an option of ${by}`);
  const outcome = applyChoices(document.workbook(), [{ decision, values: option.values }], (command) =>
    document.run(command),
  );
  expect(outcome).toEqual({ applied: 1, refused: [] });
}

const texts = ({ options }: Decision): string[] =>
  options.map(({ by, lines }: DecisionOption) => `${by}: ${lines.map(({ text }) => text).join(', ')}`);

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
      { name: 'Maria', count: 5 },
      { name: 'Priya', count: 5 },
    ]);
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
      const option = known(decision.options[optionBy(decision, 'Maria') ?? -1], 'an option of Maria');
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
      values: known(decision.options[optionBy(decision, 'Maria') ?? -1], 'an option of Maria').values,
    }));
    const outcome = applyChoices(workbook, choices, (command) => maria.run(command));
    expect(outcome.applied).toBe(1);
    expect(outcome.refused.map(({ reason }) => reason).join()).toContain('circle');
    expect(maria.workbook().tables.costs.byId.get(uuid('c'))?.unitCost).toBe(1);
  });
});

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

describe('what a merge changed', () => {
  it('is counted register by register, with the fields that differ', () => {
    const clock = new TestClock();
    const maria = startWorkbook(clock, START);
    const priya = copyOf(maria, 2, 'Priya', clock);
    run(priya, set('tasks', 'a', { name: 'All templates', durationDays: 9 }));
    run(priya, add('tasks', 'n', { name: 'Portal' }));
    run(priya, { kind: 'archive', register: 'costs', id: uuid('c') });
    run(priya, add('risks', 'gone', { title: 'Never mind' }));
    run(priya, { kind: 'archive', register: 'risks', id: uuid('gone') });
    const before = maria.workbook();
    maria.merge(priya.encodeState());
    const { registers, count } = changesBetween(before, maria.workbook());
    expect(count).toBe(3);
    expect(registers.map((changes) => `${changes.title}: ${changesText(changes)}`)).toEqual([
      'Tasks: 1 added and 1 changed',
      'Costs: 1 archived',
    ]);
    expect(registers[0]?.changed).toEqual([
      { id: uuid('a'), name: 'All templates', fields: ['Task', 'Days'] },
    ]);
  });

  it('is nothing between a plan and itself', () => {
    const workbook = startWorkbook(new TestClock(), START).workbook();
    expect(changesBetween(workbook, workbook)).toEqual({ registers: [], count: 0 });
  });
});

describe('what the merge cannot settle by itself', () => {
  it('is an edit beside an archiving: keep it in the bin or bring it back, each once for good', () => {
    for (const archived of [true, false]) {
      const document = apart(
        (maria) => run(maria, { kind: 'archive', register: 'costs', id: uuid('c') }),
        (priya) => run(priya, set('costs', 'c', { unitCost: 390_000 })),
      );
      const decision = onlyDecision(document);
      expect(decision).toMatchObject({ weight: 'decide', reason: 'Archived by one, edited by another' });
      expect(texts(decision)).toEqual(['Maria: Keep it in the bin', 'Priya: Bring it back']);
      apply(document, decision, archived ? 'Maria' : 'Priya');
      expect(document.workbook().conflicts).toEqual([]);
      expect(document.workbook().findings).toEqual([]);
      expect(document.workbook().tables.costs.byId.get(uuid('c'))).toMatchObject({
        archived,
        unitCost: 390_000,
      });
    }
  });

  it('is asked once: a value chosen for a record that stays in the bin does not ask again', () => {
    const document = apart(
      (maria) => {
        run(maria, set('costs', 'c', { unitCost: 435_000 }));
        run(maria, { kind: 'archive', register: 'costs', id: uuid('c') });
      },
      (priya) => run(priya, set('costs', 'c', { unitCost: 390_000 })),
    );
    const [price, bin] = decisionsOf(document.workbook());
    expect([price?.label, bin?.label]).toEqual(['Unit cost', 'In the bin']);
    apply(document, known(bin, 'the bin'), 'Maria');
    apply(document, onlyDecision(document), 'Maria');
    expect(decisionsOf(document.workbook())).toEqual([]);
    expect(document.workbook().tables.costs.byId.get(uuid('c'))).toMatchObject({
      archived: true,
      unitCost: 435_000,
    });
  });

  it('is two tasks put under each other: either wish can be had', () => {
    const start = (): WorkbookDocument => {
      const document = apart(
        (maria) => run(maria, set('tasks', 'sum', { parent: uuid('d') })),
        (priya) => run(priya, set('tasks', 'd', { parent: uuid('sum') })),
      );
      return document;
    };
    for (const [by, under] of [
      ['Maria', { sum: uuid('d'), d: null }],
      ['Priya', { sum: null, d: uuid('sum') }],
    ] as const) {
      const document = start();
      const decision = onlyDecision(document);
      expect(decision).toMatchObject({
        id: uuid('d'),
        weight: 'decide',
        reason: 'Each was put under the other',
      });
      expect(texts(decision)).toEqual(['Maria: At the top', 'Priya: Under “Build”']);
      expect(decision.options.map(({ isShown }) => isShown)).toEqual([true, false]);
      apply(document, decision, by);
      const { byId } = document.workbook().tables.tasks;
      expect({ sum: byId.get(uuid('sum'))?.parent, d: byId.get(uuid('d'))?.parent }).toEqual(under);
      expect(document.workbook().conflicts).toEqual([]);
      expect(document.workbook().findings).toEqual([]);
    }
  });

  it('is work that is done for one and not begun for the other; what is on its way is no contradiction', () => {
    const percent = (mine: number, theirs: number): Decision =>
      onlyDecision(
        apart(
          (maria) => run(maria, set('tasks', 'a', { percentComplete: mine })),
          (priya) => {
            run(priya, set('tasks', 'a', { percentComplete: 10 }));
            run(priya, set('tasks', 'a', { percentComplete: theirs }));
          },
        ),
      );
    expect(percent(100, 0)).toMatchObject({
      weight: 'decide',
      reason: 'It is over for one, not for another',
    });
    for (const share of [90, 40]) expect(percent(100, share).weight).toBe('kept');
    expect(percent(60, 40).weight).toBe('kept');
  });

  it('comes up again where two sites decide differently, and not where they decide alike', () => {
    const sites = (write: (maria: WorkbookDocument, priya: WorkbookDocument) => void) => {
      const clock = new TestClock();
      const maria = startWorkbook(clock, START);
      const priya = copyOf(maria, 2, 'Priya', clock);
      clock.advance(60);
      write(maria, priya);
      mergeBoth(maria, priya);
      clock.advance(60);
      return { clock, maria, priya };
    };
    const written = {
      price: (maria: WorkbookDocument, priya: WorkbookDocument): void => {
        run(maria, set('costs', 'c', { unitCost: 435_000 }));
        run(priya, set('costs', 'c', { unitCost: 390_000 }));
      },
      bin: (maria: WorkbookDocument, priya: WorkbookDocument): void => {
        run(maria, { kind: 'archive', register: 'costs', id: uuid('c') });
        run(priya, set('costs', 'c', { unitCost: 390_000 }));
      },
      circle: (maria: WorkbookDocument, priya: WorkbookDocument): void => {
        run(maria, set('tasks', 'sum', { parent: uuid('d') }));
        run(priya, set('tasks', 'd', { parent: uuid('sum') }));
      },
    };
    for (const write of Object.values(written)) {
      for (const [mine, theirs] of [
        [0, 1],
        [1, 0],
        [1, 1],
        [0, 0],
      ] as const) {
        const { clock, maria, priya } = sites(write);
        const choose = (document: WorkbookDocument, index: number): void => {
          clock.advance(5);
          const decision = onlyDecision(document);
          const { values } = known(decision.options[index], 'the option');
          const choices = [{ decision, values }];
          expect(
            applyChoices(document.workbook(), choices, (command) => document.run(command)).refused,
          ).toEqual([]);
        };
        choose(maria, mine);
        choose(priya, theirs);
        mergeBoth(maria, priya);
        expect(decisionsOf(maria.workbook()).length > 0).toBe(mine !== theirs);
        expect(maria.digest()).toBe(priya.digest());
      }
    }
  });
});

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
