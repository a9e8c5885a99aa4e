/** The days off of a country, from the table that comes with the app. */
import { calendarDate, isCalendarDate, partsOf, type CalendarDate } from '../base/dates';
import { isObject } from './jsonReader';

/** By two-letter country code: all its public holidays, in order. */
export type HolidayTable = ReadonlyMap<string, readonly CalendarDate[]>;

export const NO_HOLIDAYS: HolidayTable = new Map();

/** So many years beyond the start are filled in: longer than a rollout, short enough to be looked through. */
const YEARS_AHEAD = 5;

/**
 * Reads `{ countries: { US: { "2027": "01-01 01-18 …" } } }`. What does not fit is passed over: a plan without a
 * holiday is better than no plan.
 */
export function parseHolidays(json: unknown): HolidayTable {
  if (!isObject(json) || !isObject(json['countries'])) return NO_HOLIDAYS;
  return new Map(
    Object.entries(json['countries']).map(([country, years]) => [
      country,
      isObject(years) ? Object.entries(years).flatMap(([year, days]) => daysOf(year, days)) : [],
    ]),
  );
}

function daysOf(year: string, days: unknown): readonly CalendarDate[] {
  if (typeof days !== 'string') return [];
  return days
    .split(' ')
    .map((day) => `${year}-${day}`)
    .filter(isCalendarDate);
}

/** The public holidays of a country from a start on; none for a country or years the table does not know. */
export function holidaysFrom(
  table: HolidayTable,
  country: string,
  start: CalendarDate,
): readonly CalendarDate[] {
  const { year, month, day } = partsOf(start);
  const end = calendarDate(year + YEARS_AHEAD, month, day);
  return (table.get(country) ?? []).filter((date) => date >= start && date < end);
}
