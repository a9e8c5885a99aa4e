/** Taking a merge back: what came goes, what was here returns, and what anybody wrote since stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import type { Edit } from '../../../shared/domain/edits/edit';
import { fieldChanges } from '../../../shared/domain/edits/fieldChanges';
import { takeBackMerge } from '../../../shared/domain/review/takeBackMerge';
import type { Workbook } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, set, startWorkbook, TestClock } from '../../support/replicas';
import { tries } from '../../support/tries';

const TASKS = ['a', 'b', 'c', 'd'] as const;
const START: readonly Edit[] = TASKS.map((name) => add('tasks', name, { name, durationDays: 5 }));

const someEdit = (added: string): fc.Arbitrary<Edit> =>
  fc.oneof(
    fc
      .record({ id: fc.constantFrom(...TASKS), days: fc.integer({ min: 1, max: 9 }) })
      .map(({ id, days }) => set('tasks', id, { durationDays: days })),
    fc
      .record({ id: fc.constantFrom(...TASKS), text: fc.constantFrom('Ask the lab', 'Call', '') })
      .map(({ id, text }) => set('tasks', id, { notes: text })),
    fc
      .record({ id: fc.constantFrom(...TASKS), parent: fc.constantFrom(...TASKS) })
      .map(({ id, parent }) => set('tasks', id, { parent: uuid(parent) })),
    fc.constantFrom(...TASKS).map((id) => ({ kind: 'archive', register: 'tasks', id: uuid(id) }) as const),
    fc.constantFrom('x', 'y').map((name) => add('tasks', `${added}${name}`, { name: `${added} ${name}` })),
  );

/** A summary brings what lies under it back from the bin, so what was put there since might return with it. */
const isNoArchiving = ({ kind }: Edit): boolean => kind !== 'archive';

const someEdits = (added: string): fc.Arbitrary<readonly Edit[]> =>
  fc.array(someEdit(added), { maxLength: 6 });

/** Refused edits are part of life: a task cannot lie under itself. Nobody moves anything into or under the bin. */
function tryAll(document: WorkbookDocument, edits: readonly Edit[]): void {
  const isInBin = (id: unknown): boolean =>
    document.workbook().tables.tasks.archived.some((task) => task.id === id);
  for (const edit of edits) {
    if (edit.kind === 'set' && (isInBin(edit.id) || isInBin(edit.values['parent']))) continue;
    document.run({ label: 'Edit', edits: [edit] });
  }
}

interface Story {
  readonly before: Workbook;
  readonly after: Workbook;
  readonly document: WorkbookDocument;
}

function merged(mine: readonly Edit[], theirs: readonly Edit[]): Story {
  const clock = new TestClock();
  const document = startWorkbook(clock, START);
  const other = copyOf(document, 2, 'Priya', clock);
  clock.advance(60);
  tryAll(document, mine);
  clock.advance(60);
  tryAll(other, theirs);
  const before = document.workbook();
  document.merge(other.encodeState());
  clock.advance(60);
  return { before, after: document.workbook(), document };
}

const live = (workbook: Workbook, id: string): boolean =>
  workbook.tables.tasks.byId.get(id)?.archived === false;

/** What I put into the bin under a task was moved by a colleague, who put that task into the bin. */
const PUT_ELSEWHERE: [readonly Edit[], readonly Edit[]] = [
  [set('tasks', 'd', { parent: uuid('a') }), { kind: 'archive', register: 'tasks', id: uuid('d') }],
  [{ kind: 'archive', register: 'tasks', id: uuid('a') }, set('tasks', 'd', { parent: uuid('b') })],
];

describe('taking a merge back', () => {
  it('brings the plan back to what it was, where nobody wrote since and no rule is in the way', () => {
    fc.assert(
      fc.property(someEdits('m'), someEdits('t'), (mine, theirs) => {
        const { before, after, document } = merged(mine, theirs);
        const { command, kept } = takeBackMerge({ before, after }, document.workbook());
        if (command !== undefined) expect(document.run(command).ok).toBe(true);
        const left = fieldChanges(before, document.workbook());
        const ofRecordsHere = left.filter(({ id }) => before.tables.tasks.byId.has(id));
        expect(new Set(ofRecordsHere.map(({ id }) => id)).size).toBeLessThanOrEqual(kept);
        for (const { id } of left)
          if (!before.tables.tasks.byId.has(id)) expect(live(document.workbook(), id)).toBe(false);
      }),
      { ...tries(50), examples: [PUT_ELSEWHERE] },
    );
  });

  it('changes no value that was written since, and can itself be undone', () => {
    fc.assert(
      fc.property(someEdits('m'), someEdits('t'), someEdits('s'), (mine, theirs, since) => {
        const { before, after, document } = merged(mine, theirs);
        tryAll(document, since.filter(isNoArchiving));
        const now = document.workbook();
        const written = fieldChanges(after, now);
        const { command } = takeBackMerge({ before, after }, now);
        if (command === undefined) return;
        expect(document.run(command).ok).toBe(true);
        const then = document.workbook();
        for (const { id, field } of written) {
          const [is, was] = [then, now].map(({ tables }) => tables.tasks.byId.get(id)?.[field as 'name']);
          expect(is, `${field} of ${id}`).toEqual(was);
        }
        document.undo();
        expect(fieldChanges(now, document.workbook())).toEqual([]);
      }),
      tries(50),
    );
  });

  it('answers no question that two had before the copy of a third came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 6, max: 9 }), { minLength: 3, maxLength: 3 }), (values) => {
        const clock = new TestClock();
        const maria = startWorkbook(clock, START);
        const sites = [maria, copyOf(maria, 2, 'Priya', clock), copyOf(maria, 3, 'Sam', clock)];
        sites.forEach((document, at) => {
          clock.advance(60);
          tryAll(document, [set('tasks', 'a', { durationDays: values[at] ?? 5 })]);
        });
        const [, priya, sam] = sites;
        maria.merge(priya?.encodeState() ?? maria.encodeState());
        const before = maria.workbook();
        maria.merge(sam?.encodeState() ?? maria.encodeState());
        const { command, kept } = takeBackMerge({ before, after: maria.workbook() }, maria.workbook());
        expect(kept).toBe(0);
        if (command !== undefined) expect(maria.run(command).ok).toBe(true);
        const waiting = maria.workbook().conflicts.flatMap((each) => each.values.map(({ value }) => value));
        for (const { value } of before.conflicts.flatMap((each) => each.values))
          expect(waiting).toContain(value);
      }),
      tries(20),
    );
  });
});
