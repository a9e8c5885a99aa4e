/**
 * Whether what was acknowledged is still where it was put. A folder that was deleted, moved or replaced is made anew:
 * the plan is in memory as a whole, and a checkpoint of it stands for everything the folder held.
 */
import { problem, type Problem } from '../../shared/domain/base/problem';
import { ok, type Result } from '../../shared/domain/base/result';
import { isFolder, nextNumber, prepareFolders, type PlanFolders } from './folders';
import type { Journal } from './journal';
import type { PlanCheckpoints } from './planCheckpoints';
import { noteRecoveries } from './recoveries';
import { isNotThere } from './systemProblem';
import type { Turns } from './turns';

export interface GuardSetting {
  readonly folders: PlanFolders;
  readonly journal: Journal;
  readonly checkpoints: PlanCheckpoints;
  readonly turns: Turns;
  readonly now: () => Date;
  readonly onProblem: (problem: Problem) => void;
  /** The folder is another one, with whatever backups are in it. */
  readonly onRemade: () => Promise<void>;
}

export class FolderGuard {
  private remaking: Promise<Result<void, Problem>> | undefined;

  constructor(private readonly setting: GuardSetting) {}

  /** Looks, and makes the folder anew where it is not there. */
  async demand(): Promise<Result<void, Problem>> {
    const { folders, journal } = this.setting;
    const isThere = (await isFolder(folders.journal)) && (await isFolder(folders.checkpoints));
    const checked = isThere ? await journal.check() : undefined;
    return checked === undefined || (!checked.ok && isNotThere(checked.error)) ? this.remake() : checked;
  }

  remake(): Promise<Result<void, Problem>> {
    const { folders, journal, checkpoints, turns, now, onProblem, onRemade } = this.setting;
    this.remaking ??= turns.take(async () => {
      this.remaking = undefined;
      const prepared = await prepareFolders(folders);
      if (!prepared.ok) return prepared;
      // An older copy of the folder may have taken its place; none of its numbers is used again.
      const taken = [await nextNumber(folders.journal), await nextNumber(folders.checkpoints)];
      await journal.rotate(Math.max(...taken));
      checkpoints.forget();
      const written = await checkpoints.write();
      if (!written.ok) return written;
      await onRemade();
      onProblem(problem('storage/folderRemade', {}));
      await noteRecoveries(folders.plan, [{ at: now().getTime(), kind: 'folderRemade', isWhole: true }]);
      return ok(undefined);
    });
    return this.remaking;
  }
}
