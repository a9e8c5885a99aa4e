/** One register as a plain table: labels as headings, values as people read them, references by name. */
import { decimalOf } from '../domain/base/decimal';
import { isCalendarDate } from '../domain/base/dates';
import { figuresText } from '../domain/baseline/figuresText';
import { columnsShown, type ShownRecords } from '../domain/records/shownRecords';
import type { Field, StoredValue } from '../domain/register/field';
import { fieldsOf, titleOf, type AnyRecord } from '../domain/register/record';
import { definitionOf, isRegisterId, registerIds, type RegisterId } from '../domain/registers/all';
import { tableOf, type Workbook } from '../domain/workbook';
import { majorNumber, share } from './budgetSheets/amounts';
import { paperOf } from './budgetSheets/budgetSheets';
import { HEADER, look, NOTE, NUMBER_HEADER, TITLE, TOTAL_LABEL } from './budgetSheets/looks';
import {
  calculatedColumns,
  NARROW,
  yearsAndMonths,
  type RegisterSheetOptions,
  type SheetColumn,
} from './sheetCalculated';
import { SheetGrid } from './sheetGrid';
import { recordsAsShown } from './recordsAsShown';
import { withRowHeights } from './sheetHeights';
import type { Sheet, SheetModel, SheetTable } from './sheetModel';

const HEADER_ROW = 4;
const WIDE = 44;

/** The records in use, in their order; the last column is the record's id, by which rows can be matched again. */
export function registerSheet(
  workbook: Workbook,
  register: RegisterId,
  options: RegisterSheetOptions,
): SheetModel {
  const columns = columnsOf(workbook, register, options);
  return modelOf(workbook, register, { columns, records: tableOf(workbook, register).live, options });
}

/** What a page shows, and nothing else: its columns, its records in its order. */
export function shownSheet(
  workbook: Workbook,
  shown: ShownRecords,
  options: RegisterSheetOptions,
): SheetModel {
  const all = [...columnsOf(workbook, shown.register, options), ...yearsAndMonths(shown.register, options)];
  const records = recordsAsShown(workbook, shown, options.schedule);
  return modelOf(workbook, shown.register, {
    columns: columnsShown(all, shown),
    records,
    options,
    note: shown.note,
  });
}

interface Content {
  readonly columns: readonly SheetColumn[];
  readonly records: readonly AnyRecord[];
  readonly options: RegisterSheetOptions;
  /** A line above the heads. */
  readonly note?: string;
}

function modelOf(workbook: Workbook, register: RegisterId, content: Content): SheetModel {
  const { options } = content;
  const { title } = definitionOf(register);
  const organisation = workbook.tables.organisation.live[0];
  return {
    title: organisation === undefined || organisation.name === '' ? title : organisation.name,
    subject: title,
    company: organisation?.name ?? '',
    application: `Golive Workbook ${options.appVersion}`,
    createdAt: options.now,
    currency: options.budget.currency,
    paper: paperOf(organisation?.country ?? ''),
    sheets: [withRowHeights(sheetOf(register, content))],
    names: new Map(),
  };
}

function sheetOf(register: RegisterId, { columns: given, records, note = '' }: Content): Sheet {
  const definition = definitionOf(register);
  const columns = unique(given);
  const grid = new SheetGrid();
  grid.text(1, 1, definition.title, TITLE);
  grid.text(2, 1, definition.purpose, NOTE);
  if (note !== '') grid.text(3, 1, note, NOTE);
  grid.height(HEADER_ROW, 30);
  records.forEach((record, index) =>
    columns.forEach((column, position) => column.put(grid, HEADER_ROW + 1 + index, position + 1, record)),
  );
  return {
    name: definition.title,
    columns: columns.map(({ width }) => width),
    rows: grid.rows(),
    fills: [],
    tables: [sheetTableOf(columns, records.length)],
    validations: [],
    conditions: [],
    freeze: { rows: HEADER_ROW, columns: 1 },
    print: { pagesWide: 1, titleRows: `${HEADER_ROW}:${HEADER_ROW}` },
    locked: false,
  };
}

