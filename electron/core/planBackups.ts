/** The backups of an open plan, here and in the second folder the user chose, and what went wrong with the second. */
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { BackupReason } from '../../shared/ipc/backups';
import type { GoliveContent } from '../../shared/sync/goliveFile';
import { lastVersionOf, noteVersion } from './appVersion';
import { isSameDay, listBackups, writeBackup, type BackupWritten } from './backups';
import type { PlanFolders } from './folders';
import { isOfSecondFolder, isSecondCopyDue, writeSecondCopy } from './planUpkeep';

export interface BackupSetting {
  readonly workbook: string;
  readonly folders: PlanFolders;
  readonly now: () => Date;
  /** What the plan holds now. */
  readonly content: () => GoliveContent;
  readonly isDiskFull: () => boolean;
  /** Hears when a backup lies in the plan's own folder; milliseconds since 1970. */
  readonly onWritten: (created: number) => void;
}

export class PlanBackups {
  private secondTrouble: Problem | null = null;

  constructor(private readonly setting: BackupSetting) {}

  /** What kept the last copy out of the second folder; null when it got there, or none was tried. */
  get secondProblem(): Problem | null {
    return this.secondTrouble;
  }

  write(reason: BackupReason, second: string | null): Promise<Result<BackupWritten, Problem>> {
    return this.writeContent(this.setting.content(), reason, second);
  }

  /** Writes today's backup unless there is one or nothing to keep; a second folder that lacks it gets its own. */
  async writeDaily(second: string | null): Promise<Result<BackupWritten | undefined, Problem>> {
    const { workbook, folders, now } = this.setting;
    const present = await listBackups(folders.backups);
    const ofToday = present.filter(({ created }) => isSameDay(new Date(created), now()));
    const isDue = !ofToday.some(({ reason }) => reason === 'daily' || reason === 'fewer');
    const isSecondDue = second !== null && (await isSecondCopyDue(second, workbook, now()));
    if (!isDue && !isSecondDue) return ok(undefined);
    const content = this.setting.content();
    if (content.records === 0) return ok(undefined);
    return isDue
      ? this.writeContent(content, 'daily', second)
      : this.writeSecondCopy(content, 'daily', second);
  }

  /** Where another version of the app had the plan open last, one is made before this version touches it. */
  async writeBeforeUpdate(
    version: string,
    isNew: boolean,
    second: string | null,
  ): Promise<Result<unknown, Problem>> {
    const { plan } = this.setting.folders;
    const last = await lastVersionOf(plan);
    if (last === version) return ok(undefined);
    const isUpdate = last !== undefined && !isNew;
    const written = isUpdate ? await this.write('before-update', second) : ok(undefined);
    if (written.ok || isOfSecondFolder(written.error)) await noteVersion(plan, version);
    return written;
  }

  private async writeContent(
    content: GoliveContent,
    reason: BackupReason,
    second: string | null,
  ): Promise<Result<BackupWritten, Problem>> {
    const { folders, now, isDiskFull, onWritten } = this.setting;
    if (isDiskFull()) return err(problem('file/diskFull', { name: 'backup' }));
    const own = await writeBackup(folders.backups, content, reason, now());
    if (own.ok) onWritten(content.created);
    const copied = await this.writeSecondCopy(content, reason, second);
    return copied.ok ? own : copied;
  }

  private async writeSecondCopy(
    content: GoliveContent,
    reason: BackupReason,
    second: string | null,
  ): Promise<Result<BackupWritten | undefined, Problem>> {
    if (second === null) return ok(undefined);
    const copied = await writeSecondCopy(second, content, reason, this.setting.now());
    this.secondTrouble = copied.ok ? null : copied.error;
    return copied;
  }
}
