/** Which baseline stands under the bars of the timeline: kept while the workbook is open, never written into it. */
import { useCallback, useSyncExternalStore } from 'react';
import { baselineInUse } from '../../shared/domain/baseline/compareBaseline';
import type { Baseline } from '../../shared/domain/registers/all';
import type { Workbook } from '../../shared/domain/workbook';
import { useSession } from './session';

const shown = new WeakMap<object, string | null>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The id of a baseline, which may be in the bin by now; null for none. @param session the open workbook */
export function shownBaseline(session: object): string | null {
  return shown.get(session) ?? null;
}

export function useShownBaseline(): readonly [string | null, (baseline: string | null) => void] {
  const session = useSession();
  const baseline = useSyncExternalStore(subscribe, () => shownBaseline(session));
  const show = useCallback(
    (chosen: string | null): void => {
      shown.set(session, chosen);
      for (const listener of listeners) listener();
    },
    [session],
  );
  return [baseline, show];
}

/** The baseline itself, while it is in use. */
export function useBaselineInUse(workbook: Workbook): Baseline | null {
  const [shown] = useShownBaseline();
  return baselineInUse(workbook, shown);
}
