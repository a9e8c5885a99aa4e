import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { CHECKPOINT_EDITS } from '../../electron/core/planCheckpoints';
import { holds } from '../../electron/core/checkpoint';
import { documentReader } from '../../electron/core/documentReader';
import { nodeCodec } from '../../electron/core/nodeCodec';
import { listPlans } from '../../electron/core/planLibrary';
import { decodeGoliveFile, encodeGoliveFile } from '../../shared/sync/goliveFile';
import { openForeignFile } from '../../shared/sync/foreignFile';
import { describing, recordsIn, SamplePlan, upTo, WORKBOOK } from './support/samplePlan';
import { must, openStore, scratchFolder, settingFor } from './support/scratch';

async function appendAll(
  store: Awaited<ReturnType<typeof openStore>>,
  plan: SamplePlan,
  from: number,
  to: number,
) {
  for (let index = from; index < to; index++) must(await store.append(plan.add(index), describing(index)));
}

/** A store with `records` edits in its journal that was never closed, as after a crash. */
async function crashed(folder: string, records: number): Promise<void> {
  const store = await openStore(folder);
  const plan = new SamplePlan(store.clientId, store.state());
  await appendAll(store, plan, recordsIn(store.state()).length, records);
}

describe('a plan on the disk', () => {
  it('is new once, and never again', async () => {
    const folder = await scratchFolder();
    const first = await openStore(folder);
    expect(first.isNew).toBe(true);
    expect(recordsIn(first.state())).toEqual([]);
    const plan = new SamplePlan(first.clientId);
    await appendAll(first, plan, 0, 1);
    expect((await openStore(folder)).isNew).toBe(false);
  });

  it('holds after a crash what was appended', async () => {
    const folder = await scratchFolder();
    await crashed(folder, 12);
    const store = await openStore(folder);
    expect(recordsIn(store.state())).toEqual(upTo(12));
    expect(store.incidents).toEqual([]);
  });

  it('holds after an orderly end what was appended, in one checkpoint', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    await appendAll(store, new SamplePlan(store.clientId), 0, 5);
    must(await store.close());
    expect(await readdir(path.join(folder, WORKBOOK, 'ckpt'))).toEqual(['00000002.ckpt']);
    const again = await openStore(folder);
    expect(recordsIn(again.state())).toEqual(upTo(5));
    must(await again.close());
    // Nothing new, so nothing is written.
    expect(await readdir(path.join(folder, WORKBOOK, 'ckpt'))).toEqual(['00000002.ckpt']);
  });

  it('counts its edits on from where it was', async () => {
    const folder = await scratchFolder();
    await crashed(folder, 3);
    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId, store.state());
    expect(must(await store.append(plan.add(3), describing(3))).seq).toBe(4);
  });

  it('keeps no edit that makes no sense', async () => {
    const store = await openStore(await scratchFolder());
    const refused = await store.append(Uint8Array.of(1, 2, 3), describing(0));
    expect(refused).toMatchObject({ ok: false, error: { code: 'file/damaged' } });
    expect(recordsIn(store.state())).toEqual([]);
  });

  it('keeps an edit too large for a frame', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId);
    await appendAll(store, plan, 0, 2);
    const doc = new Y.Doc();
    doc.getText('long').insert(0, 'x'.repeat(5_000_000));
    must(await store.append(Y.encodeStateAsUpdate(doc), describing(2)));
    const again = await openStore(folder);
    const loaded = new Y.Doc();
    Y.applyUpdate(loaded, again.state());
    expect(loaded.getText('long').length).toBe(5_000_000);
    expect(await again.past.history.edits()).toHaveLength(3);
  });

  it('writes a checkpoint by itself after many edits', { timeout: 60_000 }, async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId);
    const updates = upTo(CHECKPOINT_EDITS + 1).map((index) => [index, plan.add(index)] as const);
    await Promise.all(updates.map(([index, update]) => store.append(update, describing(index))));
    must(await store.checkpoint());
    expect((await readdir(path.join(folder, WORKBOOK, 'ckpt'))).length).toBeGreaterThan(0);
    expect(recordsIn((await openStore(folder)).state())).toHaveLength(CHECKPOINT_EDITS + 1);
  });
});

