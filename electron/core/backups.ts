/**
 * Backups: dated `.golive` files, one a day for thirty days, plus those made before a merge or by hand. A state that has
 * lost half its records never pushes a fuller one out.
 */
import { mkdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { isBackupName, type BackupReason, type BackupSummary } from '../../shared/ipc/backups';
import { encodeGoliveFile, type GoliveContent } from '../../shared/sync/goliveFile';
import { readBytes, syncFolder, writeFileAtomically } from './atomicFile';
import { holds, peekFile } from './checkpoint';
import { isFolder, namesIn } from './folders';
import { nodeCodec } from './nodeCodec';
import { readingProblem, writingProblem } from './systemProblem';

/** Days of which the newest daily copy is kept, and copies kept of every other kind. */
export const DAYS_KEPT = 30;
const OTHERS_KEPT = 30;

/** Below this share of the records of the newest full backup, a state is kept apart and nothing makes way for it. */
const FULL_SHARE = 0.5;

export interface BackupWritten {
  readonly backup: string;
  /** The state has fewer than half the records of the newest full backup. */
  readonly isFewer: boolean;
}

type Kind = BackupSummary['reason'];

/** Writes a backup beside those that are there, then removes what is older than is kept. */
export async function writeBackup(
  folder: string,
  content: GoliveContent,
  reason: BackupReason,
  now: Date,
): Promise<Result<BackupWritten, Problem>> {
  try {
    await mkdir(folder, { recursive: true });
    const present = await listBackups(folder);
    const full = newestFull(present);
    const isFewer = full !== undefined && content.records < full.records * FULL_SHARE;
    const backup = freeName(await namesIn(folder), now, isFewer ? 'fewer' : reason);
    const file = path.join(folder, backup);
    const written = await writeFileAtomically(
      file,
      encodeGoliveFile(content, nodeCodec),
      holds(content.state, file),
    );
    if (!written.ok) return written;
    await rotate(folder, isFewer ? ['fewer'] : ['daily', ...OTHER_KINDS]);
    return ok({ backup, isFewer });
  } catch (error) {
    return err(writingProblem(error, folder));
  }
}

/** Newest first. What is listed was not checked; `readBackup` checks. */
export async function listBackups(folder: string): Promise<readonly BackupSummary[]> {
  const summaries: BackupSummary[] = [];
  for (const backup of [...(await namesIn(folder))].filter(isBackupName).sort().reverse()) {
    const header = await peekFile(path.join(folder, backup));
    if (header === undefined) continue;
    const { created, records } = header;
    summaries.push({ backup, created, records, reason: kindOf(backup) });
  }
  return summaries;
}

export async function readBackup(folder: string, backup: string): Promise<Result<Uint8Array, Problem>> {
  if (!isBackupName(backup)) return err(problem('file/notFound', { name: backup }));
  return readBytes(path.join(folder, backup));
}

/** The newest backup that is not one of the emptier states. */
export function newestFull(backups: readonly BackupSummary[]): BackupSummary | undefined {
  return backups.find(({ reason }) => reason !== 'fewer');
}

/** Whether two instants fall on one day of this computer's calendar. */
export function isSameDay(a: Date, b: Date): boolean {
  return dayOf(a) === dayOf(b);
}

async function rotate(folder: string, kinds: readonly Kind[]): Promise<void> {
  const names = (await namesIn(folder)).filter(isBackupName).sort().reverse();
  const removable = kinds.flatMap((kind) => {
    const ofKind = names.filter((name) => kindOf(name) === kind);
    return kind === 'daily' ? superfluousDailies(ofKind) : ofKind.slice(OTHERS_KEPT);
  });
  for (const name of removable) await unlink(path.join(folder, name));
  if (removable.length > 0) await syncFolder(folder);
}

/** Daily copies beyond the newest of each of the newest thirty days that have one. */
function superfluousDailies(newestFirst: readonly string[]): readonly string[] {
  const days = new Set<string>();
  return newestFirst.filter((name) => {
    const day = name.slice(0, 10);
    const isNewestOfDay = !days.has(day);
    days.add(day);
    return !isNewestOfDay || days.size > DAYS_KEPT;
  });
}

const OTHER_KINDS = ['before-merge', 'before-going-back', 'before-update', 'by-hand', 'fewer'] as const;

function kindOf(backup: string): Kind {
  return OTHER_KINDS.find((kind) => backup.includes(`-${kind}`)) ?? 'daily';
}

/** `2027-03-01-143005-by-hand.golive`, in local time; numbered when that second has one. */
function freeName(taken: readonly string[], now: Date, kind: Kind): string {
  const stamp = `${dayOf(now)}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  const base = kind === 'daily' ? stamp : `${stamp}-${kind}`;
  for (let copy = 1; ; copy++) {
    const name = `${base}${copy === 1 ? '' : `-${copy}`}.golive`;
    if (!taken.includes(name)) return name;
  }
}

function dayOf(date: Date): string {
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}

/**
 * The folder for one workbook within the folder the user chose for second copies: named after the workbook so that
 * people find it, and found again by the end of its id when the workbook was renamed.
 */
export async function secondFolderFor(
  chosen: string,
  workbook: string,
  name: string,
): Promise<Result<string, Problem>> {
  // Where a drive was unplugged, its folder must not be made anew on another.
  if (!(await isFolder(chosen))) return err(problem('file/notFound', { name: path.basename(chosen) }));
  try {
    const present = await presentSecondFolder(chosen, workbook);
    return ok(present ?? path.join(chosen, `${safeName(name)}${endingOf(workbook)}`));
  } catch (error) {
    return err(readingProblem(error, chosen));
  }
}

/** The folder of a workbook in the folder for second copies; undefined when there is none yet. */
export async function presentSecondFolder(chosen: string, workbook: string): Promise<string | undefined> {
  const name = (await namesIn(chosen)).find((entry) => entry.endsWith(endingOf(workbook)));
  return name === undefined ? undefined : path.join(chosen, name);
}

function endingOf(workbook: string): string {
  return ` ${workbook.slice(0, 8)}`;
}

/** A workbook's name as every file system takes it: letters, digits, spaces and a few signs. */
export function safeName(name: string): string {
  const safe = name
    .replace(/[^\p{L}\p{N} _.,()-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
  return safe.replace(/^\.+/, '').trim() || 'Workbook';
}
