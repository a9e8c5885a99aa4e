/** The text of a cell as a stored value of its field, by what its whole column tells about numbers and dates. */
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { acceptValue } from '../register/accept';
import type { Field, StoredValue } from '../register/field';
import { dateIn, dateOrderOf, type DateOrder } from '../register/typedDates';
import { decimalMarkOf, type DecimalMark } from '../register/typedNumbers';
import {
  isNothing,
  listIn,
  notAnOption,
  numberIn,
  scoresIn,
  weekdaysIn,
  yesOrNoIn,
} from '../register/typedValues';
import { cellString, type FileCell } from './fileTable';
import { unguarded } from './formulaGuard';
import { LIST_SEPARATOR, type Found } from './references';

export interface ColumnStyle {
  readonly mark: DecimalMark;
  readonly order: DateOrder;
}

export interface ValueContext {
  readonly currency: string;
  /** @param current the value the record has now: a reference that leads nowhere may stay as it is */
  find(
    field: Extract<Field, { kind: 'ref' | 'refs' | 'anyRef' }>,
    text: string,
    current: StoredValue | undefined,
  ): Found;
}

const NUMBER_KINDS: readonly Field['kind'][] = ['integer', 'decimal', 'percent', 'money', 'days'];

/** @param fallback the decimal mark where the column's own numbers do not say */
export function columnStyle(field: Field, cells: readonly FileCell[], fallback: DecimalMark): ColumnStyle {
  // What a program has typed as a number or a date leaves nothing to guess.
  const texts = cells.filter((cell) => typeof cell === 'string');
  const numbers = NUMBER_KINDS.includes(field.kind) ? texts.map((cell) => cell.replace(/[a-z?]+$/i, '')) : [];
  const dates = field.kind === 'date' ? texts : field.kind === 'dates' ? texts.flatMap(listIn) : [];
  return { mark: decimalMarkOf(numbers) ?? fallback, order: dateOrderOf(dates) };
}

type Accepted = Result<StoredValue, Problem>;

interface Cell {
  readonly field: Field;
  readonly cell: FileCell;
  readonly style: ColumnStyle;
  readonly current: StoredValue | undefined;
}

/** Never fails on a shape: whatever a cell holds becomes a value or a problem that names it. */
export function valueOf({ field, cell, style: written, current }: Cell, context: ValueContext): Accepted {
  const text = cellString(cell);
  const style: ColumnStyle = typeof cell === 'number' ? { ...written, mark: '.' } : written;
  if (field.kind === 'text' || field.kind === 'longText') return acceptValue(field, unguarded(text));
  const given = text.trim();
  if (isNothing(given)) return acceptValue(field, null);
  switch (field.kind) {
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'money':
    case 'days':
      return numberIn(field, given, { mark: style.mark, currency: context.currency });
    case 'boolean':
      return yesOrNoIn(field.label, given);
    case 'date':
      return acceptValue(field, dateIn(text, style.order) ?? given);
    case 'dates':
      return acceptValue(
        field,
        listIn(text).map((element) => dateIn(element, style.order) ?? element),
      );
    case 'weekdays':
      return acceptValue(field, weekdaysIn(given));
    case 'scores':
      return acceptValue(field, scoresIn(field, text));
    case 'choice': {
      const accepted = acceptValue(field, unguarded(given));
      return accepted.ok ? accepted : err(notAnOption(field, given));
    }
    case 'figures':
      return acceptValue(field, unguarded(given));
    case 'ref':
    case 'anyRef':
      return reference({ field, text, current }, context);
    case 'refs':
      return references({ field, text, current }, context);
  }
}

interface ReferenceCell<K extends 'ref' | 'refs' | 'anyRef'> {
  readonly field: Extract<Field, { kind: K }>;
  readonly text: string;
  readonly current: StoredValue | undefined;
}

function reference(
  { field, text, current }: ReferenceCell<'ref' | 'anyRef'>,
  context: ValueContext,
): Accepted {
  const given = unguarded(text.trim());
  const found = context.find(field, given, current);
  const register = field.kind === 'ref' ? field.register : 'records';
  return found.kind === 'one' ? ok(found.id) : err(notFound({ label: field.label, register }, given, found));
}

function references({ field, text, current }: ReferenceCell<'refs'>, context: ValueContext): Accepted {
  const ids: string[] = [];
  for (const given of unguarded(text)
    .split(LIST_SEPARATOR)
    .map((part) => part.trim())) {
    if (given === '') continue;
    const found = context.find(field, given, current);
    if (found.kind !== 'one') return err(notFound(field, given, found));
    ids.push(found.id);
  }
  return ok([...new Set(ids)].sort());
}

/** A name that several records bear is as little use as one nobody bears. */
export function notFound(
  { label, register }: { label: string; register: string },
  given: string,
  found: Found,
): Problem {
  const code = found.kind === 'several' ? 'field/ambiguous' : 'field/notAReference';
  return problem(code, { label, given, register });
}
