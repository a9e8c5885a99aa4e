/** What becomes of a table that was read: one command, one undo step, and an account of what is left out and why. */
import type { IdSource } from '../base/ids';
import type { Problem } from '../base/problem';
import { problemText } from '../base/problemText';
import { ok, type Result } from '../base/result';
import type { Command, Edit, FieldValues } from '../edits/edit';
import { fieldOf } from '../register/record';
import { definitionOf } from '../registers/all';
import type { Workbook } from '../workbook';
import { fittingEdits } from '../edits/fittingEdits';
import { importEdits, titleIn, withOwnIds, type ImportedRecord } from './importedRecords';
import type { TableReading } from './readTable';
import type { ReadRow } from './rows';

/** A row of the file, or one cell of it, that does not come into the plan. */
export interface LeftOut {
  readonly row: number;
  readonly reason: string;
}

export type Fate = 'added' | 'changed' | 'unchanged' | 'left';

export interface ImportOutcome {
  /** Null where nothing in the plan would change. */
  readonly command: Command | null;
  /** What becomes of each row, by its number. */
  readonly fates: ReadonlyMap<number, Fate>;
  readonly leftRows: readonly LeftOut[];
  readonly leftCells: readonly LeftOut[];
  /** Names of people, phases and the like that are made along the way. */
  readonly named: readonly string[];
}

export interface ImportWish {
  /** What undo will call it. */
  readonly label: string;
  readonly newId: IdSource;
  /** A row with a cell that cannot be read is left out whole; otherwise the cell alone is. */
  readonly onlyWholeRows: boolean;
}

export function importOutcome(
  workbook: Workbook,
  reading: TableReading,
  { label, newId, onlyWholeRows }: ImportWish,
): Result<ImportOutcome, Problem> {
  const isTaken = ({ isUnusable, problems }: ReadRow): boolean =>
    !isUnusable && (!onlyWholeRows || problems.length === 0);
  const taken = reading.rows.filter(isTaken);
  const keys = new Set(taken.map(({ key }) => key));
  const links = reading.links.filter(({ values }) => keys.has(successorOf(values)));
  const referred = new Set(taken.flatMap(referencesIn));
  const named = reading.named.filter(({ key }) => referred.has(key));
  const records = withOwnIds<ImportedRecord>([...named, ...taken, ...links], workbook);
  const fitting = fittingEdits(workbook, importEdits(records, workbook, newId));
  if (!fitting.ok) return fitting;
  const { entries, left } = fitting.value;
  const keysOf = (kinds: readonly Edit['kind'][]): ReadonlySet<string> =>
    new Set(entries.flatMap(({ record, edit }) => (kinds.includes(edit.kind) ? [record.key] : [])));
  const [added, changed] = [keysOf(['add']), keysOf(['set', 'restore'])];
  const misfits = new Map(left.map(({ entry, problem }) => [entry.record.key, problemText(problem)]));
  const fateOf = (row: ReadRow): Fate => {
    if (!isTaken(row) || misfits.has(row.key)) return 'left';
    return added.has(row.key) ? 'added' : changed.has(row.key) ? 'changed' : 'unchanged';
  };
  return ok({
    command: entries.length === 0 ? null : { label, edits: entries.map(({ edit }) => edit) },
    fates: new Map(reading.rows.map((row) => [row.row, fateOf(row)])),
    leftRows: reading.rows.flatMap((row): LeftOut[] => {
      const misfit = misfits.get(row.key);
      if (isTaken(row)) return misfit === undefined ? [] : [{ row: row.row, reason: misfit }];
      return [{ row: row.row, reason: row.problems.map(({ problem }) => problemText(problem)).join(' ') }];
    }),
    leftCells: [...taken.flatMap(unreadCells), ...misfitLinks(reading, misfits)].sort(
      (a, b) => a.row - b.row,
    ),
    named: named.map(titleIn),
  });
}

/** The keys and ids a row refers to. */
function referencesIn({ register, values }: ImportedRecord): readonly string[] {
  const definition = definitionOf(register);
  return Object.entries(values).flatMap(([name, value]) => {
    const kind = fieldOf(definition, name)?.kind;
    if (kind === 'ref' && typeof value === 'string') return [value];
    return kind === 'refs' && Array.isArray(value) ? (value as readonly string[]) : [];
  });
}

function unreadCells({ row, problems }: ReadRow): LeftOut[] {
  return problems.map(({ problem }) => ({ row, reason: problemText(problem) }));
}

/** Links that break a rule of the plan; each counts for the row whose predecessors name it. */
function misfitLinks({ rows, links }: TableReading, misfits: ReadonlyMap<string, string>): LeftOut[] {
  const rowOf = new Map(rows.map(({ key, row }) => [key, row]));
  return links.flatMap(({ key, values }) => {
    const reason = misfits.get(key);
    return reason === undefined ? [] : [{ row: rowOf.get(successorOf(values)) ?? 0, reason }];
  });
}

function successorOf(values: FieldValues): string {
  const successor = values['successor'];
  return typeof successor === 'string' ? successor : '';
}

export function countOf({ fates }: ImportOutcome, fate: Fate): number {
  return [...fates.values()].filter((each) => each === fate).length;
}
