/**
 * Reads a register from CSV written by this app, by a spreadsheet or by MS Project. Whatever the file holds, the answer
 * is the records that could be read and, for each row, what could not; nothing throws.
 */
/* eslint-disable-next-line @typescript-eslint/triple-slash-reference -- every program that imports this file needs it */
/// <reference path="./csvPapaparse.d.ts" />
import Papa from 'papaparse';
import { isRecordId } from '../domain/base/ids';
import { problem, type Problem } from '../domain/base/problem';
import { IN_FILES, problemText } from '../domain/base/problemText';
import type { Field, StoredValue } from '../domain/register/field';
import { fieldsOf, type AnyRecord } from '../domain/register/record';
import { definitionOf, type RegisterId } from '../domain/registers/all';
import type { Table, Workbook } from '../domain/workbook';
import { delimiterOf, matchColumns, type CsvColumns } from './csvColumns';
import { decimalMarkOf, type DecimalMark } from '../domain/register/typedNumbers';
import { referencesTo, type References } from './csvReferences';
import { tasksWithOutline } from './csvTasks';
import { columnStyle, valueOf, type ColumnStyle, type ValueContext } from './csvValues';
import type { CsvRow, RawRow } from './csvRows';
import type { ImportedRecord } from './importedRecords';

export interface CsvImport {
  /** The rows that can be taken over, in the order of the file; single cells of them may have problems. */
  readonly rows: readonly CsvRow[];
  /** The links the predecessors of tasks describe. */
  readonly links: readonly ImportedRecord[];
  /** Everything that is wrong with the file, with the rows named. */
  readonly problems: readonly Problem[];
  /** Heads of columns that were not taken over, calculated ones among them. */
  readonly ignoredColumns: readonly string[];
}

const EMPTY: CsvImport = { rows: [], links: [], problems: [], ignoredColumns: [] };

/** @param name the file's name, for messages */
export function parseCsv(
  given: string,
  register: RegisterId,
  { workbook, name }: { workbook: Workbook; name: string },
): CsvImport {
  const text = given.replace(/^\ufeff/, '');
  if (text.trim() === '') return { ...EMPTY, problems: [problem('file/empty', { name })] };
  // Some spreadsheets announce their delimiter in a line of its own.
  const announced = /^sep=(.)\r?\n/i.exec(text);
  const body = announced === null ? text : text.slice(announced[0].length);
  const delimiter = announced?.[1] ?? delimiterOf(body, register);
  const { data, errors } = Papa.parse(body, { delimiter });
  const [heads = [], ...lines] = data;
  const columns = matchColumns(heads, register);
  if (columns.fields.size === 0) return { ...EMPTY, problems: [noColumns(register, name)] };
  const raw = rawRows(lines, columns.id, announced === null ? 2 : 3);
  const fallback = fileMark(raw, columns, register) ?? (delimiter === ';' ? ',' : '.');
  const rows = withValues(raw, { register, columns, workbook, fallback });
  const broken = errors
    .filter((error) => error.type === 'Quotes')
    .map((error) => rowProblem((error.row ?? 0) + 1, error.message));
  const result =
    register === 'tasks'
      ? tasksWithOutline(rows, { raw, columns, workbook, mark: fallback })
      : { rows, links: [] };
  const usable = result.rows.filter((row) => row.id !== null || !lacksRequired(row));
  return {
    rows: usable,
    links: result.links,
    problems: [
      ...broken,
      ...result.rows.flatMap((row) =>
        row.problems.map((found) => rowProblem(row.row, problemText(found, IN_FILES))),
      ),
    ],
    ignoredColumns: columns.ignored,
  };
}

function rowProblem(row: number, text: string): Problem {
  return problem('file/row', { row, problem: text });
}

function noColumns(register: RegisterId, name: string): Problem {
  const definition = definitionOf(register);
  const columns = fieldsOf(definition).map(([field]) => field);
  return problem('file/noColumns', { name, register: definition.title, columns: columns.join(', ') });
}

