/** Baselines of several sites: all are kept, and what a foreign copy does to one is asked about in words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { nodeCodec } from '../../electron/core/nodeCodec';
import { rootsOf, writeEntry } from '../../shared/document/layout';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import { figuresOf } from '../../shared/domain/baseline/compareBaseline';
import { figuresHead, MOST_FIGURES } from '../../shared/domain/baseline/figures';
import { figuresNow, takeBaseline } from '../../shared/domain/baseline/takeBaseline';
import { chooseValue } from '../../shared/domain/commands/conflictChoice';
import { fieldChanges } from '../../shared/domain/edits/fieldChanges';
import { planOf } from '../../shared/domain/plan';
import { recordIn, type Workbook } from '../../shared/domain/workbook';
import { decisionsOf } from '../../shared/domain/review/decisions';
import { historyLines } from '../../shared/domain/review/recordHistory';
import { lookAlikes, noneLeft } from '../../shared/domain/review/lookAlikes';
import { takeBackMerge } from '../../shared/domain/review/takeBackMerge';
import { parseJsonPlan, workbookJson } from '../../shared/export/json';
import { decodeGoliveFile, encodeGoliveFile } from '../../shared/sync/goliveFile';
import { editFrames, readUpdateFrame } from '../../shared/sync/frameContent';
import { validateState } from '../../shared/sync/validateState';
import { uuid } from '../support/makeWorkbook';
import { add, copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../support/replicas';
import { tries } from '../support/tries';

const TODAY = '2027-01-04';
const START = [
  add('tasks', 'train', { name: 'Training', durationDays: 5 }),
  add('costs', 'rooms', { name: 'Rooms', unitCost: 120_000, quantity: 1, start: TODAY }),
];

function take(document: WorkbookDocument, word: string, name = 'Agreed'): void {
  const given = { id: uuid(word), name, takenOn: TODAY, takenBy: 'Maria', reason: '' };
  const taken = takeBaseline(planOf(document.workbook(), TODAY), given);
  if (!taken.ok) throw new Error(taken.error.code);
  run(document, ...taken.value.edits);
}

function kept({ tables }: Workbook): readonly (readonly [string, string, string])[] {
  return tables.baselines.live.map(({ id, name, figures }) => [id, name, figures] as const);
}

/** A copy of the plan in which somebody wrote figures past every check. */
function forged(document: WorkbookDocument, word: string, value: unknown): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.encodeState());
  const { records, actors } = rootsOf(doc);
  const entries = records.get(uuid(word));
  if (!(entries instanceof Y.Array)) throw new Error('no such record');
  doc.transact(() => {
    actors.set('9', 'Mallory');
    entries.push([writeEntry({ key: 'figures', value, time: 99_999_999, actor: 9 })]);
  });
  return Y.encodeStateAsUpdate(doc);
}

