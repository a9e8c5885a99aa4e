/** The workbook that is open in the window, for everything on the screen. */
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Plan } from '../../shared/domain/plan';
import { planOf } from '../../shared/domain/plan';
import { known } from '../../shared/domain/base/assert';
import { dayNumber } from '../../shared/domain/base/dates';
import type { Workbook } from '../../shared/domain/workbook';
import type { WritesOfOne } from '../../shared/document/recentWrites';
import type { SavingStatus } from '../platform/saving';
import type { WorkbookSession } from '../platform/openWorkbook';
import { useToday } from './today';

const MILLISECONDS_PER_DAY = 86_400_000;

export const SessionContext = createContext<WorkbookSession | null>(null);

export function useSession(): WorkbookSession {
  return known(useContext(SessionContext), 'a workbook is open');
}

/** The plan with everything computed from it; the same value until the plan changes. */
export function usePlan(): Plan {
  const { document } = useSession();
  const workbook = useSyncExternalStore(
    (listener) => document.subscribe(listener),
    () => document.workbook(),
  );
  const today = useToday();
  return useMemo(() => planOf(workbook, today), [workbook, today]);
}

/** Counts follow an edit at the latest after so long, however busy the window is. */
const LONGEST_REST_MS = 500;

/**
 * The plan for what nobody waits for, such as counts: it follows a change once its frame has been painted and the
 * window is idle, so that what is found in the whole plan does not stand between a key and its effect.
 */
export function usePlanAtRest(): Plan {
  const { document } = useSession();
  const [workbook, setWorkbook] = useState(() => document.workbook());
  const today = useToday();
  useEffect(() => {
    let waiting: number | null = null;
    const follow = (): void => {
      waiting ??= requestIdleCallback(
        () => {
          waiting = null;
          setWorkbook(document.workbook());
        },
        { timeout: LONGEST_REST_MS },
      );
    };
    // What changed between the first render and now has not been heard.
    follow();
    const stop = document.subscribe(follow);
    return () => {
      stop();
      if (waiting !== null) cancelIdleCallback(waiting);
    };
  }, [document]);
  return useMemo(() => planOf(workbook, today), [workbook, today]);
}

/**
 * What others have written within so many days.
 * @param workbook the plan as it stands: another one is looked through again
 */
export function useWritesOfOthers(workbook: Workbook, days: number): readonly WritesOfOne[] {
  const { document } = useSession();
  const today = useToday();
  const [found, setFound] = useState<readonly WritesOfOne[]>([]);
  useEffect(() => {
    // Every value of the plan is looked at: not before the page is painted.
    const waiting = requestIdleCallback(() => {
      setFound(document.writesOfOthers((dayNumber(today) - days) * MILLISECONDS_PER_DAY));
    });
    return () => {
      cancelIdleCallback(waiting);
    };
  }, [document, workbook, today, days]);
  return found;
}

/** What can truthfully be said about saving. */
export function useSaving(): SavingStatus {
  const { saving } = useSession();
  return useSyncExternalStore(saving.subscribe, saving.read);
}
