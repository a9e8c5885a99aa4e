/** Who lies under whom in a list of tasks: by the outline level, by the outline number, or by indents before the names. */

/** How the outline of a list is written, the surest way first. */
export type OutlineSource =
  | { readonly kind: 'levels'; readonly cells: readonly string[] }
  | { readonly kind: 'wbs'; readonly cells: readonly string[] }
  | { readonly kind: 'indents'; readonly names: readonly string[] };

/** @returns for each row the index of the row it lies under; null at the top */
export function outlineParents(source: OutlineSource): (number | null)[] {
  switch (source.kind) {
    case 'levels':
      return parentsByDepth(source.cells.map((cell) => (/^\s*\d{1,3}\s*$/.test(cell) ? Number(cell) : null)));
    case 'wbs':
      return parentsByNumber(source.cells);
    case 'indents':
      return parentsByDepth(source.names.map(indentOf));
  }
}

/** A deeper row lies under the last shallower one; how much deeper does not matter. Rows without a depth are at the top. */
function parentsByDepth(depths: readonly (number | null)[]): (number | null)[] {
  const open: { row: number; depth: number }[] = [];
  return depths.map((depth, row) => {
    if (depth === null) {
      open.length = 0;
      return null;
    }
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const parent = open.at(-1)?.row ?? null;
    open.push({ row, depth });
    return parent;
  });
}

/** `2.3.1` lies under `2.3`, wherever that stands. */
function parentsByNumber(cells: readonly string[]): (number | null)[] {
  const rowOf = new Map<string, number>();
  cells.forEach((cell, row) => {
    if (!rowOf.has(cell.trim())) rowOf.set(cell.trim(), row);
  });
  return cells.map((cell, row) => {
    const number = cell.trim();
    const point = number.lastIndexOf('.');
    const parent = point < 0 ? undefined : rowOf.get(number.slice(0, point));
    return parent === undefined || parent === row ? null : parent;
  });
}

/** The width of the space before a name; a tab is as wide as four spaces. */
function indentOf(name: string): number {
  const [space = ''] = /^[\s\u00a0]*/.exec(name) ?? [];
  return Array.from(space).reduce((width, character) => width + (character === '\t' ? 4 : 1), 0);
}
