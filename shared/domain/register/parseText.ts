/**
 * One typed or pasted text as the stored value of its field, and the value as text again. Forgiving about how people
 * write numbers, dates and names; strict about what is stored. `parseText` reads back what `textOf` writes.
 */
import { majorText } from '../base/currency';
import { figuresText } from '../baseline/figuresText';
import type { CalendarDate } from '../base/dates';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { acceptValue } from './accept';
import { WEEKDAYS, type Field, type ScoresField, type StoredValue, type Weekday } from './field';
import { dateIn, dateNear, dateOrderIn } from './typedDates';
import { decimalMarkOf } from './typedNumbers';
import { isNothing, listIn, numberIn, scoresIn, weekdaysIn, yesOrNoIn } from './typedValues';
import { withoutUnit, type Writing } from './writing';

/** `1.234` has a point before its decimals and `3/4` is in March, unless the text itself or the context says otherwise. */
export interface ParseContext extends Writing {
  /** ISO 4217. */
  readonly currency: string;
  /** The records of a register that a text names. */
  readonly resolve: (register: string, text: string) => readonly string[];
  /** A date nearby: `Jun 3` then means the year nearest to it. Without one, dates need their year. */
  readonly near?: CalendarDate;
}

export interface TextContext {
  readonly currency: string;
  /** The name a record goes by; undefined if it is not there. */
  readonly titleOf: (register: string, id: string) => string | undefined;
}

type Parsed = Result<StoredValue, Problem>;

/** An empty text empties the field. */
export function parseText(field: Field, text: string, context: ParseContext): Parsed {
  if (field.kind === 'text' || field.kind === 'longText') return acceptValue(field, text);
  const given = text.trim();
  if (isNothing(given)) return acceptValue(field, null);
  switch (field.kind) {
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'money':
    case 'days':
      return numberIn(field, given, {
        currency: context.currency,
        mark: decimalMarkOf([withoutUnit(given)]) ?? context.mark ?? '.',
      });
    case 'boolean':
      return yesOrNoIn(field.label, given);
    case 'date':
      return acceptValue(field, dateOf(given, context) ?? given);
    case 'dates':
      return acceptValue(
        field,
        listIn(given).map((element) => dateOf(element, context) ?? element),
      );
    case 'weekdays':
      return acceptValue(field, weekdaysIn(given));
    case 'scores':
      return acceptValue(field, scoresIn(field, given));
    case 'choice':
      return acceptValue(field, given);
    case 'ref':
      return parseReference(field.label, field.register, given, context);
    case 'anyRef':
    case 'figures':
      return acceptValue(field, given);
    case 'refs':
      return parseReferences(field.label, field.register, given, context);
  }
}

function dateOf(text: string, { near, order: usual = 'monthFirst' }: ParseContext): CalendarDate | null {
  const order = dateOrderIn([text]) ?? usual;
  return near === undefined ? dateIn(text, order) : dateNear(text, order, near);
}

function parseReference(
  label: string,
  register: string,
  given: string,
  context: ParseContext,
): Result<string, Problem> {
  const [id, another] = context.resolve(register, given);
  if (another !== undefined) return err(problem('field/ambiguous', { label, given, register }));
  return id === undefined ? err(problem('field/notAReference', { label, given, register })) : ok(id);
}

function parseReferences(label: string, register: string, given: string, context: ParseContext): Parsed {
  const ids: string[] = [];
  for (const name of listIn(given)) {
    const found = parseReference(label, register, name, context);
    if (!found.ok) return found;
    ids.push(found.value);
  }
  return ok([...new Set(ids)].sort());
}

const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

/** The value as a person would type it: what an editor starts with and what is copied. Empty for nothing. */
export function textOf(field: Field, value: StoredValue, context: TextContext): string {
  if (value === null) return '';
  switch (field.kind) {
    case 'money':
      return typeof value === 'number' ? majorText(value, context.currency) : '';
    case 'boolean':
      return value === true ? 'yes' : 'no';
    case 'choice':
      return typeof value === 'string' ? (field.options[value] ?? value) : '';
    case 'ref':
      return typeof value === 'string' ? (context.titleOf(field.register, value) ?? '') : '';
    case 'refs':
      return listText(value, (id) => context.titleOf(field.register, id));
    case 'dates':
      return listText(value, (date) => date);
    case 'weekdays':
      return Array.isArray(value)
        ? WEEKDAYS.filter((day) => (value as readonly string[]).includes(day))
            .map((day) => WEEKDAY_NAMES[day])
            .join(', ')
        : '';
    case 'scores':
      return scoresText(field, value);
    case 'figures':
      return typeof value === 'string' ? figuresText(value) : '';
    case 'text':
    case 'longText':
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'days':
    case 'date':
    case 'anyRef':
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}

function listText(value: StoredValue, textFor: (element: string) => string | undefined): string {
  if (!Array.isArray(value)) return '';
  return (value as readonly string[]).flatMap((element) => textFor(element) ?? []).join('; ');
}

function scoresText(field: ScoresField, value: StoredValue): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  return Object.entries(value)
    .flatMap(([scale, score]) =>
      score === undefined ? [] : [`${field.scales[scale] ?? scale} ${String(score)}`],
    )
    .join('; ');
}
