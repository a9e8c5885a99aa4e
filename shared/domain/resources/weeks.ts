/** Calendar weeks, Monday to Sunday, over the days of the working-time tables. Source: ISO 8601, a week begins on Monday. */
import { dayNumber, weekdayOfDay, type CalendarDate } from '../base/dates';
import { dateOfTableDay, tableDay } from '../schedule/workingTime';

const DAYS = 7;

/** Weekday of the first table day: 0 Monday … 6 Sunday. */
const FIRST_WEEKDAY = weekdayOfDay(dayNumber(dateOfTableDay(0)));

/** The number of the week a table day lies in; neighbors differ by one. */
export function weekOfDay(day: number): number {
  return Math.floor((day + FIRST_WEEKDAY) / DAYS);
}

export function weekOf(date: CalendarDate): number {
  return weekOfDay(tableDay(date));
}

/** Its Monday as a table day; the first week may begin before the tables. */
export function firstDayOf(week: number): number {
  return week * DAYS - FIRST_WEEKDAY;
}

export function lastDayOf(week: number): number {
  return firstDayOf(week) + DAYS - 1;
}

/** The date of its Monday. */
export function mondayOf(week: number): CalendarDate {
  return dateOfTableDay(firstDayOf(week));
}
