/** For screen readers: how many rows a row's group in a tree has, and which of them it is. */

export interface SiblingPlace {
  /** From 1. */
  readonly position: number;
  readonly size: number;
}

/** Places of all shown rows, from their depths (0 at the top) in one pass. */
export function siblingPlaces(depths: readonly number[]): readonly SiblingPlace[] {
  const groups: number[][] = [];
  const groupOf: number[][] = [];
  const positions: number[] = [];
  for (const [row, depth] of depths.entries()) {
    groups.length = Math.min(groups.length, depth + 1);
    const group = groups[depth] ?? [];
    groups[depth] = group;
    group.push(row);
    groupOf.push(group);
    positions.push(group.length);
  }
  return positions.map((position, row) => ({ position, size: groupOf[row]?.length ?? 1 }));
}
