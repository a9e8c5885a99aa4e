/** A disk of its own that a test can fill, where the system lets us have one. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmdirSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Takes all the room that is left. */
  readonly fill: () => Promise<void>;
  readonly makeRoom: () => Promise<void>;
  readonly remove: () => void;
}

/** @returns undefined where mounting is not allowed, which on Linux is everywhere but for root */
export function mountSmallDisk(mebibytes: number): SmallDisk | undefined {
  const folder = path.join(tmpdir(), `golive-small-disk-${String(process.pid)}`);
  mkdirSync(folder);
  try {
    const size = `size=${String(mebibytes)}m`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'golive-test', folder], { stdio: 'ignore' });
  } catch {
    rmdirSync(folder);
    return undefined;
  }
  const filler = path.join(folder, 'filler');
  return {
    folder,
    fill: () => fillWith(filler),
    makeRoom: () => rm(filler),
    remove: () => {
      execFileSync('umount', ['--lazy', folder]);
      rmdirSync(folder);
    },
  };
}

async function fillWith(file: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (const length of [1024 * 1024, 4096, 1]) {
      const block = new Uint8Array(length);
      for (let written = length; written === length;) {
        const write = handle.write(block).catch((error: unknown) => {
          if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
            return { bytesWritten: 0 };
          throw error;
        });
        written = (await write).bytesWritten;
      }
    }
  } finally {
    await handle.close();
  }
}
