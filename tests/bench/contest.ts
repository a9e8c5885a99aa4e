/** What a row of the benchmark table is: ours and its limit, doing the same work in the same run. */

export interface Goal {
  readonly kind: 'ratio' | 'milliseconds';
  readonly atMost: number;
  /** Which of our figures is held against the goal. */
  readonly of: 'median' | 'p95';
}

/** Two ways to the same result. Each call does the work once and is timed as a whole. */
export interface Sides {
  readonly ours: () => unknown;
  readonly limit: () => unknown;
}

export interface Contest {
  /** What `--only` looks for. */
  readonly name: string;
  readonly title: string;
  readonly goal: Goal | null;
  /**
   * `warm`: both sides in one process, again and again. `fresh`: a process of its own for every sample, where memory
   * and a cold start belong to the work.
   */
  readonly mode: 'warm' | 'fresh';
  readonly runs: number;
  /** Writes what both sides read; runs once, untimed. */
  readonly prepare?: (folder: string) => Promise<void> | void;
  /** Everything before the clock starts. */
  readonly begin: (folder: string) => Promise<Sides> | Sides;
  /** Facts worth a line under the table, such as that both sides wrote as many cells. */
  readonly note?: (folder: string) => Promise<string> | string;
}

export const ratio = (atMost: number): Goal => ({ kind: 'ratio', atMost, of: 'median' });
export const milliseconds = (atMost: number, of: Goal['of'] = 'median'): Goal => ({
  kind: 'milliseconds',
  atMost,
  of,
});

/** Samples of one row as they are handed to the table; milliseconds. */
export interface RowSamples {
  readonly name: string;
  readonly title: string;
  readonly goal: Goal | null;
  readonly unit: 'cpu' | 'wall';
  readonly ours: readonly number[];
  readonly limit: readonly number[];
  readonly note?: string;
}
