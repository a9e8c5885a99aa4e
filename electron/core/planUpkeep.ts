/** What keeps a plan's folder small and copied: moving old journal files into the history, and writing backups. */
import type { Problem } from '../../shared/domain/base/problem';
import { ok, type Result } from '../../shared/domain/base/result';
import type { BackupReason } from '../../shared/ipc/backups';
import type { GoliveContent } from '../../shared/sync/goliveFile';
import { secondFolderFor, writeBackup, type BackupWritten } from './backups';
import { pruneCheckpoints } from './checkpoint';
import { numberedFiles, removeFiles, type PlanFolders } from './folders';
import { appendHistory } from './history';
import { recoverJournal } from './journalRecovery';

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
  if (archived.ok) await removeFiles(folders.journal, removable);
  return archived;
}

export interface BackupPlaces {
  readonly own: string;
  /** A folder the user chose for second copies, of this and other workbooks. */
  readonly second: string | null;
}

/** Writes both copies; the answer is that of the own folder unless only the second one failed. */
export async function writeBackups(
  places: BackupPlaces,
  content: GoliveContent,
  reason: BackupReason,
  now: Date,
): Promise<{ own: Result<BackupWritten, Problem>; second: Result<unknown, Problem> }> {
  const own = await writeBackup(places.own, content, reason, now);
  if (places.second === null) return { own, second: ok(undefined) };
  const folder = await secondFolderFor(places.second, content.workbook, content.name);
  const second = folder.ok ? await writeBackup(folder.value, content, reason, now) : folder;
  return { own, second };
}
