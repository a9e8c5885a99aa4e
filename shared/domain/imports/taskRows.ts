/** What a list of tasks says beyond the fields of each: the outline, and the links in the predecessors column. */
import { isRecordId } from '../base/ids';
import { problem, type Problem } from '../base/problem';
import { acceptValue } from '../register/accept';
import type { StoredValue } from '../register/field';
import { registers, type Link } from '../registers/all';
import type { Workbook } from '../workbook';
import type { DecimalMark } from '../register/typedNumbers';
import { outlineParents, type OutlineSource } from '../commands/pastedOutline';
import { predecessorsIn, type Predecessor, type PredecessorContext } from '../commands/predecessorNotation';
import { notFound } from './cellValues';
import { cellString } from './fileTable';
import { unguarded } from './formulaGuard';
import type { ImportedRecord } from './importedRecords';
import { plainTitle, referencesTo, type Found } from './references';
import type { CellProblem, RawRow, ReadRow } from './rows';
import type { TableColumns } from './targets';

interface TaskFile {
  readonly raw: readonly RawRow[];
  readonly columns: TableColumns;
  readonly workbook: Workbook;
  readonly mark: DecimalMark;
  /** An empty cell leaves a known task as it is. */
  readonly keepsWhatIsEmpty: boolean;
}

export function tasksWithOutline(
  rows: readonly ReadRow[],
  file: TaskFile,
): { rows: ReadRow[]; links: ImportedRecord[] } {
  const names = taskNames(file);
  return linksOf(withKinds(withParents(rows, file, names), file.columns), file, names);
}

/** The tasks of the file and of the workbook by what a cell may call them. */
interface TaskNames {
  /** Whether a task of the workbook goes by this name, alone or among others. */
  readonly isCalled: (id: string, text: string) => boolean;
  readonly byTitle: (text: string) => Found;
  readonly byNumber: (text: string) => string | undefined;
}

function taskNames({ raw, columns, workbook }: TaskFile): TaskNames {
  const nameColumn = columns.fields.get('name');
  const titles = new Map<string, string[]>();
  const numbers = new Map<string, string>();
  const keys = new Set(raw.map((row) => row.key));
  raw.forEach((row, index) => {
    const title = plainTitle(textIn(row, nameColumn));
    const same = titles.get(title);
    if (same !== undefined) same.push(row.key);
    else if (title !== '') titles.set(title, [row.key]);
    // The nearest meaning is set last: the file's own numbers, then outline numbers, then the count of rows.
    if (!numbers.has(`row ${index + 1}`)) numbers.set(`row ${index + 1}`, row.key);
    const wbs = textIn(row, columns.wbs);
    if (wbs !== '') numbers.set(`wbs ${wbs}`, row.key);
    if (row.label !== '') numbers.set(`label ${row.label}`, row.key);
  });
  const inWorkbook = referencesTo(workbook, 'tasks');
  return {
    isCalled: (id, text) => inWorkbook.isCalled(id, text),
    byTitle: (text) => {
      if (isRecordId(text) && keys.has(text)) return { kind: 'one', id: text };
      const [key, other] = titles.get(plainTitle(text)) ?? [];
      if (key === undefined) return inWorkbook.find(text);
      return other === undefined ? { kind: 'one', id: key } : { kind: 'several' };
    },
    byNumber: (text) =>
      numbers.get(`label ${text}`) ?? numbers.get(`wbs ${text}`) ?? numbers.get(`row ${text}`),
  };
}

/** What a cell says, without space around it and the guard of a formula. */
function textIn(row: RawRow | undefined, column: number | null | undefined): string {
  return unguarded(cellString(row?.cells[column ?? -1]).trim());
}

function withParents(
  rows: readonly ReadRow[],
  { raw, columns, workbook, keepsWhatIsEmpty }: TaskFile,
  names: TaskNames,
): ReadRow[] {
  const parentColumn = columns.fields.get('parent');
  if (parentColumn !== undefined) {
    return rows.map((row, index) => {
      const given = textIn(raw[index], parentColumn);
      if (given === '' && row.id !== null && keepsWhatIsEmpty) return row;
      const current = workbook.tables.tasks.byId.get(row.id ?? '')?.parent ?? null;
      const stays = current !== null && (given === current || names.isCalled(current, given));
      if (given === '' || stays) return placedUnder(row, given === '' ? null : current);
      return parentByName(row, given, names);
    });
  }
  const source = outlineSource(raw, columns);
  if (source === null) return [...rows];
  const parents = outlineParents(source);
  return rows.map((row, index) => {
    const parent = parents[index] ?? null;
    return placedUnder(row, parent === null ? null : (rows[parent]?.key ?? null));
  });
}

function placedUnder(row: ReadRow, parent: string | null): ReadRow {
  return { ...row, values: { ...row.values, parent } };
}

