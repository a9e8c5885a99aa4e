/** The workbook that is open in the window, for everything on the screen. */
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Plan } from '../../shared/domain/plan';
import { planOf } from '../../shared/domain/plan';
import { known } from '../../shared/domain/base/assert';
import type { SavingStatus } from '../platform/saving';
import type { WorkbookSession } from '../platform/openWorkbook';
import { useToday } from './today';

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

/** What can truthfully be said about saving. */
export function useSaving(): SavingStatus {
  const { saving } = useSession();
  return useSyncExternalStore(saving.subscribe, saving.read);
}
