import { isDeepStrictEqual } from 'node:util';
/** Whatever is tried in a what-if and done in the plan meanwhile: what is taken comes, what is left stays out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import type { Edit } from '../../../shared/domain/edits/edit';
import { fieldChanges } from '../../../shared/domain/edits/fieldChanges';
import { decisionsOf } from '../../../shared/domain/review/decisions';
import { takeBackMerge } from '../../../shared/domain/review/takeBackMerge';
import { choiceOf, choose, chooseAll, type Choices } from '../../../shared/domain/scenario/choices';
import { compareScenario, type ScenarioComparison } from '../../../shared/domain/scenario/compareScenario';
import { settleTakeIn } from '../../../shared/domain/scenario/takeIn';
import type { Workbook } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../../support/replicas';
import { tries } from '../../support/tries';

const TASKS = ['a', 'b', 'c', 'd'] as const;
const START: readonly Edit[] = [
  add('people', 'p', { name: 'Maria' }),
  add('people', 'q', { name: 'Priya' }),
  ...TASKS.map((name) => add('tasks', name, { name: `Task ${name}`, durationDays: 5 })),
  add('links', 'l', { predecessor: uuid('a'), successor: uuid('b') }),
  add('costs', 'k', { name: 'Licenses', quantity: 1, unitCost: 5000, start: '2027-02-01' }),
  add('roadmapItems', 'r', { title: 'Portal', tasks: [uuid('d')] }),
];

const task = fc.constantFrom(...TASKS);

/** @param own begins the ids of what this side adds: two sides never add the same record */
const someEdit = (own: string): fc.Arbitrary<Edit> =>
  fc.oneof(
    fc
      .record({ id: task, days: fc.integer({ min: 1, max: 3 }) })
      .map(({ id, days }) => set('tasks', id, { durationDays: days })),
    fc
      .record({ id: task, date: fc.constantFrom('2027-02-01', '2027-03-01') })
      .map(({ id, date }) => set('tasks', id, { constraint: 'snet', constraintDate: date })),
    fc
      .record({ id: task, text: fc.constantFrom('Ask the lab', 'Call', '') })
      .map(({ id, text }) => set('tasks', id, { notes: text })),
    fc
      .record({ id: task, name: fc.constantFrom('Train', 'Test') })
      .map(({ id, name }) => set('tasks', id, { name })),
    fc.constantFrom(1000, 2000, null).map((unitCost) => set('costs', 'k', { unitCost })),
    fc.subarray([...TASKS]).map((tasks) => set('roadmapItems', 'r', { tasks: tasks.map(uuid) })),
    fc.constantFrom('x', 'y').map((name) => add('tasks', `${own}${name}`, { name: `${own} ${name}` })),
    task.map((end) => add('links', `${own}l`, { predecessor: uuid(end), successor: uuid(`${own}x`) })),
    fc.constantFrom('x', 'y').map((name) => set('tasks', `${own}${name}`, { durationDays: 2 })),
    fc
      .record({ kind: fc.constantFrom('archive' as const, 'restore' as const), id: task })
      .map(({ kind, id }): Edit => ({ kind, register: 'tasks', id: uuid(id) })),
    fc
      .constantFrom('archive' as const, 'restore' as const)
      .map((kind): Edit => ({ kind, register: 'costs', id: uuid('k') })),
    fc
      .record({ id: task, parent: fc.option(fc.constantFrom('c', 'd', `${own}x`)) })
      .map(({ id, parent }) => set('tasks', id, { parent: parent === null ? null : uuid(parent) })),
  );

const someEdits = (own: string): fc.Arbitrary<readonly Edit[]> => fc.array(someEdit(own), { maxLength: 8 });

/** What a rule refuses is simply not done. Nobody moves anything into or under the bin. */
function tryAll(document: WorkbookDocument, edits: readonly Edit[], clock: TestClock): void {
  const isInBin = (id: unknown): boolean =>
    document.workbook().tables.tasks.archived.some((task) => task.id === id);
  for (const edit of edits) {
    if (edit.kind === 'set' && (isInBin(edit.id) || isInBin(edit.values['parent']))) continue;
    clock.advance(1);
    document.run({ label: 'Edit', edits: [edit] });
  }
}

interface Story {
  readonly clock: TestClock;
  readonly base: Workbook;
  readonly plan: WorkbookDocument;
  readonly scenario: WorkbookDocument;
}

function story(inPlan: readonly Edit[], inScenario: readonly Edit[]): Story {
  const clock = new TestClock();
  const plan = startWorkbook(clock, START);
  const base = plan.workbook();
  const scenario = copyOf(plan, 1, 'Maria', clock);
  tryAll(plan, inPlan, clock);
  tryAll(scenario, inScenario, clock);
  clock.advance(60);
  return { clock, base, plan, scenario };
}

