/** The folder of a plan that is open is deleted, moved or replaced. Open files would go on taking edits for nobody. */
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlanStore } from '../../electron/core/planStore';
import { createAppendFile } from '../../electron/core/journal';
import { describing, recordsIn, SamplePlan, upTo, WORKBOOK } from './support/samplePlan';
import { must, openStore, scratchFolder } from './support/scratch';

interface Opened {
  readonly folder: string;
  readonly plans: string;
  readonly store: PlanStore;
  /** Appends the next record. */
  readonly edit: () => ReturnType<PlanStore['append']>;
  readonly told: string[];
}

async function openWithEdits(count: number): Promise<Opened> {
  const plans = await scratchFolder();
  const told: string[] = [];
  const store = await openStore(plans, { onProblem: ({ code }) => void told.push(code) });
  const plan = new SamplePlan(store.clientId);
  let next = 0;
  const edit = () => store.append(plan.add(next), describing(next++));
  for (let made = 0; made < count; made++) {
    must(await edit());
    if (made === 1) must(await store.checkpoint());
  }
  return { folder: path.join(plans, WORKBOOK), plans, store, edit, told };
}

/** What a start would find now if this process ended here and now. */
async function keptIn(plans: string): Promise<number[]> {
  return recordsIn((await openStore(plans)).state());
}

describe('the folder of an open plan', () => {
  it('is made anew with everything when it was deleted, before the next edit counts as saved', async () => {
    const { folder, plans, store, edit, told } = await openWithEdits(5);
    must(await store.backup('by-hand', null));
    await rm(folder, { recursive: true });
    must(await edit());
    expect(told).toEqual(['storage/folderRemade']);
    expect(store.status).toMatchObject({ notSaved: null, lastBackup: null });
    must(await edit());
    expect(await keptIn(plans)).toEqual(upTo(7));
  });

  it('is missed and made anew without any edit', async () => {
    const { folder, plans, store, told } = await openWithEdits(5);
    await rm(folder, { recursive: true });
    must(await store.flush());
    must(await store.flush());
    expect(told).toEqual(['storage/folderRemade']);
    expect(await keptIn(plans)).toEqual(upTo(5));
  });

  it('is not pretended to be there when nothing can be written in its place, and is good again when it is back', async () => {
    const { folder, plans, store, edit, told } = await openWithEdits(5);
    const elsewhere = path.join(plans, 'elsewhere');
    await rename(folder, elsewhere);
    await writeFile(folder, 'in the way');
    expect((await store.flush()).ok).toBe(false);
    expect(store.status.notSaved).toMatchObject({ code: 'file/unwritable' });
    expect((await edit()).ok).toBe(false);
    expect((await edit()).ok).toBe(false);

    await rm(folder);
    await rename(elsewhere, folder);
    must(await store.flush());
    expect(store.status.notSaved).toBeNull();
    expect(told).toEqual([]);
    expect(await keptIn(plans)).toEqual(upTo(7));
  });

  it('loses nothing when an older copy of it was put in its place', async () => {
    const { folder, plans, edit, told } = await openWithEdits(3);
    const copy = path.join(plans, 'copy');
    await cp(folder, copy, { recursive: true });
    for (let more = 0; more < 3; more++) must(await edit());
    await rename(folder, path.join(plans, 'moved away'));
    await rename(copy, folder);
    must(await edit());
    expect(told).toEqual(['storage/folderRemade']);
    expect(await keptIn(plans)).toEqual(upTo(7));
  });

  it('is not filled with beginnings of files while the disk fails', async () => {
    const plans = await scratchFolder();
    let isBroken = true;
    const store = await openStore(plans, {
      createFile: async (file) => {
        const real = await createAppendFile(file);
        const append = (bytes: Uint8Array) =>
          isBroken ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) : real.append(bytes);
        return { ...real, append };
      },
    });
    const plan = new SamplePlan(store.clientId);
    expect((await store.append(plan.add(0), describing(0))).ok).toBe(false);
    for (let retry = 0; retry < 5; retry++) expect((await store.flush()).ok).toBe(false);
    expect(await readdir(path.join(plans, WORKBOOK, 'wal'))).toEqual([]);
    isBroken = false;
    must(await store.flush());
    expect(await keptIn(plans)).toEqual([0]);
  });

  it('can be opened, read and passed on where nothing can be written into it', async () => {
    const { folder, plans, store } = await openWithEdits(3);
    must(await store.close());
    await rm(path.join(folder, 'replica.json'));
    await mkdir(path.join(folder, 'replica.json'));
    const opened = await openStore(plans);
    expect(recordsIn(opened.state())).toEqual(upTo(3));
    expect(opened.clientId).not.toBe(store.clientId);
  });
});
