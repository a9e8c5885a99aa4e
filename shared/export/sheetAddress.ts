/** Cell addresses and day counts as spreadsheets write them. Rows and columns count from 1. */
import { dayNumber, type CalendarDate } from '../domain/base/dates';

/** Day 0 of the spreadsheet's calendar is 30 December 1899, so that 1 March 1900 and later come out right. */
const SERIAL_OF_1970 = 25569;

/** The number a spreadsheet keeps for a day. */
export function dateSerial(date: CalendarDate): number {
  return dayNumber(date) + SERIAL_OF_1970;
}

/** 1 becomes `A`, 28 becomes `AB`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `B7`: moves in both directions when the formula is filled. */
export function at(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** `$B7`: keeps its column. */
export function inColumn(row: number, column: number): string {
  return `$${columnName(column)}${row}`;
}

/** `B$7`: keeps its row. */
export function inRow(row: number, column: number): string {
  return `${columnName(column)}$${row}`;
}

/** `$B$7`: stays. */
export function fixed(row: number, column: number): string {
  return `$${columnName(column)}$${row}`;
}

export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** `B7:D9`. */
export function areaOf({ row, column, lastRow, lastColumn }: Rectangle): string {
  return `${at(row, column)}:${at(lastRow, lastColumn)}`;
}

/** `$B$7:$B$9`: rows of one column, which stay when the formula is filled. */
export function fixedColumn(column: number, row: number, lastRow: number): string {
  return `${fixed(row, column)}:${fixed(lastRow, column)}`;
}

/** `B$7:B$9`: rows of the column the formula stands in. */
export function rowsOfColumn(column: number, row: number, lastRow: number): string {
  return `${inRow(row, column)}:${inRow(lastRow, column)}`;
}

/** `$B7:$D7`: columns of the row the formula stands in. */
export function columnsOfRow(row: number, column: number, lastColumn: number): string {
  return `${inColumn(row, column)}:${inColumn(row, lastColumn)}`;
}

/** `'Cost lines'!B7`. */
export function onSheet(sheet: string, ref: string): string {
  return `${/^[A-Za-z]+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${ref}`;
}
