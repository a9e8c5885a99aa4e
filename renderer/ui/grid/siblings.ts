/** For screen readers: how many rows a row's group in a tree has, and which of them it is. */

export interface SiblingPlace {
  /** From 1. */
  readonly position: number;
  readonly size: number;
}

/**
 * The places of all shown rows, from their depths (0 at the top) in one pass; a place is made when it is asked for,
 * because few of many rows are drawn.
 */
export function siblingPlaces(count: number, depth: (row: number) => number): (row: number) => SiblingPlace {
  const position = new Int32Array(count);
  const group = new Int32Array(count);
  const sizes: number[] = [];
  /** By depth: the group that a next row would join. */
  const open: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const level = depth(row);
    open.length = Math.min(open.length, level + 1);
    const joined = (open[level] ??= sizes.push(0) - 1);
    group[row] = joined;
    position[row] = sizes[joined] = (sizes[joined] ?? 0) + 1;
  }
  return (row) => ({ position: position[row] ?? 1, size: sizes[group[row] ?? 0] ?? 1 });
}