const comparisonOf = ({ base, scenario }: Story, plan: Workbook): ScenarioComparison =>
  compareScenario({ base, plan, scenario: scenario.workbook() });

/** As the window does it: merge, then one command. */
function takeIn(told: Story, choices: Choices, plan = told.plan): { kept: number; unasked: number } {
  const before = plan.workbook();
  const comparison = comparisonOf(told, before);
  plan.merge(told.scenario.encodeState());
  const states = { before, scenario: told.scenario.workbook(), merged: plan.workbook() };
  const { command, kept, unasked } = settleTakeIn(states, comparison, choices);
  if (command !== undefined) expect(plan.run(command)).toEqual({ ok: true, value: undefined });
  return { kept, unasked };
}

/** Whether each change in turn is taken or left, over and over. */
const PICKS = fc.array(fc.boolean(), { minLength: 1, maxLength: 9 });

const picked = (comparison: ScenarioComparison, picks: readonly boolean[]): Choices =>
  comparison.changes.reduce<Choices>(
    (choices, { key }, index) =>
      choose(comparison, choices, key, (picks[index % picks.length] ?? true) ? 'take' : 'leave'),
    chooseAll(comparison, true),
  );

describe('taking a what-if into its plan', () => {
  it('gives the what-if itself, where the plan has not changed since', () => {
    fc.assert(
      fc.property(someEdits('s'), (edits) => {
        const told = story([], edits);
        expect(comparisonOf(told, told.base).planMoved).toBe(0);
        takeIn(told, new Map());
        expect(told.plan.digest()).toBe(told.scenario.digest());
        expect(comparisonOf(told, told.plan.workbook()).changes).toEqual([]);
      }),
      tries(50),
    );
  });

  it('leaves every value of the plan where nothing is taken, and puts what is new into the bin', () => {
    fc.assert(
      fc.property(someEdits('m'), someEdits('s'), (mine, theirs) => {
        const told = story(mine, theirs);
        const before = told.plan.workbook();
        const { kept } = takeIn(told, chooseAll(comparisonOf(told, before), false));
        expect(kept).toBe(0);
        const left = fieldChanges(before, told.plan.workbook());
        expect(left.filter(({ id, register }) => isIn(before, register, id))).toEqual([]);
        const now = told.plan.workbook();
        for (const { register, id } of left) expect(archived(now, register, id)).toBe(true);
        expect(decisionsOf(now).length).toBeLessThanOrEqual(decisionsOf(before).length);
      }),
      tries(50),
    );
  });

  it('brings just what was chosen, a question to neither side', () => {
    fc.assert(
      fc.property(someEdits('m'), someEdits('s'), PICKS, (mine, theirs, picks) => {
        const told = story(mine, theirs);
        const before = told.plan.workbook();
        const comparison = comparisonOf(told, before);
        const choices = picked(comparison, picks);
        const { kept } = takeIn(told, choices);
        if (kept > 0) return;
        const now = told.plan.workbook();
        for (const change of comparison.changes) {
          const { kind, register, id, fields, beside } = change;
          const isTaken = choiceOf(change, choices) === 'take';
          if (kind === 'added') expect(archived(now, register, id)).toBe(!isTaken);
          else if (!isTaken || beside !== 'joins') {
            const wanted = isTaken ? told.scenario.workbook() : before;
            for (const { field } of fields)
              expect(valueIn(now, register, id, field)).toEqual(valueIn(wanted, register, id, field));
          }
        }
        expect(openFields(now)).toEqual([]);
      }),
      tries(50),
    );
  });

  it('asks nothing and changes nothing where all that was tried was taken back, or set back by hand', () => {
    fc.assert(
      fc.property(someEdits('m'), someEdits('s'), fc.boolean(), (mine, theirs, byHand) => {
        const told = story(mine, theirs);
        if (byHand) setBack(told);
        else while (told.scenario.undo() !== undefined) told.clock.advance(1);
        const before = told.plan.workbook();
        expect(comparisonOf(told, before).changes).toEqual([]);
        takeIn(told, new Map());
        const now = told.plan.workbook();
        const changed = fieldChanges(before, now).filter(({ id, register }) => isIn(before, register, id));
        expect(changed).toEqual([]);
        expect(decisionsOf(now)).toEqual(decisionsOf(before));
      }),
      tries(60),
    );
  });

  it('leaves no question and nothing else behind once it is taken back, whoever wrote last', () => {
    const noArchiving = (edits: readonly Edit[]): readonly Edit[] =>
      edits.filter(({ kind }) => kind !== 'archive' && kind !== 'restore');
    fc.assert(
      fc.property(someEdits('m'), someEdits('s'), someEdits('m'), (mine, theirs, later) => {
        const told = story(noArchiving(mine), noArchiving(theirs));
        tryAll(told.plan, noArchiving(later), told.clock);
        const before = told.plan.workbook();
        takeIn(told, new Map());
        const after = told.plan.workbook();
        const { command } = takeBackMerge({ before, after }, after);
        if (command !== undefined) expect(told.plan.run(command)).toEqual({ ok: true, value: undefined });
        const now = told.plan.workbook();
        expect(openFields(now)).toEqual([]);
        const changed = fieldChanges(before, now).filter(({ id, register }) => isIn(before, register, id));
        expect(changed).toEqual([]);
      }),
      tries(50),
    );
  });

  it('comes to the same plan at two sites that each take it in, however often', () => {
    fc.assert(
      fc.property(someEdits('m'), someEdits('s'), PICKS, (mine, theirs, picks) => {
        const told = story(mine, theirs);
        const other = copyOf(told.plan, 2, 'Priya', told.clock);
        const choices = picked(comparisonOf(told, told.plan.workbook()), picks);
        takeIn(told, choices);
        told.clock.advance(60);
        takeIn(told, choices, other);
        mergeBoth(told.plan, other);
        expect(told.plan.digest()).toBe(other.digest());
        // The same what-if once more brings nothing.
        const again = told.plan.digest();
        told.plan.merge(told.scenario.encodeState());
        expect(told.plan.digest()).toBe(again);
        expect(openFields(told.plan.workbook())).toEqual([]);
      }),
      tries(50),
    );
  });

  it('asks, with both values, what both changed and nobody chose', () => {
    fc.assert(
      fc.property(someEdits('m'), someEdits('s'), (mine, theirs) => {
        const told = story(mine, theirs);
        const comparison = comparisonOf(told, told.plan.workbook());
        // Whoever put a record into the bin with the very values it has in the plan overlooked nothing.
        const differ = ({ register, id }: { register: string; id: string }) =>
          !isDeepStrictEqual(
            { ...recordOf(told.plan.workbook(), register, id), archived: null },
            { ...recordOf(told.scenario.workbook(), register, id), archived: null },
          );
        const questions = comparison.changes.filter(
          (change) => change.beside === 'question' && differ(change),
        );
        takeIn(told, new Map());
        const now = told.plan.workbook();
        // What was put into the bin and edited beside it stays in use, and a finding asks.
        const asked = [...decisionsOf(now), ...now.findings].map(({ id }) => id);
        for (const { id } of questions) expect(asked).toContain(id);
      }),
      tries(50),
    );
  });

  it('tells what it cannot ask about a second time, and leaves the plan as it is there', () => {
    const told = story([], [set('tasks', 'a', { durationDays: 25 })]);
    expect(takeIn(told, new Map())).toEqual({ kept: 0, unasked: 0 });
    run(told.plan, set('tasks', 'a', { durationDays: 7 }));
    const [question] = comparisonOf(told, told.plan.workbook()).changes;
    expect(question?.beside).toBe('question');
    expect(takeIn(told, new Map())).toEqual({ kept: 0, unasked: 1 });
    expect(valueIn(told.plan.workbook(), 'tasks', uuid('a'), 'durationDays')).toBe(7);
    expect(takeIn(told, new Map([[question?.key ?? '', 'take']]))).toEqual({ kept: 0, unasked: 0 });
    expect(valueIn(told.plan.workbook(), 'tasks', uuid('a'), 'durationDays')).toBe(25);
  });
});

/** Writes into the what-if again what stood there when it was made; what it added goes into the bin. */
function setBack({ base, scenario, clock }: Story): void {
  const made = { before: base, after: scenario.workbook() };
  clock.advance(1);
  const { command } = takeBackMerge(made, scenario.workbook());
  if (command !== undefined) scenario.run(command);
}

/** But for tasks that the two sides have put under each other: that no choice about one field settles. */
function openFields({ conflicts }: Workbook): readonly unknown[] {
  return conflicts.filter(({ field }) => field !== 'parent');
}

function isIn(workbook: Workbook, register: string, id: string): boolean {
  return Object.entries(workbook.tables).some(([name, table]) => name === register && table.byId.has(id));
}

function recordOf(workbook: Workbook, register: string, id: string): Readonly<Record<string, unknown>> {
  const found = Object.entries(workbook.tables).find(([name]) => name === register);
  return { ...found?.[1].byId.get(id) };
}

function archived(workbook: Workbook, register: string, id: string): unknown {
  return recordOf(workbook, register, id)['archived'];
}

function valueIn(workbook: Workbook, register: string, id: string, field: string): unknown {
  return recordOf(workbook, register, id)[field];
}
