/** How wide each column is and which of them stay in sight. Widths in CSS px. */

export interface ColumnWidth {
  readonly id: string;
  readonly width: number;
  /** Share of the room that is left over; 0 or absent keeps the width. */
  readonly flex?: number;
  readonly sticky?: boolean;
}

export interface PlacedColumn {
  readonly left: number;
  readonly width: number;
  /** Distance from the left edge at which the column stays in sight, or null if it scrolls away. */
  readonly stickyLeft: number | null;
}

export interface ColumnLayout {
  readonly columns: readonly PlacedColumn[];
  readonly total: number;
  /** Width covered by columns that stay in sight. */
  readonly stickyWidth: number;
}

export const LEAST_COLUMN_WIDTH = 32;

/**
 * Places columns side by side in `available` px. `chosen` holds the widths a person set. Only the first columns can stay
 * in sight: a sticky column after a scrolling one scrolls with it.
 */
export function layOutColumns(
  columns: readonly ColumnWidth[],
  chosen: ReadonlyMap<string, number>,
  available: number,
): ColumnLayout {
  const asked = columns.map((column) => Math.max(LEAST_COLUMN_WIDTH, chosen.get(column.id) ?? column.width));
  const fixed = asked.reduce((sum, width) => sum + width, 0);
  const shares = columns.map((column) => (chosen.has(column.id) ? 0 : (column.flex ?? 0)));
  const allShares = shares.reduce((sum, share) => sum + share, 0);
  const spare = allShares === 0 ? 0 : Math.max(0, available - fixed);

  const placed: PlacedColumn[] = [];
  let left = 0;
  let stickyWidth = 0;
  for (const [index, column] of columns.entries()) {
    const share = (shares[index] ?? 0) / Math.max(allShares, 1e-9);
    const width = Math.floor((asked[index] ?? LEAST_COLUMN_WIDTH) + spare * share);
    const stays = column.sticky === true && stickyWidth === left;
    placed.push({ left, width, stickyLeft: stays ? left : null });
    left += width;
    if (stays) stickyWidth = left;
  }
  return { columns: placed, total: left, stickyWidth };
}
