import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { mkdtemp, open, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../electron/core/atomicFile';
import { Ballast, BALLAST_LENGTH } from '../../electron/core/ballast';
import { runCommand } from './support/childProcess';
import { describing, recordsIn, SamplePlan, upTo } from './support/samplePlan';
import { must, openStore } from './support/scratch';

/** A disk of 32 MiB; undefined where mounting is not allowed. */
function mountSmallDisk(): string | undefined {
  const folder = path.join(tmpdir(), `golive-small-disk-${process.pid}`);
  mkdirSync(folder);
  try {
    runCommand('mount', '-t', 'tmpfs', '-o', 'size=32m', 'golive-test', folder);
    return folder;
  } catch {
    rmdirSync(folder);
    return undefined;
  }
}

const disk = mountSmallDisk();
if (disk === undefined)
  console.warn('SKIPPED: a full disk is tested on a disk of its own, and mounting is not allowed here.');

/** Fills what is left of the disk. @returns the file that does */
async function fill(folder: string): Promise<string> {
  const file = path.join(folder, 'filler');
  const handle = await open(file, 'w');
  try {
    for (const length of [1024 * 1024, 4096, 1]) {
      const block = new Uint8Array(length);
      try {
        for (;;) {
          const { bytesWritten } = await handle.write(block);
          if (bytesWritten < length) break;
        }
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
      }
    }
  } finally {
    await handle.close();
  }
  return file;
}

describe.skipIf(disk === undefined)('a full disk', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(disk ?? '', 'plans-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  afterAll(() => {
    if (disk === undefined) return;
    runCommand('umount', disk);
    rmdirSync(disk);
  });

  it('still takes the edit it was full at, then stops, and goes on when there is room again', async () => {
    const ballastFile = path.join(folder, 'ballast');
    const store = await openStore(folder, { ballast: new Ballast(ballastFile) });
    expect(statSync(ballastFile).size).toBe(BALLAST_LENGTH);
    const plan = new SamplePlan(store.clientId);
    must(await store.append(plan.add(0), describing(0)));
    must(await store.checkpoint());
    const filler = await fill(folder);

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

    await unlink(filler);
    must(await store.flush());
    expect(store.status.diskFull).toBe(false);
    expect(statSync(ballastFile).size).toBe(BALLAST_LENGTH);
    must(await store.append(plan.add(index), describing(index)));
    expect(recordsIn((await openStore(folder)).state())).toEqual(upTo(index + 1));
  });

  it('leaves the old file as it was when a new one does not fit', async () => {
    const file = path.join(folder, 'export.golive');
    must(await writeFileAtomically(file, Uint8Array.of(1, 2, 3)));
    const filler = await fill(folder);
    const written = await writeFileAtomically(file, new Uint8Array(1_000_000));
    expect(written).toMatchObject({
      ok: false,
      error: { code: 'file/diskFull', facts: { name: 'export.golive' } },
    });
    expect(statSync(file).size).toBe(3);
    await unlink(filler);
  });
});