describe('checkpoints', () => {
  it('are kept for three generations, and journal files until two hold them', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId);
    for (let round = 0; round < 5; round++) {
      await appendAll(store, plan, round, round + 1);
      must(await store.checkpoint());
    }
    const names = async (kind: string) => (await readdir(path.join(folder, WORKBOOK, kind))).sort();
    expect(await names('ckpt')).toEqual(['00000004.ckpt', '00000005.ckpt', '00000006.ckpt']);
    expect(await names('wal')).toEqual(['00000005.wal']);
  });

  it('are .golive files anyone can open', async () => {
    const folder = await scratchFolder();
    await crashed(folder, 4);
    must(await (await openStore(folder)).close());
    const file = path.join(folder, WORKBOOK, 'ckpt', '00000002.ckpt');
    const decoded = must(decodeGoliveFile(new Uint8Array(await readFile(file)), 'ckpt', nodeCodec));
    expect(recordsIn(decoded.state)).toEqual(upTo(4));
    expect(decoded.records).toBe(4);
  });

  it('pass on what a newer app put beside the state', async () => {
    const folder = await scratchFolder();
    await crashed(folder, 2);
    must(await (await openStore(folder)).close());
    const file = path.join(folder, WORKBOOK, 'ckpt', '00000002.ckpt');
    const decoded = must(decodeGoliveFile(new Uint8Array(await readFile(file)), 'ckpt', nodeCodec));
    const stored = Uint8Array.of(9, 8, 7);
    const entry = { name: 'extra', compression: 'new', length: 3, rawLength: 9, sha256: 'ab'.repeat(32) };
    const newer = { ...decoded, otherSections: [{ entry, stored }], otherMembers: { hint: 1 } };
    await writeFile(file, encodeGoliveFile(newer, nodeCodec));

    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId, store.state());
    await appendAll(store, plan, 2, 3);
    must(await store.close());
    const rewritten = path.join(folder, WORKBOOK, 'ckpt', '00000003.ckpt');
    const result = must(decodeGoliveFile(new Uint8Array(await readFile(rewritten)), 'ckpt', nodeCodec));
    expect(result.otherMembers).toEqual({ hint: 1 });
    expect(result.otherSections.map((section) => [section.entry, [...section.stored]])).toEqual([
      [entry, [9, 8, 7]],
    ]);
  });

  it('of another workbook, put into the folder by mistake, are not joined', async () => {
    const folder = await scratchFolder();
    await crashed(folder, 3);
    const foreign = new Y.Doc();
    foreign.getMap('recs').set('foreign', 'record');
    const content = { name: 'Other', created: 1, records: 1, state: Y.encodeStateAsUpdate(foreign) };
    const bytes = encodeGoliveFile({ ...content, workbook: WORKBOOK.replace('1', '2') }, nodeCodec);
    await writeFile(path.join(folder, WORKBOOK, 'ckpt', '00000009.ckpt'), bytes);
    const store = await openStore(folder);
    expect(recordsIn(store.state())).toEqual(upTo(3));
    expect(store.incidents.map(({ kind }) => kind)).toEqual(['checkpointDamaged']);
  });

  it('count only when every byte of the state was read back', () => {
    const [state, another] = [SamplePlan.seeded(2).state, SamplePlan.seeded(3).state];
    const written = (content: Uint8Array) =>
      encodeGoliveFile(
        { workbook: WORKBOOK, name: 'Clinic', created: 1, records: 2, state: content },
        nodeCodec,
      );
    const wrongWith = holds(state, '00000001.ckpt');
    expect(wrongWith(written(state))).toBeUndefined();
    expect(wrongWith(written(another))).toMatchObject({ code: 'file/unwritable' });
    expect(wrongWith(written(state).subarray(1))).toMatchObject({ code: 'file/notGolive' });
    expect(wrongWith(written(state).fill(0, 90, 91))).toMatchObject({ code: 'file/damaged' });
  });

  it('that are lost, all of them, do not bring the journal numbers back', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId);
    await appendAll(store, plan, 0, 2);
    must(await store.close());
    await rm(path.join(folder, WORKBOOK, 'wal'), { recursive: true });
    const again = await openStore(folder);
    const more = new SamplePlan(again.clientId, again.state());
    await appendAll(again, more, 2, 4);
    expect(recordsIn((await openStore(folder)).state())).toEqual(upTo(4));
    expect((await readdir(path.join(folder, WORKBOOK, 'wal'))).sort()).toEqual(['00000002.wal']);
  });
});

describe('a plan of which only a backup is left', () => {
  it('comes back from there, is listed by its name, and says that newer changes may be missing', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    await appendAll(store, new SamplePlan(store.clientId), 0, 3);
    must(await store.backup('by-hand', null));
    must(await store.close());
    for (const part of ['wal', 'ckpt', 'hist']) {
      await rm(path.join(folder, WORKBOOK, part), { recursive: true });
    }
    const library = { folder, reader: documentReader, now: () => new Date() };
    expect(await listPlans(library)).toMatchObject([{ id: WORKBOOK, records: 3 }]);
    const again = await openStore(folder);
    expect(recordsIn(again.state())).toEqual(upTo(3));
    expect(again.isNew).toBe(false);
    expect(again.incidents).toMatchObject([{ kind: 'fromBackup', problem: { code: 'storage/incomplete' } }]);
  });
});

