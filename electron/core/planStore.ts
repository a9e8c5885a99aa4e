/**
 * One workbook on the disk. What `append` has answered survives a crash, a kill and a power cut; what is damaged is
 * restored from what is not; nothing good is ever replaced by something that was not checked.
 */
import { FORMAT } from '../../shared/document/formatRule';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { ChangeDescription } from '../../shared/domain/edits/change';
import type { RecordedEdit } from '../../shared/domain/edits/recordHistory';
import type { BackupReason } from '../../shared/ipc/backups';
import type { RecoveryKind } from '../../shared/ipc/recoveries';
import type { StoreIncident, StoreStatus } from '../../shared/ipc/windowMessages';
import { hexOf } from '../../shared/sync/bytes';
import { keptParts } from '../../shared/sync/edits';
import { historyFrame, markFrame, replicaFrame, updateFrame } from '../../shared/sync/frameContent';
import { MAX_PAYLOAD_LENGTH, type Frame } from '../../shared/sync/frames';
import type { GoliveContent, GoliveFile } from '../../shared/sync/goliveFile';
import { validateUpdate } from '../../shared/sync/validateState';
import { lastVersionOf, noteVersion } from './appVersion';
import { isSameDay, listBackups, writeBackup, type BackupWritten } from './backups';
import type { Ballast } from './ballast';
import { writeCheckpoint } from './checkpoint';
import type { DocumentReader } from './documentReader';
import { foldersOf, isFolder, nextNumber, prepareFolders, type PlanFolders } from './folders';
import { readHistory, uniqueHistory } from './history';
import { createAppendFile, Journal, type CreateAppendFile } from './journal';
import { recoverJournal } from './journalRecovery';
import { nodeCodec } from './nodeCodec';
import { checkpointContent, fileContent, joinStates, recoverPlan, type RecoveredPlan } from './planRecovery';
import { isOfSecondFolder, isSecondCopyDue, prunePlan, writeSecondCopy } from './planUpkeep';
import { noteRecoveries } from './recoveries';
import { claimReplica, releaseReplica, type ClaimedReplica } from './replica';
import { isNotThere, readingProblem } from './systemProblem';

/** A checkpoint is due after this many edits, or bytes of updates, in the journal. */
export const CHECKPOINT_EDITS = 2_000;
export const CHECKPOINT_LENGTH = 4 * 1024 * 1024;

/** Room in a frame for the description beside the update, generously. */
const DESCRIPTION_ROOM = 1024 * 1024;

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

export async function openPlan(setting: StoreSetting): Promise<Result<PlanStore, Problem>> {
  const folders = foldersOf(setting.folder);
  const prepared = await prepareFolders(folders);
  if (!prepared.ok) return prepared;
  try {
    const recovered = await recoverPlan(folders, setting.workbook, setting.reader, true);
    const replica = await claimReplica(setting.folder, {
      clocks: setting.reader.clocksOf(recovered.state),
      journal: recovered.replica,
      isIntact: recovered.isIntact,
    });
    const lastBackup = (await listBackups(folders.backups))[0]?.created ?? null;
    const at = setting.now().getTime();
    await noteRecoveries(
      folders.plan,
      recovered.incidents.map(({ kind, problem }) => ({
        ...{ at, kind, isWhole: problem?.code !== 'storage/incomplete' },
      })),
    );
    const hasRoom = await setting.ballast.ensure();
    const status = { lastBackup, diskFull: !hasRoom, notSaved: null };
    return ok(new PlanStore(setting, folders, recovered, replica, status));
  } catch (error) {
    return err(readingProblem(error, setting.folder));
  }
}

export class PlanStore {
  readonly incidents: readonly StoreIncident[];
  private untold: readonly StoreIncident[];
  readonly isNew: boolean;
  private readonly journal: Journal;
  /** Everything up to some edit, and the updates since: joined when somebody asks. */
  private joined: Uint8Array;
  private newer: Uint8Array[] = [];
  /** Numbers of the last edit: made, known to be in the journal, and held by a checkpoint. */
  private lastSeq: number;
  private savedSeq: number;
  private checkpointedSeq: number;
  /** The last edit that was too large for the journal, and is kept by a checkpoint alone. */
  private largeSeq = 0;
  /** Edits and bytes that no checkpoint holds; after damage, one is due at the next occasion. */
  private outstanding: { edits: number; length: number };
  private isCheckpointScheduled = false;
  /** Numbers, newest first; each was read back whole, now or when the plan was opened. */
  private checkpoints: readonly number[];
  private readonly carried: GoliveFile | undefined;
  private upkeep: Promise<unknown> = Promise.resolve();
  private remaking: Promise<Result<void, Problem>> | undefined;
  private secondTrouble: Problem | null = null;

