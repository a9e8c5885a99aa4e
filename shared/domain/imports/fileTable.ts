/** A table as a file holds it: rows of cells, as typed as the program that wrote it made them. */
import type { CalendarDate } from '../base/dates';
import type { DecimalMark } from '../register/typedNumbers';

export type FileCell = string | number | boolean | { readonly date: CalendarDate };

export interface FileTable {
  /** Of the sheet, or of the file where it holds one table. */
  readonly name: string;
  /** All rows, titles and heads among them, empty ones too. */
  readonly rows: readonly (readonly FileCell[])[];
  /** How the program that wrote it counts the first row; a spreadsheet begins with 1. */
  readonly firstRow: number;
  /** What `1.234` and `1,234` mean where the numbers of a column do not say. */
  readonly mark: DecimalMark;
}

/** The text a person would read in the cell; numbers with a point before the decimals. */
export function cellString(cell: FileCell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'number' ? numberString(cell) : cell.date;
}

/** As precise as a spreadsheet shows: what binary fractions add behind 15 digits is none of the person's. */
function numberString(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : '';
}

export function isEmptyRow(row: readonly FileCell[]): boolean {
  return row.every((cell) => cellString(cell).trim() === '');
}
