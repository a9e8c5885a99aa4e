/** Going back to a moment, and without one person's work, whatever two sites did apart and together. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import type { Edit } from '../../../shared/domain/edits/edit';
import { fieldChanges } from '../../../shared/domain/edits/fieldChanges';
import type { RecordedEdit } from '../../../shared/domain/edits/recordHistory';
import { fieldsSince, parsePlanSince } from '../../../shared/domain/history/since';
import { fieldOf } from '../../../shared/domain/register/record';
import { definitionOf, isRegisterId } from '../../../shared/domain/registers/all';
import { goBack, type GoingBack } from '../../../shared/domain/review/goingBack';
import { asOfThen, withoutWritesOf } from '../../../shared/domain/review/wantedRecords';
import { tableOf, type Workbook } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../../support/replicas';
import { tries } from '../../support/tries';

const TASKS = ['a', 'b', 'c', 'd'] as const;
const START: readonly Edit[] = [
  ...TASKS.map((name) => add('tasks', name, { name, durationDays: 5 })),
  add('links', 'ab', { predecessor: uuid('a'), successor: uuid('b') }),
  add('risks', 'r', { title: 'Late interfaces' }),
];

const someEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({ id: fc.constantFrom(...TASKS), days: fc.integer({ min: 1, max: 9 }) })
    .map(({ id, days }) => set('tasks', id, { durationDays: days })),
  fc
    .record({ id: fc.constantFrom(...TASKS), text: fc.constantFrom('Ask the lab', 'Call', '') })
    .map(({ id, text }) => set('tasks', id, { notes: text })),
  fc
    .record({ id: fc.constantFrom(...TASKS, 'x'), parent: fc.constantFrom(...TASKS, null) })
    .map(({ id, parent }) => set('tasks', id, { parent: parent === null ? null : uuid(parent) })),
  fc
    .record({ id: fc.constantFrom(...TASKS, 'x', 'y'), kind: fc.constantFrom('archive', 'restore') })
    .map(({ id, kind }): Edit => ({
      kind: kind === 'archive' ? kind : 'restore',
      register: 'tasks',
      id: uuid(id),
    })),
  fc.constantFrom('x', 'y').map((name) => add('tasks', name, { name })),
  fc.constantFrom('Late interfaces', 'No staff').map((title) => set('risks', 'r', { title })),
);

type Step = { readonly site: 'maria' | 'shah'; readonly edit: Edit } | 'merge';

const someSteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ site: fc.constantFrom('maria' as const, 'shah' as const), edit: someEdit }),
    },
    { weight: 1, arbitrary: fc.constant('merge' as const) },
  ),
  { minLength: 1, maxLength: 16 },
);

interface Told {
  readonly maria: WorkbookDocument;
  readonly history: readonly RecordedEdit[];
  /** How Maria's plan stood after each edit of her history; the first before any. */
  readonly stands: readonly Workbook[];
}

function tell(steps: readonly Step[]): Told {
  const clock = new TestClock();
  const maria = startWorkbook(clock, START);
  const shah = copyOf(maria, 2, 'Dr. Shah', clock);
  const history: RecordedEdit[] = [];
  const stands = [maria.workbook()];
  maria.onUpdate((_update, description) => {
    history.push({ ...description, seq: history.length + 1 });
    stands.push(maria.workbook());
  });
  for (const step of steps) {
    clock.advance(60);
    if (step === 'merge') mergeBoth(maria, shah);
    else {
      const { site, edit } = step;
      // A refused edit is part of life.
      (site === 'maria' ? maria : shah).run({ label: 'Edit', edits: [edit] });
    }
  }
  clock.advance(60);
  return { maria, history, stands };
}

function leftIn({ left }: GoingBack): number {
  return left.cut + left.refused + left.inBin;
}

