/** When a process that ended by itself is started again: soon at first, then later, and at last only when it is asked for. */

/** Ends that lie further back than this count no more. */
const WITHIN_MS = 60_000;
/** Waits before the first, second … start; one end more, and it is not started by itself. */
const WAITS_MS = [0, 500, 2_000] as const;

export interface Ended {
  /** How often within a minute. */
  readonly times: number;
  /** Milliseconds until it is started again; null when it is not. */
  readonly wait: number | null;
}

export class Restarts {
  private ends: readonly number[] = [];

  /** @param now milliseconds, of a clock that does not jump */
  ended(now: number): Ended {
    this.ends = [...this.ends.filter((at) => now - at < WITHIN_MS), now];
    const times = this.ends.length;
    return { times, wait: WAITS_MS[times - 1] ?? null };
  }
}
