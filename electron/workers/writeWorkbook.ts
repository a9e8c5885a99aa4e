/** Turns a sheet model into the bytes of an Excel file. Stops between chunks of cells when asked to. */
import ExcelJS, {
  type CellValue,
  type Row as ExcelRow,
  type Style,
  type Workbook,
  type Worksheet,
} from 'exceljs';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { areaOf, at, dateSerial } from '../../shared/export/sheetAddress';
import { filler } from '../../shared/export/sheetFill';
import {
  cellCount,
  type Cell,
  type FilledFormula,
  type Look,
  type Sheet,
  type SheetModel,
} from '../../shared/export/sheetModel';
import { styleOf } from './cellStyles';
import { furnishSheet } from './furnishSheet';

export interface WriteOptions {
  /** Called with the share that is done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Between two looks at the signal. */
const CELLS_PER_CHUNK = 20_000;
/** Packing cannot report how far it is, so placing the cells counts for this much of the work. */
const SHARE_OF_CELLS = 0.4;
/** A fifth larger than at the library's own level, in half the time. */
const PACKING = { zip: { compression: 'DEFLATE' as const, compressionOptions: { level: 3 } } };
/** Longer text is refused by Excel. */
const LONGEST_TEXT = 32_767;

/** The file, or `job/cancelled` when the signal was raised before it was complete. */
export async function writeWorkbook(
  model: SheetModel,
  options: WriteOptions = {},
): Promise<Result<Uint8Array, Problem>> {
  const pace = new Pace(cellCount(model), options);
  const workbook = describedWorkbook(model);
  const styles = new StyleBook(model.currency);
  for (const sheet of model.sheets) {
    const worksheet = workbook.addWorksheet(excelName(sheet.name));
    for (const cells of cellsOf(worksheet, sheet, styles)) {
      if (pace.isChunkComplete(cells) && (await pace.stopNow())) return err(problem('job/cancelled', {}));
    }
    furnishSheet(worksheet, sheet, model, (look) => styles.of(look));
  }
  for (const [name, ref] of model.names) workbook.definedNames.add(absolute(ref), name);
  if (await pace.stopNow()) return err(problem('job/cancelled', {}));
  const packed = await workbook.xlsx.writeBuffer(PACKING);
  if (await pace.stopNow()) return err(problem('job/cancelled', {}));
  options.onProgress?.(1);
  return ok(new Uint8Array(packed));
}

/** Reports progress, lets other events through, and knows when to stop. */
class Pace {
  private done = 0;
  private sinceBreak = 0;

  constructor(
    private readonly total: number,
    private readonly options: WriteOptions,
  ) {}

  isChunkComplete(cells: number): boolean {
    this.done += cells;
    this.sinceBreak += cells;
    return this.sinceBreak >= CELLS_PER_CHUNK;
  }

  async stopNow(): Promise<boolean> {
    this.sinceBreak = 0;
    await new Promise((resolve) => setImmediate(resolve));
    this.options.onProgress?.(this.total === 0 ? SHARE_OF_CELLS : (SHARE_OF_CELLS * this.done) / this.total);
    return this.options.signal?.aborted === true;
  }
}

/** One style value for each look, so that the file and the library keep each only once. */
class StyleBook {
  private readonly byLook = new WeakMap<Look, Partial<Style>>();
  private readonly byKey = new Map<string, Partial<Style>>();

  constructor(private readonly currency: string) {}

