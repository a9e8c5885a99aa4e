/**
 * The history of a plan: who changed what, when. It is read from the journal, and outlives it: before a journal file is
 * removed, its descriptions move into files of their own, of which the oldest go when there are too many.
 */
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { known } from '../../shared/domain/base/assert';
import type { Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { RecordedEdit } from '../../shared/domain/edits/recordHistory';
import { concatBytes } from '../../shared/sync/bytes';
import { historyFrame, readHistoryFrame, type HistoryFrame } from '../../shared/sync/frameContent';
import { encodeFrame, readFrames } from '../../shared/sync/frames';
import { readBytes, syncFolder } from './atomicFile';
import { nextNumber, numberedFiles, numberedName, removeFiles, type NumberedFile } from './folders';
import { recoverFrames } from './journalRecovery';
import { writingProblem } from './systemProblem';

const MiB = 1024 * 1024;
const FULL_LENGTH = 4 * MiB;
/** What is kept of the history: some 75,000 edits of usual length. */
const KEPT_LENGTH = 24 * MiB;

/** Appends entries. Entries that are there already do no harm: reading lists each once. */
export async function appendHistory(
  folder: string,
  entries: readonly HistoryFrame[],
): Promise<Result<void, Problem>> {
  if (entries.length === 0) return ok(undefined);
  const file = await fileToContinue(folder);
  try {
    const handle = await open(file, 'a');
    try {
      await handle.writeFile(concatBytes(entries.map((entry) => encodeFrame(historyFrame(entry)))));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await syncFolder(folder);
    return ok(undefined);
  } catch (error) {
    return err(writingProblem(error, file));
  }
}

/** Removes the oldest files while they hold more than is kept. @param kept bytes; the newest file stays in any case */
export async function boundHistory(folder: string, kept = KEPT_LENGTH): Promise<void> {
  const superfluous: NumberedFile[] = [];
  let length = 0;
  for (const [index, numbered] of [...(await numberedFiles(folder, 'hist'))].reverse().entries()) {
    length += (await stat(numbered.file)).size;
    if (index > 0 && length > kept) superfluous.push(numbered);
  }
  await removeFiles(folder, superfluous);
}

/** The newest file while it is whole and has room; behind a torn end nothing would be found again. */
async function fileToContinue(folder: string): Promise<string> {
  const newest = (await numberedFiles(folder, 'hist')).at(-1);
  if (newest !== undefined) {
    const bytes = await readBytes(newest.file);
    if (bytes.ok && bytes.value.length < FULL_LENGTH && readFrames(bytes.value).tornBytes === 0)
      return newest.file;
  }
  return path.join(folder, numberedName(await nextNumber(folder), 'hist'));
}

/** Everything the history files say, in the order in which it was written. */
export async function readHistory(folder: string): Promise<readonly HistoryFrame[]> {
  const entries: HistoryFrame[] = [];
  for (const { file } of await numberedFiles(folder, 'hist')) {
    const { frames } = await recoverFrames(file, false);
    entries.push(...frames.map(readHistoryFrame).filter((entry) => entry !== undefined));
  }
  return entries;
}

/** The number of the last edit in the history files; 0 when there is none. */
export async function lastArchivedSeq(folder: string): Promise<number> {
  for (const { file } of [...(await numberedFiles(folder, 'hist'))].reverse()) {
    const entries = (await recoverFrames(file, false)).frames.map(readHistoryFrame);
    const last = entries.reduce((highest, entry) => Math.max(highest, entry?.seq ?? 0), 0);
    if (last > 0) return last;
  }
  return 0;
}

/** Joins entries of several sources: each edit once and with all its parts, in the order of their numbers. */
export function uniqueHistory(entries: readonly HistoryFrame[]): readonly RecordedEdit[] {
  const byEdit = new Map<string, Map<number, HistoryFrame>>();
  for (const entry of entries) {
    const key = `${entry.seq} ${entry.at} ${entry.actor}`;
    const parts = byEdit.get(key);
    if (parts === undefined) byEdit.set(key, new Map([[entry.part, entry]]));
    else parts.set(entry.part, entry);
  }
  return [...byEdit.values()].map(joined).sort((a, b) => a.seq - b.seq || a.at - b.at);
}

/** Where the first part is lost, the others still say what they hold. */
function joined(parts: ReadonlyMap<number, HistoryFrame>): RecordedEdit {
  const inOrder = [...parts.values()].sort((a, b) => a.part - b.part);
  const { part: _, ...first } = known(inOrder[0], 'an edit has at least the part it was found by');
  return inOrder.length === 1 ? first : { ...first, changes: inOrder.flatMap(({ changes }) => changes) };
}
