/** What people write for numbers, yes and no, lists, weekdays and scores: typed, pasted or in the cell of a file. */
import { minorDigits } from '../base/currency';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { acceptValue } from './accept';
import { WEEKDAYS, type Field, type ScoresField, type StoredValue } from './field';
import { durationDays, inMinorUnits, plainNumber, type DecimalMark } from './typedNumbers';

/** What stands for nothing in a table. */
const NOTHING: readonly string[] = ['', '-', '–', '—'];

/** @param given without blanks around it, as in everything below */
export function isNothing(given: string): boolean {
  return NOTHING.includes(given);
}

type NumberField = Extract<Field, { kind: 'integer' | 'decimal' | 'percent' | 'money' | 'days' }>;

/** @param writing the currency as ISO 4217, and the sign before decimals */
export function numberIn(
  field: NumberField,
  given: string,
  { currency, mark }: { readonly currency: string; readonly mark: DecimalMark },
): Result<StoredValue, Problem> {
  const { label } = field;
  if (field.kind === 'days') {
    const days = durationDays(given, mark);
    return days === null ? err(problem('field/notANumber', { label, given })) : acceptValue(field, days);
  }
  const plain = plainNumber(given, mark);
  if (plain === null) return err(problem('field/notANumber', { label, given }));
  if (field.kind !== 'money') return acceptValue(field, Number(plain));
  const most = minorDigits(currency);
  const units = inMinorUnits(plain, most);
  return units === null
    ? err(problem('field/tooManyDecimals', { label, given, most }))
    : acceptValue(field, units);
}

const YES = ['yes', 'y', 'true', '1', 'x', '✓'];
const NO = ['no', 'n', 'false', '0'];

export function yesOrNoIn(label: string, given: string): Result<boolean, Problem> {
  const word = given.toLowerCase();
  if (YES.includes(word)) return ok(true);
  return NO.includes(word) ? ok(false) : err(problem('field/notYesOrNo', { label, given }));
}

/** Elements of a list, on lines of their own or parted by semicolons. */
export function listIn(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((element) => element.trim())
    .filter((element) => element !== '');
}

/** `Mon, Wed`, `Mon-Fri` or `Monday to Thursday, Saturday`. */
export function weekdaysIn(text: string): string[] {
  const joined = text.replace(/\s*(?:[-–]|\bto\b)\s*/gi, '-');
  const words = joined.split(/[\s;,]+/).filter((word) => word !== '');
  return words.flatMap((word) => {
    const [from, to, ...more] = word.split('-').map(weekdayAt);
    if (from === undefined || from === -1 || to === -1 || more.length > 0) return [word];
    if (to === undefined) return [WEEKDAYS[from] ?? word];
    return from <= to
      ? WEEKDAYS.slice(from, to + 1)
      : [...WEEKDAYS.slice(from), ...WEEKDAYS.slice(0, to + 1)];
  });
}

/** -1 for a word that begins no weekday. */
function weekdayAt(word: string): number {
  return WEEKDAYS.findIndex((day) => word.toLowerCase().startsWith(day));
}

/** `Safety 4; Cost 2`, or with `=` or `:` between. */
export function scoresIn(field: ScoresField, text: string): unknown {
  return Object.fromEntries(
    listIn(text).map((entry): [string, unknown] => {
      const match = /^(.*?)\s*[\s=:]\s*(-?[\d.,]+)$/.exec(entry);
      const word = (match?.[1] ?? entry).trim().toLowerCase();
      const named = Object.entries(field.scales).find(
        ([id, label]) => id.toLowerCase() === word || label.toLowerCase() === word,
      );
      return [named?.[0] ?? (match?.[1] ?? entry).trim(), match === null ? null : Number(match[2])];
    }),
  );
}

/** What cannot be chosen, with the options as people see them; a label may hold a comma. */
export function notAnOption(
  { label, options }: { readonly label: string; readonly options: Readonly<Record<string, string>> },
  given: string,
): Problem {
  return problem('field/notAnOption', { label, given, options: Object.values(options).join('; ') });
}
