/** What the window may truthfully say about saving: only the journal's acknowledgement counts. */
import type { Problem } from '../../shared/domain/base/problem';

export interface SavingStatus {
  /** `saved`: everything is on the disk. `saving`: some is on its way. `notSaved`: it could not be written. */
  readonly state: 'saved' | 'saving' | 'notSaved';
  /** When the last change reached the disk, milliseconds since 1970; null before the first. */
  readonly savedAt: number | null;
  readonly problem: Problem | null;
  readonly lastBackup: number | null;
  readonly diskFull: boolean;
}

export class SavingMonitor {
  private status: SavingStatus = {
    state: 'saved',
    savedAt: null,
    problem: null,
    lastBackup: null,
    diskFull: false,
  };
  private readonly listeners = new Set<() => void>();

  readonly read = (): SavingStatus => this.status;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  update(changes: Partial<SavingStatus>): void {
    this.status = { ...this.status, ...changes };
    for (const listener of this.listeners) listener();
  }
}
