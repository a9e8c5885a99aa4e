/**
 * Builds workbooks from single records. Whoever reads the document puts in what changed; what did not change keeps
 * its identity, so that one edit costs one record and one list, not a new plan.
 */
import type { Finding } from './base/problem';
import { problem } from './base/problem';
import { suspendedEdges, type Edge } from './effectiveEdges';
import { EMPTY_OUTLINE, outlineOf, type Outline } from './outline';
import { RecordTable } from './recordTable';
import { titleOf, type AnyRecord } from './register/record';
import { definitionOf, registerIds, type Link, type RegisterId, type Task } from './registers/all';
import { tableOf, type Conflict, type Tables, type Workbook } from './workbook';

export interface Entry {
  readonly record: AnyRecord;
  /** Fractional key: display order within the register or among siblings. */
  readonly order: string;
  /** When the record's place in a graph (a task's parent, a link's ends) was written: seconds, then actor. */
  readonly edgeWrittenAt: readonly [number, number];
  readonly conflicts: readonly Conflict[];
  readonly findings: readonly Finding[];
}

interface Shelf {
  readonly entries: Map<string, Entry>;
  table: RecordTable;
  /** Something that decides order or membership changed. */
  restructured: boolean;
  changed: Set<string>;
}

function newShelf(): Shelf {
  return { entries: new Map(), table: RecordTable.of([], []), restructured: false, changed: new Set() };
}

export class WorkbookAssembler {
  private readonly shelves = new Map<RegisterId, Shelf>(registerIds.map((id) => [id, newShelf()]));
  /** Entries with conflicts or findings of their own, which are few. */
  private readonly noted = new Map<string, Entry>();
  private current: Workbook | undefined;
  private graph: { outline: Outline; suspendedLinks: ReadonlySet<string>; findings: readonly Finding[] } = {
    outline: EMPTY_OUTLINE,
    suspendedLinks: new Set(),
    findings: [],
  };
  private graphChanged = false;

  constructor(private readonly id: string) {}

  /** Takes in a record as it now stands. */
  put(register: RegisterId, entry: Entry): void {
    const shelf = this.shelf(register);
    const { id } = entry.record;
    const before = shelf.entries.get(id);
    shelf.entries.set(id, entry);
    shelf.changed.add(id);
    if (entry.conflicts.length + entry.findings.length > 0) this.noted.set(id, entry);
    else this.noted.delete(id);
    if (
      before === undefined ||
      before.order !== entry.order ||
      before.record.archived !== entry.record.archived
    ) {
      shelf.restructured = true;
    }
    if (shelf.restructured || edgeDiffers(before?.record, entry.record) || stampDiffers(before, entry)) {
      if (register === 'tasks') shelf.restructured = true;
      if (register === 'tasks' || register === 'links') this.graphChanged = true;
    }
    // What is said of the graph names tasks.
    const renamed = register === 'tasks' && before?.record['name'] !== entry.record['name'];
    if (renamed && this.graph.findings.length > 0) this.graphChanged = true;
    this.current = undefined;
  }

  /** The workbook as it now stands; the same value until something is put in. */
  workbook(): Workbook {
    this.current ??= this.assemble();
    return this.current;
  }

  private assemble(): Workbook {
    if (this.graphChanged) this.graph = this.readGraph();
    for (const [register, shelf] of this.shelves) {
      if (shelf.changed.size > 0) refresh(shelf, register === 'tasks' ? this.graph.outline : undefined);
    }
    this.graphChanged = false;
    const tables = Object.fromEntries(
      [...this.shelves].map(([id, shelf]) => [id, shelf.table]),
    ) as unknown as Tables;
    const noted = [...this.noted.values()].sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
    return {
      id: this.id,
      tables,
      outline: this.graph.outline,
      suspendedLinks: this.graph.suspendedLinks,
      conflicts: noted.flatMap((entry) => entry.conflicts),
      findings: [...this.graph.findings, ...noted.flatMap((entry) => entry.findings)],
    };
  }

  private shelf(register: RegisterId): Shelf {
    const shelf = this.shelves.get(register) ?? newShelf();
    this.shelves.set(register, shelf);
    return shelf;
  }

  private readGraph(): typeof this.graph {
    const tasks = this.shelf('tasks').entries;
    const parents = readParents(tasks);
    const outline = outlineOf(parents.nodes);
    const links = readLinks(this.shelf('links').entries, tasks, outline);
    return { outline, suspendedLinks: links.suspended, findings: [...parents.findings, ...links.findings] };
  }
}

const EDGE_FIELDS = ['parent', 'predecessor', 'successor', 'type'] as const;

/** Whether a record's place in a graph is another than before. */
function edgeDiffers(before: AnyRecord | undefined, after: AnyRecord): boolean {
  return EDGE_FIELDS.some((field) => before?.[field] !== after[field]);
}

function stampDiffers(before: Entry | undefined, after: Entry): boolean {
  return (
    before?.edgeWrittenAt[0] !== after.edgeWrittenAt[0] || before.edgeWrittenAt[1] !== after.edgeWrittenAt[1]
  );
}

