import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentReader } from '../../electron/core/documentReader';
import {
  contentOfPlan,
  createFromFile,
  listPlans,
  makeScenario,
  planFolder,
  restoreAsNew,
  type Library,
} from '../../electron/core/planLibrary';
import { Ballast } from '../../electron/core/ballast';
import { nodeCodec } from '../../electron/core/nodeCodec';
import { openPlan } from '../../electron/core/openPlan';
import type { PlanStore } from '../../electron/core/planStore';
import { changeScenario, statesOfScenario, underItsName } from '../../electron/core/scenarios';
import { encodeGoliveFile, type GoliveContent } from '../../shared/sync/goliveFile';
import { describing, recordsIn, SamplePlan, upTo, WORKBOOK } from './support/samplePlan';
import { must, scratchFolder } from './support/scratch';

const NOW = new Date('2027-01-04T08:00:00Z');

async function libraryWithPlan(): Promise<Library> {
  const library: Library = { folder: await scratchFolder(), reader: documentReader, now: () => NOW };
  const { state } = SamplePlan.seeded(3);
  const content = { workbook: WORKBOOK, name: 'Clinic', created: 1, records: 3, state };
  must(await createFromFile(library, encodeGoliveFile(content, nodeCodec), 'a.golive'));
  return library;
}

async function contentOf(library: Library, workbook: string): Promise<GoliveContent> {
  return must(await contentOfPlan(library, workbook));
}

async function made(library: Library, from = WORKBOOK, name = 'Delay training'): Promise<string> {
  return must(await makeScenario(library, await contentOf(library, from), name)).workbook;
}

async function opened(library: Library, workbook: string): Promise<PlanStore> {
  const folder = planFolder(library, workbook);
  const ballast = new Ballast(path.join(library.folder, 'ballast'));
  const setting = { workbook, folder, reader: documentReader, ballast, now: () => NOW };
  return must(await openPlan({ ...setting, onProblem: () => undefined }));
}

/** Writes one record more into a workbook, as a window would. */
async function addTo(library: Library, workbook: string, record: number): Promise<PlanStore> {
  const store = await opened(library, workbook);
  const begins = [store.clientId, documentReader.clocksOf(store.state()).get(store.clientId) ?? 0] as const;
  const update = new SamplePlan(store.clientId, store.state()).add(record);
  must(await store.append(update, { ...describing(record), begins }));
  return store;
}

async function scenarioOf(library: Library, workbook: string) {
  return (await listPlans(library)).find(({ id }) => id === workbook)?.scenario;
}

