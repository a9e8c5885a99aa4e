/**
 * Checkpoints: the whole plan in one `.golive` file, three generations of it. A checkpoint counts only once it was read
 * back from the disk and found to hold what it should.
 */
import { open } from 'node:fs/promises';
import path from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';
import type { Result } from '../../shared/domain/base/result';
import { sameBytes } from '../../shared/sync/bytes';
import {
  decodeGoliveFile,
  encodeGoliveFile,
  PEEK_LENGTH,
  peekGoliveHeader,
  type GoliveContent,
  type GoliveFile,
} from '../../shared/sync/goliveFile';
import type { GoliveHeader } from '../../shared/sync/goliveHeader';
import { readBytes, writeFileAtomically, type Verify } from './atomicFile';
import { numberedFiles, numberedName, quarantine, removeFiles } from './folders';
import { nodeCodec } from './nodeCodec';
import { codeOf } from './systemProblem';

export const GENERATIONS = 3;

export interface Checkpoint {
  /** The checkpoint holds every edit of the journal files with a lower number. */
  readonly number: number;
  readonly file: GoliveFile;
}

export interface CheckpointsRead {
  /** Newest first. */
  readonly valid: readonly Checkpoint[];
  readonly damaged: readonly { readonly number: number; readonly name: string }[];
}

/** @param repair whether damaged files may be put aside; otherwise nothing is changed */
export async function readCheckpoints(
  folder: string,
  workbook: string,
  repair: boolean,
): Promise<CheckpointsRead> {
  const valid: Checkpoint[] = [];
  const damaged: { number: number; name: string }[] = [];
  for (const { number, file } of await numberedFiles(folder, 'ckpt')) {
    const name = path.basename(file);
    const bytes = await readBytes(file);
    if (!bytes.ok) {
      damaged.push({ number, name });
      continue;
    }
    const decoded = decodeGoliveFile(bytes.value, name, nodeCodec);
    // The checkpoint of another workbook, put here by mistake, must never be joined with this one.
    if (decoded.ok && decoded.value.workbook === workbook) {
      valid.unshift({ number, file: decoded.value });
      continue;
    }
    if (repair) await quarantine(file, bytes.value);
    damaged.push({ number, name });
  }
  return { valid, damaged };
}

/** Writes a checkpoint and proves it: read back, decoded and compared, byte for byte, before it gets its name. */
export function writeCheckpoint(
  folder: string,
  number: number,
  content: GoliveContent,
): Promise<Result<void, Problem>> {
  const file = path.join(folder, numberedName(number, 'ckpt'));
  return writeFileAtomically(file, encodeGoliveFile(content, nodeCodec), holds(content.state, file));
}

/** Says what is wrong unless bytes that were read back are a whole file with this very state. */
export function holds(state: Uint8Array, file: string): Verify {
  return (readBack) => {
    const name = path.basename(file);
    const decoded = decodeGoliveFile(readBack, name, nodeCodec);
    if (!decoded.ok) return decoded.error;
    return sameBytes(decoded.value.state, state)
      ? undefined
      : problem('file/unwritable', { name, reason: 'it does not hold what was written' });
  };
}

/** Removes all but the newest generations. */
export async function pruneCheckpoints(folder: string): Promise<void> {
  const files = await numberedFiles(folder, 'ckpt');
  await removeFiles(folder, files.slice(0, -GENERATIONS));
}

/** The header of a `.golive` file, unchecked; undefined when it cannot be read. */
export async function peekFile(file: string): Promise<GoliveHeader | undefined> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(PEEK_LENGTH), 0, PEEK_LENGTH, 0);
      return peekGoliveHeader(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    // A file that cannot be read is not offered; anything that is no error of the system is a bug.
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}
