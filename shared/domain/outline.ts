/** The task tree: who lies under whom, in which order, how deep. Total over anything a merge can produce. */
export interface OutlineRow {
  readonly id: string;
  readonly parent: string | null;
  /** 0 at the top. */
  readonly depth: number;
  readonly hasChildren: boolean;
  /** Computed outline number, `2.3`. Never an identity. */
  readonly wbs: string;
  /** The row after the last row under this one. */
  readonly end: number;
}

export interface Outline {
  /** Pre-order: a task stands before everything under it. */
  readonly rows: readonly OutlineRow[];
  /** Task id to its index in `rows`. */
  readonly index: ReadonlyMap<string, number>;
}

export interface OutlineInput {
  readonly id: string;
  readonly parent: string | null;
  readonly order: string;
}

export const EMPTY_OUTLINE: Outline = { rows: [], index: new Map() };

/** By shown row: its place in the outline; -1 where it is not in it. Shown rows stand in the outline's order. */
export function placesIn({ rows, index }: Outline, shown: readonly OutlineRow[]): Int32Array {
  const places = new Int32Array(shown.length);
  let next = 0;
  shown.forEach((row, at) => {
    const place = rows[next] === row ? next : (index.get(row.id) ?? -1);
    places[at] = place;
    next = place + 1;
  });
  return places;
}

function byOrder(a: OutlineInput, b: OutlineInput): number {
  return a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * Builds the tree from nodes whose parents form no circle. A parent that is missing counts as none.
 */
export function outlineOf(nodes: readonly OutlineInput[]): Outline {
  const present = new Set(nodes.map((node) => node.id));
  const children = new Map<string | null, OutlineInput[]>();
  for (const node of nodes) {
    const parent = node.parent !== null && present.has(node.parent) ? node.parent : null;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [node]);
    else siblings.push(node);
  }
  for (const siblings of children.values()) siblings.sort(byOrder);

  const rows: {
    id: string;
    parent: string | null;
    depth: number;
    hasChildren: boolean;
    wbs: string;
    end: number;
  }[] = [];
  const index = new Map<string, number>();
  // An explicit stack: a hostile file may nest deeper than the call stack.
  const pending: { siblings: readonly OutlineInput[]; next: number; parent: number | null }[] = [
    { siblings: children.get(null) ?? [], next: 0, parent: null },
  ];
  for (let level = pending.at(-1); level !== undefined; level = pending.at(-1)) {
    const node = level.siblings[level.next];
    const parentRow = level.parent === null ? undefined : rows[level.parent];
    if (node === undefined) {
      if (parentRow !== undefined) parentRow.end = rows.length;
      pending.pop();
      continue;
    }
    level.next += 1;
    const at = rows.length;
    const under = children.get(node.id);
    index.set(node.id, at);
    rows.push({
      id: node.id,
      parent: parentRow?.id ?? null,
      depth: pending.length - 1,
      hasChildren: under !== undefined,
      wbs: parentRow === undefined ? String(level.next) : `${parentRow.wbs}.${String(level.next)}`,
      end: at + 1,
    });
    if (under !== undefined) pending.push({ siblings: under, next: 0, parent: at });
  }
  return { rows, index };
}
