/** One register as a plain table: labels as headings, values as people read them, references by name. */
import type { Budget } from '../domain/budget/budget';
import { decimalOf } from '../domain/base/decimal';
import { isCalendarDate } from '../domain/base/dates';
import type { Field, StoredValue } from '../domain/register/field';
import { fieldsOf, titleOf, type AnyRecord } from '../domain/register/record';
import { definitionOf, isRegisterId, registerIds, type RegisterId } from '../domain/registers/all';
import type { Schedule } from '../domain/schedule/schedule';
import type { Table, Workbook } from '../domain/workbook';
import { majorNumber, share } from './budgetSheets/amounts';
import { paperOf } from './budgetSheets/budgetSheets';
import { HEADER, LABEL, look, NOTE, NUMBER_HEADER, TITLE, TOTAL_LABEL } from './budgetSheets/looks';
import type { ExportStamp } from './budgetSheets/source';
import { SheetGrid } from './sheetGrid';
import { withRowHeights } from './sheetHeights';
import type { Look, Sheet, SheetModel, SheetTable } from './sheetModel';

export interface RegisterSheetOptions extends ExportStamp {
  readonly schedule: Schedule;
  readonly budget: Budget;
}

const HEADER_ROW = 4;
const NARROW = 12;
const WIDE = 44;

interface Column {
  readonly title: string;
  readonly width: number;
  readonly numeric: boolean;
  readonly put: (grid: SheetGrid, row: number, column: number, record: AnyRecord) => void;
}

/** The records in use, in their order; the last column is the record's id, by which rows can be matched again. */
export function registerSheet(
  workbook: Workbook,
  register: RegisterId,
  options: RegisterSheetOptions,
): SheetModel {
  const definition = definitionOf(register);
  const organisation = workbook.tables.organisation.live[0];
  return {
    title: organisation === undefined || organisation.name === '' ? definition.title : organisation.name,
    subject: definition.title,
    company: organisation?.name ?? '',
    application: `Golive Workbook ${options.appVersion}`,
    createdAt: options.now,
    currency: options.budget.currency,
    paper: paperOf(organisation?.country ?? ''),
    sheets: [withRowHeights(sheetOf(workbook, register, options))],
    names: new Map(),
  };
}

function sheetOf(workbook: Workbook, register: RegisterId, options: RegisterSheetOptions): Sheet {
  const definition = definitionOf(register);
  const records = recordsOf(workbook, register).live;
  const columns = unique(columnsOf(workbook, register, options));
  const grid = new SheetGrid();
  grid.text(1, 1, definition.title, TITLE);
  grid.text(2, 1, definition.purpose, NOTE);
  grid.height(HEADER_ROW, 30);
  records.forEach((record, index) =>
    columns.forEach((column, position) => column.put(grid, HEADER_ROW + 1 + index, position + 1, record)),
  );
  return {
    name: definition.title,
    columns: columns.map(({ width }) => width),
    rows: grid.rows(),
    fills: [],
    tables: [tableOf(columns, records.length)],
    validations: [],
    conditions: [],
    freeze: { rows: HEADER_ROW, columns: 1 },
    print: { pagesWide: 1, titleRows: `${HEADER_ROW}:${HEADER_ROW}` },
    locked: false,
  };
}

function tableOf(columns: readonly Column[], rowCount: number): SheetTable {
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
): readonly Column[] {
  const definition = definitionOf(register);
  const stored = fieldsOf(definition).map(([name, field]): Column => {
    const numeric = ['integer', 'decimal', 'percent', 'money', 'days', 'date'].includes(field.kind);
    const isTitle = name === definition.titleField;
    return {
      title: field.label,
      width: numeric || field.kind === 'boolean' ? NARROW : isTitle || field.kind === 'longText' ? WIDE : 24,
      numeric,
      put: (grid, row, column, record) =>
        putValue(grid, row, column, field, record[name] ?? null, workbook, options),
    };
  });
  const id: Column = {
    title: 'Id',
    width: 38,
    numeric: false,
    put: (grid, row, column, record) => grid.text(row, column, record.id, NOTE),
  };
  return [...calculated(workbook, register, options), ...stored, id].sort(
    // The name first, so that it stays in sight.
    (a, b) => Number(b.title === titleLabel(register)) - Number(a.title === titleLabel(register)),
  );
}

function titleLabel(register: RegisterId): string {
  const definition = definitionOf(register);
  return definition.fields[definition.titleField]?.label ?? '';
}

/** What the app calculates about a record: dates of tasks, totals of cost lines. */
function calculated(
  workbook: Workbook,
  register: RegisterId,
  { schedule, budget }: RegisterSheetOptions,
): readonly Column[] {
  if (register === 'costs') {
    const total = (id: string): number | null => {
      const line = budget.line.get(id);
      return line === undefined ? null : majorNumber(line.total, budget.currency);
    };
    return [numberColumn('Total', look('calculation', 'money'), (record) => total(record.id))];
  }
  if (register !== 'tasks') return [];
  const { outline } = workbook;
  const date = (title: string, of: (id: string) => string | undefined): Column => ({
    title,
    width: NARROW,
    numeric: true,
    put: (grid, row, column, record) =>
      grid.date(row, column, of(record.id) ?? null, look('calculation', 'date')),
  });
  return [
    {
      title: 'No.',
      width: 9,
      numeric: false,
      put: (grid, row, column, record) =>
        grid.text(row, column, outline.rows[outline.index.get(record.id) ?? -1]?.wbs ?? '', LABEL),
    },
    date('Start', (id) => schedule.task(id)?.start),
    date('Finish', (id) => schedule.task(id)?.finish),
    numberColumn(
      'Float',
      look('calculation', 'decimal'),
      (record) => schedule.task(record.id)?.totalFloatDays ?? null,
    ),
  ];
}

function numberColumn(title: string, cellLook: Look, of: (record: AnyRecord) => number | null): Column {
  return {
    title,
    width: NARROW + 2,
    numeric: true,
    put: (grid, row, column, record) => grid.number(row, column, of(record), cellLook),
  };
}

/** A table's headings must differ; of equal ones the later get a number. */
function unique(columns: readonly Column[]): readonly Column[] {
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
    return field.kind === 'ref' || field.kind === 'anyRef' ? nameOf(field, value, workbook) : value;
  }
  if (Array.isArray(value)) {
    const names = (value as readonly string[]).map((entry) =>
      field.kind === 'refs' ? nameOf(field, entry, workbook) : entry,
    );
    return names.join(', ');
  }
  if (field.kind !== 'scores') return '';
  return Object.entries(value)
    .filter(([, score]) => score !== undefined)
    .map(([scale, score]) => `${field.scales[scale] ?? scale} ${String(score)}`)
    .join(', ');
}

/** What a record is called; its id where it is nowhere to be found. */
function nameOf(field: Field, id: string, workbook: Workbook): string {
  const register = field.kind === 'ref' || field.kind === 'refs' ? field.register : undefined;
  const places = register === undefined ? registerIds : [register].filter(isRegisterId);
  for (const place of places) {
    const record = recordsOf(workbook, place).byId.get(id);
    if (record !== undefined) return titleOf(definitionOf(place), record);
  }
  return id;
}

function recordsOf(workbook: Workbook, register: RegisterId): Table<AnyRecord> {
  return workbook.tables[register] as unknown as Table<AnyRecord>;
}
