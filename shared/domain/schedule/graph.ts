/**
 * The shape of a plan's network: its nodes, what leads to what, and an order in which every edge leads forward. It
 * follows from the outline and the links, so that most edits leave it as it is.
 */
import type { OutlineRow } from '../outline';
import type { LinkColumns } from './linksInForce';
import { FS, type Network } from './network';
import { ticksOf } from './ticks';
import { offsetsBy, topologicalOrder, type Edges } from './topologicalOrder';

export interface Graph extends Pick<
  Network,
  'position' | 'parent' | 'linked' | 'inOffset' | 'from' | 'type' | 'lag' | 'link'
> {
  /** By position: the node. A row's number is that of its node; the beginnings of summaries follow after all rows. */
  readonly order: Int32Array;
  /** The rows of the beginnings. */
  readonly beginnings: readonly number[];
}

export interface GraphSource {
  readonly rows: readonly OutlineRow[];
  readonly links: LinkColumns;
  /** The rows of summaries that have a date to keep, and so take part in the network even without a link. */
  readonly dated: readonly number[];
  readonly ticksPerDay: number;
}

/** The last graph of each list of links, which belongs to one outline. */
const known = new WeakMap<LinkColumns, { readonly source: GraphSource; readonly graph: Graph }>();

/** The same value for as long as neither the links, the outline nor the dated summaries change. */
export function graphOf(source: GraphSource): Graph {
  const last = known.get(source.links);
  if (last !== undefined && isSameSource(last.source, source)) return last.graph;
  const graph = layOutGraph(source);
  known.set(source.links, { source, graph });
  return graph;
}

function isSameSource(a: GraphSource, b: GraphSource): boolean {
  return (
    a.rows === b.rows &&
    a.ticksPerDay === b.ticksPerDay &&
    a.dated.length === b.dated.length &&
    a.dated.every((row, index) => row === b.dated[index])
  );
}

function layOutGraph(source: GraphSource): Graph {
  const { rows, links } = source;
  const parent = parentRows(rows);
  const nodes = nodesOf(source);
  const edges = edgesOf(source, nodes, parent);
  const order = topologicalOrder(nodes.count, edges, nodes.absent);
  const position = new Int32Array(nodes.count).fill(-1);
  for (let at = 0; at < order.length; at++) position[order[at] ?? 0] = at;
  return {
    order,
    beginnings: nodes.beginnings,
    position: position.subarray(0, rows.length),
    parent,
    linked: links.linked,
    ...layOutEdges(edges, position, order.length),
  };
}

/** Rows stand in pre-order, so the row a row lies under is the last one a level higher. */
function parentRows(rows: readonly OutlineRow[]): Int32Array {
  const parent = new Int32Array(rows.length);
  const lastAtDepth: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    const depth = rows[row]?.depth ?? 0;
    lastAtDepth[depth] = row;
    parent[row] = depth === 0 ? -1 : (lastAtDepth[depth - 1] ?? -1);
  }
  return parent;
}

interface Nodes {
  readonly count: number;
  /** By node: 1 for the rows of summaries that need no node. */
  readonly absent: Uint8Array;
  /** By row: the node where the row begins; -1 without nodes. A task begins and ends in one node, its row. */
  readonly begin: Int32Array;
  /** The rows of the beginnings, which are numbered after all rows. */
  readonly beginnings: readonly number[];
}

function nodesOf({ rows, links, dated }: GraphSource): Nodes {
  const hasNodes = links.linked.slice();
  for (const row of dated) hasNodes[row] = 1;
  const beginnings: number[] = [];
  const begin = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    begin[row] = row;
    if (rows[row]?.hasChildren !== true) continue;
    begin[row] = hasNodes[row] === 1 ? rows.length + beginnings.push(row) - 1 : -1;
  }
  const count = rows.length + beginnings.length;
  const absent = new Uint8Array(count);
  for (let row = 0; row < rows.length; row++) if (begin[row] === -1) absent[row] = 1;
  return { count, absent, begin, beginnings };
}

interface TypedEdges extends Edges {
  count: number;
  readonly type: Int32Array;
  readonly lag: Int32Array;
  readonly link: Int32Array;
}

/** Links between nodes: from where the predecessor ends to where the successor begins. */
function edgesOf({ links, ticksPerDay }: GraphSource, nodes: Nodes, parent: Int32Array): TypedEdges {
  const room = links.count + 2 * parent.length;
  const edges: TypedEdges = {
    count: links.count,
    from: new Int32Array(room),
    to: new Int32Array(room),
    type: new Int32Array(room),
    lag: new Int32Array(room),
    link: new Int32Array(room).fill(-1),
  };
  edges.from.set(links.from.subarray(0, links.count));
  edges.type.set(links.type.subarray(0, links.count));
  edges.link.set(links.link.subarray(0, links.count));
  for (let edge = 0; edge < links.count; edge++) {
    edges.to[edge] = nodes.begin[links.to[edge] ?? 0] ?? 0;
    edges.lag[edge] = ticksOf(links.lagDays[edge] ?? 0, ticksPerDay);
  }
  if (nodes.beginnings.length > 0) addOutlineEdges(edges, nodes, parent);
  return edges;
}

/** A summary with nodes begins before everything under it, and ends after. */
function addOutlineEdges(edges: TypedEdges, nodes: Nodes, parent: Int32Array): void {
  /** By row: the nearest row above it that has nodes; -1 without one. */
  const enclosing = new Int32Array(parent.length);
  for (let row = 0; row < parent.length; row++) {
    const above = parent[row] ?? -1;
    const around = above < 0 || nodes.begin[above] !== -1 ? above : (enclosing[above] ?? -1);
    enclosing[row] = around;
    const begin = nodes.begin[row] ?? -1;
    if (around < 0 || begin < 0) continue;
    const into = edges.count;
    const outOf = into + 1;
    edges.from[into] = nodes.begin[around] ?? 0;
    edges.to[into] = begin;
    edges.from[outOf] = row;
    edges.to[outOf] = around;
    edges.count = outOf + 1;
  }
}

/** Sorts edges by successor, in their given order. An edge that leads backward belongs to a circle and is dropped. */
function layOutEdges(edges: TypedEdges, position: Int32Array, size: number) {
  const successor = new Int32Array(edges.count);
  const predecessor = new Int32Array(edges.count);
  for (let edge = 0; edge < edges.count; edge++) {
    const from = position[edges.from[edge] ?? 0] ?? 0;
    const to = position[edges.to[edge] ?? 0] ?? 0;
    predecessor[edge] = from;
    // Dropped edges are laid out after those of the last node, where nobody looks.
    successor[edge] = from < to ? to : size;
  }
  const inOffset = offsetsBy(successor, edges.count, size + 1);
  const next = inOffset.slice();
  const columns = {
    from: new Int32Array(edges.count),
    type: new Int32Array(edges.count),
    lag: new Int32Array(edges.count),
    link: new Int32Array(edges.count),
  };
  for (let edge = 0; edge < edges.count; edge++) {
    const to = successor[edge] ?? 0;
    const at = next[to] ?? 0;
    next[to] = at + 1;
    columns.from[at] = predecessor[edge] ?? 0;
    columns.type[at] = edges.type[edge] ?? FS;
    columns.lag[at] = edges.lag[edge] ?? 0;
    columns.link[at] = edges.link[edge] ?? -1;
  }
  return { inOffset, ...columns };
}
