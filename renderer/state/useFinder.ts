/** The search of the open workbook for whatever shows its results. */
import { useEffect, useState } from 'react';
import type { Workbook } from '../../shared/domain/workbook';
import { PlanSearch } from './planSearch';
import { useSession } from './session';

const searches = new WeakMap<object, PlanSearch>();

export interface Finder {
  readonly search: PlanSearch;
  /** All of the plan is in the index; until then some records are not found. */
  readonly isComplete: boolean;
  /** Grows when the index has followed a change. */
  readonly turn: number;
}

/** Indexes in idle moments while it is used; what was indexed once stays for as long as the workbook is open. */
export function useFinder(workbook: Workbook): Finder {
  const session = useSession();
  const [search] = useState(() => {
    const made = searches.get(session) ?? new PlanSearch();
    searches.set(session, made);
    return made;
  });
  const [state, setState] = useState({ isComplete: false, turn: 0 });
  useEffect(() => {
    let waiting = 0;
    const goOn = (deadline: IdleDeadline): void => {
      const isComplete = search.catchUp(workbook, () => deadline.timeRemaining() > 1);
      // Results of a half-read plan follow the next key; drawing them with every portion would hold the reading up.
      if (isComplete) setState(({ turn }) => ({ isComplete, turn: turn + 1 }));
      else waiting = requestIdleCallback(goOn, { timeout: 200 });
    };
    waiting = requestIdleCallback(goOn, { timeout: 200 });
    return () => {
      cancelIdleCallback(waiting);
    };
  }, [search, workbook]);
  return { search, ...state };
}
