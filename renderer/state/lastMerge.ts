/** What the last merge did to the open workbook. */
import { useSyncExternalStore } from 'react';
import type { CalendarDate } from '../../shared/domain/base/dates';
import type { FieldChange } from '../../shared/domain/edits/change';
import { planOf } from '../../shared/domain/plan';
import { mergeAccount, type MergeAccount } from '../../shared/domain/review/mergeAccount';
import type { Merge } from '../../shared/domain/review/takeBackMerge';
import type { WorkbookSession } from '../platform/openWorkbook';
import { localToday } from './today';

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

/** Shown while the window is open, and kept for the report of another day. @param merge null once it has been taken back */
export function noteMerge({ keepMerge }: WorkbookSession, merge: LastMerge | null): void {
  last = merge;
  different = new Set();
  for (const listener of listeners) listener();
  keepMerge(merge === null ? null : accountOf(merge, localToday()));
}

/** What a merge brought and did, for its report. */
export function accountOf(merge: Omit<LastMerge, 'workbook'>, today: CalendarDate): MergeAccount {
  const { before, after, changes, fileName } = merge;
  const plans = { before: planOf(before, today), after: planOf(after, today) };
  return mergeAccount({ into: '', from: [fileName] }, { ...plans, changes });
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
