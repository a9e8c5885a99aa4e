/** Durations, lags and dates of MS Project XML, in working days and calendar dates. */
import { isCalendarDate, type CalendarDate } from '../domain/base/dates';
import { MINUTES_PER_DAY, isElapsed, isPercent } from './mspdiTerms';

/** How a file converts time. */
export interface TimeUnits {
  readonly minutesPerDay: number;
  /** Working days of a calendar week. */
  readonly daysPerWeek: number;
}

export const USUAL_UNITS: TimeUnits = { minutesPerDay: MINUTES_PER_DAY, daysPerWeek: 5 };

const DURATION = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
export const MINUTES_PER_CALENDAR_DAY = 1440;

/** Working minutes of `PT40H30M0S`; null for anything else. The format's own days are 24 hours long. */
export function minutesOf(duration: string): number | null {
  const match = DURATION.exec(duration.trim());
  if (match === null) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  const total =
    Number(days) * MINUTES_PER_CALENDAR_DAY + Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
  return sign === '-' ? -total : total;
}

/**
 * Working days of a number of minutes. Elapsed minutes run around the clock, seven days a week; of these, as many days
 * count as the week has working days: five of seven.
 */
export function daysOf(minutes: number, format: number, units: TimeUnits): number {
  const days = isElapsed(format)
    ? (minutes / MINUTES_PER_CALENDAR_DAY) * (units.daysPerWeek / 7)
    : minutes / units.minutesPerDay;
  return storedDecimals(days);
}

/** Working days of a lag: tenths of a minute, or percent of the predecessor's duration. */
export function lagDaysOf(
  lag: number,
  format: number,
  { units, durationDays }: { units: TimeUnits; durationDays: number },
): number {
  return isPercent(format) ? storedDecimals((durationDays * lag) / 100) : daysOf(lag / 10, format, units);
}

/** The longest duration and lag a plan keeps, in working days; the fields of the registers have the same limits. */
export const LONGEST_DAYS = 10_000;

/** As many decimals as numbers are stored with. */
export function storedDecimals(number: number): number {
  return Number(number.toFixed(6));
}

/** A plain number; null for anything else, also for an element that is not there. */
export function numberOf(text: string): number | null {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

/** The day of a local date and time. */
export function dateOf(text: string): CalendarDate | null {
  const date = text.trim().slice(0, 10);
  return isCalendarDate(date) ? date : null;
}
