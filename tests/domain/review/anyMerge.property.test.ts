/** Whatever two people do apart: the pages that look at the merged plan never fail, and every question can be settled. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import { overviewAnswer } from '../../../shared/domain/commands/overviewAnswer';
import { comingWeeks, runUpProgress, slippingTasks } from '../../../shared/domain/commands/overviewLists';
import { needsOf } from '../../../shared/domain/commands/overviewNeeds';
import { alone, fixesOf, runFixes } from '../../../shared/domain/commands/problemFixes';
import { applyChoices, type Choice } from '../../../shared/domain/commands/review';
import { roadmapAnswer } from '../../../shared/domain/commands/roadmap';
import { runUpOf } from '../../../shared/domain/commands/runUp';
import type { Edit, FieldValues } from '../../../shared/domain/edits/edit';
import { planOf } from '../../../shared/domain/plan';
import type { RegisterId } from '../../../shared/domain/registers/all';
import { changesBetween } from '../../../shared/domain/review/changes';
import { decisionsOf } from '../../../shared/domain/review/decisions';
import { effectText } from '../../../shared/domain/review/effects';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, set, startWorkbook, TestClock } from '../../support/replicas';
import { tries } from '../../support/tries';

const TODAY = '2027-02-10';
const TASKS = ['a', 'b', 'c', 'd'];

const START: readonly Edit[] = [
  add('people', 'p', { name: 'Maria' }),
  ...TASKS.map((word) => add('tasks', word, { name: `Task ${word}`, durationDays: 5 })),
  add('links', 'l', { predecessor: uuid('a'), successor: uuid('b') }),
  add('links', 'm', { predecessor: uuid('b'), successor: uuid('c') }),
  add('costs', 'k', { name: 'Licenses', quantity: 1, unitCost: 5000, start: '2027-02-01' }),
  add('roadmapItems', 'r', { title: 'Portal', tasks: [uuid('d')] }),
  add('assignments', 's', { task: uuid('a'), person: uuid('p') }),
];

const task = fc.constantFrom(...TASKS);
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2027-02-${String(n).padStart(2, '0')}`);

/** One thing somebody does. What the rules refuse is simply not done. */
const act: fc.Arbitrary<Edit> = fc.oneof(
  write('tasks', task, fc.record({ durationDays: fc.integer({ min: 0, max: 400 }) })),
  write('tasks', task, fc.record({ percentComplete: fc.integer({ min: 0, max: 100 }) })),
  write(
    'tasks',
    task,
    fc.record({ constraint: fc.constantFrom('mso', 'fnlt', 'snet'), constraintDate: day }),
  ),
  write('tasks', task, fc.record({ deadline: day, kind: fc.constantFrom('gate', 'milestone', 'task') })),
  write('tasks', task, fc.record({ parent: fc.option(task.map(uuid)) })),
  write(
    'links',
    fc.constantFrom('l', 'm'),
    fc.record({ predecessor: task.map(uuid), successor: task.map(uuid) }),
  ),
  write('links', fc.constantFrom('l', 'm'), fc.record({ lagDays: fc.integer({ min: -30, max: 30 }) })),
  write(
    'costs',
    fc.constant('k'),
    fc.record({ unitCost: fc.option(fc.nat(1_000_000)), end: fc.option(day) }),
  ),
  write(
    'assignments',
    fc.constant('s'),
    fc.record({ task: task.map(uuid), unitsPercent: fc.constantFrom(50, 120) }),
  ),
  write(
    'roadmapItems',
    fc.constant('r'),
    fc.record({ start: fc.option(day), end: fc.option(day), tasks: fc.constant([]) }),
  ),
  write(
    'organisation',
    fc.constant('organisation'),
    fc.record({ goLive: fc.option(task.map(uuid)), start: fc.option(day) }),
  ),
  fc.tuple(fc.constantFrom('archive' as const, 'restore' as const), task).map(([kind, word]): Edit => {
    return { kind, register: 'tasks', id: uuid(word) };
  }),
);

function write(
  register: RegisterId,
  word: fc.Arbitrary<string>,
  values: fc.Arbitrary<FieldValues>,
): fc.Arbitrary<Edit> {
  return fc.tuple(word, values).map(([id, written]) => set(register, id, written));
}