  constructor(
    private readonly setting: StoreSetting,
    private readonly folders: PlanFolders,
    recovered: RecoveredPlan,
    private replica: ClaimedReplica,
    private currentStatus: StoreStatus,
  ) {
    this.isNew = recovered.isNew;
    const copied: StoreIncident = { kind: 'copied', file: 'replica.json', problem: null };
    this.incidents = replica.isCopy ? [...recovered.incidents, copied] : recovered.incidents;
    this.untold = this.incidents;
    this.joined = recovered.state;
    this.lastSeq = recovered.lastSeq;
    this.savedSeq = recovered.lastSeq;
    this.checkpointedSeq = recovered.lastSeq;
    const { edits, length } = recovered.sinceCheckpoint;
    this.outstanding = { edits: recovered.isIntact ? edits : edits + 1, length };
    this.checkpoints = recovered.checkpoints;
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
    return this.secondTrouble;
  }

  /** Everything the store holds, as one Yjs V1 update. */
  state(): Uint8Array {
    if (this.newer.length > 0) {
      this.joined = joinStates([this.joined, ...this.newer], this.setting.reader);
      this.newer = [];
    }
    return this.joined;
  }

  /** The same as it lies here, for those who have time to join it. */
  parts(): readonly Uint8Array[] {
    return [this.joined, ...this.newer];
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
    this.newer.push(edit.update);
    this.outstanding.edits += 1;
    this.outstanding.length += update.length;
    const fits = update.length + DESCRIPTION_ROOM <= MAX_PAYLOAD_LENGTH;
    if (!fits) this.largeSeq = edit.seq;
    const saved = await this.save(...editFrames(edit, fits));
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
    const there = await this.demandFolder();
    const saved = there.ok ? await this.save() : this.outcome(there);
    if (saved.ok) this.savedSeq = Math.max(this.savedSeq, upTo);
    return saved;
  }

  /** Writes the whole plan into one file, and removes what two such files have made superfluous. */
  checkpoint(): Promise<Result<void, Problem>> {
    return this.inTurn(() => this.writeCheckpoint());
  }

  /** Writes a backup, and another into the user's second folder if there is one. */
  backup(reason: BackupReason, secondFolder: string | null): Promise<Result<BackupWritten, Problem>> {
    return this.inTurn(() => this.writeBackups(this.content(), reason, secondFolder));
  }

  /** Writes today's backup unless there is one or nothing to keep; a second folder that lacks it gets its own. */
  backupDaily(secondFolder: string | null): Promise<Result<BackupWritten | undefined, Problem>> {
    return this.inTurn<BackupWritten | undefined>(async () => {
      const { workbook, now } = this.setting;
      const present = await listBackups(this.folders.backups);
      const ofToday = present.filter(({ created }) => isSameDay(new Date(created), now()));
      const isDue = !ofToday.some(({ reason }) => reason === 'daily' || reason === 'fewer');
      const isSecondDue = secondFolder !== null && (await isSecondCopyDue(secondFolder, workbook, now()));
      if (!isDue && !isSecondDue) return ok(undefined);
      const content = this.content();
      if (content.records === 0) return ok(undefined);
      return isDue
        ? this.writeBackups(content, 'daily', secondFolder)
        : this.writeSecondCopy(content, 'daily', secondFolder);
    });
  }

  /** Where another version of the app had the plan open last, a backup is made before this one touches it. */
  backupBeforeUpdate(version: string, secondFolder: string | null): Promise<Result<unknown, Problem>> {
    return this.inTurn<unknown>(async () => {
      const last = await lastVersionOf(this.folders.plan);
      if (last === version) return ok(undefined);
      const isUpdate = last !== undefined && !this.isNew;
      const written = isUpdate
        ? await this.writeBackups(this.content(), 'before-update', secondFolder)
        : ok(undefined);
      if (written.ok || isOfSecondFolder(written.error)) await noteVersion(this.folders.plan, version);
      return written;
    });
  }

  /** Keeps in mind what was found wrong and put right, for people to read later. */
  noteRecovery(kind: RecoveryKind, isWhole: boolean): Promise<Result<void, Problem>> {
    return this.inTurn(async () => {
      const at = this.setting.now().getTime();
      await noteRecoveries(this.folders.plan, [{ at, kind, isWhole }]);
      return ok(undefined);
    });
  }

  /** Who changed what, oldest first. */
  history(): Promise<Result<readonly RecordedEdit[], Problem>> {
    return this.inTurn(async () => {
      const archived = await readHistory(this.folders.history);
      const { files } = await recoverJournal(this.folders.journal, false);
      return ok(uniqueHistory([...archived, ...files.flatMap(({ history }) => history)]));
    });
  }

