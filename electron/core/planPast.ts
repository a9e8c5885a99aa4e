/** What has happened to an open plan: who changed what, who was here when, what was merged, what was put right. */
import { ok, type Result } from '../../shared/domain/base/result';
import type { Problem } from '../../shared/domain/base/problem';
import type { RecordedEdit } from '../../shared/domain/edits/recordHistory';
import type { KeptMerge } from '../../shared/ipc/keptMerge';
import type { RecoveryKind } from '../../shared/ipc/recoveries';
import type { GoliveContent, GoliveFile } from '../../shared/sync/goliveFile';
import type { DocumentReader } from './documentReader';
import type { PlanFolders } from './folders';
import { keepMerge, keptMergeStates, type MergeDone } from './keptMerge';
import { PlanHistory } from './planHistory';
import { noteRecoveries } from './recoveries';
import { editsBefore } from './scenarioOrigin';
import type { Turns } from './turns';
import { Visits } from './visits';

export interface PastSetting {
  readonly folders: PlanFolders;
  readonly reader: DocumentReader;
  readonly now: () => Date;
  /** The file that the plan came from, if it came from one. */
  readonly carried: GoliveFile | undefined;
  readonly turns: Turns;
  /** What the plan holds now, and the number of its last edit. */
  readonly content: () => GoliveContent;
  readonly lastSeq: () => number;
}

export class PlanPast {
  readonly history: PlanHistory;
  readonly visits: Visits;
  private before: Promise<readonly RecordedEdit[]> | undefined;

  constructor(private readonly setting: PastSetting) {
    const { folders, now, lastSeq } = setting;
    this.history = new PlanHistory(folders);
    this.visits = new Visits(folders.plan, now, lastSeq);
  }

  /** Who changed what, oldest first; of a what-if also what had happened to its plan when it was made. */
  async edits(): Promise<readonly RecordedEdit[]> {
    const { folders, reader, carried } = this.setting;
    this.before ??= editsBefore({ folder: folders.plan, reader, carried });
    return [...(await this.before), ...(await this.history.edits())];
  }

  /** Keeps what the last merge brought, and the plan as it is now, right after it. */
  keepMerge(done: MergeDone | null): Promise<Result<void, Problem>> {
    const { folders, turns, content } = this.setting;
    const after = content();
    return turns.take(async () => {
      await keepMerge(folders.plan, done, after);
      return ok(undefined);
    });
  }

  /** Null when nothing was merged, or it was taken back. */
  async lastMerge(): Promise<KeptMerge | null> {
    const { folders, turns } = this.setting;
    const kept = await turns.take(async () => ok(await keptMergeStates(folders)));
    return kept.ok ? kept.value : null;
  }

  /** Keeps in mind what was found wrong and put right, for people to read later. */
  noteRecovery(kind: RecoveryKind, isWhole: boolean): Promise<Result<void, Problem>> {
    const { folders, turns, now } = this.setting;
    return turns.take(async () => {
      const at = now().getTime();
      await noteRecoveries(folders.plan, [{ at, kind, isWhole }]);
      return ok(undefined);
    });
  }
}
