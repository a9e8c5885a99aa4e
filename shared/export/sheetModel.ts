/**
 * A workbook of sheets as a plain value: what each cell holds and means. How it looks in a program is decided by
 * whoever writes the file, from the cell's role; a formula always carries the result the app computed itself.
 */
import type { CalendarDate } from '../domain/base/dates';

/** What a cell is to the person who reads the sheet. */
export type Role =
  'title' | 'heading' | 'header' | 'label' | 'input' | 'calculation' | 'link' | 'total' | 'check' | 'note';

/**
 * How a number is written. `money` has the digits of the model's currency,
 * `exactMoney` two more, `currency` its letters too; `percent` is exact,
 * `share` rough; `moment` is a day and a time of it, `date`, `month` are days as a spreadsheet counts them; `fiscalYear`
 * is a year.
 */
export type Format =
  | 'general'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'exactMoney'
  | 'currency'
  | 'percent'
  | 'share'
  | 'date'
  | 'moment'
  | 'month'
  | 'fiscalYear';

/** Cells that look alike share one value of this. */
export interface Look {
  readonly role: Role;
  readonly format?: Format;
  readonly align?: 'left' | 'center' | 'right';
  /** Steps from the left edge. */
  readonly indent?: number;
  readonly wrap?: boolean;
  readonly strong?: boolean;
}

/** What a formula comes to. Dates are serial numbers (`dateSerial`). */
export type Scalar = string | number | boolean;

export type Cell =
  | { readonly kind: 'blank'; readonly look: Look }
  | { readonly kind: 'text'; readonly text: string; readonly look: Look }
  | { readonly kind: 'number'; readonly value: number; readonly look: Look }
  | { readonly kind: 'date'; readonly date: CalendarDate; readonly look: Look }
  | { readonly kind: 'formula'; readonly formula: string; readonly result: Scalar; readonly look: Look };

export interface Row {
  readonly cells: readonly (Cell | undefined)[];
  /** In points; by its content if absent. */
  readonly height?: number;
}

/** One formula filled over a rectangle, written as it stands in the top left cell. Rows and columns count from 1. */
export interface FilledFormula {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly formula: string;
  /** What each cell comes to, row by row. */
  readonly results: Float64Array | readonly string[];
  readonly look: Look;
}

export interface TableColumn {
  /** The text of its header cell. */
  readonly name: string;
  readonly look: Look;
  /** Filled into the totals row: the sum of the visible rows, with what it comes to. */
  readonly sum?: number;
}

/** A rectangle the program treats as a table. Its header and totals row are written from here, its body is cells. */
export interface SheetTable {
  readonly name: string;
  /** Of the header, counted from 1. */
  readonly row: number;
  readonly column: number;
  readonly columns: readonly TableColumn[];
  /** Between header and totals; at least 1. */
  readonly rowCount: number;
  readonly totalsRow: boolean;
  readonly totalLook: Look;
}

/** What may be typed into a range. */
export interface Validation {
  readonly ref: string;
  readonly rule:
    | { readonly kind: 'list'; readonly source: string }
    | { readonly kind: 'whole' | 'decimal'; readonly min: number; readonly max: number }
    | { readonly kind: 'date'; readonly min: CalendarDate; readonly max: CalendarDate };
  /** Shown when something else is typed. */
  readonly message: string;
}

export type Condition =
  | {
      readonly ref: string;
      readonly kind: 'formula';
      readonly formula: string;
      readonly tone: 'good' | 'warning' | 'bad' | 'hidden';
    }
  | { readonly ref: string; readonly kind: 'bar' };

export interface PrintSetup {
  /** The whole sheet if absent. */
  readonly area?: string;
  readonly pagesWide: number;
  /** As many as it takes if absent. */
  readonly pagesTall?: number;
  /** Repeated on every page: `5:6`. */
  readonly titleRows?: string;
  /** Repeated on every page: `A:B`. */
  readonly titleColumns?: string;
}

export interface Sheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** Widths in characters. */
  readonly columns: readonly number[];
  readonly rows: readonly (Row | undefined)[];
  readonly fills: readonly FilledFormula[];
  readonly tables: readonly SheetTable[];
  readonly validations: readonly Validation[];
  readonly conditions: readonly Condition[];
  /** Rows and columns that stay when the rest scrolls. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly print: PrintSetup;
  /** Only inputs can be typed into, until the reader lifts the protection; there is no password. */
  readonly locked: boolean;
}

export interface SheetModel {
  readonly title: string;
  readonly subject: string;
  readonly company: string;
  /** What wrote it, and which version. */
  readonly application: string;
  /** When, as an ISO instant. */
  readonly createdAt: string;
  /** ISO 4217, for the formats of money. */
  readonly currency: string;
  readonly paper: 'letter' | 'a4';
  readonly sheets: readonly Sheet[];
  /** Names of single cells: name to address, `Assumptions!$B$4`. */
  readonly names: ReadonlyMap<string, string>;
}

/** Cells of a model, counted the way a writer works through them. */
export function cellCount(model: SheetModel): number {
  return model.sheets.reduce((sum, sheet) => {
    const inRows = sheet.rows.reduce(
      (count, row) =>
        count + (row?.cells.reduce((cells, cell) => cells + (cell === undefined ? 0 : 1), 0) ?? 0),
      0,
    );
    const filled = sheet.fills.reduce((count, fill) => count + fill.rowCount * fill.columnCount, 0);
    return sum + inRows + filled;
  }, 0);
}
