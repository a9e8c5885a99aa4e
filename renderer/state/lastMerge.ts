/** What the last merge did to the open workbook, for as long as the window shows it. */
import { useSyncExternalStore } from 'react';
import type { Merge } from '../../shared/domain/review/takeBackMerge';

export interface LastMerge extends Merge {
  /** The workbook it was merged into. */
  readonly workbook: string;
  /** The copy that was merged in. */
  readonly fileName: string;
}

let last: LastMerge | null = null;
const listeners = new Set<() => void>();

/** Null once it has been taken back. */
export function noteMerge(merge: LastMerge | null): void {
  last = merge;
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