  /** For a window that opens the plan anew: what the last one wrote and never sent must not share its number. */
  renewReplica(): Promise<Result<void, Problem>> {
    return this.inTurn(async () => {
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
    return this.inTurn(() => releaseReplica(this.setting.folder, { clientId, nextClock }));
  }

  private async save(...frames: readonly Frame[]): Promise<Result<void, Problem>> {
    let journaled = await this.journal.append(...frames);
    if (!journaled.ok && isNotThere(journaled.error)) {
      const remade = await this.makeFolderAnew();
      journaled = remade.ok ? await this.journal.retry() : remade;
    }
    if (!journaled.ok || this.largeSeq <= this.checkpointedSeq) return this.outcome(journaled);
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

  /** Whether what was acknowledged is still where it was put; if not, it is put there again. */
  private async demandFolder(): Promise<Result<void, Problem>> {
    const { journal, checkpoints } = this.folders;
    const isThere = (await isFolder(journal)) && (await isFolder(checkpoints));
    const checked = isThere ? await this.journal.check() : undefined;
    return checked === undefined || (!checked.ok && isNotThere(checked.error))
      ? this.makeFolderAnew()
      : checked;
  }

  /** The plan is in memory as a whole: a checkpoint of it stands for everything the folder held. */
  private makeFolderAnew(): Promise<Result<void, Problem>> {
    this.remaking ??= this.inTurn(async () => {
      this.remaking = undefined;
      const prepared = await prepareFolders(this.folders);
      if (!prepared.ok) return prepared;
      const { journal, checkpoints, backups } = this.folders;
      // An older copy of the folder may have taken its place; none of its numbers is used again.
      await this.journal.rotate(Math.max(await nextNumber(journal), await nextNumber(checkpoints)));
      this.checkpoints = [];
      this.outstanding.edits += 1;
      const written = await this.writeCheckpoint();
      if (!written.ok) return written;
      this.become({ lastBackup: (await listBackups(backups))[0]?.created ?? null });
      this.setting.onProblem(problem('storage/folderRemade', {}));
      const at = this.setting.now().getTime();
      await noteRecoveries(this.folders.plan, [{ at, kind: 'folderRemade', isWhole: true }]);
      return ok(undefined);
    });
    return this.remaking;
  }

  private scheduleCheckpoint(): void {
    const { edits, length } = this.outstanding;
    if (this.isCheckpointScheduled || (edits < CHECKPOINT_EDITS && length < CHECKPOINT_LENGTH)) return;
    this.isCheckpointScheduled = true;
    void this.checkpoint().then((written) => {
      // Left set after a failure: the journal keeps everything, and the next orderly end tries again.
      if (written.ok) this.isCheckpointScheduled = false;
      else this.setting.onProblem(written.error);
    });
  }

  private async writeCheckpoint(): Promise<Result<void, Problem>> {
    if (this.outstanding.edits === 0) return ok(undefined);
    if (this.currentStatus.diskFull) return err(problem('file/diskFull', { name: 'checkpoint' }));
    const number = await this.journal.rotate((this.checkpoints[0] ?? 0) + 1);
    const heldSeq = this.lastSeq;
    const held = { ...this.outstanding };
    const { workbook, reader, now } = this.setting;
    const content = checkpointContent(workbook, this.state(), this.carried, now(), reader);
    const written = await writeCheckpoint(this.folders.checkpoints, number, content);
    if (!written.ok) return written;
    this.checkpointedSeq = heldSeq;
    this.outstanding.edits -= held.edits;
    this.outstanding.length -= held.length;
    this.checkpoints = [number, ...this.checkpoints];
    const pruned = await prunePlan(this.folders, this.checkpoints);
    // The checkpoint stands; what could not be removed is removed another time.
    if (!pruned.ok) this.setting.onProblem(pruned.error);
    return ok(undefined);
  }

  private async writeBackups(
    content: GoliveContent,
    reason: BackupReason,
    second: string | null,
  ): Promise<Result<BackupWritten, Problem>> {
    if (this.currentStatus.diskFull) return err(problem('file/diskFull', { name: 'backup' }));
    const own = await writeBackup(this.folders.backups, content, reason, this.setting.now());
    if (own.ok) this.become({ lastBackup: content.created });
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

  private async makeRoom(): Promise<void> {
    await this.setting.ballast.release();
    this.become({ diskFull: true });
    this.journal.pause(problem('file/diskFull', { name: 'journal' }));
  }

  /** One at a time, and with the system's failures as values. */
  private inTurn<T>(work: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
    const guarded = async (): Promise<Result<T, Problem>> => {
      try {
        return await work();
      } catch (error) {
        return err(readingProblem(error, this.setting.folder));
      }
    };
    const done = this.upkeep.then(guarded, guarded);
    this.upkeep = done;
    return done;
  }
}

interface AppendedEdit {
  readonly seq: number;
  readonly update: Uint8Array;
  readonly description: ChangeDescription;
}

/** Its update with the first part of what is said of it, then the other parts. */
function editFrames({ seq, update, description }: AppendedEdit, fits: boolean): readonly Frame[] {
  return keptParts(description).map((part, index) =>
    index === 0 && fits ? updateFrame({ ...part, seq, update }) : historyFrame({ ...part, seq }),
  );
}
