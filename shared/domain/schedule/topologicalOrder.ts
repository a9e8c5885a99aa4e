/** Puts the nodes of a graph in an order in which every edge leads forward. Total: a circle is cut, not refused. */
export interface Edges {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Edges told one after the other, as many as there is room for. */
export class EdgeList implements Edges {
  count = 0;
  readonly from: Int32Array;
  readonly to: Int32Array;

  constructor(room: number) {
    this.from = new Int32Array(room);
    this.to = new Int32Array(room);
  }

  connect(before: number, after: number): void {
    this.from[this.count] = before;
    this.to[this.count++] = after;
  }
}

/**
 * Source: A. B. Kahn, "Topological sorting of large networks", 1962. Where only circles are left, the first node left
 * takes its place as if the edges into it that are still waiting did not exist; those edges then lead backward.
 * @param left nodes to leave out (1), which no edge may touch
 * @returns the nodes in order
 */
export function topologicalOrder(nodeCount: number, edges: Edges, left: Uint8Array): Int32Array {
  const { offset, target } = successorsOf(nodeCount, edges);
  const waiting = new Int32Array(nodeCount);
  for (let edge = 0; edge < edges.count; edge++) {
    const node = edges.to[edge] ?? 0;
    waiting[node] = (waiting[node] ?? 0) + 1;
  }
  const order = new Int32Array(nodeCount);
  const placed = left.slice();
  let size = 0;
  const place = (node: number): void => {
    placed[node] = 1;
    order[size++] = node;
  };
  for (let node = 0; node < nodeCount; node++) if (placed[node] === 0 && waiting[node] === 0) place(node);
  for (let done = 0, unplaced = 0; ; done++) {
    while (done === size && unplaced < nodeCount) {
      if (placed[unplaced] === 0) place(unplaced);
      unplaced++;
    }
    if (done === size) return order.slice(0, size);
    const node = order[done] ?? 0;
    const end = offset[node + 1] ?? 0;
    for (let k = offset[node] ?? 0; k < end; k++) {
      const next = target[k] ?? 0;
      const still = (waiting[next] ?? 0) - 1;
      waiting[next] = still;
      if (still === 0 && placed[next] === 0) place(next);
    }
  }
}

/** Whether edges form no circle. */
export function formNoCircle(nodeCount: number, edges: Edges): boolean {
  const order = topologicalOrder(nodeCount, edges, new Uint8Array(nodeCount));
  const position = new Int32Array(nodeCount);
  for (let at = 0; at < nodeCount; at++) position[order[at] ?? 0] = at;
  for (let edge = 0; edge < edges.count; edge++) {
    if ((position[edges.from[edge] ?? 0] ?? 0) >= (position[edges.to[edge] ?? 0] ?? 0)) return false;
  }
  return true;
}

/** The targets of each node's edges, one node after the other: those of `node` begin at `offset[node]`. */
function successorsOf(nodeCount: number, edges: Edges): { offset: Int32Array; target: Int32Array } {
  const offset = offsetsBy(edges.from, edges.count, nodeCount);
  const target = new Int32Array(edges.count);
  const next = offset.slice();
  for (let edge = 0; edge < edges.count; edge++) {
    const node = edges.from[edge] ?? 0;
    const at = next[node] ?? 0;
    target[at] = edges.to[edge] ?? 0;
    next[node] = at + 1;
  }
  return { offset, target };
}

/** Where each key's items begin when items are laid out by key; one more entry than there are keys. */
export function offsetsBy(keys: Int32Array, count: number, keyCount: number): Int32Array {
  const offset = new Int32Array(keyCount + 1);
  for (let item = 0; item < count; item++) {
    const after = (keys[item] ?? 0) + 1;
    offset[after] = (offset[after] ?? 0) + 1;
  }
  for (let key = 0; key < keyCount; key++) offset[key + 1] = (offset[key + 1] ?? 0) + (offset[key] ?? 0);
  return offset;
}
