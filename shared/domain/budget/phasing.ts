/** On which months of the horizon a cost line falls, and with how much each time. */
import { isCalendarDate, monthNumber, monthOf, type CalendarDate } from '../base/dates';
import { add, isZero, ONE, percentOf, power, times, ZERO, type Decimal } from '../base/decimal';
import type { CostLine } from '../registers/all';
import type { Horizon } from './horizon';

/** A line's amounts by month index, by fiscal year and in total; exact minor units. */
export interface Phasing {
  readonly months: ReadonlyMap<number, Decimal>;
  readonly byFiscalYear: readonly Decimal[];
  readonly total: Decimal;
}

/** When a line is billed, as month numbers. */
export interface Rhythm {
  readonly startMonth: number;
  /** The last month that may be billed; infinite without an end. */
  readonly endMonth: number;
  /** Months from one bill to the next; infinite when there is only one. */
  readonly everyMonths: number;
}

const EVERY_MONTHS: Readonly<Record<CostLine['frequency'], number>> = {
  once: Infinity,
  monthly: 1,
  quarterly: 3,
  yearly: 12,
};

/** A line without a start begins with the budget. */
export function rhythmOf(line: Pick<CostLine, 'start' | 'end' | 'frequency'>, horizon: Horizon): Rhythm {
  return {
    startMonth: monthOfDate(line.start) ?? horizon.firstMonth,
    endMonth: line.frequency === 'once' ? Infinity : (monthOfDate(line.end) ?? Infinity),
    everyMonths: EVERY_MONTHS[line.frequency],
  };
}

/** The month number of a date; null for none and for one that does not exist. */
export function monthOfDate(date: CalendarDate | null): number | null {
  return isCalendarDate(date) ? monthNumber(monthOf(date)) : null;
}

/** Indexes within the horizon of the months in which a rhythm bills, in order. */
export function billedMonths(rhythm: Rhythm, horizon: Horizon): number[] {
  const first = rhythm.startMonth - horizon.firstMonth;
  const last = Math.min(horizon.months - 1, rhythm.endMonth - horizon.firstMonth);
  if (rhythm.everyMonths === Infinity) return first >= 0 && first <= last ? [first] : [];
  const skipped = first < 0 ? Math.ceil(-first / rhythm.everyMonths) : 0;
  const billed: number[] = [];
  for (let month = first + skipped * rhythm.everyMonths; month <= last; month += rhythm.everyMonths) {
    billed.push(month);
  }
  return billed;
}

/**
 * Spreads a price over the months it is billed in. It grows by `escalatorPercent` after each 12 months since the
 * line's own start, also where that lies before the horizon: price × (1 + escalator/100)^k, never rounded.
 */
export function phase(price: Decimal, escalatorPercent: number, rhythm: Rhythm, horizon: Horizon): Phasing {
  const factor = add(ONE, percentOf(escalatorPercent));
  const months = new Map<number, Decimal>();
  const byFiscalYear = horizon.fiscalYears.map(() => ZERO);
  if (isZero(price)) return { months, byFiscalYear, total: ZERO };
  let step = 0;
  let amount = price;
  for (const month of billedMonths(rhythm, horizon)) {
    const steps = Math.floor((horizon.firstMonth + month - rhythm.startMonth) / 12);
    if (steps !== step && escalatorPercent !== 0) amount = times(price, power(factor, steps));
    step = steps;
    months.set(month, amount);
    const year = horizon.yearOfMonth[month] ?? 0;
    byFiscalYear[year] = add(byFiscalYear[year] ?? ZERO, amount);
  }
  return { months, byFiscalYear, total: byFiscalYear.reduce(add, ZERO) };
}

/** Gathers amounts that are already known by month. */
export function phasingOf(amounts: readonly Decimal[], horizon: Horizon): Phasing {
  const months = new Map<number, Decimal>();
  const byFiscalYear = horizon.fiscalYears.map(() => ZERO);
  amounts.forEach((amount, month) => {
    if (isZero(amount)) return;
    months.set(month, amount);
    const year = horizon.yearOfMonth[month] ?? 0;
    byFiscalYear[year] = add(byFiscalYear[year] ?? ZERO, amount);
  });
  return { months, byFiscalYear, total: byFiscalYear.reduce(add, ZERO) };
}
