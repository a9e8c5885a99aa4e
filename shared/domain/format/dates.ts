/** Dates as people read them. A text that is no date is shown as it stands, so that nothing is hidden. */
import { dayNumber, isCalendarDate, type CalendarDate } from '../base/dates';

const LOCALE = 'en-US';
const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * `short` Sep 15 · `medium` Sep 15, 2027 · `weekday` Tue, Sep 15 · `weekdayYear` Tue, Sep 15, 2027 ·
 * `full` Tuesday, September 15, 2027
 */
export type DateStyle = 'short' | 'medium' | 'weekday' | 'weekdayYear' | 'full';

// Formats are handed UTC midnights and asked in UTC, so that no time zone moves a date.
const shared = { timeZone: 'UTC', day: 'numeric' } as const;
const STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  short: { ...shared, month: 'short' },
  medium: { ...shared, month: 'short', year: 'numeric' },
  weekday: { ...shared, month: 'short', weekday: 'short' },
  weekdayYear: { ...shared, month: 'short', weekday: 'short', year: 'numeric' },
  full: { ...shared, month: 'long', weekday: 'long', year: 'numeric' },
};

const formats = new Map<DateStyle, Intl.DateTimeFormat>();

function formatOf(style: DateStyle): Intl.DateTimeFormat {
  const known = formats.get(style);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(LOCALE, STYLES[style]);
  formats.set(style, made);
  return made;
}

export function formatDate(date: CalendarDate, style: DateStyle = 'medium'): string {
  return isCalendarDate(date) ? formatOf(style).format(dayNumber(date) * MILLISECONDS_PER_DAY) : date;
}

/** Without the year where it is the year of `near`: what a column of dates can do without. */
export function formatDateNear(date: CalendarDate, near: CalendarDate): string {
  return formatDate(date, date.slice(0, 4) === near.slice(0, 4) ? 'short' : 'medium');
}

/** `Jun 3 to Jul 9`, or one date; with the year where it is not that of `near`. */
export function formatSpan(from: CalendarDate, to: CalendarDate, near: CalendarDate): string {
  const last = formatDateNear(to, near);
  return from === to
    ? last
    : `${formatDateNear(from, from.slice(0, 4) === to.slice(0, 4) ? from : near)} to ${last}`;
}

/** An instant in UTC, as whoever reads it may be anywhere: `Mon, Jan 4, 2027, 08:01 UTC`. @param instant ISO 8601 */
export function formatMoment(instant: string): string {
  return `${formatDate(instant.slice(0, 10), 'weekdayYear')}, ${instant.slice(11, 16)} UTC`;
}
