/** The first rows of an import as people see them before it happens: what comes of each, and what of it cannot be read. */
import { problemText } from '../base/problemText';
import { plain, strong, type Sentence } from '../format/sentence';
import { fieldText } from '../records/fieldText';
import { fieldOf } from '../register/record';
import { definitionOf } from '../registers/all';
import type { Workbook } from '../workbook';
import { cellString, type FileTable } from './fileTable';
import { countOf, type Fate, type ImportOutcome } from './importCommand';
import type { ReadingWish, TableReading } from './readTable';
import type { ReadRow } from './rows';
import type { ColumnTarget } from './targets';

export interface PreviewCell {
  /** As it will stand in the plan; as it stands in the file where it cannot be read. */
  readonly text: string;
  readonly problem?: string;
}

export interface PreviewRow {
  readonly row: number;
  readonly fate: Fate;
  /** Why the whole row is left out. */
  readonly reason?: string;
  /** One for each column of the file that goes somewhere. */
  readonly cells: readonly PreviewCell[];
}

export interface Previewed {
  readonly workbook: Workbook;
  readonly table: FileTable;
  readonly wish: ReadingWish;
  readonly reading: TableReading;
  readonly outcome: ImportOutcome;
}

/** @param rows at most so many, from the first */
export function previewRows(
  { workbook, table, wish, reading, outcome }: Previewed,
  rows: number,
): PreviewRow[] {
  const reasons = new Map(outcome.leftRows.map(({ row, reason }) => [row, reason]));
  const columns = wish.targets.flatMap((target, column) => (target === null ? [] : [{ target, column }]));
  return reading.rows.slice(0, rows).map((read) => {
    const reason = reasons.get(read.row);
    const cells = table.rows[read.row - table.firstRow] ?? [];
    return {
      row: read.row,
      fate: outcome.fates.get(read.row) ?? 'left',
      ...(reason === undefined ? {} : { reason }),
      cells: columns.map(({ target, column }) =>
        previewCell(workbook, read, { target, given: cellString(cells[column]) }),
      ),
    };
  });
}

function previewCell(
  workbook: Workbook,
  read: ReadRow,
  { target, given }: { target: ColumnTarget; given: string },
): PreviewCell {
  const found = read.problems.find((problem) => isSameTarget(problem.target, target));
  if (found !== undefined) return { text: given, problem: problemText(found.problem) };
  if (target.kind !== 'field') return { text: given };
  const field = fieldOf(definitionOf(read.register), target.field);
  const value = read.values[target.field];
  // What a name refers to may be made by this import and has no name in the plan yet.
  if (field === undefined || value === undefined || field.kind === 'ref' || field.kind === 'refs')
    return { text: given };
  return { text: fieldText(workbook, field, value) };
}

export function isSameTarget(a: ColumnTarget | null, b: ColumnTarget | null): boolean {
  if (a === null || b === null) return a === b;
  return a.kind === 'field' ? b.kind === 'field' && a.field === b.field : a.kind === b.kind;
}

/** What an import comes to: `3 records are added, 2 changed, 1 stays as it is. 1 row and 4 cells are left out.` */
export function outcomeSentence(outcome: ImportOutcome): Sentence {
  const [added = 0, changed = 0, unchanged = 0] = (['added', 'changed', 'unchanged'] as const).map((fate) =>
    countOf(outcome, fate),
  );
  const records = (count: number): string => (count === 1 ? 'record is' : 'records are');
  const comes = [
    ...(added > 0 ? [`${String(added)} ${records(added)} added`] : []),
    ...(changed > 0 ? [`${String(changed)} ${added > 0 ? '' : `${records(changed)} `}changed`] : []),
    ...(unchanged > 0
      ? [`${String(unchanged)} ${unchanged === 1 ? 'stays as it is' : 'stay as they are'}`]
      : []),
  ];
  const left = [
    ...(outcome.leftRows.length > 0 ? [amount(outcome.leftRows.length, 'row')] : []),
    ...(outcome.leftCells.length > 0 ? [amount(outcome.leftCells.length, 'cell')] : []),
  ];
  const isOne = outcome.leftRows.length + outcome.leftCells.length === 1;
  return [
    comes.length === 0 ? plain('No row of the file can be taken over.') : strong(`${comes.join(', ')}.`),
    ...(left.length === 0 ? [] : [plain(` ${left.join(' and ')} ${isOne ? 'is' : 'are'} left out.`)]),
  ];
}

function amount(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}
