/** Going back to a moment, and without one person's work, whatever three sites did apart and together. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import type { Edit } from '../../../shared/domain/edits/edit';
import { fieldChanges } from '../../../shared/domain/edits/fieldChanges';
import { readPlace } from '../../../shared/domain/edits/places';
import { authorOf, type RecordedEdit } from '../../../shared/domain/edits/recordHistory';
import { isChosen, type WriterChoice } from '../../../shared/domain/history/people';
import { fieldsSince, parsePlanSince } from '../../../shared/domain/history/since';
import { fieldOf } from '../../../shared/domain/register/record';
import { definitionOf, isRegisterId } from '../../../shared/domain/registers/all';
import { goBack, type GoingBack } from '../../../shared/domain/review/goingBack';
import { asOfThen, withoutTheirWrites } from '../../../shared/domain/review/wantedRecords';
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
  fc
    .record({ id: fc.constantFrom(...TASKS, 'x'), after: fc.constantFrom(...TASKS, null) })
    .map(({ id, after }) => place(id, after === id ? null : after)),
  fc.constantFrom('Late interfaces', 'No staff').map((title) => set('risks', 'r', { title })),
);

/** `laptop` is another computer of somebody called Maria. */
const SITES = ['maria', 'shah', 'laptop'] as const;
type Site = (typeof SITES)[number];
type Step = { readonly site: Site; readonly edit: Edit } | 'merge';

const someSteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ site: fc.constantFrom(...SITES), edit: someEdit }),
    },
    { weight: 1, arbitrary: fc.constant('merge' as const) },
  ),
  { minLength: 1, maxLength: 16 },
);

/** Three sites with one plan, and what Maria's journal keeps from now on. */
function startSites() {
  const clock = new TestClock();
  const maria = startWorkbook(clock, START);
  const shah = copyOf(maria, 2, 'Dr. Shah', clock);
  const laptop = copyOf(maria, 3, 'Maria', clock);
  const history: RecordedEdit[] = [];
  /** How Maria's plan stood after each edit of her history; the first before any. */
  const stands = [maria.workbook()];
  maria.onUpdate((_update, description) => {
    history.push({ ...description, seq: history.length + 1 });
    stands.push(maria.workbook());
  });
  clock.advance(60);
  return { clock, maria, shah, laptop, history, stands };
}

type Sites = ReturnType<typeof startSites>;

function tell(steps: readonly Step[]): Sites {
  const sites = startSites();
  const { clock, maria, shah, laptop } = sites;
  for (const step of steps) {
    clock.advance(60);
    if (step === 'merge') {
      mergeBoth(maria, shah);
      mergeBoth(maria, laptop);
    } else {
      const { site, edit } = step;
      // A refused edit is part of life.
      sites[site].run({ label: 'Edit', edits: [edit] });
    }
  }
  clock.advance(60);
  return sites;
}

function place(id: string, after: string | null): Edit {
  return { kind: 'place', register: 'tasks', id: uuid(id), after: after === null ? null : uuid(after) };
}

function topNames(document: WorkbookDocument): readonly string[] {
  return document.workbook().tables.tasks.live.map(({ name }) => name);
}

function takeBack({ maria, history }: Sites, writer: WriterChoice): GoingBack {
  const now = maria.workbook();
  return goBack(now, withoutTheirWrites(fieldsSince(history, null, writer), now), 'Take back');
}

function leftIn({ left }: GoingBack): number {
  return left.cut + left.refused + left.inBin + left.moved;
}

/** Who stands where: tasks with their summaries, in the order of the outline. */
function orderOf({ outline }: Workbook): readonly string[] {
  return outline.rows.map(({ id, depth }) => `${String(depth)} ${id}`);
}

