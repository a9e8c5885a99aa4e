/** What keeps a plan's folder small and copied: moving old journal files into the history, and writing backups. */
import path from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { BackupReason, SecondFolder } from '../../shared/ipc/backups';
import type { GoliveContent } from '../../shared/sync/goliveFile';
import {
  isSameDay,
  listBackups,
  presentSecondFolder,
  secondFolderFor,
  writeBackup,
  type BackupWritten,
} from './backups';
import { pruneCheckpoints } from './checkpoint';
import { isFolder, numberedFiles, removeFiles, type PlanFolders } from './folders';
import { appendHistory, boundHistory } from './history';
import { recoverJournal } from './journalRecovery';
import { readingProblem } from './systemProblem';

/**
 * Removes journal files that two proven checkpoints hold, after their descriptions have moved into the history, and
 * checkpoints beyond the kept generations.
 * @param checkpoints numbers of proven checkpoints, newest first
 */
export async function prunePlan(
  folders: PlanFolders,
  checkpoints: readonly number[],
): Promise<Result<void, Problem>> {
  await pruneCheckpoints(folders.checkpoints);
  const heldTwice = checkpoints[1] ?? 0;
  const removable = (await numberedFiles(folders.journal, 'wal')).filter(({ number }) => number < heldTwice);
  if (removable.length === 0) return ok(undefined);
  const { files } = await recoverJournal(folders.journal, false);
  const entries = files.filter(({ number }) => number < heldTwice).flatMap(({ history }) => history);
  const archived = await appendHistory(folders.history, entries);
  if (!archived.ok) return archived;
  await removeFiles(folders.journal, removable);
  await boundHistory(folders.history);
  return archived;
}

/** Writes a copy into the folder the user chose for second copies, of this and other workbooks. */
export async function writeSecondCopy(
  chosen: string,
  content: GoliveContent,
  reason: BackupReason,
  now: Date,
): Promise<Result<BackupWritten, Problem>> {
  const folder = await secondFolderFor(chosen, content.workbook, content.name);
  const written = folder.ok ? await writeBackup(folder.value, content, reason, now) : folder;
  return written.ok ? written : err(secondProblem(written.error, chosen));
}

/** Whether the second folder lacks a copy of today; one that cannot be looked into does. */
export async function isSecondCopyDue(chosen: string, workbook: string, today: Date): Promise<boolean> {
  try {
    const folder = await presentSecondFolder(chosen, workbook);
    const [newest] = folder === undefined ? [] : await listBackups(folder);
    return newest === undefined || !isSameDay(new Date(newest.created), today);
  } catch {
    return true;
  }
}

/** The second folder and what can be seen of it without writing. */
export async function lookAtSecondFolder(chosen: string, workbook: string): Promise<SecondFolder> {
  const name = path.basename(chosen);
  try {
    if (!(await isFolder(chosen))) {
      return { folder: chosen, lastCopy: null, problem: problem('backup/secondMissing', { name }) };
    }
    const folder = await presentSecondFolder(chosen, workbook);
    const [newest] = folder === undefined ? [] : await listBackups(folder);
    return { folder: chosen, lastCopy: newest?.created ?? null, problem: null };
  } catch (error) {
    return { folder: chosen, lastCopy: null, problem: secondProblem(readingProblem(error, chosen), chosen) };
  }
}

/** What went wrong in the second folder, for someone who has to do something about that folder. */
function secondProblem(found: Problem, chosen: string): Problem {
  const name = path.basename(chosen);
  switch (found.code) {
    case 'file/notFound':
      return problem('backup/secondMissing', { name });
    case 'file/diskFull':
      return problem('backup/secondFull', { name });
    case 'file/unwritable':
    case 'file/unreadable':
      return problem('backup/secondUnwritable', { name, reason: found.facts.reason });
    default:
      return found;
  }
}

/** Only the second folder is concerned: the backup on this computer was made. */
export function isOfSecondFolder({ code }: Problem): boolean {
  return (
    code === 'backup/secondMissing' || code === 'backup/secondFull' || code === 'backup/secondUnwritable'
  );
}
