/** What a view of a register shows: which records, in which order, under which heads. */
import type { Field, StoredValue } from '../register/field';
import { fieldOf, fieldsOf, type AnyRecord } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { fieldText, plainText } from './fieldText';
import { namedRecords } from './references';

/** How a person looks at a register. It changes nothing in the plan. */
export interface RecordView {
  /** Every word of it must stand somewhere in the record; empty shows all. */
  readonly filter: string;
  /** Null: the order in which people put them. */
  readonly sort: { readonly field: string; readonly descending: boolean } | null;
  /** A field whose values become heads. */
  readonly group: string | null;
  /** Fields shown, in this order. */
  readonly columns: readonly string[];
  /** A spreadsheet, or cards under the heads. */
  readonly layout: 'table' | 'board';
}

export interface RecordGroup {
  /** The value all of them have; null without one. */
  readonly value: StoredValue;
  readonly label: string;
  readonly records: readonly AnyRecord[];
}

/** The records of a view in order; `archived` looks into the bin. */
export function viewedRecords(
  workbook: Workbook,
  register: RegisterId,
  { filter, sort }: Pick<RecordView, 'filter' | 'sort'>,
  archived = false,
): readonly AnyRecord[] {
  const table = tableOf(workbook, register);
  const all = archived ? table.archived : table.live;
  const words = folded(filter)
    .split(/\s+/)
    .filter((word) => word !== '');
  const fitting =
    words.length === 0 ? all : all.filter((record) => hasWords(workbook, register, record, words));
  const field = sort === null ? undefined : fieldOf(definitionOf(register), sort.field);
  if (sort === null || field === undefined) return fitting;
  const compare = comparer(workbook, field);
  const keyed = fitting.map((record) => ({ record, value: record[sort.field] ?? null }));
  keyed.sort((a, b) => {
    // What is empty stands at the end in either direction.
    const empty = Number(isEmptyValue(a.value)) - Number(isEmptyValue(b.value));
    if (empty !== 0) return empty;
    return sort.descending ? compare(b.value, a.value) : compare(a.value, b.value);
  });
  return keyed.map(({ record }) => record);
}

export function isEmptyValue(value: StoredValue): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function folded(text: string): string {
  return text.toLocaleLowerCase('en-US');
}

function hasWords(
  workbook: Workbook,
  register: RegisterId,
  record: AnyRecord,
  words: readonly string[],
): boolean {
  const shown = fieldsOf(definitionOf(register)).map(([name, field]) => {
    const value = record[name];
    // A box that is not ticked says nothing.
    if (field.kind === 'boolean') return value === true ? field.label : '';
    return fieldText(workbook, field, value);
  });
  const text = folded(shown.join('\n'));
  return words.every((word) => text.includes(word));
}

const collator = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' });

/** Numbers by size, options in the order of their list, everything else by its words, numbers within them by size. */
function comparer(workbook: Workbook, field: Field): (a: StoredValue, b: StoredValue) => number {
  if (field.kind === 'choice') {
    const places = new Map(Object.keys(field.options).map((id, place) => [id, place]));
    const placeOf = (value: StoredValue): number =>
      (typeof value === 'string' ? places.get(value) : undefined) ?? -1;
    return (a, b) => placeOf(a) - placeOf(b);
  }
  if (field.kind === 'boolean') return (a, b) => Number(b === true) - Number(a === true);
  if (field.kind === 'date' || field.kind === 'dates')
    return (a, b) => collator.compare(plainText(a), plainText(b));
  return (a, b) =>
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : collator.compare(fieldText(workbook, field, a), fieldText(workbook, field, b));
}

/** Whether records can stand under heads by a field: its values must be few. */
export function canGroup(field: Field): boolean {
  return field.kind === 'choice' || field.kind === 'ref' || field.kind === 'boolean';
}

/** The records under the values of a field that somebody has; those without a value stand at the end. */
export function groupedRecords(
  workbook: Workbook,
  register: RegisterId,
  records: readonly AnyRecord[],
  name: string,
): readonly RecordGroup[] {
  return boardGroups(workbook, register, records, name).filter((group) => group.records.length > 0);
}

/**
 * Every head a board has for a field, those with nobody under them too, because a card can be put there: options in
 * the order of their list, references in the order of their register. A field that is never empty has no head for
 * emptiness.
 */
export function boardGroups(
  workbook: Workbook,
  register: RegisterId,
  records: readonly AnyRecord[],
  name: string,
): readonly RecordGroup[] {
  const field = fieldOf(definitionOf(register), name);
  if (field === undefined) return [];
  const byValue = new Map<StoredValue, AnyRecord[]>(
    possibleValues(workbook, field).map((value) => [value, []]),
  );
  for (const record of records) {
    const value = record[name] ?? null;
    const group = byValue.get(value);
    // A value no list holds: a reference to what is in the bin.
    if (group === undefined) byValue.set(value, [record]);
    else group.push(record);
  }
  return [...byValue]
    .map(([value, members]) => ({ value, label: groupLabel(workbook, field, value), records: members }))
    .sort((a, b) => Number(isEmptyValue(a.value)) - Number(isEmptyValue(b.value)));
}

function possibleValues(workbook: Workbook, field: Field): readonly StoredValue[] {
  if (field.kind === 'boolean') return [true, false];
  if (field.kind === 'choice')
    return [...Object.keys(field.options), ...(field.default === null ? [null] : [])];
  return [...namedRecords(workbook, field).map(({ id }) => id), ...(field.required === true ? [] : [null])];
}

function groupLabel(workbook: Workbook, field: Field, value: StoredValue): string {
  if (field.kind === 'boolean') return value === true ? field.label : `Not ${field.label.toLowerCase()}`;
  return isEmptyValue(value) ? `No ${field.label.toLowerCase()}` : fieldText(workbook, field, value);
}
