/** What a view of a register shows: which records, in which order, under which heads. */
import type { Field, StoredValue } from '../register/field';
import { fieldOf, fieldsOf, type AnyRecord } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { fieldText } from './fieldText';
import { isEmptyValue, recordOrder, sortedBy, type SortKey } from './ordering';
import { namedRecords } from './references';

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
  return sortedBy(fitting, sort, (name) => recordOrder(workbook, register, name));
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
