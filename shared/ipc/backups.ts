/** Backups of a plan, as every process speaks of them. */
import { isCount, isJsonObject } from '../domain/base/json';
import type { Problem } from '../domain/base/problem';
import { isCountOrNull, parseProblem } from './messageParts';

const BACKUP_REASONS = ['daily', 'before-merge', 'before-going-back', 'before-update', 'by-hand'] as const;

export type BackupReason = (typeof BACKUP_REASONS)[number];

export interface BackupSummary {
  /** The name of the file, as `readBackup` takes it. */
  readonly backup: string;
  readonly created: number;
  readonly records: number;
  readonly reason: BackupReason | 'fewer';
}

export function parseBackupSummary(value: unknown): BackupSummary | undefined {
  if (!isJsonObject(value)) return undefined;
  const { backup, created, records, reason } = value;
  if (!isBackupName(backup) || !isCount(created) || !isCount(records)) return undefined;
  return isBackupReason(reason) || reason === 'fewer' ? { backup, created, records, reason } : undefined;
}

export function isBackupReason(value: unknown): value is BackupReason {
  return BACKUP_REASONS.some((reason) => reason === value);
}

/** Where the copies of a workbook lie, as paths to be shown to people; the window never names a path itself. */
export interface BackupPlaces {
  readonly own: string;
  /** The folder the person chose for second copies. */
  readonly second: SecondFolder | null;
}

export interface SecondFolder {
  readonly folder: string;
  /** When the newest copy of this workbook in it was made, milliseconds since 1970; null when there is none. */
  readonly lastCopy: number | null;
  /** What keeps copies from being put there; null as far as is known. */
  readonly problem: Problem | null;
}

export function parseBackupPlaces(value: unknown): BackupPlaces | undefined {
  if (!isJsonObject(value) || typeof value['own'] !== 'string') return undefined;
  const second = value['second'] === null ? null : parseSecondFolder(value['second']);
  return second === undefined ? undefined : { own: value['own'], second };
}

function parseSecondFolder(value: unknown): SecondFolder | undefined {
  if (!isJsonObject(value)) return undefined;
  const { folder, lastCopy } = value;
  const problem = value['problem'] === null ? null : parseProblem(value['problem']);
  if (typeof folder !== 'string' || !isCountOrNull(lastCopy) || problem === undefined) return undefined;
  return { folder, lastCopy, problem };
}

/** The names of backup files; nothing else ever reaches a path. */
export function isBackupName(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}-\d{6}(-[a-z0-9-]{1,24})?\.golive$/.test(value);
}
