import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../electron/core/atomicFile';
import { Ballast, BALLAST_LENGTH } from '../../electron/core/ballast';
import { mountSmallDisk } from '../support/smallDisk';
import { describing, recordsIn, SamplePlan, upTo } from './support/samplePlan';
import { must, openStore } from './support/scratch';

const disk = mountSmallDisk(32);
if (disk === undefined)
  console.warn('SKIPPED: a full disk is tested on a disk of its own, and mounting is not allowed here.');

describe.skipIf(disk === undefined)('a full disk', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(disk?.folder ?? '', 'plans-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  afterAll(() => disk?.remove());

  it('still takes the edit it was full at, then stops, and goes on when there is room again', async () => {
    const ballastFile = path.join(folder, 'ballast');
    const store = await openStore(folder, { ballast: new Ballast(ballastFile) });
    expect(statSync(ballastFile).size).toBe(BALLAST_LENGTH);
    const plan = new SamplePlan(store.clientId);
    must(await store.append(plan.add(0), describing(0)));
    must(await store.checkpoint());
    await disk?.fill();

    // The journal file may have room left in its last block, so it takes a few edits to notice.
    let index = 1;
    while (!store.status.diskFull && index < 500) {
      must(await store.append(plan.add(index), describing(index)));
      index += 1;
    }
    expect(store.status.diskFull).toBe(true);
    const saved = index;
    expect(() => statSync(ballastFile)).toThrow('ENOENT');

    const refused = await store.append(plan.add(index++), describing(index));
    expect(refused).toMatchObject({ ok: false, error: { code: 'file/diskFull' } });
    expect(await store.checkpoint()).toMatchObject({ ok: false, error: { code: 'file/diskFull' } });
    expect(await store.backup('by-hand', null)).toMatchObject({
      ok: false,
      error: { code: 'file/diskFull' },
    });
    expect(await store.flush()).toMatchObject({ ok: false, error: { code: 'file/diskFull' } });

    // Killed now, everything that was acknowledged is there.
    const afterCrash = await openStore(folder, { ballast: new Ballast(ballastFile) });
    expect(recordsIn(afterCrash.state())).toEqual(upTo(saved));
    expect(afterCrash.status.diskFull).toBe(true);

    await disk?.makeRoom();
    must(await store.flush());
    expect(store.status.diskFull).toBe(false);
    expect(statSync(ballastFile).size).toBe(BALLAST_LENGTH);
    must(await store.append(plan.add(index), describing(index)));
    expect(recordsIn((await openStore(folder)).state())).toEqual(upTo(index + 1));
  });

  it('leaves the old file as it was when a new one does not fit', async () => {
    const file = path.join(folder, 'export.golive');
    must(await writeFileAtomically(file, Uint8Array.of(1, 2, 3)));
    await disk?.fill();
    const written = await writeFileAtomically(file, new Uint8Array(1_000_000));
    expect(written).toMatchObject({
      ok: false,
      error: { code: 'file/diskFull', facts: { name: 'export.golive' } },
    });
    expect(statSync(file).size).toBe(3);
    await disk?.makeRoom();
  });
});
