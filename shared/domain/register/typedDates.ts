/** Dates as people type them and spreadsheets write them. Whether 3/4 is in March or April is for the caller to settle. */
import { calendarDate, dayNumber, existsInCalendar, partsOf, type CalendarDate } from '../base/dates';

export type DateOrder = 'monthFirst' | 'dayFirst';

const WEEKDAY = String.raw`(?:[a-z]{2,9}\.?,?\s+)?`;
const TIME = String.raw`(?:[T\s].*)?`;
const NUMERIC = new RegExp(String.raw`^${WEEKDAY}(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?${TIME}$`, 'i');
const DAY_MONTH_NAME = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})\.?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{2,4})${TIME}$`,
  'i',
);
const MONTH_NAME_DAY = new RegExp(
  String.raw`^${WEEKDAY}([a-z]{3,9})\.?[\s-]+(\d{1,2}),?[\s-]+(\d{2,4})${TIME}$`,
  'i',
);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Numbers over twelve give the order away; null where none does. */
export function dateOrderIn(cells: readonly string[]): DateOrder | null {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const match = NUMERIC.exec(cell.trim());
    if (match === null || match[2] === '.' || (match[1] ?? '').length > 2) continue;
    if (Number(match[1]) > 12) dayFirst += 1;
    else if (Number(match[3]) > 12) monthFirst += 1;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst > monthFirst ? 'dayFirst' : 'monthFirst';
}

/** The same; where no date gives it away, the month comes first. */
export function dateOrderOf(cells: readonly string[]): DateOrder {
  return dateOrderIn(cells) ?? 'monthFirst';
}

/** ISO, `3/1/2027`, `1.3.2027`, `1 Mar 2027` or `March 1, 2027`, each with a weekday before or a time behind it. */
export function dateIn(text: string, order: DateOrder): CalendarDate | null {
  const given = text.trim();
  const numeric = NUMERIC.exec(given);
  if (numeric !== null) {
    const [, a = '', separator = '', b = '', c = ''] = numeric;
    if (a.length > 2) return dateOf(a, b, c);
    return separator === '.' || order === 'dayFirst' ? dateOf(c, b, a) : dateOf(c, a, b);
  }
  const dayFirst = DAY_MONTH_NAME.exec(given);
  if (dayFirst !== null) return dateOf(dayFirst[3] ?? '', monthNumber(dayFirst[2]), dayFirst[1] ?? '');
  const monthFirst = MONTH_NAME_DAY.exec(given);
  if (monthFirst !== null)
    return dateOf(monthFirst[3] ?? '', monthNumber(monthFirst[1]), monthFirst[2] ?? '');
  return null;
}

const WITHOUT_YEAR =
  /(?:^|[a-z\s,])(?:\d{1,2}[./-]\d{1,2}\.?|\d{1,2}\.?[\s-]*[a-z]{3,9}\.?|[a-z]{3,9}\.?[\s-]*\d{1,2})$/i;

/** As `dateIn`, but `Jun 3` and `6/3` count too: they mean the year in which they lie nearest to a known date. */
export function dateNear(text: string, order: DateOrder, near: CalendarDate): CalendarDate | null {
  const exact = dateIn(text, order);
  if (exact !== null) return exact;
  const given = text.trim().replace(/\.$/, '');
  if (!WITHOUT_YEAR.test(given)) return null;
  const separator = /\d([./-])\d/.exec(given)?.[1] ?? ' ';
  const { year } = partsOf(near);
  const candidates = [year - 1, year, year + 1].flatMap((guess) => {
    const date = dateIn(`${given}${separator}${String(guess)}`, order);
    return date === null ? [] : [date];
  });
  const distance = (date: CalendarDate): number => Math.abs(dayNumber(date) - dayNumber(near));
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

function dateOf(year: string, month: string, day: string): CalendarDate | null {
  // Two digits mean 1970 to 2069.
  const century = year.length > 2 ? 0 : Number(year) < 70 ? 2000 : 1900;
  const parts = [Number(year) + century, Number(month), Number(day)] as const;
  return existsInCalendar(...parts) ? calendarDate(...parts) : null;
}
