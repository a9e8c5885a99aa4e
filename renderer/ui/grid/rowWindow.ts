/** Which rows of a long list are mounted, and where to scroll so that a cell comes into view. All lengths in CSS px. */

/** First and one past the last mounted row. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

export interface WindowInput {
  readonly scrollTop: number;
  /** Height in which rows show, without head and totals. */
  readonly viewHeight: number;
  readonly rowHeight: number;
  readonly count: number;
  /** Rows mounted beyond each edge; `OVERSCAN` unless said. */
  readonly overscan?: number;
}

/** Rows mounted beyond each edge, so that a scroll of a few rows shows no gap before the next render. */
export const OVERSCAN = 6;

/** How many row slots a view needs; slots are reused, so this number never changes while scrolling. */
export function slotCount(viewHeight: number, rowHeight: number, overscan = OVERSCAN): number {
  return Math.ceil(Math.max(0, viewHeight) / rowHeight) + 1 + 2 * overscan;
}

/** The rows to mount. Steps in pairs of rows: a scroll of one pixel rarely changes anything. */
export function rowWindow({
  scrollTop,
  viewHeight,
  rowHeight,
  count,
  overscan = OVERSCAN,
}: WindowInput): RowWindow {
  const slots = slotCount(viewHeight, rowHeight, overscan);
  const top = Math.floor(Math.max(0, scrollTop) / rowHeight) - overscan;
  const first = Math.max(0, Math.min(top - (top % 2), count - slots));
  return { first, end: Math.min(count, first + slots) };
}

export interface Band {
  readonly start: number;
  readonly size: number;
}

/**
 * The nearest scroll offset at which `item` lies wholly inside the view that starts at `scroll` and is `view` long;
 * an item longer than the view shows its start.
 */
export function offsetShowing(item: Band, scroll: number, view: number): number {
  if (item.start < scroll || item.size > view) return item.start;
  return Math.max(scroll, item.start + item.size - view);
}

/** How many whole rows are in view. */
export function wholeRows(viewHeight: number, rowHeight: number): number {
  return Math.max(1, Math.floor(viewHeight / rowHeight));
}
