/** What of the history is asked for on its page, and the question it becomes. */
import { recordsNamed } from '../../../shared/domain/history/namedRecords';
import type { HistoryFilter } from '../../../shared/domain/history/query';
import type { Workbook } from '../../../shared/domain/workbook';

export type Period = 'always' | 'sinceLastVisit' | 'lastVisit' | 'today' | 'week' | 'month';

export interface Wishes {
  readonly text: string;
  /** `all`, or a name; the empty one is nobody known. */
  readonly person: string;
  readonly register: string;
  readonly period: Period;
}

/** What chooses everybody or everything in a list of choices. */
export const ALL = 'all';

/** Names come with a mark before them, so that nobody can be called `all`. */
export function personChoice(name: string): string {
  return `:${name}`;
}

export const EVERYTHING: Wishes = { text: '', person: ALL, register: ALL, period: 'always' };

const DAYS: Partial<Record<Period, number>> = { today: 0, week: 6, month: 29 };
const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * @param workbook what records are called in it; needed only with words
 * @param startOfToday where the reader is, milliseconds since 1970
 */
export function filterOf(
  { text, person, register, period }: Wishes,
  workbook: Workbook | null,
  startOfToday: number,
): HistoryFilter {
  const days = DAYS[period];
  const isVisit = period === 'sinceLastVisit' || period === 'lastVisit';
  return {
    ...(text.trim() === '' || workbook === null ? {} : { text, named: recordsNamed(workbook, text) }),
    ...(person === ALL ? {} : { by: person.slice(1) }),
    ...(register === ALL ? {} : { register }),
    ...(isVisit ? { visit: period } : {}),
    ...(days === undefined ? {} : { from: startOfToday - days * MILLISECONDS_PER_DAY }),
  };
}