  of(look: Look): Partial<Style> {
    const seen = this.byLook.get(look);
    if (seen !== undefined) return seen;
    const key = JSON.stringify([look.role, look.format, look.align, look.indent, look.wrap, look.strong]);
    const style = this.byKey.get(key) ?? styleOf(look, this.currency);
    this.byKey.set(key, style);
    this.byLook.set(look, style);
    return style;
  }
}

function describedWorkbook(model: SheetModel): Workbook {
  const workbook = new ExcelJS.Workbook();
  const createdAt = new Date(model.createdAt);
  workbook.title = model.title;
  workbook.subject = model.subject;
  workbook.company = model.company;
  workbook.creator = model.application;
  workbook.lastModifiedBy = model.application;
  workbook.created = createdAt;
  workbook.modified = createdAt;
  workbook.calcProperties.fullCalcOnLoad = true;
  return workbook;
}

/** Writes the cells of a sheet, a row at a time; yields how many it wrote. */
function* cellsOf(worksheet: Worksheet, sheet: Sheet, styles: StyleBook): Generator<number> {
  for (const [index, row] of sheet.rows.entries()) {
    if (row === undefined) continue;
    const line = worksheet.getRow(index + 1);
    if (row.height !== undefined) line.height = row.height;
    row.cells.forEach((cell, column) => {
      if (cell !== undefined) place(line, column + 1, valueOf(cell), styles.of(cell.look));
    });
    yield row.cells.length;
  }
  yield* filledCells(worksheet, sheet.fills, styles);
}

/** Row by row and from left to right, as the library keeps cells. */
function* filledCells(
  worksheet: Worksheet,
  fills: readonly FilledFormula[],
  styles: StyleBook,
): Generator<number> {
  const columns = [...fills]
    .sort((a, b) => a.column - b.column)
    .map((fill) => ({ fill, valueAt: valuesOf(fill), style: styles.of(fill.look) }));
  const first = Math.min(...fills.map(({ row }) => row));
  const last = Math.max(...fills.map(({ row, rowCount }) => row + rowCount - 1));
  for (let row = first; row <= last; row++) {
    const line = worksheet.getRow(row);
    let cells = 0;
    for (const { fill, valueAt, style } of columns) {
      const down = row - fill.row;
      if (down < 0 || down >= fill.rowCount) continue;
      for (let across = 0; across < fill.columnCount; across++) {
        const result = fill.results[down * fill.columnCount + across] ?? 0;
        place(line, fill.column + across, valueAt(down, across, result), style);
      }
      cells += fill.columnCount;
    }
    yield cells;
  }
}

type ValueAt = (down: number, across: number, result: number | string) => CellValue;

/**
 * A formula that stays on its own sheet is kept once, in the top left cell, and the others refer to it; Excel itself
 * writes one that looks at other sheets out in every cell.
 */
function valuesOf(fill: FilledFormula): ValueAt {
  const isSingle = fill.rowCount * fill.columnCount === 1;
  return fill.formula.includes('!') || isSingle ? spelledOut(fill) : keptOnce(fill);
}

function spelledOut({ formula }: FilledFormula): ValueAt {
  const filled = filler(formula);
  return (down, across, result) => ({ formula: filled(down, across), result });
}

function keptOnce({ row, column, rowCount, columnCount, formula }: FilledFormula): ValueAt {
  const sharedFormula = at(row, column);
  const ref = areaOf({ row, column, lastRow: row + rowCount - 1, lastColumn: column + columnCount - 1 });
  // The library's types do not know the range over which a formula is kept once.
  const first = (result: number | string): CellValue =>
    ({ formula, shareType: 'shared', ref, result }) as CellValue;
  return (down, across, result) => (down === 0 && across === 0 ? first(result) : { sharedFormula, result });
}

function place(line: ExcelRow, column: number, value: CellValue, style: Partial<Style>): void {
  const cell = line.getCell(column);
  cell.value = value;
  cell.style = style;
}

function valueOf(cell: Cell): CellValue {
  switch (cell.kind) {
    case 'blank':
      return null;
    case 'text':
      return cell.text.slice(0, LONGEST_TEXT);
    case 'number':
      return cell.value;
    case 'date':
      return dateSerial(cell.date);
    case 'formula':
      return { formula: cell.formula, result: cell.result };
  }
}

/** Excel takes at most 31 characters for a sheet's name, and none of these. */
function excelName(name: string): string {
  return name.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31);
}

function absolute(ref: string): string {
  return ref.replace(/!([A-Z]+)(\d+)$/, '!$$$1$$$2');
}
