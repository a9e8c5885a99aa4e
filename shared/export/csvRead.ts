/**
 * Reads a register from CSV written by this app, by a spreadsheet or by MS Project, with the columns that leave no
 * doubt. Whatever the file holds, the answer is the records that could be read and, for each row, what could not.
 */
import { problem, type Problem } from '../domain/base/problem';
import { IN_FILES, problemText } from '../domain/base/problemText';
import { cellString, type FileTable } from '../domain/imports/fileTable';
import { withOutlineNumbers } from '../domain/imports/guessTargets';
import type { ImportedRecord } from '../domain/imports/importedRecords';
import { readTable, type ReadingWish } from '../domain/imports/readTable';
import type { ReadRow } from '../domain/imports/rows';
import { columnsOf, exactTargets } from '../domain/imports/targets';
import { fieldsOf } from '../domain/register/record';
import { definitionOf, type RegisterId } from '../domain/registers/all';
import type { Workbook } from '../domain/workbook';
import { csvTable, rowProblem } from './csvTable';

export interface TableImport {
  /** The rows that can be taken over, in the order of the file; single cells of them may have problems. */
  readonly rows: readonly ReadRow[];
  /** The links the predecessors of tasks describe. */
  readonly links: readonly ImportedRecord[];
  /** Records that only their names in the file stand for. */
  readonly named: readonly ImportedRecord[];
  /** Everything that is wrong with the file, with the rows named. */
  readonly problems: readonly Problem[];
  /** Heads of columns that were not taken over, calculated ones among them. */
  readonly ignoredColumns: readonly string[];
}

const EMPTY: TableImport = { rows: [], links: [], named: [], problems: [], ignoredColumns: [] };

interface ImportWish extends Partial<Pick<ReadingWish, 'headRow' | 'newNames'>> {
  readonly workbook: Workbook;
  /** The file's name, for messages. */
  readonly name: string;
}

export function parseCsv(text: string, register: RegisterId, wish: ImportWish): TableImport {
  const parsed = csvTable(text, wish.name, register);
  if (!parsed.ok) return { ...EMPTY, problems: [parsed.error] };
  const { table, broken } = parsed.value;
  const read = importTable(table, register, wish);
  return { ...read, problems: [...broken, ...read.problems] };
}

export function importTable(table: FileTable, register: RegisterId, wish: ImportWish): TableImport {
  const { workbook, name, headRow = 0, newNames = 'refuse' } = wish;
  const heads = (table.rows[headRow] ?? []).map(cellString);
  const targets = withOutlineNumbers(exactTargets(heads, register), table, { register, headRow });
  if (columnsOf(targets).fields.size === 0) return { ...EMPTY, problems: [noColumns(register, name)] };
  const { rows, links, named } = readTable(workbook, table, {
    register,
    targets,
    headRow,
    matchBy: 'id',
    emptyCells: 'clear',
    newNames,
  });
  return {
    rows: rows.filter((row) => !row.isUnusable),
    links,
    named,
    problems: rows.flatMap(({ row, problems }) =>
      problems.map((found) => rowProblem(row, problemText(found.problem, IN_FILES))),
    ),
    ignoredColumns: heads.flatMap((head, column) =>
      targets[column] === null && head.trim() !== '' ? [head.trim()] : [],
    ),
  };
}

function noColumns(register: RegisterId, name: string): Problem {
  const definition = definitionOf(register);
  const columns = fieldsOf(definition).map(([field]) => field);
  return problem('file/noColumns', { name, register: definition.title, columns: columns.join(', ') });
}
