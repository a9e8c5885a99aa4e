/** What the window may truthfully say about saving: only the journal's acknowledgement counts. */
import type { Problem } from '../../shared/domain/base/problem';

export interface SavingStatus {
  /** `saved`: everything is on the disk. `saving`: some is on its way. `notSaved`: it could not be written. */
  readonly state: 'saved' | 'saving' | 'notSaved';
  /** When the last change reached the disk, milliseconds since 1970; null before the first. */
  readonly savedAt: number | null;
  /** Why it is not saved, and since when (milliseconds since 1970); null in every other state. */
  readonly trouble: { readonly problem: Problem; readonly since: number } | null;
  /** How many changes are in this window and not on the disk. */
  readonly unsaved: number;
  readonly lastBackup: number | null;
  readonly diskFull: boolean;
}

export class SavingMonitor {
  private status: SavingStatus = {
    state: 'saved',
    savedAt: null,
    trouble: null,
    unsaved: 0,
    lastBackup: null,
    diskFull: false,
  };
  private readonly listeners = new Set<() => void>();

  readonly read = (): SavingStatus => this.status;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What the store says of itself. */
  store(status: Pick<SavingStatus, 'lastBackup' | 'diskFull'>): void {
    this.become(status);
  }

  /** A change is on its way. What could not be saved stays not saved until it is. */
  sent(unsaved: number): void {
    this.become({ unsaved, ...(this.status.state === 'saved' ? { state: 'saving' } : {}) });
  }

  acknowledged(unsaved: number, now: number): void {
    const state = unsaved === 0 ? 'saved' : 'saving';
    this.become({ state, unsaved, savedAt: now, trouble: null });
  }

  failed(problem: Problem, now: number): void {
    this.become({ state: 'notSaved', trouble: { problem, since: this.status.trouble?.since ?? now } });
  }

  private become(changes: Partial<SavingStatus>): void {
    this.status = { ...this.status, ...changes };
    for (const listener of this.listeners) listener();
  }
}
