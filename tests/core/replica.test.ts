import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describing, SamplePlan, WORKBOOK } from './support/samplePlan';
import { must, openStore, scratchFolder } from './support/scratch';

/** Opens the plan, adds records, and ends in the given way. @returns the number it wrote under */
async function session(folder: string, end: 'close' | 'crash', edits = 2): Promise<number> {
  const store = await openStore(folder);
  const plan = new SamplePlan(store.clientId, store.state());
  const present = plan.doc.getMap('recs').size;
  for (let index = present; index < present + edits; index++) {
    must(await store.append(plan.add(index), describing(index)));
  }
  if (end === 'close') must(await store.close());
  return store.clientId;
}

const note = (folder: string) => path.join(folder, WORKBOOK, 'replica.json');

describe('the number this computer writes under', () => {
  it('stays the same over orderly ends, with and without edits', async () => {
    const folder = await scratchFolder();
    const first = await session(folder, 'close');
    expect(await session(folder, 'close')).toBe(first);
    expect(await session(folder, 'close', 0)).toBe(first);
    expect(await session(folder, 'close')).toBe(first);
  });

  it('is a new one after a crash, even if nothing was written', async () => {
    const folder = await scratchFolder();
    const first = await session(folder, 'close');
    expect(await session(folder, 'crash', 0)).toBe(first);
    const second = await session(folder, 'crash');
    expect(second).not.toBe(first);
    expect(await session(folder, 'close')).not.toBe(second);
  });

  it('is a new one in a copy of the folder, and stays in the original', async () => {
    const folder = await scratchFolder();
    const first = await session(folder, 'close');
    const copy = await scratchFolder();
    await cp(folder, copy, { recursive: true });
    const copied = await openStore(copy);
    expect(copied.clientId).not.toBe(first);
    expect(copied.incidents.map(({ kind }) => kind)).toEqual(['copied']);
    expect(await session(folder, 'close')).toBe(first);
  });

  it('is a new one when a copy was put back in the place of the folder', async () => {
    const folder = await scratchFolder();
    const first = await session(folder, 'close');
    const copy = await scratchFolder();
    await cp(folder, copy, { recursive: true });
    await rm(path.join(folder, WORKBOOK), { recursive: true });
    await cp(path.join(copy, WORKBOOK), path.join(folder, WORKBOOK), { recursive: true });
    expect(await session(folder, 'close')).not.toBe(first);
  });

  it('is a new one when an older note was put back', async () => {
    const folder = await scratchFolder();
    const first = await session(folder, 'close');
    const older = await readFile(note(folder));
    expect(await session(folder, 'close')).toBe(first);
    await writeFile(note(folder), older);
    expect(await session(folder, 'close')).not.toBe(first);
  });

  it('is a new one when edits made under it were lost with the newest files', async () => {
    const folder = await scratchFolder();
    const first = await session(folder, 'close');
    await session(folder, 'crash');
    // Journal and note as they were: what was written since may live on elsewhere under the same number.
    await rm(path.join(folder, WORKBOOK, 'wal', '00000002.wal'));
    expect(await session(folder, 'close')).not.toBe(first);
  });

  it('is a new one when anything was damaged', async () => {
    const folder = await scratchFolder();
    const first = await session(folder, 'close');
    const file = path.join(folder, WORKBOOK, 'wal', '00000001.wal');
    const bytes = await readFile(file);
    bytes[60] = (bytes[60] ?? 0) ^ 4;
    await writeFile(file, bytes);
    expect(await session(folder, 'close')).not.toBe(first);
  });

  it.each(['', '{}', 'null', '{"clientId":1,"nextClock":0}', '\u0000'])(
    'is a new one when the note says %j',
    async (text) => {
      const folder = await scratchFolder();
      const first = await session(folder, 'close');
      await writeFile(note(folder), text);
      expect(await session(folder, 'close')).not.toBe(first);
    },
  );

  it('is renewed for a window that opens the plan a second time', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    const first = store.clientId;
    must(await store.renewReplica());
    expect(store.clientId).not.toBe(first);
    const renewed = store.clientId;
    const plan = new SamplePlan(renewed, store.state());
    must(await store.append(plan.add(0), describing(0)));
    must(await store.close());
    expect((await openStore(folder)).clientId).toBe(renewed);
  });
});
