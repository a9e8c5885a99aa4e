/** The months a budget looks at, and the fiscal years they fall into. */
import { isCalendarDate, monthNumber, monthOf, monthOfNumber, type CalendarDate } from '../base/dates';
import type { Organisation } from '../registers/all';
import type { FiscalYear } from './budget';

const DEFAULT_MONTHS = 60;
const MOST_MONTHS = 120;

export interface Horizon {
  /** Month 1 as a month number (see `monthNumber`). */
  readonly firstMonth: number;
  readonly months: number;
  readonly fiscalYears: readonly FiscalYear[];
  /** Month index within the horizon to the index of its fiscal year. */
  readonly yearOfMonth: readonly number[];
}

/**
 * Month 1 is the month of the first of these that is there: the budget's start, the plan's start, the first day of
 * the schedule.
 */
export function horizonOf(organisation: Organisation | undefined, projectStart: CalendarDate): Horizon {
  const starts = [organisation?.budgetStart, organisation?.start, projectStart, '1970-01-01'];
  const firstMonth = monthNumber(monthOf(starts.find(isCalendarDate) ?? ''));
  const months = monthCount(organisation?.budgetMonths);
  return { firstMonth, months, ...fiscalYearsOf(firstMonth, months, organisation?.fiscalYearStartMonth) };
}

function monthCount(given: number | undefined): number {
  if (given === undefined || Number.isNaN(given)) return DEFAULT_MONTHS;
  return Math.trunc(Math.min(Math.max(given, 1), MOST_MONTHS));
}

function fiscalYearsOf(
  firstMonth: number,
  months: number,
  startMonth: number | undefined,
): Pick<Horizon, 'fiscalYears' | 'yearOfMonth'> {
  const isMonth = Number.isInteger(startMonth) && Number(startMonth) >= 1 && Number(startMonth) <= 12;
  const fiscalYears: { label: string; firstMonth: number; lastMonth: number }[] = [];
  const yearOfMonth: number[] = [];
  for (let month = 0; month < months; month++) {
    const label = fiscalYearLabel(firstMonth + month, isMonth ? Number(startMonth) : 1);
    const current = fiscalYears.at(-1);
    if (current?.label === label) current.lastMonth = month;
    else fiscalYears.push({ label, firstMonth: month, lastMonth: month });
    yearOfMonth.push(fiscalYears.length - 1);
  }
  return { fiscalYears, yearOfMonth };
}

/** A fiscal year is named for the calendar year it ends in: with one from January, the year itself. */
function fiscalYearLabel(month: number, startMonth: number): string {
  const monthsLeftInYear = 12 - startMonth + 1;
  return monthOfNumber(startMonth === 1 ? month : month + monthsLeftInYear).slice(0, 4);
}
