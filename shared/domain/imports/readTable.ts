/**
 * Reads the rows of a table into records of a register. Whatever the file holds, the answer is the records that could be
 * read and, cell by cell, what could not; nothing throws and nothing is changed.
 */
import { isRecordId } from '../base/ids';
import { problem } from '../base/problem';
import type { Field, StoredValue } from '../register/field';
import { fieldsOf, type AnyRecord } from '../register/record';
import { decimalMarkOf, type DecimalMark } from '../register/typedNumbers';
import { definitionOf, registerIds, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { columnStyle, valueOf, type ColumnStyle, type ValueContext } from './cellValues';
import { cellString, isEmptyRow, type FileCell, type FileTable } from './fileTable';
import { unguarded } from './formulaGuard';
import type { ImportedRecord } from './importedRecords';
import { NewNames } from './newNames';
import { referencesTo, type References } from './references';
import type { CellProblem, RawRow, ReadRow } from './rows';
import { columnsOf, type TableColumns, type Targets } from './targets';
import { tasksWithOutline } from './taskRows';

export interface ReadingWish {
  readonly register: RegisterId;
  readonly targets: Targets;
  /** Index of the row with the heads; what stands above it is left aside. */
  readonly headRow: number;
  /** How a row finds the record it is about: by an id in the file, or where there is none also by its name. */
  readonly matchBy: 'id' | 'name';
  /** What an empty cell means for a record that is there already. */
  readonly emptyCells: 'clear' | 'keep';
  /** Whether people, phases and the like that only the file knows are made. */
  readonly newNames: 'add' | 'refuse';
}

export interface TableReading {
  /** Every row that holds anything, in the order of the file. */
  readonly rows: readonly ReadRow[];
  /** The links the predecessors of tasks describe. */
  readonly links: readonly ImportedRecord[];
  /** Records that only a name stands for; rows refer to them by their keys. */
  readonly named: readonly ImportedRecord[];
}

export function readTable(workbook: Workbook, table: FileTable, wish: ReadingWish): TableReading {
  const { register } = wish;
  const columns = columnsOf(wish.targets);
  const raw = rawRows(workbook, table, { wish, columns });
  const mark = fileMark(raw, columns, register) ?? table.mark;
  const names = new NewNames(wish.newNames === 'add');
  const rows = withValues(raw, { wish, columns, workbook, mark, names });
  const read =
    register === 'tasks'
      ? tasksWithOutline(rows, { raw, columns, workbook, mark, keepsWhatIsEmpty: wish.emptyCells === 'keep' })
      : { rows, links: [] };
  return { rows: read.rows.map(judged), links: read.links, named: names.records };
}

interface Shape {
  readonly wish: ReadingWish;
  readonly columns: TableColumns;
}

function rawRows(workbook: Workbook, table: FileTable, { wish, columns }: Shape): RawRow[] {
  const idOf = identities(workbook, { wish, columns });
  const known = tableOf(workbook, wish.register).byId;
  return table.rows.slice(wish.headRow + 1).flatMap((cells, index): RawRow[] => {
    if (isEmptyRow(cells)) return [];
    const row = table.firstRow + wish.headRow + 1 + index;
    const given = cellString(cells[columns.id ?? -1]).trim();
    const own = isRecordId(given) ? given : null;
    // An id from another plan says nothing here; a name may.
    const id = own !== null && known.has(own) ? own : (idOf(cells) ?? own);
    return [{ row, key: id ?? `row ${String(row)}`, id, label: own === null ? given : '', cells }];
  });
}

/** The records that rows without an id are about. */
function identities(
  workbook: Workbook,
  { wish, columns }: Shape,
): (cells: readonly FileCell[]) => string | null {
  const definition = definitionOf(wish.register);
  const [single] = tableOf(workbook, wish.register).live;
  if (definition.singleton === true) return () => single?.id ?? null;
  const column = columns.fields.get(definition.titleField);
  if (wish.matchBy === 'id' || column === undefined) return () => null;
  const references = referencesTo(workbook, wish.register);
  return (cells) => {
    const title = unguarded(cellString(cells[column]).trim());
    const found = title === '' ? { kind: 'none' as const } : references.find(title);
    return found.kind === 'one' ? found.id : null;
  };
}

interface Reading extends Shape {
  readonly workbook: Workbook;
  readonly mark: DecimalMark;
  readonly names: NewNames;
}

function cellsOf(rows: readonly RawRow[], column: number): FileCell[] {
  return rows.flatMap((row) => row.cells[column] ?? []);
}

/** The decimal mark the file's number columns agree on. */
function fileMark(rows: readonly RawRow[], columns: TableColumns, register: RegisterId): DecimalMark | null {
  const { fields } = definitionOf(register);
  const numbers = [...columns.fields].flatMap(([name, column]) => {
    const kind = fields[name]?.kind;
    return kind === 'integer' || kind === 'decimal' || kind === 'percent' || kind === 'money'
      ? cellsOf(rows, column).filter((cell) => typeof cell === 'string')
      : [];
  });
  return decimalMarkOf(numbers);
}

interface ReadColumn {
  readonly name: string;
  readonly field: Field;
  readonly column: number;
  readonly style: ColumnStyle;
}

function withValues(raw: readonly RawRow[], reading: Reading): ReadRow[] {
  const { wish, columns, workbook, mark } = reading;
  const { register } = wish;
  const definition = definitionOf(register);
  const table = tableOf(workbook, register);
  const context = valueContext(reading);
  const read = fieldsOf(definition).flatMap(([name, field]): ReadColumn[] => {
    const column = columns.fields.get(name);
    // Where a task lies is read with the outline of the whole file.
    if (column === undefined || (register === 'tasks' && name === 'parent')) return [];
    return [{ name, field, column, style: columnStyle(field, cellsOf(raw, column), mark) }];
  });
  const unclear = ambiguous(raw, reading);
  const seen = new Set<string>();
  return raw.map((row) => {
    const current = table.byId.get(row.id ?? '');
    const keepsEmpty = wish.emptyCells === 'keep' && current !== undefined;
    const cells = read.filter(({ column }) => !keepsEmpty || cellString(row.cells[column]).trim() !== '');
    const { values, problems } = readCells(row, cells, { current, context });
    const isTwice = row.id !== null && seen.has(row.id);
    if (row.id !== null) seen.add(row.id);
    const title = cellString(row.cells[columns.fields.get(definition.titleField) ?? -1]).trim();
    const facts = { title, register: definition.title };
    if (isTwice) problems.push({ target: null, problem: problem('import/twice', facts) });
    if (unclear.has(row)) problems.push({ target: null, problem: problem('import/severalOfName', facts) });
    return { row: row.row, register, key: row.key, id: row.id, values, problems, isUnusable: false };
  });
}

/** Rows without an id whose name several records bear: nobody can say which is meant. */
function ambiguous(raw: readonly RawRow[], { wish, columns, workbook }: Reading): ReadonlySet<RawRow> {
  const column = columns.fields.get(definitionOf(wish.register).titleField);
  if (wish.matchBy === 'id' || column === undefined) return new Set();
  const references = referencesTo(workbook, wish.register);
  const known = tableOf(workbook, wish.register).byId;
  const isUnclear = ({ id, cells }: RawRow): boolean => {
    const title = unguarded(cellString(cells[column]).trim());
    const isNew = id === null || !known.has(id);
    return isNew && title !== '' && references.find(title).kind === 'several';
  };
  return new Set(raw.filter(isUnclear));
}

function readCells(
  row: RawRow,
  columns: readonly ReadColumn[],
  { current, context }: { current: AnyRecord | undefined; context: ValueContext },
): { values: Record<string, StoredValue>; problems: CellProblem[] } {
  const values: Record<string, StoredValue> = {};
  const problems: CellProblem[] = [];
  for (const { name, field, column, style } of columns) {
    const cell = row.cells[column] ?? '';
    const accepted = valueOf({ field, cell, style, current: current?.[name] }, context);
    if (accepted.ok) values[name] = accepted.value;
    else problems.push({ target: { kind: 'field', field: name }, problem: accepted.error });
  }
  return { values, problems };
}

/** A new record cannot do without its name, and no row can do without knowing what it is about. */
function judged(row: ReadRow): ReadRow {
  const isAstray = row.problems.some(({ target }) => target === null);
  const lacksName =
    row.id === null &&
    fieldsOf(definitionOf(row.register)).some(([name, field]) => {
      const value = row.values[name] ?? null;
      return field.required === true && (value === null || value === '');
    });
  return isAstray || lacksName ? { ...row, isUnusable: true } : row;
}

function valueContext({ workbook, names }: Reading): ValueContext {
  const known = new Map<string, References>();
  const referencesOf = (register: string): References => {
    const references = known.get(register) ?? referencesTo(workbook, register);
    known.set(register, references);
    return references;
  };
  return {
    currency: workbook.tables.organisation.live[0]?.currency ?? '',
    find: (field, text, current) => {
      const registers = field.kind === 'anyRef' ? registerIds : [field.register];
      const places = registers.map(referencesOf);
      // What the record refers to already may go by a name that others bear, or lead nowhere.
      const stays = idsIn(current).find(
        (id) => id === text || places.some((references) => references.isCalled(id, text)),
      );
      if (stays !== undefined) return { kind: 'one', id: stays };
      const [found, ...others] = places
        .map((references) => references.find(text))
        .filter(({ kind }) => kind !== 'none');
      if (found === undefined)
        return field.kind === 'anyRef' ? { kind: 'none' } : names.find(field.register, text);
      return others.length === 0 ? found : { kind: 'several' };
    },
  };
}

function idsIn(value: StoredValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
