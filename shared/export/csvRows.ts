/** The rows of a CSV file, before and after their cells are read. */
import type { Problem } from '../domain/base/problem';
import type { ImportedRecord } from './importedRecords';

export interface CsvRow extends ImportedRecord {
  /** As the spreadsheet counts: the head is row 1. */
  readonly row: number;
  readonly problems: readonly Problem[];
}

/** A row before anything is made of it. */
export interface RawRow {
  readonly row: number;
  readonly key: string;
  readonly id: string | null;
  /** What the file calls the row where that is not an id: MS Project's number, or a code of the author's. */
  readonly label: string;
  readonly cells: readonly string[];
}
