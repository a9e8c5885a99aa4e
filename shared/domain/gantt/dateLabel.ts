/** Dates in words, as every chart and printed page writes them. */
import { dayNumber, type CalendarDate } from '../base/dates';

const LOCALE = 'en-US';
const MILLISECONDS_PER_DAY = 86_400_000;

// The formats are given UTC midnights and asked in UTC, so that no time zone moves a date.
const dayAndMonth = new Intl.DateTimeFormat(LOCALE, { month: 'short', day: 'numeric', timeZone: 'UTC' });
const weekdayDate = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});
const monthName = new Intl.DateTimeFormat(LOCALE, { month: 'short', timeZone: 'UTC' });
const longDate = new Intl.DateTimeFormat(LOCALE, {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

function instantOf(date: CalendarDate): number {
  return dayNumber(date) * MILLISECONDS_PER_DAY;
}

/** `Jun 1` */
export function shortDate(date: CalendarDate): string {
  return dayAndMonth.format(instantOf(date));
}

/** `Tue, Sep 15` */
export function shortWeekdayDate(date: CalendarDate): string {
  return weekdayDate.format(instantOf(date));
}

/** `September 15, 2026` */
export function fullDate(date: CalendarDate): string {
  return longDate.format(instantOf(date));
}

/** `Jun` */
export function shortMonth(date: CalendarDate): string {
  return monthName.format(instantOf(date));
}
