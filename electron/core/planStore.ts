/**
 * One workbook on the disk. What `append` has answered survives a crash, a kill and a power cut; what is damaged is
 * restored from what is not; nothing good is ever replaced by something that was not checked.
 */
import { FORMAT } from '../../shared/document/formatRule';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { ok, type Result } from '../../shared/domain/base/result';
import type { ChangeDescription } from '../../shared/domain/edits/change';
import type { BackupReason } from '../../shared/ipc/backups';
import type { StoreIncident, StoreStatus } from '../../shared/ipc/windowMessages';
import { hexOf } from '../../shared/sync/bytes';
import { editFrames, fitsFrame, markFrame, replicaFrame } from '../../shared/sync/frameContent';
import type { Frame } from '../../shared/sync/frames';
import type { GoliveContent, GoliveFile } from '../../shared/sync/goliveFile';
import { validateUpdate } from '../../shared/sync/validateState';
import { listBackups, type BackupWritten } from './backups';
import type { Ballast } from './ballast';
import type { DocumentReader } from './documentReader';
import { FolderGuard } from './folderGuard';
import type { PlanFolders } from './folders';
import { HeldState } from './heldState';
import { createAppendFile, Journal, type CreateAppendFile } from './journal';
import { nodeCodec } from './nodeCodec';
import { PlanBackups } from './planBackups';
import { PlanCheckpoints } from './planCheckpoints';
import { PlanPast } from './planPast';
import { checkpointContent, fileContent, type RecoveredPlan } from './planRecovery';
import { claimReplica, releaseReplica, type ClaimedReplica } from './replica';
import { isNotThere } from './systemProblem';
import { Turns } from './turns';

export interface StoreSetting {
  readonly workbook: string;
  /** The folder of this plan; created when it is not there. */
  readonly folder: string;
  readonly reader: DocumentReader;
  readonly ballast: Ballast;
  readonly now: () => Date;
  /** Hears what went wrong where nobody waits for an answer. */
  readonly onProblem: (problem: Problem) => void;
  readonly createFile?: CreateAppendFile;
}

export class PlanStore {
  readonly incidents: readonly StoreIncident[];
  private untold: readonly StoreIncident[];
  readonly isNew: boolean;
  private readonly journal: Journal;
  private readonly held: HeldState;
  private readonly backups: PlanBackups;
  readonly past: PlanPast;
  /** Numbers of the last edit: made, and known to be in the journal. */
  private lastSeq: number;
  private savedSeq: number;
  /** The last edit that was too large for the journal, and is kept by a checkpoint alone. */
  private largeSeq = 0;
  private isCheckpointScheduled = false;
  private readonly checkpoints: PlanCheckpoints;
  private readonly carried: GoliveFile | undefined;
  private readonly turns: Turns;
  private readonly guard: FolderGuard;

