/** Which text goes into which cell when a block is pasted, filled down or cleared. Pure index arithmetic. */
import type { TextBlock } from './clipboard';
import type { CellRange, GridExtent } from './range';

export interface CellText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface PastePlan {
  readonly cells: readonly CellText[];
  /** Rows below the last one, in order: what each brings, by column. */
  readonly newRows: readonly (readonly CellText[])[];
  /** Cells right of the last column. */
  readonly outside: number;
  /** What the pasted block covers, cut to the grid. */
  readonly range: CellRange;
}

/** The most one paste may bring: more is a mistake, or better split. */
export const MOST_PASTED_ROWS = 2_000;
export const MOST_PASTED_CELLS = 100_000;

export function isTooLarge(block: TextBlock): boolean {
  return (
    block.length > MOST_PASTED_ROWS || block.reduce((sum, row) => sum + row.length, 0) > MOST_PASTED_CELLS
  );
}

/**
 * Where the list a block is pasted into ends: the first heading that one of its rows would fall on, because what comes
 * after the last line under one heading is meant to stand under it too. Rows copied with their heading fall on it again.
 * @param headingAt the texts of a heading from the block's first column on; null for a row that is none
 */
export function listEnd(
  block: TextBlock,
  range: CellRange,
  extent: GridExtent,
  headingAt: (row: number) => readonly string[] | null,
): number {
  for (const [offset, texts] of block.entries()) {
    const row = range.top + offset;
    if (row >= extent.rows) break;
    const heading = headingAt(row);
    if (heading !== null && texts[0]?.trim() !== heading[0]?.trim()) return row;
  }
  return extent.rows;
}

/** A block repeats over a larger choice when it fits a whole number of times, as spreadsheets do; else it goes in once. */
export function repeats(range: CellRange, height: number, width: number): { down: number; across: number } {
  const rows = range.bottom - range.top + 1;
  const columns = range.right - range.left + 1;
  if (height === 0 || width === 0 || rows % height !== 0 || columns % width !== 0)
    return { down: 1, across: 1 };
  return { down: rows / height, across: columns / width };
}

export function widthOf(block: TextBlock): number {
  return block.reduce((most, row) => Math.max(most, row.length), 0);
}

/** @param extent the list that is pasted into; what comes after its last row are new rows */
export function planPaste(block: TextBlock, range: CellRange, extent: GridExtent): PastePlan {
  const width = widthOf(block);
  const { down, across } = repeats(range, block.length, width);
  const cells: CellText[] = [];
  const newRows: CellText[][] = [];
  let outside = 0;
  for (let row = 0; row < block.length * down; row += 1) {
    const source = block[row % block.length] ?? [];
    const target = range.top + row;
    const intoNew: CellText[] = [];
    for (let repeat = 0; repeat < across; repeat += 1) {
      for (const [offset, text] of source.entries()) {
        const column = range.left + repeat * width + offset;
        if (column >= extent.columns) outside += 1;
        else (target < extent.rows ? cells : intoNew).push({ row: target, column, text });
      }
    }
    if (target >= extent.rows) newRows.push(intoNew);
  }
  return {
    cells,
    newRows,
    outside,
    range: {
      top: range.top,
      left: range.left,
      bottom: Math.max(range.top, Math.min(extent.rows, range.top + block.length * down) - 1),
      right: Math.max(range.left, Math.min(extent.columns, range.left + width * across) - 1),
    },
  };
}

/** The top row of the choice goes into the rows under it; a single row takes the row above it. */
export function planFillDown(
  range: CellRange,
  textAt: (row: number, column: number) => string,
): readonly CellText[] {
  const source = range.top === range.bottom ? range.top - 1 : range.top;
  if (source < 0) return [];
  const cells: CellText[] = [];
  for (let row = source + 1; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      cells.push({ row, column, text: textAt(source, column) });
    }
  }
  return cells;
}

export function planClear(range: CellRange): readonly CellText[] {
  const cells: CellText[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) cells.push({ row, column, text: '' });
  }
  return cells;
}
