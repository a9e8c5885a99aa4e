/**
 * Writing a file so that whoever looks, at any moment and after any crash, finds either the old bytes or the new ones.
 */
import { randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { plainBytes } from './nodeCodec';
import { codeOf, readingProblem, writingProblem } from './systemProblem';

/** What unfinished files are called; they may be removed whenever nobody is writing. */
export const UNFINISHED = /^\.[0-9a-f]{16}\.part$/;

/** Says what is wrong with bytes that were read back; undefined when they are right. */
export type Verify = (readBack: Uint8Array) => Problem | undefined;

/** A file that lies beside its target, whole and forced to the disk, and does not bear its name yet. */
export interface StagedFile {
  readonly commit: () => Promise<Result<void, Problem>>;
  readonly discard: () => Promise<void>;
}

/**
 * Writes beside the target, forces it to the disk, reads it back when there is something to verify, and only then
 * gives it the target's name.
 */
export async function writeFileAtomically(
  target: string,
  bytes: Uint8Array,
  verify?: Verify,
): Promise<Result<void, Problem>> {
  const staged = await stageFile(target, bytes, verify);
  return staged.ok ? staged.value.commit() : staged;
}

/** The first half of it, for whoever has more than one file to write and wants all or none. */
export async function stageFile(
  target: string,
  bytes: Uint8Array,
  verify?: Verify,
): Promise<Result<StagedFile, Problem>> {
  // Through a link, the file it leads to is replaced, not the link.
  const final = await realpath(target).catch(() => target);
  const unfinished = path.join(path.dirname(final), `.${randomBytes(8).toString('hex')}.part`);
  try {
    await writeSynced(unfinished, bytes, await modeOf(final));
    const wrong = verify?.(plainBytes(await readFile(unfinished)));
    if (wrong !== undefined) {
      await removeIfThere(unfinished);
      return err(wrong);
    }
  } catch (error) {
    await removeIfThere(unfinished);
    return err(writingProblem(error, target));
  }
  const commit = async (): Promise<Result<void, Problem>> => {
    try {
      await renamePatiently(unfinished, final);
      await syncFolder(path.dirname(final));
      return ok(undefined);
    } catch (error) {
      await removeIfThere(unfinished);
      return err(writingProblem(error, target));
    }
  };
  return ok({ commit, discard: () => removeIfThere(unfinished) });
}

/** What speaks against replacing a file of somebody's: that they marked it as one that only is to be read. */
export async function keptAsItIs(target: string): Promise<Problem | undefined> {
  const mode = await modeOf(target);
  if (mode === undefined || (mode & 0o222) !== 0) return undefined;
  return problem('file/unwritable', { name: path.basename(target), reason: 'it is marked as read-only' });
}

async function writeSynced(file: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Who may read the file that is being replaced goes on to hold. */
async function modeOf(file: string): Promise<number | undefined> {
  const present = await stat(file).catch(() => undefined);
  return present === undefined ? undefined : present.mode & 0o777;
}

/** On Windows a virus scanner or indexer may hold a file for a moment; it lets go within a second. */
const PATIENCE_MS = [10, 20, 50, 100, 200, 400];

async function renamePatiently(from: string, to: string): Promise<void> {
  for (const wait of PATIENCE_MS) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error) ?? '')) throw error;
      await pause(wait);
    }
  }
  await rename(from, to);
}

/** Makes names that were created, changed or removed in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders as files; there the file system's own log keeps names.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems cannot; they promise no more than this.
    if (!['EINVAL', 'ENOTSUP'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

/** Removes what an attempt left behind, if it can. */
export async function removeIfThere(file: string): Promise<void> {
  await unlink(file).catch((error: unknown) => {
    // The problem being reported is worth more than a leftover that the next start removes.
    if (codeOf(error) === undefined) throw error;
  });
}

export async function readBytes(file: string): Promise<Result<Uint8Array, Problem>> {
  try {
    return ok(plainBytes(await readFile(file)));
  } catch (error) {
    return err(readingProblem(error, file));
  }
}
