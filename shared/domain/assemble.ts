/**
 * Builds workbooks from single records. Whoever reads the document puts in what changed; what did not change keeps
 * its identity, so that one edit costs one record and one list, not a new plan.
 */
import { contradictions } from './approvals/standing';
import { problem, type Finding } from './base/problem';
import { EMPTY_OUTLINE, type Outline } from './outline';
import { readGraph, type PlacedRecord, type PlanGraph } from './planGraph';
import { recordName } from './records/recordName';
import { RecordTable } from './recordTable';
import type { AnyRecord } from './register/record';
import { registerIds, type RegisterId } from './registers/all';
import type { Conflict, Tables, Workbook, WrittenValue } from './workbook';

type Writer = Omit<WrittenValue, 'value'>;

export interface Entry extends PlacedRecord {
  readonly conflicts: readonly Conflict[];
  readonly findings: readonly Finding[];
}

interface Shelf {
  readonly entries: Map<string, Entry>;
  table: RecordTable;
  /** All ids, by order and then by id; empty for tasks, whose order is the outline's. */
  order: readonly string[];
  /** Something that decides order or membership changed. */
  restructured: boolean;
  changed: Set<string>;
}

function newShelf(): Shelf {
  return {
    entries: new Map(),
    table: RecordTable.of([], []),
    order: [],
    restructured: false,
    changed: new Set(),
  };
}

export class WorkbookAssembler {
  private readonly shelves = new Map<RegisterId, Shelf>(registerIds.map((id) => [id, newShelf()]));
  /** Entries with conflicts or findings of their own, which are few. */
  private readonly noted = new Map<string, Entry>();
  private current: Workbook | undefined;
  private graph: PlanGraph = { outline: EMPTY_OUTLINE, suspendedLinks: new Set(), findings: [], circles: [] };
  private graphChanged = false;

  /** @param writerOf whoever wrote at such a time and under such a number, and when in words of the plan */
  constructor(
    private readonly id: string,
    private readonly writerOf: (writtenAt: Entry['edgeWrittenAt']) => Writer = () => ({ by: '', at: '' }),
  ) {}

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
    if (this.graphChanged) this.graph = readGraph(this.shelf('tasks').entries, this.shelf('links').entries);
    for (const [register, shelf] of this.shelves) {
      if (shelf.changed.size > 0) refresh(shelf, register === 'tasks' ? this.graph.outline : undefined);
    }
    this.graphChanged = false;
    const tables = Object.fromEntries(
      [...this.shelves].map(([id, shelf]) => [id, shelf.table]),
    ) as unknown as Tables;
    const noted = [...this.noted.values()].sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
    const workbook: Workbook = {
      id: this.id,
      tables,
      outline: this.graph.outline,
      suspendedLinks: this.graph.suspendedLinks,
      conflicts: this.withContradictions(
        tables.approvals.live,
        this.withCircles(noted.flatMap((entry) => entry.conflicts)),
      ),
      findings: this.graph.findings,
    };
    const own = noted.flatMap((entry) => entry.findings).map((finding) => named(workbook, finding));
    return { ...workbook, findings: [...workbook.findings, ...own] };
  }

  /** Tasks that were put under each other are a question about the one that is at the top meanwhile. */
  private withCircles(conflicts: readonly Conflict[]): readonly Conflict[] {
    const { circles } = this.graph;
    if (circles.length === 0) return conflicts;
    const placed = new Map(
      conflicts.filter(({ field }) => field === 'parent').map((each) => [each.id, each]),
    );
    const asked = circles.map(({ id, parent, writtenAt, otherWrittenAt }): Conflict => ({
      ...{ register: 'tasks', id, field: 'parent', cause: 'circle' },
      values: [
        { value: null, ...this.writerOf(otherWrittenAt) },
        { value: parent, ...this.writerOf(writtenAt) },
        ...(placed.get(id)?.values ?? []).filter(({ value }) => value !== null && value !== parent),
      ],
    }));
    const ids = new Set(circles.map(({ id }) => id));
    return [...conflicts.filter(({ id, field }) => field !== 'parent' || !ids.has(id)), ...asked];
  }

  /**
   * Decisions on one thing that contradict are one question, about the one with the first id. What replaces what is
   * asked in no other way: where the decisions that stand agree, it makes no difference.
   */
  private withContradictions(
    approvals: Tables['approvals']['live'],
    conflicts: readonly Conflict[],
  ): readonly Conflict[] {
    if (approvals.length === 0) return conflicts;
    const isOfOrder = ({ register, field }: Conflict): boolean =>
      register === 'approvals' && field === 'replacedBy';
    const apart = new Map(
      conflicts.filter(isOfOrder).map(({ id, values }) => [id, values.map(({ value }) => value)]),
    );
    const { entries } = this.shelf('approvals');
    const asked = contradictions(approvals, apart).map((standing): Conflict => {
      const [id = ''] = standing.map((each) => each.id as string).sort();
      const values = standing.map((each) => ({
        value: each.id,
        ...this.writerOf(entries.get(each.id)?.edgeWrittenAt ?? [0, 0]),
      }));
      return { register: 'approvals', id, field: 'replacedBy', cause: 'contradictory', values };
    });
    return [...conflicts.filter((each) => !isOfOrder(each)), ...asked];
  }

  private shelf(register: RegisterId): Shelf {
    const shelf = this.shelves.get(register) ?? newShelf();
    this.shelves.set(register, shelf);
    return shelf;
  }
}

/** A link alone does not know the tasks it goes by. */
function named(workbook: Workbook, finding: Finding): Finding {
  const { problem: found, register, id } = finding;
  if (found.code !== 'plan/archivedButEdited' || register !== 'links' || id === undefined) return finding;
  const title = recordName(workbook, register, id);
  return { ...finding, problem: problem(found.code, { ...found.facts, title }) };
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
  const { entries, changed } = shelf;
  const entriesOf = (ids: readonly string[]): Entry[] => ids.flatMap((id) => entries.get(id) ?? []);
  const recordsOf = (sorted: readonly Entry[]): AnyRecord[] => sorted.map(({ record }) => record);
  if (!shelf.restructured) {
    shelf.table = shelf.table.with(recordsOf(entriesOf([...changed])));
  } else if (outline !== undefined) {
    const archived = [...entries.values()].filter(({ record }) => record.archived).sort(inOrder);
    shelf.table = RecordTable.of(recordsOf(entriesOf(outline.rows.map(({ id }) => id))), recordsOf(archived));
  } else {
    // What is in order already takes one pass to sort.
    const kept = shelf.order.filter((id) => !changed.has(id));
    const records = recordsOf(entriesOf([...kept, ...changed]).sort(inOrder));
    shelf.order = records.map(({ id }) => id);
    shelf.table = RecordTable.of(
      records.filter((record) => !record.archived),
      records.filter((record) => record.archived),
    );
  }
  shelf.restructured = false;
  shelf.changed = new Set();
}

function inOrder(a: Entry, b: Entry): number {
  return compareText(a.order, b.order) || compareText(a.record.id, b.record.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
