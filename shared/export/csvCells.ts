/** A stored value as the text of a cell, and a guard against spreadsheets that take text for formulas. */
import { majorText } from '../domain/base/currency';
import type { Field, StoredValue } from '../domain/register/field';
import { LIST_SEPARATOR } from './csvReferences';

/** What a spreadsheet would evaluate, apostrophes before it included so that a guard can be taken off again. */
const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r]/;
const IS_GUARDED = /^'+[=+\-@\t\r]/;

/** Text that begins like a formula gets an apostrophe in front; a spreadsheet then shows it as text. */
export function guarded(text: string): string {
  return LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;
}

/** Takes the guard off. */
export function unguarded(text: string): string {
  return IS_GUARDED.test(text) ? text.slice(1) : text;
}

export interface CellContext {
  readonly currency: string;
  /** A record as people name it. */
  referenceText(register: string, id: string): string;
}

/** The text of a cell. Numbers are plain and in major units, so that a spreadsheet can calculate with them. */
export function cellText(field: Field, value: StoredValue, context: CellContext): string {
  if (value === null) return '';
  switch (field.kind) {
    case 'text':
    case 'longText':
      return typeof value === 'string' ? guarded(value) : '';
    case 'money':
      return typeof value === 'number' ? majorText(value, context.currency) : '';
    case 'boolean':
      return value === true ? 'yes' : 'no';
    case 'ref':
      return typeof value === 'string' ? guarded(context.referenceText(field.register, value)) : '';
    case 'refs':
      return guarded(listText(value, (id) => context.referenceText(field.register, id)));
    case 'dates':
    case 'weekdays':
      return listText(value, (element) => element);
    case 'scores': {
      const scores = Object.entries(value as Readonly<Record<string, number | undefined>>);
      return scores
        .flatMap(([name, score]) => (score === undefined ? [] : [`${name}=${score}`]))
        .join(`${LIST_SEPARATOR} `);
    }
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'days':
    case 'date':
    case 'choice':
    case 'anyRef':
      return typeof value === 'object' ? '' : String(value);
  }
}

function listText(value: StoredValue, text: (element: string) => string): string {
  return Array.isArray(value) ? (value as readonly string[]).map(text).join(`${LIST_SEPARATOR} `) : '';
}