function parentByName(row: ReadRow, given: string, names: TaskNames): ReadRow {
  const found = names.byTitle(given);
  if (found.kind === 'one') return placedUnder(row, found.id);
  return {
    ...row,
    problems: [...row.problems, inParent(notFound({ label: 'Under', register: 'tasks' }, given, found))],
  };
}

function inParent(problem: Problem): CellProblem {
  return { target: { kind: 'field', field: 'parent' }, problem };
}

function outlineSource(raw: readonly RawRow[], columns: TableColumns): OutlineSource | null {
  const cells = (column: number): string[] => raw.map((row) => cellString(row.cells[column]));
  if (columns.level !== null) return { kind: 'levels', cells: cells(columns.level) };
  if (columns.wbs !== null) return { kind: 'wbs', cells: cells(columns.wbs) };
  const nameColumn = columns.fields.get('name');
  if (nameColumn === undefined) return null;
  const names = cells(nameColumn);
  return names.some((name) => /^[\s\u00a0]/.test(name)) ? { kind: 'indents', names } : null;
}

/** A new row with rows under it is a summary, one without duration a milestone, unless the file names kinds itself. */
function withKinds(rows: readonly ReadRow[], columns: TableColumns): ReadRow[] {
  if (columns.fields.has('kind')) return [...rows];
  const parents = new Set(rows.map((row) => row.values['parent'] ?? null));
  return rows.map((row) => {
    if (row.id !== null) return row;
    const kind = parents.has(row.key) ? 'summary' : row.values['durationDays'] === 0 ? 'milestone' : null;
    return kind === null ? row : { ...row, values: { ...row.values, kind } };
  });
}

function linksOf(
  rows: readonly ReadRow[],
  file: TaskFile,
  names: TaskNames,
): { rows: ReadRow[]; links: ImportedRecord[] } {
  const { columns, workbook, raw, mark } = file;
  const column = columns.predecessors;
  if (column === null) return { rows: [...rows], links: [] };
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const context: PredecessorContext = {
    mark,
    find: (text) => {
      const number = names.byNumber(text);
      const named = number === undefined ? names.byTitle(text) : undefined;
      return named?.kind === 'one' ? named.id : number;
    },
    durationOf: (task) => {
      const days = byKey.get(task)?.values['durationDays'];
      return typeof days === 'number' ? days : (workbook.tables.tasks.byId.get(task)?.durationDays ?? 0);
    },
  };
  const known = linkIds(workbook);
  const links: ImportedRecord[] = [];
  const checked = rows.map((row, index) => {
    const cell = textIn(raw[index], column);
    if (cell === '') return row;
    const { found, unknown } = predecessorsIn(cell, context);
    const problems: Problem[] = unknown.map((given) =>
      notFound({ label: 'Predecessors', register: 'tasks' }, given, { kind: 'none' }),
    );
    const joined = new Set<string>();
    for (const predecessor of found) {
      const link = joined.has(predecessor.task) ? duplicate(cell, row) : linkRecord(row, predecessor, known);
      joined.add(predecessor.task);
      if (link.ok) links.push(link.value);
      else problems.push(link.error);
    }
    if (problems.length === 0) return row;
    const target = { kind: 'predecessors' as const };
    return { ...row, problems: [...row.problems, ...problems.map((found) => ({ target, problem: found }))] };
  });
  return { rows: checked, links };
}

/** Links of the workbook by what they join, so that a file read twice does not link twice. */
function linkIds({ tables }: Workbook): ReadonlyMap<string, string> {
  return new Map(tables.links.live.map((link: Link) => [joinOf(link.predecessor, link.successor), link.id]));
}

function joinOf(predecessor: string | null, successor: string | null): string {
  return `${predecessor ?? ''} ${successor ?? ''}`;
}

type LinkRecord =
  { readonly ok: true; readonly value: ImportedRecord } | { readonly ok: false; readonly error: Problem };

function titleOf({ values }: ReadRow): string {
  const name = values['name'];
  return typeof name === 'string' ? name : '';
}

function duplicate(predecessor: string, row: ReadRow): LinkRecord {
  return { ok: false, error: problem('link/duplicate', { predecessor, successor: titleOf(row) }) };
}

function linkRecord(
  row: ReadRow,
  { task, type, lagDays }: Predecessor,
  known: ReadonlyMap<string, string>,
): LinkRecord {
  if (task === row.key) return { ok: false, error: problem('link/itself', { title: titleOf(row) }) };
  const lag = acceptValue(registers.links.fields.lagDays, lagDays);
  if (!lag.ok) return lag;
  const id = known.get(joinOf(task, row.key)) ?? null;
  const values: Record<string, StoredValue> = {
    predecessor: task,
    successor: row.key,
    type,
    lagDays: lag.value,
  };
  return { ok: true, value: { register: 'links', key: id ?? `link ${task} ${row.key}`, id, values } };
}
