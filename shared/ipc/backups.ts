/** Backups of a plan, as every process speaks of them. */
import { isCount, isJsonObject } from '../domain/base/json';

export type BackupReason = 'daily' | 'before-merge' | 'by-hand';

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
  return value === 'daily' || value === 'before-merge' || value === 'by-hand';
}

/** The names of backup files; nothing else ever reaches a path. */
export function isBackupName(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}-\d{6}(-[a-z0-9-]{1,24})?\.golive$/.test(value);
}
