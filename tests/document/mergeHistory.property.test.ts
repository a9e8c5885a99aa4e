import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseValues, fieldPlaceKey } from '../../shared/domain/edits/baseValues';
import type { RecordedEdit } from '../../shared/domain/edits/recordHistory';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import { recordIn } from '../../shared/domain/workbook';
import { uuid } from '../support/makeWorkbook';
import { add, copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../support/replicas';
import { tries } from '../support/tries';

/** What a journal keeps of a document, from now on. */
function historyOf(document: WorkbookDocument): readonly RecordedEdit[] {
  const edits: RecordedEdit[] = [];
  document.onUpdate((_update, description) => {
    edits.push({ ...description, seq: edits.length + 1 });
  });
  return edits;
}

const TASKS = ['A', 'B', 'C'];

function threeSites() {
  const clock = new TestClock();
  const maria = startWorkbook(
    clock,
    TASKS.map((name) => add('tasks', name, { name, durationDays: 5 })),
  );
  const shah = copyOf(maria, 2, 'Dr. Shah', clock);
  const lee = copyOf(maria, 3, 'Lee', clock);
  clock.advance(60);
  return { clock, maria, shah, lee };
}

const days = (document: WorkbookDocument, name: string) =>
  recordIn(document.workbook(), 'tasks', uuid(name))?.durationDays;

test('every site knows what stood there before both wrote, however often each changed its mind', () => {
  const edit = fc.record({
    site: fc.constantFrom('maria' as const, 'shah' as const),
    task: fc.constantFrom(...TASKS),
    value: fc.integer({ min: 1, max: 90 }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), (rounds) => {
      const { clock, ...sites } = threeSites();
      const { maria, shah } = sites;
      const histories = [historyOf(maria), historyOf(shah)];
      for (const round of rounds) {
        const before = new Map(TASKS.map((name) => [uuid(name), days(maria, name)]));
        for (const { site, task, value } of round) {
          clock.advance(5);
          run(sites[site], set('tasks', task, { durationDays: value }));
        }
        mergeBoth(maria, shah);
        const { conflicts } = maria.workbook();
        for (const history of histories) {
          const bases = baseValues(history, conflicts);
          for (const conflict of conflicts)
            expect(bases.get(fieldPlaceKey(conflict))).toBe(before.get(conflict.id));
        }
        for (const { id } of conflicts) {
          clock.advance(5);
          const settled = { kind: 'set', register: 'tasks', id, values: { durationDays: 99 } } as const;
          run(maria, settled);
        }
        mergeBoth(maria, shah);
      }
    }),
    tries(50),
  );
});

test('a third site, to which both values come at once, names what it had itself', () => {
  const { clock, maria, shah, lee } = threeSites();
  const history = historyOf(lee);
  run(maria, set('tasks', 'A', { durationDays: 7 }));
  clock.advance(5);
  run(shah, set('tasks', 'A', { durationDays: 9 }));
  mergeBoth(maria, shah);
  lee.merge(maria.encodeState(), 'from-maria.golive');
  const { conflicts } = lee.workbook();
  expect(conflicts).toHaveLength(1);
  expect([...baseValues(history, conflicts).values()]).toEqual([5]);
});

test('who gets a copy that has taken in their own change already still knows what it replaced', () => {
  for (const isChangedTwice of [false, true]) {
    const { clock, maria, shah } = threeSites();
    const history = historyOf(shah);
    if (isChangedTwice) run(shah, set('tasks', 'A', { durationDays: 8 }));
    run(shah, set('tasks', 'A', { durationDays: 9 }));
    clock.advance(5);
    run(maria, set('tasks', 'A', { durationDays: 7 }));
    maria.merge(shah.encodeState(), 'back.golive');
    shah.merge(maria.encodeState(), 'forth.golive');
    const apart = shah.workbook().conflicts.map(({ register, id, field, values }) => ({
      ...{ register, id, field },
      written: values.map(({ value }) => value),
    }));
    // After two changes either may have been known to Maria; then it is one of the values, which says nothing.
    expect([...baseValues(history, apart).values()]).toEqual([isChangedTwice ? 9 : 5]);
  }
});

/** The questions of a plan, with what its history says stood there before; null where it cannot tell. */
function basesIn(document: WorkbookDocument, history: readonly RecordedEdit[]): unknown[] {
  const apart = document.workbook().conflicts.map(({ register, id, field, values }) => ({
    ...{ register, id, field },
    written: values.map(({ value }) => value),
  }));
  const bases = baseValues(history, apart);
  return apart.map((place) => bases.get(fieldPlaceKey(place)) ?? null);
}

test('what came in with one copy is not taken for what stood there before another, taken back or changed', () => {
  for (const since of [5, 8]) {
    const { clock, maria, shah, lee } = threeSites();
    const history = historyOf(maria);
    run(lee, set('tasks', 'A', { durationDays: 9 }));
    clock.advance(5);
    run(shah, set('tasks', 'A', { durationDays: 7 }));
    maria.merge(lee.encodeState(), 'What-if');
    clock.advance(5);
    run(maria, set('tasks', 'A', { durationDays: since }));
    maria.merge(shah.encodeState(), 'shah.golive');
    expect(basesIn(maria, history)).toEqual([5]);
  }
});

test('of a copy that knew a part of what came in nobody says what stood there before', () => {
  const { clock, maria, shah, lee } = threeSites();
  const history = historyOf(maria);
  run(lee, set('tasks', 'A', { durationDays: 6 }));
  shah.merge(lee.encodeState(), 'lee.golive');
  run(lee, set('tasks', 'A', { durationDays: 9 }));
  clock.advance(5);
  run(shah, set('tasks', 'A', { durationDays: 7 }));
  maria.merge(lee.encodeState(), 'lee.golive');
  clock.advance(5);
  run(maria, set('tasks', 'A', { durationDays: 8 }));
  maria.merge(shah.encodeState(), 'shah.golive');
  expect(basesIn(maria, history)).toEqual([null]);
});

test('what the other had written before both changed it is known, though they had my change already', () => {
  const { clock, maria, shah } = threeSites();
  const history = historyOf(shah);
  run(maria, set('tasks', 'A', { durationDays: 8 }));
  shah.merge(maria.encodeState(), 'first.golive');
  clock.advance(5);
  run(shah, set('tasks', 'A', { durationDays: 9 }));
  run(maria, set('tasks', 'A', { durationDays: 7 }));
  maria.merge(shah.encodeState(), 'back.golive');
  shah.merge(maria.encodeState(), 'forth.golive');
  expect(basesIn(shah, history)).toEqual([8]);
});

test('a merge says who wrote what came in, and what was written apart', () => {
  const { clock, maria, shah } = threeSites();
  const history = historyOf(maria);
  run(shah, set('tasks', 'A', { durationDays: 9 }), set('tasks', 'B', { name: 'Governance' }));
  const written = clock.now;
  clock.advance(5);
  run(maria, set('tasks', 'A', { durationDays: 7 }));
  maria.merge(shah.encodeState(), 'back.golive');
  const from = { by: 'Dr. Shah', at: written };
  expect(history.at(-1)).toMatchObject({ label: 'merge', by: 'Maria', merged: { source: 'back.golive' } });
  const [days, name] = [1, 2].map((place): unknown => [expect.any(Number), place]);
  expect(history.at(-1)?.changes).toEqual([
    { register: 'tasks', id: uuid('B'), field: 'name', old: 'B', new: 'Governance', from, write: name },
    {
      register: 'tasks',
      id: uuid('A'),
      field: 'durationDays',
      old: 7,
      new: 7,
      from,
      write: days,
      isApart: true,
    },
  ]);
});