function rawRows(lines: readonly (readonly string[])[], idColumn: number | null, firstRow: number): RawRow[] {
  return lines.flatMap((cells, index): RawRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const row = index + firstRow;
    const given = idColumn === null ? '' : (cells[idColumn] ?? '').trim();
    const id = isRecordId(given) ? given : null;
    return [{ row, key: id ?? `row ${row}`, id, label: id === null ? given : '', cells }];
  });
}

interface Reading {
  readonly register: RegisterId;
  readonly columns: CsvColumns;
  readonly workbook: Workbook;
  readonly fallback: DecimalMark;
}

function cellsOf(rows: readonly RawRow[], column: number): string[] {
  return rows.map((row) => row.cells[column] ?? '');
}

/** The decimal mark the file's number columns agree on. */
function fileMark(rows: readonly RawRow[], columns: CsvColumns, register: RegisterId): DecimalMark | null {
  const fields = definitionOf(register).fields;
  const numbers = [...columns.fields].flatMap(([name, column]) => {
    const kind = fields[name]?.kind;
    return kind === 'integer' || kind === 'decimal' || kind === 'percent' || kind === 'money'
      ? cellsOf(rows, column)
      : [];
  });
  return decimalMarkOf(numbers);
}

function withValues(raw: readonly RawRow[], { register, columns, workbook, fallback }: Reading): CsvRow[] {
  const definition = definitionOf(register);
  const table = workbook.tables[register] as unknown as Table<AnyRecord>;
  const context = valueContext(workbook);
  const read = fieldsOf(definition).flatMap(([name, field]) => {
    const column = columns.fields.get(name);
    // Where a task lies is read with the outline of the whole file.
    if (column === undefined || (register === 'tasks' && name === 'parent')) return [];
    return [{ name, field, column, style: columnStyle(field, cellsOf(raw, column), fallback) }];
  });
  const [single] = definition.singleton === true ? table.live : [];
  const seen = new Set<string>();
  return raw.map((row) => {
    const id = row.id ?? single?.id ?? null;
    const cells = read.map((entry) => ({ ...entry, text: row.cells[entry.column] ?? '' }));
    const { values, problems } = readCells(cells, { current: table.byId.get(id ?? ''), context });
    if (id !== null && seen.has(id))
      problems.push(problem('record/exists', { register: definition.title, id }));
    if (id !== null) seen.add(id);
    return { row: row.row, register, key: id ?? row.key, id, values, problems };
  });
}

interface ReadCell {
  readonly name: string;
  readonly field: Field;
  readonly text: string;
  readonly style: ColumnStyle;
}

function readCells(
  cells: readonly ReadCell[],
  { current, context }: { current: AnyRecord | undefined; context: ValueContext },
): { values: Record<string, StoredValue>; problems: Problem[] } {
  const values: Record<string, StoredValue> = {};
  const problems: Problem[] = [];
  for (const { name, field, text, style } of cells) {
    const accepted = valueOf({ field, text, style, current: current?.[name] }, context);
    if (accepted.ok) values[name] = accepted.value;
    else problems.push(accepted.error);
  }
  return { values, problems };
}

/** A new record cannot do without its name. */
function lacksRequired({ register, values }: CsvRow): boolean {
  return fieldsOf(definitionOf(register)).some(([name, field]) => {
    const value = values[name] ?? null;
    return field.required === true && (value === null || value === '');
  });
}

function valueContext(workbook: Workbook): ValueContext {
  const known = new Map<string, References>();
  return {
    currency: workbook.tables.organisation.live[0]?.currency ?? '',
    find: (field, text, current) => {
      const references = known.get(field.register) ?? referencesTo(workbook, field.register);
      known.set(field.register, references);
      const stays =
        text === current || (Array.isArray(current) && (current as readonly string[]).includes(text));
      return stays ? { kind: 'one', id: text } : references.find(text);
    },
  };
}