describe('the history', () => {
  it('outlives the journal files it came from, each edit once', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId);
    for (let round = 0; round < 6; round++) {
      await appendAll(store, plan, round * 3, round * 3 + 3);
      must(await store.checkpoint());
    }
    must(await store.close());
    const entries = await (await openStore(folder)).past.history.edits();
    expect(entries.map(({ seq }) => seq)).toEqual(upTo(18).map((index) => index + 1));
    expect(entries[4]).toEqual({ seq: 5, more: 0, ...describing(4) });
  });

  it('keeps every change of a large merge, in the journal and after it', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId);
    const changes = upTo(5_000).map((index) => ({
      ...{ register: 'tasks', id: `task ${String(index)}`, field: 'name' },
      ...{ old: null, new: 'A name of usual length', from: { by: 'Lee', at: index } },
    }));
    must(await store.append(plan.add(0), { ...describing(0), changes }));
    expect(await store.past.history.edits()).toMatchObject([{ seq: 1, changes }]);
    must(await store.checkpoint());
    await appendAll(store, plan, 1, 2);
    must(await store.checkpoint());
    must(await store.checkpoint());
    must(await store.close());
    const again = await (await openStore(folder)).past.history.edits();
    expect(again.map((edit) => edit.changes.length)).toEqual([5_000, 1]);
  });

  it('survives damage to one of its files but for what was damaged', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId);
    for (let round = 0; round < 4; round++) {
      await appendAll(store, plan, round, round + 1);
      must(await store.checkpoint());
    }
    const file = path.join(folder, WORKBOOK, 'hist', '00000001.hist');
    const bytes = await readFile(file);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const entries = await store.past.history.edits();
    expect(entries.map(({ seq }) => seq)).toEqual([2, 3, 4]);
  });
});

describe('an edit that is lost from the journal', () => {
  it('is missed, never hidden, and brought back when the window still has it', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId);
    await appendAll(store, plan, 0, 6);
    const file = path.join(folder, WORKBOOK, 'wal', '00000001.wal');
    const bytes = await readFile(file);
    const inEditFour = bytes.indexOf(describing(3).changes[0]?.id ?? '');
    bytes[inEditFour] = (bytes[inEditFour] ?? 0) ^ 1;
    await writeFile(file, bytes);

    const damaged = await openStore(folder);
    expect(damaged.incidents.map(({ problem }) => problem?.code)).toEqual(['storage/incomplete']);
    expect(await readdir(path.dirname(file))).toContain('00000001.wal.damaged');
    expect(recordsIn(damaged.state())).toEqual(upTo(3));
    // A copy for someone else opens there, gap or no gap.
    const copy = must(openForeignFile(encodeGoliveFile(damaged.content(), nodeCodec), 'copy', nodeCodec));
    expect(recordsIn(copy.state)).toEqual(upTo(3));
    // The window's own copy is whole; what the store lacks comes back as one edit.
    const missing = Y.encodeStateAsUpdate(plan.doc, Y.encodeStateVectorFromUpdate(damaged.state()));
    must(await damaged.append(missing, describing(9)));
    expect(recordsIn((await openStore(folder)).state())).toEqual(upTo(6));
  });
});

describe('a failing disk', () => {
  it('is told to the one who appends, and nothing is lost once it works again', async () => {
    const folder = await scratchFolder();
    const { createAppendFile } = await import('../../electron/core/journal');
    let isBroken = false;
    const store = await openStore(folder, {
      createFile: async (file) => {
        if (isBroken) throw Object.assign(new Error('EIO'), { code: 'EIO' });
        const real = await createAppendFile(file);
        const datasync = async () => {
          if (isBroken) throw Object.assign(new Error('EIO'), { code: 'EIO' });
          await real.datasync();
        };
        return { ...real, datasync };
      },
    });
    const plan = new SamplePlan(store.clientId);
    await appendAll(store, plan, 0, 3);
    isBroken = true;
    const failed = await store.append(plan.add(3), describing(3));
    expect(failed).toMatchObject({ ok: false, error: { code: 'file/unwritable' } });
    expect((await store.flush()).ok).toBe(false);
    isBroken = false;
    must(await store.append(plan.add(4), describing(4)));
    expect(recordsIn((await openStore(folder)).state())).toEqual(upTo(5));
  });

  it('that holds no folder for the plan is a problem, not a crash', async () => {
    const folder = await scratchFolder();
    await writeFile(path.join(folder, 'file'), '');
    const { openPlan } = await import('../../electron/core/openPlan');
    const opened = await openPlan(settingFor(path.join(folder, 'file')));
    expect(opened).toMatchObject({ ok: false, error: { code: 'file/unwritable' } });
  });
});