describe('a what-if', () => {
  it('is a workbook of its own beside its plan, and neither hears of the other', async () => {
    const library = await libraryWithPlan();
    const scenario = await made(library);
    expect(await scenarioOf(library, WORKBOOK)).toBeNull();
    expect(await scenarioOf(library, scenario)).toEqual({
      ...{ plan: WORKBOOK, name: 'Delay training', made: NOW.getTime(), archived: false },
    });
    const store = await addTo(library, scenario, 3);
    must(await store.close());
    const plan = await addTo(library, WORKBOOK, 4);
    expect(plan.clientId).not.toBe(store.clientId);
    must(await plan.close());
    expect(recordsIn((await contentOf(library, WORKBOOK)).state)).toEqual([0, 1, 2, 4]);
    expect(recordsIn((await contentOf(library, scenario)).state)).toEqual(upTo(4));
    // It goes on from the plan’s own document: joining the two gives what both wrote.
    const states = [WORKBOOK, scenario].map(async (id) => (await contentOf(library, id)).state);
    expect(recordsIn(documentReader.mergeStates(await Promise.all(states)))).toEqual(upTo(5));
  });

  it('keeps what it began with through checkpoints, backups and the loss of either', async () => {
    const library = await libraryWithPlan();
    const scenario = await made(library);
    const store = await addTo(library, scenario, 3);
    must(await store.backup('by-hand', null));
    must(await store.close());
    // At last nothing is left but the backup.
    for (const lost of ['wal', 'ckpt']) {
      await rm(path.join(planFolder(library, scenario), lost), { recursive: true });
      expect(await scenarioOf(library, scenario)).toMatchObject({ plan: WORKBOOK, name: 'Delay training' });
      const states = statesOfScenario(await contentOf(library, scenario));
      expect(recordsIn(states.state)).toEqual(upTo(4));
      expect(states.base === null ? [] : recordsIn(states.base)).toEqual(upTo(3));
    }
    expect(statesOfScenario(await contentOf(library, WORKBOOK)).base).toBeNull();
  });

  it('is known by its content where its files no longer say what it is', async () => {
    const library = await libraryWithPlan();
    const scenario = await made(library);
    const store = await addTo(library, scenario, 3);
    must(await store.flush());
    await rm(path.join(planFolder(library, scenario), 'ckpt'), { recursive: true });
    const backups = path.join(planFolder(library, scenario), 'backup');
    await rm(backups, { recursive: true });
    // The journal alone holds no whole document, so it is refilled with one.
    must(await store.append((await contentOf(library, WORKBOOK)).state, describing(4)));
    must(await store.flush());
    await rm(path.join(planFolder(library, scenario), 'ckpt'), { recursive: true, force: true });
    expect(await scenarioOf(library, scenario)).toMatchObject({ plan: WORKBOOK });
  });

  it('is renamed, deleted and brought back without a byte of it being lost', async () => {
    const library = await libraryWithPlan();
    const scenario = await made(library);
    const folder = planFolder(library, scenario);
    must(await changeScenario(folder, true, { name: 'Go live in waves' }));
    must(await changeScenario(folder, true, { archived: true }));
    expect(await scenarioOf(library, scenario)).toMatchObject({ name: 'Go live in waves', archived: true });
    must(await changeScenario(folder, true, { archived: false }));
    expect(await scenarioOf(library, scenario)).toMatchObject({ name: 'Go live in waves', archived: false });
    expect(await changeScenario(planFolder(library, WORKBOOK), false, { archived: true })).toMatchObject({
      ok: false,
    });
    expect(await scenarioOf(library, WORKBOOK)).toBeNull();
  });

  it('goes to another computer as what it is, and as a plan of its own when restored as new', async () => {
    const library = await libraryWithPlan();
    const scenario = await made(library);
    must(await changeScenario(planFolder(library, scenario), true, { name: 'Go live in waves' }));
    const content = await underItsName(planFolder(library, scenario), await contentOf(library, scenario));
    const bytes = encodeGoliveFile(content, nodeCodec);
    const other = await libraryWithPlan();
    const received = must(await createFromFile(other, bytes, 'waves.golive'));
    expect(received).toEqual({ workbook: scenario, existed: false });
    expect(await scenarioOf(other, scenario)).toMatchObject({ plan: WORKBOOK, name: 'Go live in waves' });
    expect(statesOfScenario(await contentOf(other, scenario)).base).not.toBeNull();

    const { workbook } = must(await restoreAsNew(other, bytes, 'waves.golive'));
    expect(await scenarioOf(other, workbook)).toBeNull();
    const restored = await contentOf(other, workbook);
    expect(documentReader.factsOf(restored.state).workbook).toBe(workbook);
    expect(statesOfScenario(restored).base).toBeNull();
    // By this it is told from the one it is a backup of, whose name it bears, and stays so with its next edit.
    must(await (await addTo(other, workbook, 3)).close());
    const listed = await listPlans(other);
    expect(listed.find(({ id }) => id === workbook)?.restored).toEqual({
      ...{ at: content.created, plan: scenario },
    });
    expect(listed.find(({ id }) => id === scenario)?.restored).toBeNull();
  });

  it('knows what had happened to its plan when it was made, and nothing that happened there later', async () => {
    const library = await libraryWithPlan();
    must(await (await addTo(library, WORKBOOK, 3)).close());
    const scenario = await made(library);
    const plan = await addTo(library, WORKBOOK, 4);
    const store = await addTo(library, scenario, 5);
    const edits = async (of: PlanStore) => (await of.past.edits()).map(({ at }) => at);
    expect(await edits(store)).toEqual([3, 5].map((record) => describing(record).at));
    expect(await edits(plan)).toEqual([3, 4].map((record) => describing(record).at));
    must(await plan.close());
    must(await store.close());
    await rm(planFolder(library, WORKBOOK), { recursive: true });
    const reopened = await opened(library, scenario);
    expect(await edits(reopened)).toEqual([describing(5).at]);
    must(await reopened.close());
  });

  it('may be made from another, of the same plan and with the same beginning', async () => {
    const library = await libraryWithPlan();
    const first = await made(library);
    must(await (await addTo(library, first, 3)).close());
    const second = await made(library, first, 'Both');
    expect(await scenarioOf(library, second)).toMatchObject({ plan: WORKBOOK, name: 'Both' });
    const { state, base } = statesOfScenario(await contentOf(library, second));
    expect(recordsIn(state)).toEqual(upTo(4));
    expect(base === null ? [] : recordsIn(base)).toEqual(upTo(3));
  });

  it('refuses a file that says it is a what-if of another plan than it is', async () => {
    const library = await libraryWithPlan();
    const content = await contentOf(library, await made(library));
    const mark = { plan: WORKBOOK.replace('1', '2'), name: 'Forged', made: 1 };
    const forged = encodeGoliveFile({ ...content, otherMembers: { scenario: mark } }, nodeCodec);
    expect(await createFromFile(library, forged, 'forged.golive')).toMatchObject({
      ok: false,
      error: { code: 'file/hostile' },
    });
    const asThePlan = encodeGoliveFile({ ...content, workbook: WORKBOOK }, nodeCodec);
    expect(await createFromFile(library, asThePlan, 'forged.golive')).toMatchObject({ ok: false });
  });

  it('is there as a whole or not at all, wherever the making of it is cut short', async () => {
    const library = await libraryWithPlan();
    const scenario = await made(library);
    const [state, whole] = [(await contentOf(library, scenario)).state, await readdir(library.folder)];
    // What a kill leaves between the steps: a folder under no id, empty or with everything in it.
    for (const [index, steps] of [[], ['ckpt'], ['ckpt', 'wal', 'hist', 'backup']].entries()) {
      const unfinished = path.join(library.folder, `.new-${String(index).repeat(16)}`);
      await mkdir(unfinished);
      for (const step of steps) await mkdir(path.join(unfinished, step));
      if (steps.length > 1) await writeFile(path.join(unfinished, 'ckpt', '00000001.ckpt'), state);
    }
    expect((await listPlans(library)).map(({ id }) => id).sort()).toEqual([WORKBOOK, scenario].sort());
    expect(whole.filter((name) => name.startsWith('.new-'))).toEqual([]);
  });
});
