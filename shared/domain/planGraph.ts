/**
 * The tree of tasks and the links in force, out of single records. Two sites can each place a record well and together
 * close a circle; then the edge written last is suspended. That is rare, so it is looked into only where there is one.
 */
import { problem, type Finding } from './base/problem';
import { suspendedEdges, type Edge } from './effectiveEdges';
import { outlineOf, type Outline, type OutlineInput } from './outline';
import type { AnyRecord } from './register/record';
import type { Link, Task } from './registers/all';
import { EdgeList, formNoCircle } from './schedule/topologicalOrder';

/** A record with its place among the others. */
export interface PlacedRecord {
  readonly record: AnyRecord;
  /** Fractional key: display order within the register or among siblings. */
  readonly order: string;
  /** When the record's place in a graph (a task's parent, a link's ends) was written: seconds, then actor. */
  readonly edgeWrittenAt: readonly [number, number];
}

export interface PlanGraph {
  readonly outline: Outline;
  /** Links that would close a circle, lead nowhere or are of a kind their successor does not take. */
  readonly suspendedLinks: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  readonly circles: readonly ParentCircle[];
}

/** Tasks that two sites put under each other. */
export interface ParentCircle {
  /** The task whose parent is suspended, and that parent. */
  readonly id: string;
  readonly parent: string;
  readonly writtenAt: Edge['writtenAt'];
  /** When the task whose parent closes the circle went under it. */
  readonly otherWrittenAt: Edge['writtenAt'];
}

type Placed = ReadonlyMap<string, PlacedRecord>;

export function readGraph(tasks: Placed, links: Placed): PlanGraph {
  const tree = readTree(tasks);
  const inForce = readLinks(links, tasks, tree.outline);
  return {
    outline: tree.outline,
    suspendedLinks: inForce.suspended,
    findings: [...tree.findings, ...inForce.findings],
    circles: tree.circles,
  };
}

function taskOf({ record }: PlacedRecord): Task {
  return record as unknown as Task;
}

function linkOf({ record }: PlacedRecord): Link {
  return record as unknown as Link;
}

function readTree(tasks: Placed): Pick<PlanGraph, 'outline' | 'findings' | 'circles'> {
  const nodes = nodesOf(tasks, new Set());
  if (nodes !== undefined) {
    const outline = outlineOf(nodes);
    // What lies on a circle is not reached from the top.
    if (outline.rows.length === nodes.length) return { outline, findings: [], circles: [] };
  }
  const suspended = suspendedParents(tasks);
  return {
    outline: outlineOf(nodesOf(tasks, suspended) ?? []),
    findings: [...suspended].sort().flatMap((id) => parentFinding(tasks, id)),
    circles: [...suspended].sort().flatMap((id) => circleOf(tasks, id, suspended)),
  };
}

/** The tasks in use under the parents in force; undefined where parents form a circle among archived tasks. */
function nodesOf(tasks: Placed, suspended: ReadonlySet<string>): OutlineInput[] | undefined {
  const parentOf = (entry: PlacedRecord | undefined): string | null =>
    entry === undefined || suspended.has(entry.record.id) ? null : taskOf(entry).parent;
  const nodes: OutlineInput[] = [];
  for (const entry of tasks.values()) {
    const { record, order } = entry;
    if (record.archived) continue;
    let parent = parentOf(entry);
    // A task whose summary was archived elsewhere moves up to the next one in use.
    for (let steps = 0; parent !== null && tasks.get(parent)?.record.archived !== false; steps++) {
      if (steps > tasks.size) return undefined;
      parent = parentOf(tasks.get(parent));
    }
    nodes.push({ id: record.id, parent, order });
  }
  return nodes;
}

function suspendedParents(tasks: Placed): ReadonlySet<string> {
  const edges: Edge[] = [];
  for (const entry of tasks.values()) {
    const { id, parent } = taskOf(entry);
    if (parent !== null && tasks.has(parent))
      edges.push({ id, from: id, to: parent, writtenAt: entry.edgeWrittenAt });
  }
  return suspendedEdges(edges);
}

function parentFinding(tasks: Placed, id: string): Finding[] {
  const entry = tasks.get(id);
  if (entry === undefined || entry.record.archived) return [];
  const facts = { title: taskOf(entry).name, parent: nameOf(tasks, taskOf(entry).parent) };
  const found = problem('plan/parentSuspended', facts);
  return [{ level: 'error', problem: found, register: 'tasks', id, field: 'parent' }];
}

