/**
 * A file that is there to be deleted: when the disk is full, the last edits and the message still fit into the space it
 * leaves. Until the disk has room for it again, no more edits are taken.
 */
import { randomBytes } from 'node:crypto';
import { open, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from './atomicFile';
import { codeOf } from './systemProblem';

const MiB = 1024 * 1024;
export const BALLAST_LENGTH = 16 * MiB;

export class Ballast {
  constructor(private readonly file: string) {}

  /** Whether the ballast lies on the disk, written now if there is room for it. */
  async ensure(): Promise<boolean> {
    const present = await stat(this.file).catch(() => undefined);
    if (present?.size === BALLAST_LENGTH) return true;
    try {
      await this.write();
      return true;
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      await this.release();
      return false;
    }
  }

  /** Gives its space to whoever needs it now. */
  async release(): Promise<void> {
    try {
      await unlink(this.file);
      await syncFolder(path.dirname(this.file));
    } catch (error) {
      // It may be gone already; then there is nothing to give.
      if (codeOf(error) === undefined) throw error;
    }
  }

  private async write(): Promise<void> {
    // Random, because a file system that compresses would store zeros in no space at all.
    const block = randomBytes(MiB);
    const handle = await open(this.file, 'w');
    try {
      for (let written = 0; written < BALLAST_LENGTH; written += MiB) await handle.writeFile(block);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}