function sheetTableOf(columns: readonly SheetColumn[], rowCount: number): SheetTable {
  return {
    name: 'Register',
    row: HEADER_ROW,
    column: 1,
    columns: columns.map(({ title, numeric }) => ({ name: title, look: numeric ? NUMBER_HEADER : HEADER })),
    rowCount: Math.max(1, rowCount),
    totalsRow: false,
    totalLook: TOTAL_LABEL,
  };
}

function columnsOf(
  workbook: Workbook,
  register: RegisterId,
  options: RegisterSheetOptions,
): readonly SheetColumn[] {
  const definition = definitionOf(register);
  const stored = fieldsOf(definition).map(([name, field]): SheetColumn => {
    const numeric = ['integer', 'decimal', 'percent', 'money', 'days', 'date'].includes(field.kind);
    const isTitle = name === definition.titleField;
    return {
      name,
      title: field.label,
      width: numeric || field.kind === 'boolean' ? NARROW : isTitle || field.kind === 'longText' ? WIDE : 24,
      numeric,
      put: (grid, row, column, record) =>
        putValue(grid, row, column, field, record[name] ?? null, workbook, options),
    };
  });
  const id: SheetColumn = {
    name: 'id',
    title: 'Id',
    width: 38,
    numeric: false,
    put: (grid, row, column, record) => grid.text(row, column, record.id, NOTE),
  };
  return [...calculatedColumns(workbook, register, options), ...stored, id].sort(
    // The name first, so that it stays in sight.
    (a, b) => Number(b.title === titleLabel(register)) - Number(a.title === titleLabel(register)),
  );
}

function titleLabel(register: RegisterId): string {
  const definition = definitionOf(register);
  return definition.fields[definition.titleField]?.label ?? '';
}

/** A table's headings must differ; of equal ones the later get a number. */
function unique(columns: readonly SheetColumn[]): readonly SheetColumn[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const key = column.title.toLowerCase();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? column : { ...column, title: `${column.title} (${count})` };
  });
}

const INPUT = look('input');
const WRAPPED = look('input', undefined, { wrap: true });

function putValue(
  grid: SheetGrid,
  row: number,
  column: number,
  field: Field,
  value: StoredValue,
  workbook: Workbook,
  { budget }: RegisterSheetOptions,
): void {
  const number = typeof value === 'number' && Number.isFinite(value) ? value : null;
  switch (field.kind) {
    case 'integer':
      grid.number(row, column, number, look('input', 'integer'));
      return;
    case 'decimal':
    case 'days':
      grid.number(row, column, number, look('input', 'decimal'));
      return;
    case 'percent':
      grid.number(row, column, share(number), look('input', 'percent'));
      return;
    case 'money': {
      const amount = number === null ? null : majorNumber(decimalOf(number), budget.currency);
      grid.number(row, column, amount, look('input', 'money'));
      return;
    }
    case 'date':
      grid.date(row, column, isCalendarDate(value) ? value : null, look('input', 'date'));
      return;
    default: {
      const text = textOf(field, value, workbook);
      if (text === '') grid.blank(row, column, INPUT);
      else grid.text(row, column, text, WRAPPED);
    }
  }
}

function textOf(field: Field, value: StoredValue, workbook: Workbook): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (field.kind === 'choice') return field.options[value] ?? value;
    if (field.kind === 'figures') return figuresText(value);
    return field.kind === 'ref' || field.kind === 'anyRef' ? nameOf(field, value, workbook) : value;
  }
  if (Array.isArray(value)) {
    const names = (value as readonly string[]).map((entry) =>
      field.kind === 'refs' ? nameOf(field, entry, workbook) : entry,
    );
    return names.join('; ');
  }
  if (field.kind !== 'scores') return '';
  return Object.entries(value)
    .filter(([, score]) => score !== undefined)
    .map(([scale, score]) => `${field.scales[scale] ?? scale} ${String(score)}`)
    .join('; ');
}

/** What a record is called; its id where it is nowhere to be found. */
function nameOf(field: Field, id: string, workbook: Workbook): string {
  const register = field.kind === 'ref' || field.kind === 'refs' ? field.register : undefined;
  const places = register === undefined ? registerIds : [register].filter(isRegisterId);
  for (const place of places) {
    const record = tableOf(workbook, place).byId.get(id);
    if (record !== undefined) return titleOf(definitionOf(place), record);
  }
  return id;
}
