/**
 * Which edges of a graph are in force after a merge. Two sites can each add a valid edge and together close a circle.
 * Edges enter in the order they were written; one that would close a circle is suspended: kept and shown, not used.
 * The same set of edges gives the same answer on every replica. The idea is Kleppmann's move operation for replicated
 * trees, applied when reading.
 */
export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** When and by whom it was written: seconds and actor, compared in that order, then by id. */
  readonly writtenAt: readonly [number, number];
}

function inWritingOrder(a: Edge, b: Edge): number {
  return (
    a.writtenAt[0] - b.writtenAt[0] ||
    a.writtenAt[1] - b.writtenAt[1] ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/**
 * @param edges the edges to admit, in any order
 * @param given edges that are in force anyway, such as those between a summary and its tasks; they form no circle
 * @returns the ids of the suspended edges
 */
export function suspendedEdges(
  edges: readonly Edge[],
  given: readonly { from: string; to: string }[] = [],
): Set<string> {
  const graph = new IncrementalOrder();
  const suspended = new Set<string>();
  for (const edge of given) graph.add(edge.from, edge.to);
  for (const edge of [...edges].sort(inWritingOrder)) {
    if (!graph.add(edge.from, edge.to)) suspended.add(edge.id);
  }
  return suspended;
}

/**
 * A directed acyclic graph that keeps a topological order while edges are added. Source: D. Pearce and P. Kelly, "A
 * dynamic topological sort algorithm for directed acyclic graphs", 2006.
 */
class IncrementalOrder {
  private readonly position = new Map<string, number>();
  private readonly successors = new Map<string, string[]>();
  private readonly predecessors = new Map<string, string[]>();

  /** Adds an edge unless it would close a circle. @returns whether it was added */
  add(from: string, to: string): boolean {
    const lower = this.place(to);
    const upper = this.place(from);
    if (from === to) return false;
    if (lower < upper) {
      const forward = this.reach(to, this.successors, (at) => at <= upper);
      if (forward.includes(from)) return false;
      const backward = this.reach(from, this.predecessors, (at) => at >= lower);
      this.reorder([...backward], [...forward]);
    }
    this.listOf(this.successors, from).push(to);
    this.listOf(this.predecessors, to).push(from);
    return true;
  }

  private place(node: string): number {
    const known = this.position.get(node);
    if (known !== undefined) return known;
    this.position.set(node, this.position.size);
    return this.position.size - 1;
  }

  private listOf(lists: Map<string, string[]>, node: string): string[] {
    const list = lists.get(node) ?? [];
    lists.set(node, list);
    return list;
  }

  private reach(start: string, next: Map<string, string[]>, within: (position: number) => boolean): string[] {
    const seen = new Set([start]);
    const pending = [start];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      for (const other of next.get(node) ?? []) {
        if (!seen.has(other) && within(this.place(other))) {
          seen.add(other);
          pending.push(other);
        }
      }
    }
    return [...seen];
  }

  private reorder(backward: string[], forward: string[]): void {
    const byPosition = (a: string, b: string): number => this.place(a) - this.place(b);
    const nodes = [...backward.sort(byPosition), ...forward.sort(byPosition)];
    const positions = nodes.map((node) => this.place(node)).sort((a, b) => a - b);
    nodes.forEach((node, index) => this.position.set(node, positions[index] ?? 0));
  }
}
