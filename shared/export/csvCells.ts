/** A stored value as the text of a cell. */
import { majorText } from '../domain/base/currency';
import { figuresText } from '../domain/baseline/figuresText';
import type { Field, StoredValue } from '../domain/register/field';
import { guarded } from '../domain/imports/formulaGuard';
import { LIST_SEPARATOR } from '../domain/imports/references';

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
    case 'figures':
      return typeof value === 'string' ? figuresText(value) : '';
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
