/** In which order records stand by what a person chose: key after key, what is empty at the end in either direction. */
import { compare, decimalText, type Decimal } from '../base/decimal';
import type { Field, StoredValue } from '../register/field';
import { fieldOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { fieldText, plainText } from './fieldText';

export interface SortKey {
  /** A field, or another column of the table. */
  readonly field: string;
  readonly descending: boolean;
}

/** What a value is ordered by; null for nothing. */
export type OrderKey = number | string | Decimal | null;

/** What a press on the head of a column does: up, then down, then as entered. With `adds` other keys stay. */
export function nextSort(sort: readonly SortKey[], field: string, adds: boolean): readonly SortKey[] {
  const at = sort.findIndex((key) => key.field === field);
  const before = sort[at];
  const next: readonly SortKey[] =
    before === undefined
      ? [{ field, descending: false }]
      : before.descending
        ? []
        : [{ field, descending: true }];
  if (!adds) return sort.length > 1 ? [{ field, descending: false }] : next;
  return at === -1 ? [...sort, ...next] : [...sort.slice(0, at), ...next, ...sort.slice(at + 1)];
}

/**
 * The same rows in the order of the keys; rows with equal keys stay as they are.
 * @param orderOf how a field or column orders rows; undefined for one that is not there any more
 */
export function sortedBy<T>(
  rows: readonly T[],
  sort: readonly SortKey[],
  orderOf: (field: string) => ((row: T) => OrderKey) | undefined,
): readonly T[] {
  const keys = sort.flatMap(({ field, descending }) => {
    const keyOf = orderOf(field);
    return keyOf === undefined ? [] : [{ descending, keyOf }];
  });
  if (keys.length === 0) return rows;
  // Read once each: a comparison of texts is asked for many times.
  const keyed = rows.map((row) => ({ row, values: keys.map(({ keyOf }) => keyOf(row)) }));
  keyed.sort((a, b) => {
    for (const [at, { descending }] of keys.entries()) {
      const difference = compareKeys(a.values[at] ?? null, b.values[at] ?? null, descending);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

const collator = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' });

function compareKeys(a: OrderKey, b: OrderKey, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const difference = compareValues(a, b);
  return descending ? -difference : difference;
}

function compareValues(a: NonNullable<OrderKey>, b: NonNullable<OrderKey>): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'object' && typeof b === 'object') return compare(a, b);
  return collator.compare(textOf(a), textOf(b));
}

function textOf(key: NonNullable<OrderKey>): string {
  return typeof key === 'object' ? decimalText(key) : String(key);
}

export function isEmptyValue(value: StoredValue): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** How a field orders the records of a register; undefined for a field it does not have. */
export function recordOrder(
  workbook: Workbook,
  register: RegisterId,
  name: string,
): ((record: { readonly id: string }) => OrderKey) | undefined {
  const field = fieldOf(definitionOf(register), name);
  if (field === undefined) return undefined;
  const keyOf = fieldOrder(workbook, field);
  const { byId } = tableOf(workbook, register);
  return ({ id }) => keyOf(byId.get(id)?.[name] ?? null);
}

/** Numbers by size, options in the order of their list, everything else by its words, numbers within them by size. */
function fieldOrder(workbook: Workbook, field: Field): (value: StoredValue) => OrderKey {
  if (field.kind === 'choice') {
    const places = new Map(Object.keys(field.options).map((id, place) => [id, place]));
    return (value) => (isEmptyValue(value) ? null : (places.get(plainText(value)) ?? -1));
  }
  if (field.kind === 'boolean') return (value) => (value === true ? 0 : 1);
  return (value) => {
    if (isEmptyValue(value)) return null;
    if (typeof value === 'number') return value;
    return field.kind === 'date' || field.kind === 'dates'
      ? plainText(value)
      : fieldText(workbook, field, value);
  };
}
