/** Calendar quarters, and which of them a roadmap shows. */
import {
  addDays,
  addMonths,
  calendarDate,
  monthNumber,
  monthOf,
  partsOf,
  type CalendarDate,
} from '../base/dates';
import type { ItemSpan } from './itemSpan';

export interface Quarter {
  /** `Q2 2026` */
  readonly label: string;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

const FEWEST = 4;
/** Ten years: what lies beyond is drawn at the edge. */
const MOST = 40;

function quarterStart(date: CalendarDate): CalendarDate {
  const { year, month } = partsOf(date);
  return calendarDate(year, month - ((month - 1) % 3), 1);
}

/**
 * The quarters from the first item to the last, today's included unless it lies years away; without items a year from
 * today.
 */
export function quartersCovering(spans: readonly ItemSpan[], today: CalendarDate): Quarter[] {
  const starts = spans.map((span) => span.start).sort();
  const first = quarterStart(starts[0] !== undefined && starts[0] < today ? starts[0] : today);
  const last = spans.reduce((latest, span) => (span.end > latest ? span.end : latest), today);
  const needed = Math.floor((monthNumber(monthOf(last)) - monthNumber(monthOf(first))) / 3) + 1;
  const count = Math.min(Math.max(needed, FEWEST), MOST);
  return Array.from({ length: count }, (_, index) => {
    const start = addMonths(first, index * 3);
    const { year, month } = partsOf(start);
    return { label: `Q${(month + 2) / 3} ${year}`, start, end: addDays(addMonths(start, 3), -1) };
  });
}
