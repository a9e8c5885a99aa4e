/** What of the history is asked for on its page, and the question it becomes. */
import { recordsNamed } from '../../../shared/domain/history/namedRecords';
import type { WriterChoice } from '../../../shared/domain/history/people';
import type { HistoryFilter } from '../../../shared/domain/history/query';
import type { Workbook } from '../../../shared/domain/workbook';

export type Period = 'always' | 'sinceLastVisit' | 'lastVisit' | 'today' | 'week' | 'month';

export interface Wishes {
  readonly text: string;
  /** Null for everybody. */
  readonly writer: WriterChoice | null;
  readonly register: string;
  readonly period: Period;
}

/** What chooses everybody or everything in a list of choices. */
export const ALL = 'all';

export const EVERYTHING: Wishes = { text: '', writer: null, register: ALL, period: 'always' };

const DAYS: Partial<Record<Period, number>> = { today: 0, week: 6, month: 29 };
const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * @param workbook what records are called in it; needed only with words
 * @param startOfToday where the reader is, milliseconds since 1970
 */
export function filterOf(
  { text, writer, register, period }: Wishes,
  workbook: Workbook | null,
  startOfToday: number,
): HistoryFilter {
  const days = DAYS[period];
  const isVisit = period === 'sinceLastVisit' || period === 'lastVisit';
  return {
    ...(text.trim() === '' || workbook === null ? {} : { text, named: recordsNamed(workbook, text) }),
    ...(writer === null ? {} : { writer }),
    ...(register === ALL ? {} : { register }),
    ...(isVisit ? { visit: period } : {}),
    ...(days === undefined ? {} : { from: startOfToday - days * MILLISECONDS_PER_DAY }),
  };
}