describe('going back to a moment', () => {
  it('makes every field say what it said then, but for what is counted', () => {
    fc.assert(
      fc.property(someSteps, fc.nat(), (steps, chosen) => {
        const { maria, history, stands } = tell(steps);
        const after = chosen % stands.length;
        const then = stands[after] ?? maria.workbook();
        const fields = fieldsSince(history.slice(after), null);
        const now = maria.workbook();
        const back = goBack(now, asOfThen(fields), 'Go back');
        if (back.command !== undefined) expect(maria.run(back.command).ok).toBe(true);
        const differing = fieldChanges(then, maria.workbook()).filter(
          ({ register, id }) => isRegisterId(register) && tableOf(then, register).byId.has(id),
        );
        const records = new Set(differing.map(({ id, field }) => `${id} ${field}`));
        expect(records.size, JSON.stringify({ differing, left: back.left })).toBeLessThanOrEqual(
          leftIn(back),
        );
        for (const { id } of maria.workbook().tables.tasks.live)
          if (!then.tables.tasks.byId.has(id)) expect(leftIn(back)).toBeGreaterThan(0);
        if (back.command !== undefined) {
          maria.undo();
          expect(fieldChanges(now, maria.workbook())).toEqual([]);
        }
      }),
      tries(50),
    );
  });

  it('puts nothing back that is known in part only, and says how much that is', () => {
    const clock = new TestClock();
    const maria = startWorkbook(clock, START);
    const cut = `${'Ask. '.repeat(800).slice(0, 3_999)}…`;
    const fields = [
      { register: 'tasks', id: uuid('a'), field: 'notes', old: cut, others: [] },
      { register: 'tasks', id: uuid('a'), field: 'durationDays', old: 3, others: [] },
      { register: 'tasks', id: uuid('a'), field: 'order', old: null, others: [] },
      { register: 'tasks', id: uuid('b'), field: 'name', old: '', others: [] },
    ].map((field) => ({ ...field, first: { by: 'Maria' }, last: { by: 'Maria', before: field.old } }));
    const back = goBack(maria.workbook(), asOfThen(fields), 'Go back');
    expect(back).toMatchObject({ fields: 1, records: 1, left: { cut: 1, moved: 1, refused: 1 } });
    expect(back.command?.edits).toEqual([set('tasks', 'a', { durationDays: 3 })]);
    const since = { fields, after: 3, at: 5, reach: { from: 1, isWhole: true }, isWhole: true };
    expect(parsePlanSince(structuredClone(since))).toEqual(since);
    expect(parsePlanSince({ ...since, fields: [{}] })).toBeUndefined();
  });
});

describe('taking back what one person did', () => {
  it('never changes a field that somebody else wrote last, and puts the others back', () => {
    fc.assert(
      fc.property(someSteps, fc.nat(), fc.constantFrom('Maria', 'Dr. Shah'), (steps, chosen, person) => {
        const { maria, history, stands } = tell(steps);
        const fields = fieldsSince(history.slice(chosen % stands.length), null);
        const now = maria.workbook();
        const back = goBack(now, withoutWritesOf(person, fields, now), 'Take back');
        if (back.command === undefined) return;
        const edits = back.command.edits;
        for (const edit of edits) {
          if (edit.kind !== 'set') continue;
          for (const [name, value] of Object.entries(edit.values)) {
            const written = fields.find(({ id, field }) => id === edit.id && field === name);
            expect(written?.last.by, `${name} of ${edit.id}`).toBe(person);
            expect(value).toEqual(written?.last.before);
          }
        }
        expect(maria.run(back.command).ok).toBe(true);
        const then = maria.workbook();
        for (const { register, id, field, last } of fields) {
          if (last.by === person || !isRegisterId(register) || field === 'order') continue;
          if (fieldOf(definitionOf(register), field) === undefined) continue;
          const [is, was] = [then, now].map((workbook) => tableOf(workbook, register).byId.get(id)?.[field]);
          expect(is, `${field} of ${id}, last written by ${last.by}`).toEqual(was);
        }
        maria.undo();
        expect(fieldChanges(now, maria.workbook())).toEqual([]);
      }),
      tries(50),
    );
  });

  it('leaves in the plan what others have worked on, and brings back what was archived', () => {
    const clock = new TestClock();
    const maria = startWorkbook(clock, START);
    const shah = copyOf(maria, 2, 'Dr. Shah', clock);
    const history: RecordedEdit[] = [];
    maria.onUpdate((_update, description) => history.push({ ...description, seq: history.length + 1 }));
    clock.advance(60);
    run(shah, add('tasks', 'x', { name: 'x' }), add('tasks', 'y', { name: 'y' }));
    run(shah, { kind: 'archive', register: 'risks', id: uuid('r') }, set('tasks', 'a', { durationDays: 9 }));
    mergeBoth(maria, shah);
    clock.advance(60);
    run(maria, set('tasks', 'x', { durationDays: 2 }), set('tasks', 'a', { durationDays: 7 }));
    const now = maria.workbook();
    const back = goBack(now, withoutWritesOf('Dr. Shah', fieldsSince(history, null), now), 'Take back');
    expect(back.command?.edits).toEqual([
      { kind: 'restore', register: 'risks', id: uuid('r') },
      { kind: 'archive', register: 'tasks', id: uuid('y') },
    ]);
    expect(back).toMatchObject({ fields: 0, records: 2, intoBin: 1, outOfBin: 1, left: { others: 2 } });
  });
});