function refresh(shelf: Shelf, outline: Outline | undefined): void {
  const recordsOf = (ids: Iterable<string>): AnyRecord[] =>
    [...ids].flatMap((id) => shelf.entries.get(id)?.record ?? []);
  if (shelf.restructured) {
    const sorted = [...shelf.entries.values()].sort(
      (a, b) => compareText(a.order, b.order) || compareText(a.record.id, b.record.id),
    );
    const inOrder = sorted.map((entry) => entry.record);
    const live =
      outline === undefined
        ? inOrder.filter((record) => !record.archived)
        : recordsOf(outline.rows.map(({ id }) => id));
    shelf.table = RecordTable.of(
      live,
      inOrder.filter((record) => record.archived),
    );
  } else {
    shelf.table = shelf.table.with(recordsOf(shelf.changed));
  }
  shelf.restructured = false;
  shelf.changed = new Set();
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function taskOf(entry: Entry): Task {
  return entry.record as unknown as Task;
}

function readParents(tasks: ReadonlyMap<string, Entry>): {
  nodes: { id: string; parent: string | null; order: string }[];
  findings: Finding[];
} {
  const edges: Edge[] = [];
  for (const entry of tasks.values()) {
    const { id, parent } = taskOf(entry);
    if (parent !== null && tasks.has(parent))
      edges.push({ id, from: id, to: parent, writtenAt: entry.edgeWrittenAt });
  }
  const suspended = suspendedEdges(edges);
  const parentOf = (id: string): string | null => {
    const entry = tasks.get(id);
    return entry === undefined || suspended.has(id) ? null : taskOf(entry).parent;
  };
  const nodes = [...tasks.values()]
    .filter((entry) => !entry.record.archived)
    .map((entry) => {
      let parent = parentOf(entry.record.id);
      // A task whose summary was archived elsewhere moves up to the next one in use.
      while (parent !== null && tasks.get(parent)?.record.archived !== false) parent = parentOf(parent);
      return { id: entry.record.id, parent, order: entry.order };
    });
  const findings = [...suspended].sort().flatMap((id): Finding[] => {
    const entry = tasks.get(id);
    if (entry === undefined || entry.record.archived) return [];
    const parent = tasks.get(taskOf(entry).parent ?? '');
    const facts = { title: taskOf(entry).name, parent: parent === undefined ? '' : taskOf(parent).name };
    return [
      {
        level: 'error',
        problem: problem('plan/parentSuspended', facts),
        register: 'tasks',
        id,
        field: 'parent',
      },
    ];
  });
  return { nodes, findings };
}

/**
 * The graph the schedule walks: a task is one node; a summary has two, its beginning before everything under it and
 * its end after, so that a link between a summary and a task under it is a circle like any other.
 */
export function nodeNames(outline: Outline): { begin: (id: string) => string; end: (id: string) => string } {
  const isSummary = (id: string): boolean => outline.rows[outline.index.get(id) ?? -1]?.hasChildren === true;
  return {
    begin: (id) => (isSummary(id) ? `${id}<` : id),
    end: (id) => (isSummary(id) ? `${id}>` : id),
  };
}

/** The edges that hold because of the outline: summary begins, its tasks run, summary ends. */
export function outlineEdges(outline: Outline): { from: string; to: string }[] {
  const { begin, end } = nodeNames(outline);
  return outline.rows.flatMap((row) =>
    row.parent === null
      ? []
      : [
          { from: begin(row.parent), to: begin(row.id) },
          { from: end(row.id), to: end(row.parent) },
        ],
  );
}

function readLinks(
  links: ReadonlyMap<string, Entry>,
  tasks: ReadonlyMap<string, Entry>,
  outline: Outline,
): { suspended: Set<string>; findings: Finding[] } {
  const { begin, end } = nodeNames(outline);
  const nameOf = (id: string | null): string => {
    const entry = id === null ? undefined : tasks.get(id);
    return entry === undefined ? '' : taskOf(entry).name;
  };
  const suspended = new Set<string>();
  const findings: Finding[] = [];
  const edges: Edge[] = [];
  for (const entry of links.values()) {
    const link = entry.record as unknown as Link;
    if (link.archived) continue;
    const { id, predecessor, successor } = link;
    if (
      predecessor === null ||
      successor === null ||
      !outline.index.has(predecessor) ||
      !outline.index.has(successor)
    ) {
      suspended.add(id);
      const missing =
        nameOf(predecessor) === '' || nameOf(successor) === ''
          ? 'a task that is not there'
          : 'an archived task';
      findings.push({
        level: 'warning',
        problem: problem('plan/linkDangling', { missing }),
        register: 'links',
        id,
      });
    } else if ((link.type === 'FF' || link.type === 'SF') && begin(successor) !== successor) {
      suspended.add(id);
      const facts = { type: link.type, title: nameOf(successor) };
      findings.push({ level: 'warning', problem: problem('plan/linkIgnored', facts), register: 'links', id });
    } else {
      edges.push({ id, from: end(predecessor), to: begin(successor), writtenAt: entry.edgeWrittenAt });
    }
  }
  for (const id of [...suspendedEdges(edges, outlineEdges(outline))].sort()) {
    suspended.add(id);
    const link = links.get(id)?.record as unknown as Link;
    const facts = { predecessor: nameOf(link.predecessor), successor: nameOf(link.successor) };
    findings.push({ level: 'error', problem: problem('plan/linkSuspended', facts), register: 'links', id });
  }
  // Links come in the order of arrival; what is said of them must not.
  return { suspended, findings: findings.sort((a, b) => compareText(a.id ?? '', b.id ?? '')) };
}

/** The name of a record of a workbook, for messages. */
export function recordTitle(workbook: Workbook, register: RegisterId, id: string): string {
  const record = tableOf(workbook, register).byId.get(id);
  return record === undefined ? '' : titleOf(definitionOf(register), record);
}