describe('going back to a moment', () => {
  it('makes every field say what it said then, in the same order, but for what is counted', () => {
    fc.assert(
      fc.property(someSteps, fc.nat(), (steps, chosen) => {
        const { maria, history, stands } = tell(steps);
        const after = chosen % stands.length;
        const then = stands[after] ?? maria.workbook();
        const fields = fieldsSince(history.slice(after), null, null);
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
        if (leftIn(back) === 0) expect(orderOf(maria.workbook())).toEqual(orderOf(then));
        for (const { id } of maria.workbook().tables.tasks.live)
          if (!then.tables.tasks.byId.has(id)) expect(leftIn(back)).toBeGreaterThan(0);
        if (back.command !== undefined) {
          maria.undo();
          expect(fieldChanges(now, maria.workbook())).toEqual([]);
          expect(orderOf(maria.workbook())).toEqual(orderOf(now));
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
      { register: 'tasks', id: uuid('a'), field: 'notes', old: cut },
      { register: 'tasks', id: uuid('a'), field: 'durationDays', old: 3 },
      { register: 'tasks', id: uuid('a'), field: 'order', old: null },
      { register: 'tasks', id: uuid('b'), field: 'name', old: '' },
    ].map((field) => ({ ...field, now: null }));
    const back = goBack(maria.workbook(), asOfThen(fields), 'Go back');
    expect(back).toMatchObject({ fields: 1, records: 1, left: { cut: 1, moved: 1, refused: 1 } });
    expect(back.command?.edits).toEqual([set('tasks', 'a', { durationDays: 3 })]);
    const since = { fields, after: 3, at: 5, reach: { from: 1, isWhole: true }, isWhole: true };
    expect(parsePlanSince(structuredClone(since))).toEqual(since);
    expect(parsePlanSince({ ...since, fields: [{}] })).toBeUndefined();
  });
});

const NOBODY = { by: '', actor: null };

const CHOICES: readonly WriterChoice[] = [
  { by: 'Maria' },
  { by: 'Maria', actors: [1] },
  { by: 'Maria', actors: [3] },
  { by: 'Dr. Shah', actors: [2] },
];

describe('taking back what one person did', () => {
  it('never changes a field that somebody else, or the same name elsewhere, wrote last', () => {
    fc.assert(
      fc.property(someSteps, fc.nat(), fc.constantFrom(...CHOICES), (steps, chosen, writer) => {
        const { maria, history, stands } = tell(steps);
        const edits = history.slice(chosen % stands.length);
        const fields = fieldsSince(edits, null, writer);
        const now = maria.workbook();
        const back = goBack(now, withoutTheirWrites(fields, now), 'Take back');
        if (back.command === undefined) return;
        const lastOf = (id: string, name: string) =>
          edits
            .flatMap((edit) => edit.changes.map((change) => ({ change, author: authorOf(edit, change) })))
            .findLast(({ change }) => change.id === id && change.field === name);
        for (const edit of back.command.edits) {
          if (edit.kind !== 'set' && edit.kind !== 'placeAt') continue;
          if (edit.kind === 'placeAt' && edit.key === null) continue;
          const names = edit.kind === 'set' ? Object.keys(edit.values) : ['order'];
          for (const name of names)
            expect(isChosen(writer, lastOf(edit.id, name)?.author ?? NOBODY), `${name} of ${edit.id}`).toBe(
              true,
            );
        }
        expect(maria.run(back.command).ok).toBe(true);
        const then = maria.workbook();
        // Who goes out from under a summary may keep the place they had.
        for (const { id, field, old, new: is } of history.at(-1)?.changes ?? [])
          if (field === 'order' && readPlace(old)?.key !== readPlace(is)?.key)
            expect(isChosen(writer, lastOf(id, field)?.author ?? NOBODY), id).toBe(true);
        for (const { register, id, field } of fields) {
          if (!isRegisterId(register) || fieldOf(definitionOf(register), field) === undefined) continue;
          const last = lastOf(id, field);
          if (last === undefined || isChosen(writer, last.author)) continue;
          const [is, was] = [then, now].map((workbook) => tableOf(workbook, register).byId.get(id)?.[field]);
          expect(is, `${field} of ${id}, last written by ${last.author.by}`).toEqual(was);
        }
        maria.undo();
        expect(fieldChanges(now, maria.workbook())).toEqual([]);
        expect(orderOf(maria.workbook())).toEqual(orderOf(now));
      }),
      tries(50),
    );
  });

  it('puts a moved task back where it stood, and leaves what the same name moved elsewhere', () => {
    const sites = startSites();
    const { maria, laptop } = sites;
    run(laptop, place('d', null));
    run(maria, place('c', 'a'));
    mergeBoth(maria, laptop);
    expect(topNames(maria)).toEqual(['d', 'a', 'c', 'b']);
    const [here, elsewhere] = [1, 3].map((actor) => takeBack(sites, { by: 'Maria', actors: [actor] }));
    expect(elsewhere).toMatchObject({ placed: 1, records: 1, fields: 0 });
    run(maria, ...(elsewhere?.command?.edits ?? []));
    expect(topNames(maria)).toEqual(['a', 'c', 'b', 'd']);
    maria.undo();
    run(maria, ...(here?.command?.edits ?? []));
    expect(topNames(maria)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('takes a task out from under a summary without moving it from where somebody else put it', () => {
    const sites = startSites();
    const { clock, maria, shah } = sites;
    run(shah, set('tasks', 'c', { parent: uuid('a') }));
    clock.advance(60);
    run(maria, place('c', null));
    mergeBoth(maria, shah);
    run(maria, ...(takeBack(sites, { by: 'Dr. Shah' }).command?.edits ?? []));
    expect(topNames(maria)).toEqual(['c', 'a', 'b', 'd']);
  });

  it('takes back a text that nobody else changed since, and says of one that others may have changed', () => {
    const sites = startSites();
    const { maria, shah, laptop } = sites;
    run(maria, set('tasks', 'a', { notes: 'Ask. ' }), set('tasks', 'b', { notes: 'Call. ' }));
    for (const site of [shah, laptop]) mergeBoth(maria, site);
    run(laptop, set('tasks', 'b', { notes: 'First: Call. ' }));
    run(shah, set('tasks', 'a', { notes: 'Ask. Twice. ' }), set('tasks', 'b', { notes: 'Call. Soon. ' }));
    shah.merge(laptop.encodeState());
    maria.merge(shah.encodeState());
    const back = takeBack(sites, { by: 'Dr. Shah', actors: [2] });
    expect(back.command?.edits).toEqual([set('tasks', 'a', { notes: 'Ask. ' })]);
    expect(back.left).toMatchObject({ unsure: 1, others: 0 });
  });

  it('leaves in the plan what others have worked on, and brings back what was archived', () => {
    const sites = startSites();
    const { clock, maria, shah } = sites;
    run(shah, add('tasks', 'x', { name: 'x' }), add('tasks', 'y', { name: 'y' }));
    run(shah, { kind: 'archive', register: 'risks', id: uuid('r') }, set('tasks', 'a', { durationDays: 9 }));
    mergeBoth(maria, shah);
    clock.advance(60);
    run(maria, set('tasks', 'x', { durationDays: 2 }), set('tasks', 'a', { durationDays: 7 }));
    const back = takeBack(sites, { by: 'Dr. Shah' });
    expect(back.command?.edits).toEqual([
      { kind: 'restore', register: 'risks', id: uuid('r') },
      { kind: 'archive', register: 'tasks', id: uuid('y') },
    ]);
    expect(back).toMatchObject({ fields: 0, records: 2, intoBin: 1, outOfBin: 1, left: { others: 2 } });
  });
});