function merged(
  mine: readonly Edit[],
  theirs: readonly Edit[],
): { before: WorkbookDocument; after: WorkbookDocument } {
  const clock = new TestClock();
  const before = startWorkbook(clock, START);
  const after = copyOf(before, 2, 'Maria', clock);
  const other = copyOf(before, 3, 'Priya', clock);
  const perform = (document: WorkbookDocument, edits: readonly Edit[]): void => {
    for (const edit of edits) {
      clock.advance(1);
      document.run({ label: 'Edit', edits: [edit] });
    }
  };
  perform(after, mine);
  perform(other, theirs);
  after.merge(other.encodeState());
  return { before, after };
}

const acts = fc.array(act, { maxLength: 8 });

describe('whatever was merged', () => {
  it('can be looked at on every page', () => {
    fc.assert(
      fc.property(acts, acts, (mine, theirs) => {
        const { before, after } = merged(mine, theirs);
        const plan = planOf(after.workbook(), TODAY);
        expect(overviewAnswer(plan, TODAY).sentence.length).toBeGreaterThan(0);
        expect(roadmapAnswer(plan, { today: TODAY }).length).toBeGreaterThan(0);
        const needs = needsOf(plan, TODAY);
        expect(new Set(needs.map(({ key }) => key)).size).toBe(needs.length);
        expect(comingWeeks(plan, TODAY)).toHaveLength(3);
        const { tasks, tasksDone } = runUpProgress(plan, TODAY);
        expect(tasksDone).toBeLessThanOrEqual(tasks);
        expect(
          slippingTasks(plan, TODAY).every(({ task: { percentComplete } }) => percentComplete < 100),
        ).toBe(true);
        for (const { from, until } of runUpOf(plan, TODAY)?.phases ?? []) {
          expect(from >= 0 && until > from && until <= 1).toBe(true);
        }
        for (const finding of plan.findings) fixesOf(plan, finding, TODAY);
        for (const decision of decisionsOf(plan.workbook)) {
          for (const option of decision.options) effectText(plan, decision, { option, today: TODAY });
        }
        expect(changesBetween(before.workbook(), after.workbook()).count).toBeGreaterThanOrEqual(0);
      }),
      tries(50),
    );
  });

  it('has no question left after everything was chosen that the rules allow', () => {
    fc.assert(
      fc.property(acts, acts, fc.array(fc.nat(5), { minLength: 1, maxLength: 20 }), (mine, theirs, picks) => {
        const { after } = merged(mine, theirs);
        const workbook = after.workbook();
        const choices = decisionsOf(workbook).flatMap((decision, index): Choice[] => {
          expect(decision.options.length).toBeGreaterThan(1);
          const option = decision.options[(picks[index % picks.length] ?? 0) % decision.options.length];
          return option === undefined ? [] : [{ decision, values: option.values }];
        });
        const { applied, refused } = applyChoices(workbook, choices, (command) => after.run(command));
        expect(applied + refused.length).toBe(choices.length);
        const left = decisionsOf(after.workbook()).map(({ key }) => key);
        const open = refused.map(({ key }) => key);
        expect(left.filter((key) => !open.includes(key))).toEqual([]);
      }),
      tries(50),
    );
  });

  it('is mended by every fix it offers, and undo brings it back', () => {
    fc.assert(
      fc.property(acts, acts, fc.nat(), (mine, theirs, pick) => {
        const { after } = merged(mine, theirs);
        const plan = planOf(after.workbook(), TODAY);
        const offers = plan.findings.flatMap((finding) =>
          fixesOf(plan, finding, TODAY).map((fix) => ({ finding, fix })),
        );
        const offer = offers[pick % Math.max(1, offers.length)];
        if (offer === undefined) return;
        const { problem, id, field } = offer.finding;
        const stands = (): boolean =>
          planOf(after.workbook(), TODAY).findings.some(
            (other) => other.problem.code === problem.code && other.id === id && other.field === field,
          );
        if (runFixes(alone(offer.fix), uuid('p'), (command) => after.run(command)).done.length === 0) return;
        expect(stands()).toBe(false);
        after.undo();
        expect(stands()).toBe(true);
      }),
      tries(50),
    );
  });
});
