/** Whole documents under random work: however replicas exchange their states, they show the same plan. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../shared/domain/edits/edit';
import { planOf } from '../../shared/domain/plan';
import { planJson } from '../../shared/export/planExport';
import { canonicalJson } from '../../shared/domain/register/canonical';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import { mergeWorkbooks } from '../../shared/document/mergeWorkbooks';
import { uuid } from '../support/makeWorkbook';
import { add, copyOf, run, set, startWorkbook, TestClock } from '../support/replicas';
import { tries } from '../support/tries';

const TASKS = ['A', 'B', 'C', 'D'];
const NAMES = ['Charter', 'Contract', 'Build', 'Test', ''];

type Act =
  | { kind: 'edit'; replica: number; task: number; field: number; value: number }
  | { kind: 'link'; replica: number; from: number; to: number; lag: number }
  | { kind: 'add'; replica: number }
  | { kind: 'archive' | 'restore'; replica: number; task: number }
  | { kind: 'undo' | 'redo'; replica: number }
  | { kind: 'exchange'; from: number; to: number }
  | { kind: 'wait'; seconds: number };

const nat = (max: number): fc.Arbitrary<number> => fc.nat(max);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      replica: nat(3),
      task: nat(3),
      field: nat(6),
      value: nat(4),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      replica: nat(3),
      from: nat(3),
      to: nat(3),
      lag: nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const), replica: nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('archive' as const, 'restore' as const),
      replica: nat(3),
      task: nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), replica: nat(3) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('exchange' as const), from: nat(3), to: nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      seconds: fc.integer({ min: -500, max: 500 }),
    }),
  },
);

function editOf({ task, field, value }: Extract<Act, { kind: 'edit' }>): Edit {
  const word = TASKS[task] ?? 'A';
  switch (field) {
    case 0:
      return set('tasks', word, { name: NAMES[value] ?? '' });
    case 1:
      return set('tasks', word, { durationDays: value });
    case 2:
      return set('tasks', word, { constraint: 'snet', constraintDate: `2027-0${String(value + 1)}-01` });
    case 3:
      return set('tasks', word, { parent: TASKS[value] === undefined ? null : uuid(TASKS[value] ?? '') });
    case 4:
      return set('tasks', word, { notes: 'x'.repeat(value) });
    case 5:
      return {
        kind: 'place',
        register: 'tasks',
        id: uuid(word),
        after: TASKS[value] === undefined ? null : uuid(TASKS[value] ?? ''),
      };
    default:
      return set('tasks', word, { percentComplete: value * 25 });
  }
}

/** Commands that do not fit are refused and change nothing; that is part of the work. */
function perform(
  act: Act,
  replicas: readonly WorkbookDocument[],
  clock: TestClock,
  newWord: () => string,
): void {
  if (act.kind === 'wait') {
    clock.advance(act.seconds);
    return;
  }
  if (act.kind === 'exchange') {
    const [from, to] = [replicas[act.from % replicas.length], replicas[act.to % replicas.length]];
    if (from !== undefined && to !== undefined) to.merge(from.encodeState());
    return;
  }
  const replica = replicas[act.replica % replicas.length];
  if (replica === undefined) return;
  const id = 'task' in act ? uuid(TASKS[act.task] ?? 'A') : '';
  switch (act.kind) {
    case 'edit':
      replica.run({ label: 'Edit', edits: [editOf(act)] });
      return;
    case 'link': {
      const ends = {
        predecessor: uuid(TASKS[act.from] ?? 'A'),
        successor: uuid(TASKS[act.to] ?? 'B'),
        lagDays: act.lag,
      };
      replica.run({ label: 'Link', edits: [add('links', newWord(), ends)] });
      return;
    }
    case 'add':
      run(replica, add('tasks', newWord(), { name: 'More work' }));
      return;
    case 'archive':
    case 'restore':
      replica.run({ label: act.kind, edits: [{ kind: act.kind, register: 'tasks', id }] });
      return;
    case 'undo':
    case 'redo':
      replica[act.kind]();
  }
}

function shown(document: WorkbookDocument): string {
  return canonicalJson(planJson(planOf(document.workbook(), '2027-03-01'), { all: true }));
}

/**
 * Histories that once gave two replicas different plans: what was said of links followed the order of arrival, or kept
 * the old name of a task that was renamed later.
 */
const KEPT: [number, Act[]][] = [
  [
    2,
    [
      { kind: 'undo', replica: 0 },
      { kind: 'link', replica: 1, from: 0, to: 1, lag: 0 },
      { kind: 'link', replica: 0, from: 0, to: 1, lag: 0 },
    ],
  ],
  [
    2,
    [
      { kind: 'link', replica: 0, from: 1, to: 2, lag: 0 },
      { kind: 'edit', replica: 1, task: 1, field: 3, value: 2 },
      { kind: 'exchange', from: 0, to: 1 },
      { kind: 'edit', replica: 1, task: 1, field: 0, value: 0 },
    ],
  ],
];

describe('replicas that worked apart', () => {
  test('show the same plan, schedule, totals and conflicts once each has everything, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.array(act, { minLength: 1, maxLength: 40 }),
        (count, acts) => {
          const clock = new TestClock();
          const first = startWorkbook(
            clock,
            TASKS.map((word) => add('tasks', word, { name: word })),
          );
          const replicas = [
            first,
            ...Array.from({ length: count - 1 }, (_, index) =>
              copyOf(first, index + 2, `Site ${String(index)}`, clock),
            ),
          ];
          let words = 0;
          for (const step of acts) perform(step, replicas, clock, () => `new${String(words++)}`);

          const states = replicas.map((replica, index) => ({
            name: String(index),
            state: replica.encodeState(),
          }));
          const forwards = mergeWorkbooks(states);
          const backwards = mergeWorkbooks([...states].reverse());
          if (!forwards.ok || !backwards.ok) throw new Error('copies of one workbook must join');
          for (const replica of replicas) for (const { state } of states) replica.merge(state);
          const [one] = replicas;
          for (const replica of replicas) {
            expect(replica.digest()).toBe(one?.digest());
            expect(shown(replica)).toBe(one === undefined ? '' : shown(one));
            expect(replica.workbook().conflicts).toEqual(one?.workbook().conflicts);
          }
          const joined = copyOf(first, 9, 'Reader', clock);
          joined.merge(forwards.value);
          expect(joined.digest()).toBe(first.digest());
          expect(shown(copyOf(joined, 10, 'Fresh reader', clock))).toBe(shown(first));
        },
      ),
      { ...tries(60), examples: KEPT },
    );
  });
});
