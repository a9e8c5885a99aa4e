/** Where the person is: which page, and which record of it is meant. */
import { useSyncExternalStore } from 'react';
import type { RegisterId } from '../../shared/domain/registers/all';

export type PageId =
  'overview' | 'timeline' | 'roadmap' | 'costs' | 'risks' | 'problems' | 'review' | 'backups';

export interface Place {
  readonly page: PageId;
  /** A record to show and focus, for instance from Problems. */
  readonly record?: { readonly register: RegisterId; readonly id: string; readonly field?: string };
}

let place: Place = { page: 'overview' };
const listeners = new Set<() => void>();

export function goTo(next: Place): void {
  place = next;
  for (const listener of listeners) listener();
}

/** The page that shows a register's records; undefined while none does. */
export function pageOf(register: string | undefined): PageId | undefined {
  switch (register) {
    case 'tasks':
    case 'links':
    case 'calendars':
    case 'phases':
      return 'timeline';
    case 'costs':
    case 'fundingSources':
    case 'actuals':
      return 'costs';
    case 'risks':
      return 'risks';
    case 'roadmapItems':
      return 'roadmap';
    default:
      return undefined;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => place);
}
