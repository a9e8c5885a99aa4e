/** What the last merge did to the open workbook, in this window or before it was opened. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CalendarDate } from '../../shared/domain/base/dates';
import type { FieldChange } from '../../shared/domain/edits/change';
import { planOf } from '../../shared/domain/plan';
import { isAccountOf, mergeAccount, type MergeAccount } from '../../shared/domain/review/mergeAccount';
import type { Merge } from '../../shared/domain/review/takeBackMerge';
import type { KeptMerge } from '../../shared/ipc/keptMerge';
import type { WorkbookSession } from '../platform/openWorkbook';
import { workbookIn } from '../platform/readState';
import { useSession } from './session';
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
  keepMerge(merge === null ? null : accountOf(merge, localToday()));
  show(merge);
}

function show(merge: LastMerge | null): void {
  last = merge;
  different = new Set();
  for (const listener of listeners) listener();
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

/** What is left of a merge when the plan before it is no longer there. */
export interface ToldMerge {
  readonly fileName: string;
  readonly checks: MergeAccount['checks'];
}

/** Also one of an earlier day, as far as it was kept; null where there was none or it was taken back. */
export function useLastMerge(): LastMerge | ToldMerge | null {
  const session = useSession();
  const noted = useSyncExternalStore(subscribe, () => last);
  const [told, setTold] = useState<ToldMerge | null>(null);
  const merge = noted?.workbook === session.workbook ? noted : null;
  const isNoted = merge !== null;
  useEffect(() => {
    if (isNoted) return undefined;
    let isOver = false;
    void recalled(session).then((found) => {
      if (isOver || found === null) return;
      if (!('workbook' in found)) setTold(found);
      else if (last?.workbook !== session.workbook) show(found);
    });
    return () => {
      isOver = true;
      setTold(null);
    };
  }, [session, isNoted]);
  return merge ?? told;
}

async function recalled(session: WorkbookSession): Promise<LastMerge | ToldMerge | null> {
  const kept = await session.lastMerge();
  return kept.ok && kept.value !== null ? mergeIn(kept.value, session) : null;
}

/**
 * Whole where the states are those of this merge: a backup may have made way for newer ones. Two whole plans are read
 * and computed for it, step by step, so that the page answers meanwhile.
 */
async function mergeIn(kept: KeptMerge, { workbook }: WorkbookSession): Promise<LastMerge | ToldMerge> {
  const { account, at } = kept;
  const fileName = account.from.join(', ');
  const told = { fileName, checks: account.checks };
  if (at === null || kept.before === null || kept.after === null) return told;
  await idleMoment();
  const before = workbookIn(kept.before);
  await idleMoment();
  const after = workbookIn(kept.after);
  await idleMoment();
  if (!isAccountOf(account, { before, after })) return told;
  for (const each of [before, after]) {
    await idleMoment();
    // Known then to whoever compares the two.
    planOf(each, localToday());
  }
  await idleMoment();
  return { before, after, workbook, fileName, at, changes: account.changes };
}

const LONGEST_WAIT_MS = 200;

function idleMoment(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(
      () => {
        resolve();
      },
      { timeout: LONGEST_WAIT_MS },
    );
  });
}

export function noteDifferent(record: string): void {
  different = new Set(different).add(record);
  for (const listener of listeners) listener();
}

export function useDifferent(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => different);
}
