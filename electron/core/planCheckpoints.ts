/** The checkpoints of an open plan: what they hold, when the next is due, and what becomes superfluous with it. */
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { GoliveContent } from '../../shared/sync/goliveFile';
import { writeCheckpoint } from './checkpoint';
import type { PlanFolders } from './folders';
import type { Journal } from './journal';
import type { RecoveredPlan } from './planRecovery';
import { prunePlan } from './planUpkeep';

/** A checkpoint is due after this many edits, or bytes of updates, in the journal. */
export const CHECKPOINT_EDITS = 2_000;
export const CHECKPOINT_LENGTH = 4 * 1024 * 1024;

export interface CheckpointSetting {
  readonly folders: PlanFolders;
  readonly journal: Journal;
  /** Everything the plan holds now, and the number of its last edit. */
  readonly content: () => GoliveContent;
  readonly lastSeq: () => number;
  readonly isDiskFull: () => boolean;
  /** Hears what went wrong where nobody waits for an answer. */
  readonly onProblem: (problem: Problem) => void;
}

export class PlanCheckpoints {
  private heldSeq: number;
  /** Edits and bytes that no checkpoint holds; after damage, one is due at the next occasion. */
  private outstanding: { edits: number; length: number };
  /** Newest first; each was read back whole, now or when the plan was opened. */
  private numbers: readonly number[];

  constructor(
    private readonly setting: CheckpointSetting,
    { lastSeq, sinceCheckpoint, isIntact, checkpoints }: RecoveredPlan,
  ) {
    this.heldSeq = lastSeq;
    const { edits, length } = sinceCheckpoint;
    this.outstanding = { edits: isIntact ? edits : edits + 1, length };
    this.numbers = checkpoints;
  }

  /** The number of the last edit that a checkpoint holds. */
  get upTo(): number {
    return this.heldSeq;
  }

  get isDue(): boolean {
    const { edits, length } = this.outstanding;
    return edits >= CHECKPOINT_EDITS || length >= CHECKPOINT_LENGTH;
  }

  /** Hears of an edit. @param length bytes of its update */
  note(length: number): void {
    this.outstanding.edits += 1;
    this.outstanding.length += length;
  }

  /** The files are gone: the next checkpoint stands for all of them. */
  forget(): void {
    this.numbers = [];
    this.outstanding.edits += 1;
  }

  /** Writes the plan if there is anything new, and removes what two such files have made superfluous. */
  async write(): Promise<Result<void, Problem>> {
    const { folders, journal, content, lastSeq, isDiskFull, onProblem } = this.setting;
    if (this.outstanding.edits === 0) return ok(undefined);
    if (isDiskFull()) return err(problem('file/diskFull', { name: 'checkpoint' }));
    const number = await journal.rotate((this.numbers[0] ?? 0) + 1);
    const heldSeq = lastSeq();
    const held = { ...this.outstanding };
    const written = await writeCheckpoint(folders.checkpoints, number, content());
    if (!written.ok) return written;
    this.heldSeq = heldSeq;
    this.outstanding.edits -= held.edits;
    this.outstanding.length -= held.length;
    this.numbers = [number, ...this.numbers];
    const pruned = await prunePlan(folders, this.numbers);
    // The checkpoint stands; what could not be removed is removed another time.
    if (!pruned.ok) onProblem(pruned.error);
    return ok(undefined);
  }
}