  constructor(
    private readonly setting: StoreSetting,
    folders: PlanFolders,
    recovered: RecoveredPlan,
    private replica: ClaimedReplica,
    private currentStatus: StoreStatus,
  ) {
    this.isNew = recovered.isNew;
    const copied: StoreIncident = { kind: 'copied', file: 'replica.json', problem: null };
    this.incidents = replica.isCopy ? [...recovered.incidents, copied] : recovered.incidents;
    this.untold = this.incidents;
    this.held = new HeldState(recovered.state, setting.reader);
    this.lastSeq = recovered.lastSeq;
    this.savedSeq = recovered.lastSeq;
    this.carried = recovered.carried;
    this.journal = new Journal({
      folder: folders.journal,
      firstNumber: recovered.nextJournal,
      create: setting.createFile ?? createAppendFile,
      opening: () => [
        markFrame({ kind: 'open', seq: this.savedSeq, digest: '' }),
        replicaFrame({ clientId: this.replica.clientId, nextClock: this.replica.nextClock }),
      ],
      makeRoom: () => this.makeRoom(),
    });
    const onProblem = (found: Problem): void => setting.onProblem(found);
    const isDiskFull = (): boolean => this.currentStatus.diskFull;
    this.turns = new Turns(setting.folder);
    this.past = new PlanPast({
      ...{ folders, reader: setting.reader, now: setting.now, carried: this.carried, turns: this.turns },
      content: () => this.content(),
      lastSeq: () => this.lastSeq,
    });
    this.checkpoints = new PlanCheckpoints(
      {
        ...{ folders, journal: this.journal, isDiskFull, onProblem },
        content: () => {
          const { workbook, reader, now } = setting;
          return checkpointContent(workbook, this.state(), this.carried, now(), reader);
        },
        lastSeq: () => this.lastSeq,
      },
      recovered,
    );
    const { journal, checkpoints, turns } = this;
    this.guard = new FolderGuard({
      ...{ folders, journal, checkpoints, turns, now: setting.now, onProblem },
      onRemade: async () => {
        this.become({ lastBackup: (await listBackups(folders.backups))[0]?.created ?? null });
      },
    });
    this.backups = new PlanBackups({
      ...{ workbook: setting.workbook, folders, now: setting.now, isDiskFull },
      content: () => this.content(),
      onWritten: (lastBackup) => this.become({ lastBackup }),
    });
    if (currentStatus.diskFull) this.journal.pause(problem('file/diskFull', { name: 'journal' }));
  }

  /** What was found when the plan was opened, for the first window that asks: people are told once. */
  takeIncidents(): readonly StoreIncident[] {
    const { untold } = this;
    this.untold = [];
    return untold;
  }

  get clientId(): number {
    return this.replica.clientId;
  }

  get status(): StoreStatus {
    return this.currentStatus;
  }

  /** What the file that the plan came from says of its format. */
  get fileFormat(): number {
    return this.carried?.format ?? FORMAT;
  }

  /** What kept the last copy out of the second folder; null when it got there, or none was tried. */
  get secondProblem(): Problem | null {
    return this.backups.secondProblem;
  }

  /** Everything the store holds, as one Yjs V1 update. */
  state(): Uint8Array {
    return this.held.whole();
  }

  /** The same as it lies here, for those who have time to join it. */
  parts(): readonly Uint8Array[] {
    return this.held.parts();
  }

  /** What a `.golive` file of this plan holds now. */
  content(): GoliveContent {
    const { workbook, reader, now } = this.setting;
    return fileContent(workbook, this.state(), this.carried, now(), reader);
  }

  /**
   * Keeps an edit. Resolves with its number once it and every edit before it are on the disk. After a problem of the
   * disk the edit is still held in memory, and `flush` tries again; an edit that makes no sense is not kept.
   */
  async append(
    update: Uint8Array,
    description: ChangeDescription,
  ): Promise<Result<{ seq: number }, Problem>> {
    const valid = validateUpdate(update, 'edit');
    if (!valid.ok) return valid;
    this.lastSeq += 1;
    const edit = { description, seq: this.lastSeq, update: update.slice() };
    this.held.add(edit.update);
    this.past.history.add(edit.seq, description);
    this.checkpoints.note(update.length);
    if (!fitsFrame(update)) this.largeSeq = edit.seq;
    const saved = await this.save(...editFrames(edit));
    if (!saved.ok) return saved;
    this.savedSeq = Math.max(this.savedSeq, edit.seq);
    this.scheduleCheckpoint();
    return ok({ seq: edit.seq });
  }

  /**
   * Resolves when everything appended so far is on the disk, including what failed before and what was acknowledged
   * and has been taken away since.
   */
  async flush(): Promise<Result<void, Problem>> {
    if (this.currentStatus.diskFull && (await this.setting.ballast.ensure())) {
      this.become({ diskFull: false });
      this.journal.resume();
    }
    const upTo = this.lastSeq;
    const there = await this.guard.demand();
    const saved = there.ok ? await this.save() : this.outcome(there);
    if (saved.ok) this.savedSeq = Math.max(this.savedSeq, upTo);
    return saved;
  }

