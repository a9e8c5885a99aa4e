/** What the last merge did to the open workbook, for as long as the window shows it. */
import { useSyncExternalStore } from 'react';
import type { FieldChange } from '../../shared/domain/edits/change';
import type { Merge } from '../../shared/domain/review/takeBackMerge';

export interface LastMerge extends Merge {
  /** The workbook it was merged into. */
  readonly workbook: string;
  /** The copy that was merged in. */
  readonly fileName: string;
  /** When it was merged: milliseconds since 1970. */
  readonly at: number;
  /** Field by field what came in, with who wrote it. */
  readonly changes: readonly FieldChange[];
}

let last: LastMerge | null = null;
/** Records that look like others and, as a person said, are not the same. */
let different: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

/** Null once it has been taken back. */
export function noteMerge(merge: LastMerge | null): void {
  last = merge;
  different = new Set();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLastMerge(workbook: string): LastMerge | null {
  const merge = useSyncExternalStore(subscribe, () => last);
  return merge?.workbook === workbook ? merge : null;
}

export function noteDifferent(record: string): void {
  different = new Set(different).add(record);
  for (const listener of listeners) listener();
}

export function useDifferent(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => different);
}
