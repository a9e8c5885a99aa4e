/** The rows of a table, before and after their cells are read. */
import type { Problem } from '../base/problem';
import type { FileCell } from './fileTable';
import type { ImportedRecord } from './importedRecords';
import type { ColumnTarget } from './targets';

/** A row before anything is made of it. */
export interface RawRow {
  /** As the program that wrote the file counts. */
  readonly row: number;
  readonly key: string;
  /** The record of the plan that the row is about; null for a new one. */
  readonly id: string | null;
  /** What the file itself calls the row; empty where it says nothing. */
  readonly label: string;
  readonly cells: readonly FileCell[];
}

/** What is wrong with one cell of a row, or with the row where no target is named. */
export interface CellProblem {
  readonly target: ColumnTarget | null;
  readonly problem: Problem;
}

export interface ReadRow extends ImportedRecord {
  readonly row: number;
  /** What could not be read; the rest of the row was. */
  readonly problems: readonly CellProblem[];
  /** The row cannot be taken over at all: it has no name, or it is not clear which record it is about. */
  readonly isUnusable: boolean;
}