/** Who lies right under the task, on the way up from where it was to go. */
function circleOf(tasks: Placed, id: string, suspended: ReadonlySet<string>): ParentCircle[] {
  const entry = tasks.get(id);
  const parent = entry === undefined ? null : taskOf(entry).parent;
  if (entry === undefined || parent === null || entry.record.archived) return [];
  let at = tasks.get(parent);
  for (let steps = 0; at !== undefined && steps <= tasks.size; steps++) {
    const above = suspended.has(at.record.id) ? null : taskOf(at).parent;
    if (above === id)
      return [{ id, parent, writtenAt: entry.edgeWrittenAt, otherWrittenAt: at.edgeWrittenAt }];
    at = above === null ? undefined : tasks.get(above);
  }
  return [];
}

function nameOf(tasks: Placed, id: string | null): string {
  const entry = id === null ? undefined : tasks.get(id);
  return entry === undefined ? '' : taskOf(entry).name;
}

/** A link between two tasks in use, by their rows. */
interface GraphLink {
  readonly entry: PlacedRecord;
  readonly from: number;
  readonly to: number;
}

function readLinks(
  links: Placed,
  tasks: Placed,
  outline: Outline,
): { suspended: ReadonlySet<string>; findings: Finding[] } {
  const { index, rows } = outline;
  const suspended = new Set<string>();
  const findings: Finding[] = [];
  const suspend = (id: string, level: Finding['level'], found: Finding['problem']): void => {
    suspended.add(id);
    findings.push({ level, problem: found, register: 'links', id });
  };
  const edges: GraphLink[] = [];
  for (const entry of links.values()) {
    const { id, archived, predecessor, successor, type } = linkOf(entry);
    if (archived) continue;
    const from = index.get(predecessor ?? '');
    const to = index.get(successor ?? '');
    if (from === undefined || to === undefined) {
      const isGone = nameOf(tasks, predecessor) === '' || nameOf(tasks, successor) === '';
      const missing = isGone ? 'a task that is not there' : 'an archived task';
      suspend(id, 'warning', problem('plan/linkDangling', { missing }));
    } else if ((type === 'FF' || type === 'SF') && rows[to]?.hasChildren === true) {
      suspend(id, 'warning', problem('plan/linkIgnored', { type, title: nameOf(tasks, successor) }));
    } else {
      edges.push({ entry, from, to });
    }
  }
  for (const id of [...circularLinks(edges, outline)].sort()) {
    const entry = links.get(id);
    if (entry === undefined) continue;
    const { predecessor, successor } = linkOf(entry);
    const facts = { predecessor: nameOf(tasks, predecessor), successor: nameOf(tasks, successor) };
    suspend(id, 'error', problem('plan/linkSuspended', facts));
  }
  // Links come in the order of arrival; what is said of them must not.
  return { suspended, findings: findings.sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)) };
}

/**
 * Links that are suspended because they close circles. In the graph that is looked at, a task is one node; a summary
 * has two, its beginning before everything under it and its end after, so that a link between a summary and a task
 * under it is a circle like any other.
 */
function circularLinks(links: readonly GraphLink[], { rows, index }: Outline): ReadonlySet<string> {
  const end = (row: number): number => (rows[row]?.hasChildren === true ? rows.length + row : row);
  const edges = new EdgeList(links.length + 2 * rows.length);
  rows.forEach((row, at) => {
    const above = row.parent === null ? undefined : index.get(row.parent);
    if (above === undefined) return;
    edges.connect(above, at);
    edges.connect(end(at), end(above));
  });
  const given = edges.count;
  for (const link of links) edges.connect(end(link.from), link.to);
  if (formNoCircle(2 * rows.length, edges)) return new Set();
  const edge = (at: number): { from: string; to: string } => ({
    from: String(edges.from[at]),
    to: String(edges.to[at]),
  });
  return suspendedEdges(
    links.map(({ entry }, at) => ({
      id: entry.record.id,
      writtenAt: entry.edgeWrittenAt,
      ...edge(given + at),
    })),
    Array.from({ length: given }, (_, at) => edge(at)),
  );
}
