/**
 * Any register as a table, from its description alone: a column for each field somebody filled in, long texts below
 * their record. Figures the app calculates about a record are handed in as columns of their own.
 */
import { sameValue } from '../../domain/register/canonical';
import { emptyValue, type Field, type StoredValue } from '../../domain/register/field';
import { fieldsOf, titleOf, type AnyRecord } from '../../domain/register/record';
import { definitionOf, type RegisterId } from '../../domain/registers/all';
import { currencyOf, fieldText } from '../../domain/records/fieldText';
import { recordName } from '../../domain/records/recordName';
import { tableOf, type Workbook } from '../../domain/workbook';
import { markup, type Markup, type Part } from './markup';
import { table, type ReportColumn, type ReportRow } from './table';

/** What the app knows about a record besides its fields. */
export interface Calculated extends ReportColumn {
  readonly cell: (record: AnyRecord) => Part;
  /** The same for several records together, at the head of a group and under all of them. */
  readonly sum?: (records: readonly AnyRecord[]) => Part;
}

interface Group {
  readonly label: string;
  readonly records: readonly AnyRecord[];
}

export interface RegisterTableOptions {
  /** Before the name, and behind it. */
  readonly before?: readonly Calculated[];
  readonly after?: readonly Calculated[];
  /** Fields that are shown another way. */
  readonly without?: readonly string[];
  /** In this order; all records in use unless said. */
  readonly records?: readonly AnyRecord[];
  /** The records under heads of their own. */
  readonly groups?: readonly Group[];
  /** What the last row, with the sums of all records, is called. */
  readonly total?: string;
  readonly depth?: (record: AnyRecord) => number;
  readonly isStrong?: (record: AnyRecord) => boolean;
}

export function recordsOf(workbook: Workbook, register: RegisterId): readonly AnyRecord[] {
  return tableOf(workbook, register).live;
}

/** Texts longer than this are read below their record, not in a column. */
const LONG_TEXT = 60;
const LONGEST_STEP = 100;
const NUMERIC: readonly Field['kind'][] = ['integer', 'decimal', 'percent', 'money', 'days', 'date'];

type NamedField = readonly [string, Field];

export function registerTable(
  workbook: Workbook,
  register: RegisterId,
  options: RegisterTableOptions = {},
): Markup {
  const { before = [], after = [], without = [] } = options;
  const definition = definitionOf(register);
  const fields = fieldsOf(definition).filter(
    ([name]) => name !== definition.titleField && !without.includes(name),
  );
  const live = recordsOf(workbook, register);
  const isUsed = ([name, field]: NamedField): boolean =>
    live.some((record) => !sameValue(record[name] ?? null, emptyValue(field)));
  const isLong = ([name, field]: NamedField): boolean =>
    field.kind === 'longText' ||
    (field.kind === 'text' &&
      live.some(({ [name]: text }) => typeof text === 'string' && text.length > LONG_TEXT));
  const used = fields.filter(isUsed);
  const columns = used.filter((entry) => !isLong(entry));
  const shown = table({
    caption: definition.title,
    isHeaded: true,
    nameColumn: before.length,
    columns: [
      ...before,
      { label: definition.fields[definition.titleField]?.label ?? definition.singular },
      ...after,
      ...columns.map(([, field]) => ({
        label: headOf(workbook, field),
        isNumeric: NUMERIC.includes(field.kind),
      })),
    ],
    rows: rowsOf(workbook, register, { options, columns, long: used.filter(isLong) }),
  });
  return markup`${shown}${leftOut(
    workbook,
    fields.filter((field) => !isUsed(field)),
  )}`;
}

/** The one record of a register that has no other, field by field. */
export function singleRecordTable(workbook: Workbook, register: RegisterId): Markup {
  const definition = definitionOf(register);
  const [record] = recordsOf(workbook, register);
  const rows = fieldsOf(definition).flatMap(([name, field]): ReportRow[] => {
    const text = fieldText(workbook, field, record?.[name] ?? null);
    return text === '' ? [] : [{ cells: [field.label, text] }];
  });
  return table({
    caption: definition.title,
    isHeaded: true,
    columns: [{ label: 'Field' }, { label: 'Value' }],
    rows,
  });
}

interface Shape {
  readonly options: RegisterTableOptions;
  readonly columns: readonly NamedField[];
  readonly long: readonly NamedField[];
}

function rowsOf(workbook: Workbook, register: RegisterId, { options, columns, long }: Shape): ReportRow[] {
  const { before = [], after = [], depth, isStrong } = options;
  const recordRow = (record: AnyRecord): ReportRow => ({
    cells: [
      ...before.map(({ cell }) => cell(record)),
      nameOf(workbook, register, record),
      ...after.map(({ cell }) => cell(record)),
      ...columns.map(([name, field]) => cellText(workbook, field, record[name] ?? null)),
    ],
    depth: depth?.(record) ?? 0,
    ...(isStrong?.(record) === true ? { weight: 'group' as const } : {}),
    more: long.flatMap(([name, field]) => {
      const text = fieldText(workbook, field, record[name] ?? null);
      return text === '' ? [] : [{ label: field.label, text: compact(text) }];
    }),
  });
  const sumRow = (label: string, records: readonly AnyRecord[], weight: 'group' | 'total'): ReportRow => ({
    cells: [
      ...before.map(({ sum }) => sum?.(records) ?? ''),
      label,
      ...after.map(({ sum }) => sum?.(records) ?? ''),
      ...columns.map(() => ''),
    ],
    weight,
  });
  const { records = recordsOf(workbook, register), groups, total } = options;
  const body =
    groups?.flatMap((group) => [
      sumRow(group.label, group.records, 'group'),
      ...group.records.map((record) => ({ ...recordRow(record), depth: 1 })),
    ]) ?? records.map(recordRow);
  const all = groups?.flatMap((group) => group.records) ?? records;
  return total === undefined ? body : [...body, sumRow(total, all, 'total')];
}

/** Steps of one line each run on; longer texts keep their paragraphs. */
function compact(text: string): string {
  const lines = text.split('\n').filter((words) => words.trim() !== '');
  return lines.every(({ length }) => length <= LONGEST_STEP) ? lines.join(' · ') : text;
}

/** Whatever names a record: text as it is, anything else in words. */
function nameOf(workbook: Workbook, register: RegisterId, record: AnyRecord): string {
  const definition = definitionOf(register);
  const field = definition.fields[definition.titleField];
  if (field === undefined || field.kind === 'text') return titleOf(definition, record);
  return recordName(workbook, register, record.id);
}

function headOf(workbook: Workbook, { kind, label }: Field): string {
  if (kind === 'money') return `${label}, ${currencyOf(workbook)}`;
  return kind === 'days' && !/days/i.test(label) ? `${label}, days` : label;
}

function cellText(workbook: Workbook, field: Field, value: StoredValue): string {
  // In a column of yes and no the eye looks for what is out of the ordinary.
  if (field.kind === 'boolean' && value === field.default) return '';
  return fieldText(workbook, field, value, 'column');
}

/** Columns in which nothing differs from a new record are not shown, and that is said. */
function leftOut(workbook: Workbook, fields: readonly NamedField[]): Part {
  if (fields.length === 0) return null;
  const names = fields.map(([, field]) => {
    const text = fieldText(workbook, field, emptyValue(field));
    return text === '' || field.kind === 'boolean' ? field.label : `${field.label} (${text})`;
  });
  return markup`<p class="note">Nothing entered, or the same in all as in a new record: ${names.join(', ')}.</p>`;
}
