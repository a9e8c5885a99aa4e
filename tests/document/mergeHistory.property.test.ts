import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseValues, fieldPlaceKey } from '../../shared/domain/edits/baseValues';
import { readPlace } from '../../shared/domain/edits/places';
import { authorOf, type RecordedEdit } from '../../shared/domain/edits/recordHistory';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import { historyLines } from '../../shared/domain/review/recordHistory';
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
  const from = { by: 'Dr. Shah', at: written, actor: 2 };
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
      beside: 9,
      from,
      write: days,
      isApart: true,
    },
  ]);
});

test('a choice of what is shown anyway is told where it was made and where it comes in', () => {
  const { clock, maria, shah, lee } = threeSites();
  const [hers, his] = [historyOf(maria), historyOf(lee)];
  run(shah, set('tasks', 'A', { durationDays: 9 }));
  clock.advance(5);
  run(maria, set('tasks', 'A', { durationDays: 7 }));
  maria.merge(shah.encodeState(), 'back.golive');
  lee.merge(maria.encodeState(), 'forth.golive');
  clock.advance(5);
  run(maria, set('tasks', 'A', { durationDays: 7 }));
  lee.merge(maria.encodeState(), 'forth.golive');
  const kept = { register: 'tasks', id: uuid('A'), field: 'durationDays', old: 7, new: 7 };
  expect(hers.at(-1)?.changes).toEqual([kept]);
  expect(his.at(-1)?.changes).toEqual([{ ...kept, from: { by: 'Maria', at: clock.now, actor: 1 } }]);
  const told = his
    .flatMap((edit) => historyLines(lee.workbook(), [edit]))
    .map(({ by, words }) => `${by} ${words}`);
  expect(told).toEqual([
    'Maria set Days from 5 working days to 7 working days',
    'Dr. Shah set Days to 9 working days, apart',
    'Maria kept 7 working days for Days',
  ]);
});

test('who went on with what another moved to the bin is not told to have moved it there', () => {
  const { clock, maria, shah } = threeSites();
  const history = historyOf(maria);
  run(shah, set('tasks', 'A', { durationDays: 9 }));
  clock.advance(5);
  run(maria, { kind: 'archive', register: 'tasks', id: uuid('A') });
  maria.merge(shah.encodeState(), 'back.golive');
  const told = historyLines(maria.workbook(), history).map(({ writer, words }) => `${writer.by} ${words}`);
  expect(told).toEqual([
    'Maria moved it to the bin',
    'Dr. Shah set Days from 5 working days to 9 working days',
    'Dr. Shah kept it in use, apart',
  ]);
  expect(history.at(-1)?.changes.map(({ from }) => from?.actor)).toEqual([2, 2]);
});

test('each of three sites tells in its history all that ever stood or waited in a field, and who wrote it', () => {
  const site = fc.nat({ max: 2 });
  const act = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), site, value: fc.integer({ min: 10, max: 19 }) }),
    fc.record({ kind: fc.constant('merge' as const), site, from: site }),
    fc.record({ kind: fc.constant('choose' as const), site, turn: fc.nat({ max: 2 }) }),
  );
  fc.assert(
    fc.property(fc.array(act, { minLength: 4, maxLength: 14 }), (acts) => {
      const { clock, maria, shah, lee } = threeSites();
      const sites = [maria, shah, lee].map((document) => ({ document, history: historyOf(document) }));
      for (const each of acts) {
        clock.advance(5);
        const { document, history } = sites[each.site] ?? { document: maria, history: [] };
        const waiting = document.workbook().conflicts[0]?.values ?? [];
        if (each.kind === 'write') run(document, set('tasks', 'A', { durationDays: each.value }));
        else if (each.kind === 'merge')
          document.merge(sites[each.from]?.document.encodeState() ?? maria.encodeState());
        else if (each.turn < waiting.length)
          run(document, set('tasks', 'A', { durationDays: Number(waiting[each.turn]?.value) }));
        const told = history.flatMap((edit) =>
          edit.changes.map((change) => `${authorOf(edit, change).by} ${String(change.beside ?? change.new)}`),
        );
        const { conflicts } = document.workbook();
        for (const { value, by } of conflicts[0]?.values ?? [])
          if (value !== 5) expect(told).toContain(`${by} ${String(value)}`);
        const shown = days(document, 'A');
        if (shown !== 5) expect(told.some((line) => line.endsWith(` ${String(shown)}`))).toBe(true);
      }
    }),
    tries(50),
  );
});

