/**
 * On which days a calendar works, counted over every day the app knows (1950 to 2199): how many working days lie
 * before a day, and which day the n-th working day is. Both are table look-ups, so adding working days costs the
 * same for a week and for a decade.
 */
import {
  calendarDate,
  dateOfDay,
  dayNumber,
  FIRST_YEAR,
  isCalendarDate,
  LAST_YEAR,
  weekdayOfDay,
  type CalendarDate,
} from '../base/dates';
import { WEEKDAYS } from '../register/field';
import type { Calendar } from '../registers/all';

/** Day 0 of the tables, as a day number. */
const FIRST_DAY = dayNumber(calendarDate(FIRST_YEAR, 1, 1));

/** The last day a schedule can reach. */
export const LAST_DATE = calendarDate(LAST_YEAR, 12, 31);

/** How many days the tables hold. */
export const KNOWN_DAYS = dayNumber(LAST_DATE) - FIRST_DAY + 1;

/** Days since the first day of the tables; a day outside them counts as the nearest one inside. */
export function tableDay(date: CalendarDate): number {
  return insideTable(dayNumber(date) - FIRST_DAY);
}

/** Dates already written out: thousands of tasks share a few hundred. */
const writtenDates = new Map<number, CalendarDate>();

/** The inverse of `tableDay`. */
export function dateOfTableDay(day: number): CalendarDate {
  const inside = insideTable(day);
  const written = writtenDates.get(inside);
  if (written !== undefined) return written;
  const date = dateOfDay(inside + FIRST_DAY);
  writtenDates.set(inside, date);
  return date;
}

function insideTable(day: number): number {
  return day >= 0 ? Math.min(day, KNOWN_DAYS - 1) : 0;
}

/** What a calendar says, without its name. */
export type WorkingWeek = Pick<Calendar, 'workingWeek' | 'holidays' | 'extraWorkingDays'>;

/** Monday to Friday without a day off: what counts where no calendar was chosen. */
export const MONDAY_TO_FRIDAY: WorkingWeek = {
  workingWeek: ['mon', 'tue', 'wed', 'thu', 'fri'],
  holidays: [],
  extraWorkingDays: [],
};

/** The working days of one calendar. Days in and out are calendar dates. */
export class WorkingTime {
  /** The calendar names no working day at all, so Monday to Friday stands in for it. */
  readonly isStandIn: boolean;
  /** Working days before each table day; one more entry than there are days. */
  readonly before: Int32Array;
  /** The table day of each working day. */
  readonly nth: Int32Array;

  constructor(week: WorkingWeek) {
    const given = workingDays(week);
    this.isStandIn = !given.includes(1);
    const works = this.isStandIn ? workingDays(MONDAY_TO_FRIDAY) : given;
    this.before = new Int32Array(KNOWN_DAYS + 1);
    const nth = new Int32Array(KNOWN_DAYS);
    let count = 0;
    for (let day = 0; day < KNOWN_DAYS; day++) {
      this.before[day] = count;
      if (works[day] === 1) nth[count++] = day;
    }
    this.before[KNOWN_DAYS] = count;
    this.nth = nth.slice(0, count);
  }

  isWorkingDay(date: CalendarDate): boolean {
    const day = tableDay(date);
    return this.workingBefore(day + 1) > this.workingBefore(day);
  }

  /**
   * The working day so many working days after a date, or before it where `days` is negative: from a Friday, and from
   * the Saturday after it, 1 leads to Monday. 0 is the date itself or, on a day off, the next working day.
   */
  addWorkingDays(date: CalendarDate, days: number): CalendarDate {
    const day = tableDay(date);
    const from = this.workingBefore(day);
    const onWorkingDay = this.workingBefore(day + 1) > from;
    const target = from + Math.trunc(days) - (days > 0 && !onWorkingDay ? 1 : 0);
    if (target < 0) return dateOfTableDay(0);
    return dateOfTableDay(this.nth[target] ?? KNOWN_DAYS - 1);
  }

  /** Working days from one date to another, both included; 0 where `to` lies before `from`. */
  workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
    return Math.max(0, this.workingBefore(tableDay(to) + 1) - this.workingBefore(tableDay(from)));
  }

  private workingBefore(day: number): number {
    return this.before[day] ?? this.nth.length;
  }
}

/** One entry for each table day: 1 where the calendar works. Extra working days win over days off. */
function workingDays(week: WorkingWeek): Uint8Array {
  const works = new Uint8Array(KNOWN_DAYS);
  const firstWeekday = weekdayOfDay(FIRST_DAY);
  for (const name of week.workingWeek) {
    const weekday = WEEKDAYS.indexOf(name);
    if (weekday < 0) continue;
    for (let day = (weekday - firstWeekday + 7) % 7; day < KNOWN_DAYS; day += 7) works[day] = 1;
  }
  for (const date of week.holidays) if (isCalendarDate(date)) works[tableDay(date)] = 0;
  for (const date of week.extraWorkingDays) if (isCalendarDate(date)) works[tableDay(date)] = 1;
  return works;
}

const known = new WeakMap<WorkingWeek, WorkingTime>();

/** The working time of a calendar; of Monday to Friday without one. Computed once for each calendar record. */
export function workingTimeOf(calendar: WorkingWeek = MONDAY_TO_FRIDAY): WorkingTime {
  const cached = known.get(calendar);
  if (cached !== undefined) return cached;
  const time = new WorkingTime(calendar);
  known.set(calendar, time);
  return time;
}