  /** Writes the whole plan into one file, and removes what two such files have made superfluous. */
  checkpoint(): Promise<Result<void, Problem>> {
    return this.turns.take(() => this.checkpoints.write());
  }

  /** Writes a backup, and another into the user's second folder if there is one. */
  backup(reason: BackupReason, secondFolder: string | null): Promise<Result<BackupWritten, Problem>> {
    return this.turns.take(() => this.backups.write(reason, secondFolder));
  }

  /** Writes today's backup unless there is one or nothing to keep; a second folder that lacks it gets its own. */
  backupDaily(secondFolder: string | null): Promise<Result<BackupWritten | undefined, Problem>> {
    return this.turns.take(() => this.backups.writeDaily(secondFolder));
  }

  /** Where another version of the app had the plan open last, a backup is made before this one touches it. */
  backupBeforeUpdate(version: string, secondFolder: string | null): Promise<Result<unknown, Problem>> {
    return this.turns.take(() => this.backups.writeBeforeUpdate(version, this.isNew, secondFolder));
  }

  /** For a window that opens the plan anew: what the last one wrote and never sent must not share its number. */
  renewReplica(): Promise<Result<void, Problem>> {
    return this.turns.take(async () => {
      const clocks = this.setting.reader.clocksOf(this.state());
      const unsafe = { clocks, journal: undefined, isIntact: false };
      this.replica = await claimReplica(this.setting.folder, unsafe);
      return ok(undefined);
    });
  }

  /** Saves what is not saved, writes a checkpoint if there is anything new, and lets go of the files. */
  async close(): Promise<Result<void, Problem>> {
    const flushed = await this.flush();
    if (!flushed.ok) return flushed;
    const { clientId } = this.replica;
    const state = this.state();
    const nextClock = this.setting.reader.clocksOf(state).get(clientId) ?? 0;
    if (this.journal.isBegun) {
      const digest = hexOf(nodeCodec.sha256(state));
      await this.journal.append(replicaFrame({ clientId, nextClock }));
      await this.journal.append(markFrame({ kind: 'close', seq: this.savedSeq, digest }));
    }
    const checkpointed = await this.checkpoint();
    await this.journal.rotate(0);
    if (!checkpointed.ok) return checkpointed;
    await this.past.visits.end();
    return this.turns.take(() => releaseReplica(this.setting.folder, { clientId, nextClock }));
  }

  private async save(...frames: readonly Frame[]): Promise<Result<void, Problem>> {
    let journaled = await this.journal.append(...frames);
    if (!journaled.ok && isNotThere(journaled.error)) {
      const remade = await this.guard.remake();
      journaled = remade.ok ? await this.journal.retry() : remade;
    }
    if (!journaled.ok || this.largeSeq <= this.checkpoints.upTo) return this.outcome(journaled);
    return this.outcome(await this.checkpoint());
  }

  /** Notes whether all is on the disk, for those who ask later. */
  private outcome(saved: Result<void, Problem>): Result<void, Problem> {
    this.become({ notSaved: saved.ok ? null : saved.error });
    return saved;
  }

  private become(changes: Partial<StoreStatus>): void {
    this.currentStatus = { ...this.currentStatus, ...changes };
  }

  private scheduleCheckpoint(): void {
    if (this.isCheckpointScheduled || !this.checkpoints.isDue) return;
    this.isCheckpointScheduled = true;
    void this.checkpoint().then((written) => {
      // Left set after a failure: the journal keeps everything, and the next orderly end tries again.
      if (written.ok) this.isCheckpointScheduled = false;
      else this.setting.onProblem(written.error);
    });
  }

  private async makeRoom(): Promise<void> {
    await this.setting.ballast.release();
    this.become({ diskFull: true });
    this.journal.pause(problem('file/diskFull', { name: 'journal' }));
  }
}