/** Of every record that was moved in the end its key; two who moved it to the same place may have chosen the same one. */
function placesTold(history: readonly RecordedEdit[]): readonly string[] {
  const moves = history.flatMap(({ changes }) => changes.filter(({ field }) => field === 'order'));
  return TASKS.flatMap((name) => {
    const own = moves.filter(({ id }) => id === uuid(name));
    const [old, now] = [readPlace(own[0]?.old)?.key, readPlace(own.at(-1)?.new)?.key];
    return old === now ? [] : [`${name} ${String(now)}`];
  });
}

test('whichever copy comes first, the same people and computers are told for the same fields', () => {
  const write = fc.record({
    task: fc.constantFrom(...TASKS),
    field: fc.constantFrom('durationDays' as const, 'source' as const, 'order' as const),
  });
  fc.assert(
    fc.property(fc.array(write, { maxLength: 8 }), fc.array(write, { maxLength: 8 }), (first, second) => {
      const clock = new TestClock();
      const maria = startWorkbook(
        clock,
        TASKS.map((name) => add('tasks', name, { name })),
      );
      // The same name on two computers.
      const copies = [copyOf(maria, 2, 'Lee', clock), copyOf(maria, 3, 'Lee', clock)] as const;
      const readers = [copyOf(maria, 4, 'Ann', clock), copyOf(maria, 5, 'Ann', clock)] as const;
      let value = 10;
      for (const [at, writes] of [first, second].entries()) {
        for (const { task, field } of writes) {
          clock.advance(60);
          value += 1;
          const values = { [field]: field === 'source' ? `Interview ${String(value)}` : value };
          const move = { kind: 'place', register: 'tasks', id: uuid(task), after: null } as const;
          run(copies[at === 0 ? 0 : 1], field === 'order' ? move : set('tasks', task, values));
        }
      }
      const told = readers.map((reader, at) => {
        const history = historyOf(reader);
        const inTurn = at === 0 ? copies : [...copies].reverse();
        for (const copy of inTurn) reader.merge(copy.encodeState());
        const lines = history.flatMap((edit) =>
          edit.changes
            .filter(({ field }) => field !== 'order')
            .map((change) => `${fieldPlaceKey(change)} ${JSON.stringify(authorOf(edit, change))}`),
        );
        return { lines: [...new Set(lines)].sort(), places: placesTold(history) };
      });
      expect(told[0]).toEqual(told[1]);
    }),
    tries(40),
  );
});

test('a long text is told as one person’s only where nobody else can have changed it', () => {
  const typed = () => {
    const { clock, ...sites } = threeSites();
    const { maria } = sites;
    run(maria, set('tasks', 'A', { notes: 'Ask the lab.' }));
    mergeBoth(maria, sites.shah);
    mergeBoth(maria, sites.lee);
    const history = historyOf(maria);
    clock.advance(60);
    return {
      ...sites,
      history,
      from: () => history.at(-1)?.changes.find(({ field }) => field === 'notes')?.from,
    };
  };
  const one = typed();
  run(one.shah, set('tasks', 'A', { notes: 'Ask the lab. Call on Monday.' }));
  one.maria.merge(one.shah.encodeState());
  expect(one.from()).toMatchObject({ by: 'Dr. Shah', actor: 2 });

  const rewritten = typed();
  run(rewritten.shah, set('tasks', 'A', { notes: 'Ask the pharmacy.' }));
  rewritten.maria.merge(rewritten.shah.encodeState());
  expect(rewritten.from()).toMatchObject({ by: 'Dr. Shah', actor: 2 });

  const both = typed();
  run(both.shah, set('tasks', 'A', { notes: 'First: ask the lab.' }));
  run(both.lee, set('tasks', 'A', { notes: 'Ask the lab. Call.' }));
  both.shah.merge(both.lee.encodeState());
  both.maria.merge(both.shah.encodeState());
  expect(both.history.at(-1)?.changes).toMatchObject([{ field: 'notes' }]);
  expect(both.from()).toBeUndefined();

  // Who takes letters away leaves no trace, so with others about nobody is named.
  const shortened = typed();
  run(shortened.lee, set('tasks', 'B', { name: 'Governance' }));
  run(shortened.shah, set('tasks', 'A', { notes: 'Ask someone.' }));
  shortened.shah.merge(shortened.lee.encodeState());
  shortened.maria.merge(shortened.shah.encodeState());
  expect(shortened.history.at(-1)?.changes).toHaveLength(2);
  expect(shortened.from()).toBeUndefined();
});
