/**
 * Numbers and durations as people type them and spreadsheets of any country write them. `1.234` alone can be a thousand
 * or a little more than one, so whoever has a whole column settles its decimal mark first.
 */

export type DecimalMark = '.' | ',';

/** Digits and marks only: without currency, percent sign and the spaces or apostrophes that group thousands. */
function bare(text: string): string {
  const trimmed = text.trim();
  const inParentheses = /^\(.*\)$/.test(trimmed);
  const digits = trimmed
    .replace(/\p{Sc}|%|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|[()\s'’_]/gu, '')
    .replace(/^[−–]/, '-')
    .replace(/^\+/, '');
  return inParentheses ? `-${digits}` : digits;
}

/** What one number says about the decimal mark; null where it fits both. */
function markIn(text: string): DecimalMark | null {
  const digits = bare(text);
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point < 0 && comma < 0) return null;
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  const mark = point >= 0 ? '.' : ',';
  const other = mark === '.' ? ',' : '.';
  if (digits.indexOf(mark) !== digits.lastIndexOf(mark)) return other;
  const grouped = /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  return grouped ? null : mark;
}

/** The decimal mark most of a column's numbers ask for; null where none says. */
export function decimalMarkOf(cells: readonly string[]): DecimalMark | null {
  let balance = 0;
  for (const cell of cells) {
    const mark = markIn(cell);
    if (mark !== null) balance += mark === '.' ? 1 : -1;
  }
  return balance === 0 ? null : balance > 0 ? '.' : ',';
}

/**
 * A dash behind a currency is the zero of accounting formats: `$ -`.
 * @returns the number as JavaScript writes it, digits unchanged; null for anything else
 */
export function plainNumber(text: string, mark: DecimalMark): string | null {
  if (/\p{Sc}/u.test(text) && bare(text) === '-') return '0';
  const group = mark === '.' ? ',' : '.';
  const match = /^(-?)([\d.,]+)((?:[eE][+-]?\d{1,3})?)$/.exec(bare(text));
  if (match === null) return null;
  const [, sign = '', body = '', exponent = ''] = match;
  const [whole = '', fraction = '', ...more] = body.split(mark);
  if (more.length > 0 || fraction.includes(group) || (whole === '' && fraction === '')) return null;
  const groups = whole.split(group);
  const last = groups.at(-1) ?? '';
  // Thousands in threes; in India in twos but for the last.
  const wellGrouped =
    groups.length === 1 ||
    (last.length === 3 &&
      /^\d{1,3}$/.test(groups[0] ?? '') &&
      groups.slice(1).every((part) => /^\d{2,3}$/.test(part)));
  if (!wellGrouped) return null;
  const digits = `${sign}${groups.join('') || '0'}${fraction === '' ? '' : `.${fraction}`}${exponent}`;
  return Number.isFinite(Number(digits)) ? digits : null;
}

/** Moves the point of a written number to the right; null where digits would be left behind it. */
export function inMinorUnits(plain: string, minorDigits: number): number | null {
  const match = /^(-?)(\d+)(?:\.(\d*?)0*)?$/.exec(plain);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (fraction.length > minorDigits) return null;
  return Number(`${sign}${whole}${fraction.padEnd(minorDigits, '0')}`);
}

const MINUTES_PER_DAY = 480;
/** Working days in each unit of MS Project, by its first letters. */
const UNIT_DAYS: readonly (readonly [RegExp, number])[] = [
  [/^mo/, 20],
  [/^m/, 1 / MINUTES_PER_DAY],
  [/^h/, 1 / 8],
  [/^d/, 1],
  [/^w/, 5],
];
const WORKING_SHARE_OF_WEEK = 5 / 7;

/**
 * A duration in working days: `5`, `5 days`, `2 wks`, `4h`, `3 edays`. A month counts 20 days, a week five, a day eight
 * hours; elapsed time counts five days of seven.
 */
export function durationDays(text: string, mark: DecimalMark): number | null {
  const match = /^(.*?\d[.,]?)\s*(e?)([a-z]*)\.?\??$/i.exec(text.trim());
  if (match === null) return null;
  const [, amount = '', elapsed = '', unit = ''] = match;
  const plain = plainNumber(amount, mark);
  const days = unit === '' ? 1 : UNIT_DAYS.find(([pattern]) => pattern.test(unit.toLowerCase()))?.[1];
  if (plain === null || days === undefined) return null;
  return sixDecimals(Number(plain) * days * (elapsed === '' ? 1 : elapsedFactor(unit)));
}

/** Elapsed hours run around the clock, elapsed days and weeks around the calendar. */
function elapsedFactor(unit: string): number {
  const aroundTheClock = /^(h|m(?!o))/i.test(unit) ? 8 / 24 : 1;
  const wholeWeek = /^w/i.test(unit) ? 7 / 5 : /^mo/i.test(unit) ? 30 / 20 : 1;
  return WORKING_SHARE_OF_WEEK * aroundTheClock * wholeWeek;
}

/** As precise as a stored number of days. */
export function sixDecimals(value: number): number {
  return Number(value.toFixed(6));
}