describe('baselines of two sites', () => {
  it('are all kept as they were, in whatever order copies come together', () => {
    const sites = fc.array(
      fc.record({ days: fc.integer({ min: 1, max: 60 }), name: fc.constantFrom('Agreed', 'Signed') }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(sites, fc.infiniteStream(fc.nat(99)), (taken, random) => {
        const clock = new TestClock();
        const first = startWorkbook(clock, START);
        const copies = taken.map(({ days, name }, at) => {
          const copy = copyOf(first, at + 2, `Site ${String(at)}`, clock);
          run(copy, set('tasks', 'train', { durationDays: days }));
          take(copy, `b${String(at)}`, name);
          return copy;
        });
        const states = copies.map((copy) => copy.encodeState());
        const own = copies.flatMap((copy) => kept(copy.workbook()));
        const shuffled = states
          .map((state) => ({ state, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ state }) => state);
        for (const order of [states, shuffled]) {
          const merged = startWorkbook(clock, START);
          for (const state of order) merged.merge(state);
          const byId = (a: readonly string[], b: readonly string[]): number =>
            (a[0] ?? '') < (b[0] ?? '') ? -1 : 1;
          expect([...kept(merged.workbook())].sort(byId)).toEqual([...own].sort(byId));
        }
      }),
      tries(20),
    );
  });

  it('of one name are told as rows that look alike', () => {
    const clock = new TestClock();
    const [here, there] = [startWorkbook(clock, START)].flatMap((doc) => [
      doc,
      copyOf(doc, 2, 'Luis', clock),
    ]);
    if (here === undefined || there === undefined) throw new Error('two copies');
    take(here, 'b1');
    take(there, 'b2');
    const before = here.workbook();
    mergeBoth(here, there);
    expect(lookAlikes(before, here.workbook()).map(({ text }) => text)).toEqual([
      '“Agreed” is there twice in Baselines: added here and there',
    ]);
    expect(here.workbook().conflicts).toEqual([]);
  });

  it('of one name that three took apart are one line, and each may move the others’ to the bin', () => {
    const clock = new TestClock();
    const first = startWorkbook(clock, START);
    const sites = [first, copyOf(first, 2, 'Luis', clock), copyOf(first, 3, 'Sam', clock)];
    sites.forEach((document, at) => take(document, `b${String(at)}`));
    const before = sites.map((document) => document.workbook());
    const states = sites.map((document) => document.encodeState());
    for (const document of sites) for (const state of states) document.merge(state);
    const told = sites.map((document, at) =>
      lookAlikes(before[at] ?? document.workbook(), document.workbook()),
    );
    for (const [at, lines] of told.entries()) {
      expect(lines.map(({ text }) => text)).toEqual([
        '“Agreed” is there three times in Baselines: added here and there',
      ]);
      const came = lines.flatMap(({ id, more }) => [id, ...more]);
      for (const id of came)
        sites[at]?.run({ label: 'Bin', edits: [{ kind: 'archive', register: 'baselines', id }] });
    }
    const after = sites.map((document) => document.workbook());
    const binned = sites.map((document) => document.encodeState());
    for (const document of sites) for (const state of binned) document.merge(state);
    const gone = sites.map((document, at) => noneLeft(after[at] ?? document.workbook(), document.workbook()));
    expect(gone[0]).toHaveLength(1);
    expect(new Set(gone.map((lines) => JSON.stringify(lines))).size).toBe(1);
  });

  it('of one name that were moved to the bin apart are told, and everybody brings back the same', () => {
    const clock = new TestClock();
    const here = startWorkbook(clock, START);
    take(here, 'b1');
    take(here, 'b2');
    const there = copyOf(here, 2, 'Luis', clock);
    run(here, { kind: 'archive', register: 'baselines', id: uuid('b2') });
    const onlyOneGone = noneLeft(there.workbook(), here.workbook());
    run(there, { kind: 'archive', register: 'baselines', id: uuid('b1') });
    const before = [here, there].map((document) => document.workbook());
    mergeBoth(here, there);
    const told = [here, there].map((document, side) =>
      noneLeft(before[side] ?? document.workbook(), document.workbook()),
    );
    expect(onlyOneGone).toEqual([]);
    expect(told[0]).toEqual(told[1]);
    expect(told[0]?.map(({ text }) => text)).toEqual([
      'No “Agreed” is left in Baselines: one was moved to the bin here, another there',
    ]);
  });
});

describe('a copy that rewrote the figures of a baseline', () => {
  const clock = new TestClock();
  const whole = startWorkbook(clock, START);
  take(whole, 'b');
  const other = copyOf(whole, 3, 'Other', clock);
  run(other, set('tasks', 'train', { durationDays: 30 }));
  const rewritten = figuresNow(planOf(other.workbook(), TODAY));

  it('raises a question that is told in words and can be answered', () => {
    const document = copyOf(whole, 4, 'Maria', clock);
    const own = document.workbook().tables.baselines.live[0]?.figures;
    document.merge(forged(document, 'b', rewritten));
    const [decision] = decisionsOf(document.workbook());
    expect(decision?.options.map(({ lines }) => lines[0]?.text)).toEqual([
      '1 task, ends Feb 12, 2027, $1,200.00',
      '1 task, ends Jan 8, 2027, $1,200.00',
    ]);
    const [conflict] = document.workbook().conflicts;
    const command = conflict && chooseValue(document.workbook(), conflict, 1);
    if (command === undefined) throw new Error('nothing to choose');
    run(document, ...command.edits);
    expect(document.workbook().conflicts).toEqual([]);
    expect(document.workbook().tables.baselines.live[0]?.figures).toBe(own);
  });

  it('is told apart where it comes to the same, and where its first line is the same', () => {
    const renamed = copyOf(whole, 6, 'Other', clock);
    run(renamed, set('tasks', 'train', { name: 'Training of all' }));
    const alike = figuresNow(planOf(renamed.workbook(), TODAY));
    const own = whole.workbook().tables.baselines.live[0]?.figures ?? '';
    const asked = (value: string): readonly (string | undefined)[] => {
      const document = copyOf(whole, 7, 'Maria', clock);
      document.merge(forged(document, 'b', value));
      const [decision] = decisionsOf(document.workbook());
      return decision?.options.map(({ lines }) => lines[0]?.text) ?? [];
    };
    const words = '1 task, ends Jan 8, 2027, $1,200.00';
    const sealed = (figures: string): string => `${words} (checksum ${figuresHead(figures)?.seal ?? ''})`;
    expect(asked(alike)).toEqual([sealed(alike), sealed(own)]);
    expect(sealed(alike)).not.toBe(sealed(own));
    expect(asked(own.replace('Training', 'Traininx'))).toEqual(['Figures that do not add up', words]);
  });

  it('never breaks the plan, whatever it wrote there', () => {
    for (const value of ['no figures', 'x'.repeat(MOST_FIGURES + 1), 7, ['a'], { b: 1 }, null]) {
      const document = copyOf(whole, 5, 'Maria', clock);
      const state = forged(document, 'b', value);
      expect(validateState(state, 'a.golive').ok).toBe(true);
      document.merge(state);
      const baseline = recordIn(document.workbook(), 'baselines', uuid('b'));
      if (baseline === undefined) throw new Error('the baseline is gone');
      expect(() => figuresOf(baseline)).not.toThrow();
      expect(() => decisionsOf(document.workbook())).not.toThrow();
    }
  });
});

describe('a baseline that goes around', () => {
  /** As a file, as a copy that is merged, as a what-if and as JSON. */
  function travels(document: WorkbookDocument, clock: TestClock): readonly Workbook[] {
    const state = document.encodeState();
    const content = { workbook: uuid('workbook'), name: 'A', created: 1_800_000_000_000, records: 3, state };
    const file = decodeGoliveFile(encodeGoliveFile(content, nodeCodec), 'a.golive', nodeCodec);
    if (!file.ok) throw new Error(file.error.code);
    const other = startWorkbook(clock, START);
    other.merge(file.value.state);
    const whatIf = copyOf(document, 1, 'Maria', clock);
    run(whatIf, set('tasks', 'train', { durationDays: 9 }));
    const plan = copyOf(document, 5, 'Maria', clock);
    plan.merge(whatIf.encodeState());
    return [copyOf(other, 8, 'Site', clock).workbook(), whatIf.workbook(), plan.workbook()];
  }

  it('stays byte for byte the same', () => {
    const names = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), { maxLength: 4 });
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 300 }), (tasks, days) => {
        const clock = new TestClock();
        const document = startWorkbook(clock, START);
        for (const [at, name] of tasks.entries())
          document.run({
            label: 'Add',
            edits: [add('tasks', `t${String(at)}`, { name, durationDays: days })],
          });
        take(document, 'b');
        const taken = document.workbook();
        for (const workbook of travels(document, clock)) {
          expect(kept(workbook)).toEqual(kept(taken));
          expect(workbook.tables.baselines.live).toEqual(taken.tables.baselines.live);
        }
        const json = JSON.stringify(workbookJson(taken, planOf(taken, TODAY)));
        const [read] = parseJsonPlan(JSON.parse(json)).records.filter(
          ({ register }) => register === 'baselines',
        );
        expect(read?.values['figures']).toBe(taken.tables.baselines.live[0]?.figures);
      }),
      tries(20),
    );
  });

  it('goes to the bin with the merge that brought it, and comes back from there unchanged', () => {
    const clock = new TestClock();
    const here = startWorkbook(clock, START);
    const there = copyOf(here, 2, 'Luis', clock);
    take(there, 'b');
    const before = here.workbook();
    here.merge(there.encodeState());
    const after = here.workbook();
    const { command, ...told } = takeBackMerge({ before, after }, after);
    expect(told).toEqual({ count: 1, toBin: 1, kept: 0 });
    if (command === undefined) throw new Error('nothing to take back');
    run(here, ...command.edits);
    expect(here.workbook().tables.baselines.live).toEqual([]);
    const [binned] = here.workbook().tables.baselines.archived;
    expect(binned?.figures).toBe(after.tables.baselines.live[0]?.figures);
    run(here, { kind: 'restore', register: 'baselines', id: uuid('b') });
    expect(here.workbook().tables.baselines.live).toEqual(after.tables.baselines.live);
  });
});

describe('the history of a baseline', () => {
  it('keeps what its figures come to, not the figures', () => {
    const clock = new TestClock();
    const tasks = Array.from({ length: 400 }, (_, at) =>
      add('tasks', `t${String(at)}`, { name: `Room ${String(at)}` }),
    );
    const document = startWorkbook(clock, tasks);
    const before = document.workbook();
    take(document, 'b');
    const changes = fieldChanges(before, document.workbook());
    const edit = { at: 0, actor: 1, by: 'Maria', label: 'Take baseline', changes };
    const [frame] = editFrames({ seq: 1, update: document.encodeState(), description: edit });
    const read = frame === undefined ? undefined : readUpdateFrame(frame);
    if (read === undefined) throw new Error('no frame');
    const figures = read.changes.find(({ field }) => field === 'figures');
    expect(JSON.stringify(figures).length).toBeLessThan(6_000);
    const changed = {
      ...read,
      changes: [{ register: 'baselines', id: uuid('b'), field: 'figures', old: 'x', new: figures?.new }],
    };
    const [line] = historyLines(document.workbook(), [changed]);
    expect(line?.words).toContain('400 tasks, ends Jan 4, 2027, $0.00');
  });
});
