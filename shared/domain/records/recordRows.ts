/** What a view of a register shows: which records, in which order, under which heads. */
import type { Field, StoredValue } from '../register/field';
import { fieldOf, fieldsOf, type AnyRecord } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { fieldText, plainText } from './fieldText';
import { namedRecords } from './references';

export interface SortKey {
  readonly field: string;
  readonly descending: boolean;
}

/** How a person looks at a register. It changes nothing in the plan. */
export interface RecordView {
  /** Every word of it must stand somewhere in the record; empty shows all. */
  readonly filter: string;
  /** The first decides, the next between equals; none: the order in which people put them. */
  readonly sort: readonly SortKey[];
  /** A field whose values become heads. */
  readonly group: string | null;
  /** Fields shown, in this order. */
  readonly columns: readonly string[];
  /** Widths of columns that a person set, CSS px. */
  readonly widths: Readonly<Record<string, number>>;
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
  const keys = sort.flatMap(({ field: name, descending }) => {
    const field = fieldOf(definitionOf(register), name);
    return field === undefined ? [] : [{ name, descending, keyOf: keyReader(workbook, field) }];
  });
  if (keys.length === 0) return fitting;
  // Read once each: a comparison of texts is asked for many times.
  const keyed = fitting.map((record) => ({
    record,
    values: keys.map(({ name, keyOf }) => keyOf(record[name] ?? null)),
  }));
  keyed.sort((a, b) => {
    for (const [at, { descending }] of keys.entries()) {
      const difference = compareKeys(a.values[at] ?? null, b.values[at] ?? null, descending);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return keyed.map(({ record }) => record);
}

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

/** What is empty stands at the end in either direction. */
function compareKeys(a: OrderKey, b: OrderKey, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const difference =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return descending ? -difference : difference;
}

export function isEmptyValue(value: StoredValue): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function folded(text: string): string {
  return text.toLocaleLowerCase('en-US');
}

/** What a record says, for as long as the plan is the same: a filter is asked again with every letter. */
const searched = new WeakMap<Workbook, Map<AnyRecord, string>>();

function hasWords(
  workbook: Workbook,
  register: RegisterId,
  record: AnyRecord,
  words: readonly string[],
): boolean {
  const texts = searched.get(workbook) ?? new Map<AnyRecord, string>();
  searched.set(workbook, texts);
  const text = texts.get(record) ?? textOf(workbook, register, record);
  texts.set(record, text);
  return words.every((word) => text.includes(word));
}

function textOf(workbook: Workbook, register: RegisterId, record: AnyRecord): string {
  const shown = fieldsOf(definitionOf(register)).map(([name, field]) => {
    const value = record[name];
    // A box that is not ticked says nothing.
    if (field.kind === 'boolean') return value === true ? field.label : '';
    return fieldText(workbook, field, value);
  });
  return folded(shown.join('\n'));
}

const collator = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' });

/** What a value is ordered by; null for nothing. */
type OrderKey = number | string | null;

/** Numbers by size, options in the order of their list, everything else by its words, numbers within them by size. */
function keyReader(workbook: Workbook, field: Field): (value: StoredValue) => OrderKey {
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
