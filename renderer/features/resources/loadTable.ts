/** The load of people as a table: who has a row, and which weeks are in sight. */
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { isOver, loadPercent, type PersonLoad, type PersonWeek } from '../../../shared/domain/resources/load';
import { weekOf } from '../../../shared/domain/resources/weeks';

/** So many weeks stand in the table at once: a year, so that it stays quick. */
export const MOST_WEEKS = 53;

export interface LoadTable {
  /** People with something to do. */
  readonly rows: readonly PersonLoad[];
  /** The weeks in sight, by their numbers. */
  readonly weeks: readonly number[];
  /** Where the weeks before and after these begin; null where nothing is planned there. */
  readonly earlier: number | null;
  readonly later: number | null;
}

/** @param from the first week in sight; null for the best one: that of today, if there is more than fits */
export function loadTable(loads: readonly PersonLoad[], from: number | null, today: CalendarDate): LoadTable {
  const rows = loads.filter(({ works }) => works.length > 0);
  let [first, last] = [Infinity, -Infinity];
  for (const { weeks } of rows) {
    first = Math.min(first, weeks[0]?.week ?? Infinity);
    last = Math.max(last, weeks.at(-1)?.week ?? -Infinity);
  }
  if (first > last) return { rows, weeks: [], earlier: null, later: null };
  const latest = Math.max(first, last - MOST_WEEKS + 1);
  const start = Math.max(first, Math.min(from ?? weekOf(today), latest));
  const end = Math.min(last, start + MOST_WEEKS - 1);
  return {
    rows,
    weeks: Array.from({ length: end - start + 1 }, (_, index) => start + index),
    earlier: start > first ? Math.max(first, start - MOST_WEEKS) : null,
    later: end < last ? Math.min(latest, end + 1) : null,
  };
}

/** From a calm week to one that cannot work; 0 without work. The tones are those of the risks. */
export type LoadBand = 0 | 1 | 2 | 3 | 4;

/** From this share of the time on, a week is full. */
const FULL_FROM = 80;
/** From this share on, no longer day helps. */
const FAR_ABOVE_FROM = 150;

export function loadBand(week: PersonWeek | undefined): LoadBand {
  if (week === undefined || week.load === 0) return 0;
  const percent = loadPercent(week);
  if (percent === null || percent >= FAR_ABOVE_FROM) return 4;
  if (isOver(week)) return 3;
  return percent >= FULL_FROM ? 2 : 1;
}

/** `120%`; `away` where there is work and no time for it. */
export function loadText(week: PersonWeek | undefined): string {
  if (week === undefined || week.load === 0) return '–';
  const percent = loadPercent(week);
  return percent === null ? 'away' : `${String(percent)}%`;
}

/** A cell of the table. */
export interface LoadCell {
  readonly person: string;
  readonly week: number;
}

export function isSameCell(a: LoadCell | null, b: LoadCell): boolean {
  return a?.person === b.person && a.week === b.week;
}
