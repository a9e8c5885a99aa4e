/**
 * Where the cursor of a grid stands, which block of cells is chosen, and where each motion leads. Rows and columns are
 * indices as shown, from 0.
 */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** The chosen block reaches from the anchor to the focus, which is the cell with the frame. */
export interface GridSelection {
  readonly anchor: CellPosition;
  readonly focus: CellPosition;
}

/** Inclusive on all sides. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
}

export type Motion =
  'up' | 'down' | 'left' | 'right' | 'pageUp' | 'pageDown' | 'rowStart' | 'rowEnd' | 'gridStart' | 'gridEnd';

export function rangeOf({ anchor, focus }: GridSelection): CellRange {
  return {
    top: Math.min(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    bottom: Math.max(anchor.row, focus.row),
    right: Math.max(anchor.column, focus.column),
  };
}

export function cellCount(range: CellRange): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

/** The nearest cell that exists; in an empty grid, the first cell. */
export function clampPosition({ row, column }: CellPosition, extent: GridExtent): CellPosition {
  return {
    row: Math.max(0, Math.min(extent.rows - 1, row)),
    column: Math.max(0, Math.min(extent.columns - 1, column)),
  };
}

/** Where a motion leads; it stops at the edges. `pageRows` is how many whole rows are in view. */
export function moved(
  from: CellPosition,
  motion: Motion,
  extent: GridExtent,
  pageRows: number,
): CellPosition {
  const page = Math.max(1, pageRows - 1);
  const target: Record<Motion, CellPosition> = {
    up: { row: from.row - 1, column: from.column },
    down: { row: from.row + 1, column: from.column },
    left: { row: from.row, column: from.column - 1 },
    right: { row: from.row, column: from.column + 1 },
    pageUp: { row: from.row - page, column: from.column },
    pageDown: { row: from.row + page, column: from.column },
    rowStart: { row: from.row, column: 0 },
    rowEnd: { row: from.row, column: extent.columns - 1 },
    gridStart: { row: 0, column: 0 },
    gridEnd: { row: extent.rows - 1, column: extent.columns - 1 },
  };
  return clampPosition(target[motion], extent);
}

/** The next or previous cell in reading order, or null where the grid ends and Tab must leave it. */
export function nextCell(from: CellPosition, step: 1 | -1, extent: GridExtent): CellPosition | null {
  const at = from.row * extent.columns + from.column + step;
  if (at < 0 || at >= extent.rows * extent.columns) return null;
  return { row: Math.floor(at / extent.columns), column: at % extent.columns };
}
