/** Fills a sheet cell by cell and remembers where things were put; gives the finished rows. */
import type { CalendarDate } from '../domain/base/dates';
import type { Cell, FilledFormula, Look, Row, Scalar } from './sheetModel';

export class SheetGrid {
  private readonly cells: (Cell | undefined)[][] = [];
  private readonly heights = new Map<number, number>();
  readonly fills: FilledFormula[] = [];

  put(row: number, column: number, cell: Cell): void {
    const line = (this.cells[row - 1] ??= []);
    line[column - 1] = cell;
  }

  text(row: number, column: number, text: string, look: Look): void {
    this.put(row, column, { kind: 'text', text, look });
  }

  number(row: number, column: number, value: number | null, look: Look): void {
    this.put(row, column, value === null ? { kind: 'blank', look } : { kind: 'number', value, look });
  }

  date(row: number, column: number, date: CalendarDate | null, look: Look): void {
    this.put(row, column, date === null ? { kind: 'blank', look } : { kind: 'date', date, look });
  }

  blank(row: number, column: number, look: Look): void {
    this.put(row, column, { kind: 'blank', look });
  }

  formula(row: number, column: number, formula: string, result: Scalar, look: Look): void {
    this.put(row, column, { kind: 'formula', formula, result, look });
  }

  /** Texts side by side, from the given column on. */
  texts(row: number, column: number, texts: readonly string[], look: Look): void {
    texts.forEach((text, index) => this.text(row, column + index, text, look));
  }

  /** One formula down a column, as it stands in the first row. */
  fillDown(
    row: number,
    column: number,
    formula: string,
    results: readonly number[] | readonly string[],
    look: Look,
  ): void {
    this.fills.push({
      ...{ row, column, rowCount: results.length, columnCount: 1, formula, look },
      results: results.every((result) => typeof result === 'number') ? Float64Array.from(results) : results,
    });
  }

  height(row: number, points: number): void {
    this.heights.set(row, points);
  }

  get lastRow(): number {
    return this.cells.length;
  }

  rows(): readonly (Row | undefined)[] {
    const count = Math.max(this.cells.length, ...this.heights.keys());
    return Array.from({ length: count }, (_, index) => {
      const height = this.heights.get(index + 1);
      const cells = Array.from(this.cells[index] ?? []);
      if (cells.length === 0 && height === undefined) return undefined;
      return height === undefined ? { cells } : { cells, height };
    });
  }
}
