/** Turns a workbook into the network that a schedule is computed on. Total over anything a merge can produce. */
import { isCalendarDate, type CalendarDate } from '../base/dates';
import type { OutlineRow } from '../outline';
import type { Task } from '../registers/all';
import type { Workbook } from '../workbook';
import { linksInForce, type LinkColumns } from './linksInForce';
import {
  ALAP,
  BEGIN,
  END,
  FNET,
  FNLT,
  FS,
  MFO,
  MSO,
  NEVER,
  NO_RULE,
  POINT,
  SNET,
  SNLT,
  WORK,
  type Network,
} from './network';
import { PlanCalendars } from './planCalendars';
import { MINUTES_PER_DAY } from './ticks';
import { offsetsBy, topologicalOrder, type Edges } from './topologicalOrder';
import { KNOWN_DAYS, tableDay } from './workingTime';

const RULES: ReadonlyMap<string, number> = new Map([
  ['alap', ALAP],
  ['snet', SNET],
  ['snlt', SNLT],
  ['fnet', FNET],
  ['fnlt', FNLT],
  ['mso', MSO],
  ['mfo', MFO],
]);

/** @param start the date before which nothing starts */
export function compileNetwork(workbook: Workbook, start: CalendarDate): Network {
  const { rows } = workbook.outline;
  const tasks = tasksByRow(workbook);
  const links = linksInForce(workbook);
  const ticksPerDay = hasPartsOfDays(rows, tasks, links) ? MINUTES_PER_DAY : 1;
  const parent = parentRows(rows);
  const nodes = nodesOf(rows, tasks, links.linked);
  const edges = edgesOf(nodes, parent, links, ticksPerDay);
  const order = topologicalOrder(nodes.count, edges, nodes.absent);
  const position = new Int32Array(nodes.count).fill(-1);
  for (let at = 0; at < order.length; at++) position[order[at] ?? 0] = at;
  const calendars = new PlanCalendars(workbook, ticksPerDay);
  const startTick = tableDay(start) * ticksPerDay;
  return {
    ticksPerDay,
    start: startTick,
    ...layOutNodes({ rows, tasks, nodes, order, calendars, ticksPerDay, start: startTick }),
    ...layOutEdges(edges, position, order.length),
    calendars: calendars.list.map(({ ticks }) => ticks),
    calendarRecords: calendars.list.map(({ record }) => record),
    position: position.subarray(0, rows.length),
    tasks,
    parent,
    linked: links.linked,
  };
}

function tasksByRow({ tables, outline }: Workbook): (Task | undefined)[] {
  const { live, byId } = tables.tasks;
  return outline.rows.map(({ id }, row) => {
    const task = live[row];
    // Live tasks stand in the order of the outline; a workbook put together otherwise is read by id.
    return task?.id === id ? task : byId.get(id);
  });
}

/** Days of work; a milestone takes none, and neither does a summary with nothing under it. */
function durationDays(task: Task | undefined): number {
  if (task === undefined || task.kind === 'milestone' || task.kind === 'summary') return 0;
  return Number.isFinite(task.durationDays) ? Math.max(0, task.durationDays) : 0;
}

function hasPartsOfDays(
  rows: readonly OutlineRow[],
  tasks: readonly (Task | undefined)[],
  links: LinkColumns,
): boolean {
  for (let at = 0; at < links.count; at++) if (!Number.isInteger(links.lagDays[at])) return true;
  return rows.some((row, at) => !row.hasChildren && !Number.isInteger(durationDays(tasks[at])));
}

/** Days as ticks; nothing is longer than all the days there are. */
function ticksOf(days: number, ticksPerDay: number): number {
  return Math.round(Math.max(-KNOWN_DAYS, Math.min(KNOWN_DAYS, days)) * ticksPerDay);
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

function nodesOf(
  rows: readonly OutlineRow[],
  tasks: readonly (Task | undefined)[],
  linked: Uint8Array,
): Nodes {
  const beginnings: number[] = [];
  const begin = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    begin[row] = row;
    if (rows[row]?.hasChildren !== true) continue;
    const hasNodes = linked[row] === 1 || hasDateToKeep(tasks[row]);
    begin[row] = hasNodes ? rows.length + beginnings.push(row) - 1 : -1;
  }
  const count = rows.length + beginnings.length;
  const absent = new Uint8Array(count);
  for (let row = 0; row < rows.length; row++) if (begin[row] === -1) absent[row] = 1;
  return { count, absent, begin, beginnings };
}

/** Rules that a summary passes on to what lies under it, and its deadline. */
function hasDateToKeep(task: Task | undefined): boolean {
  if (task === undefined) return false;
  const rule = ruleOf(task);
  return rule === SNET || rule === FNLT || isCalendarDate(task.deadline);
}

function ruleOf(task: Task): number {
  const rule = RULES.get(task.constraint) ?? NO_RULE;
  return rule <= ALAP || isCalendarDate(task.constraintDate) ? rule : NO_RULE;
}

interface TypedEdges extends Edges {
  count: number;
  readonly type: Int32Array;
  readonly lag: Int32Array;
  readonly link: Int32Array;
}

/** Links between nodes: from where the predecessor ends to where the successor begins. */
function edgesOf(nodes: Nodes, parent: Int32Array, links: LinkColumns, ticksPerDay: number): TypedEdges {
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

interface NodeSource {
  readonly rows: readonly OutlineRow[];
  readonly tasks: readonly (Task | undefined)[];
  readonly nodes: Nodes;
  readonly order: Int32Array;
  readonly calendars: PlanCalendars;
  readonly ticksPerDay: number;
  readonly start: number;
}

function layOutNodes(source: NodeSource) {
  const { rows, tasks, nodes, order, calendars, ticksPerDay, start } = source;
  const size = order.length;
  const columns = {
    size,
    kind: new Int32Array(size),
    calendar: new Int32Array(size),
    duration: new Int32Array(size),
    floor: new Int32Array(size).fill(start),
    rule: new Int32Array(size),
    ruleTick: new Int32Array(size),
    finishLimit: new Int32Array(size).fill(NEVER),
  };
  for (let at = 0; at < size; at++) {
    const node = order[at] ?? 0;
    const isBeginning = node >= rows.length;
    const row = isBeginning ? (nodes.beginnings[node - rows.length] ?? 0) : node;
    const task = tasks[row];
    const isSummary = rows[row]?.hasChildren === true;
    const duration = isSummary ? 0 : ticksOf(durationDays(task), ticksPerDay);
    columns.kind[at] = isBeginning ? BEGIN : isSummary ? END : duration > 0 ? WORK : POINT;
    columns.calendar[at] = calendars.numberFor(task);
    columns.duration[at] = duration;
    if (task !== undefined && (task.constraint !== 'asap' || task.deadline !== null)) {
      layOutRules(columns, at, task, ticksPerDay);
    }
  }
  return columns;
}

type NodeColumns = Pick<Network, 'kind' | 'floor' | 'rule' | 'ruleTick' | 'finishLimit'>;

function layOutRules(columns: NodeColumns, at: number, task: Task, ticksPerDay: number): void {
  const kind = columns.kind[at] ?? WORK;
  const rule = ruleOf(task);
  if (rule > ALAP && task.constraintDate !== null) {
    const startOfDay = tableDay(task.constraintDate) * ticksPerDay;
    const tick = rule === SNET || rule === MSO ? startOfDay : startOfDay + ticksPerDay;
    columns.ruleTick[at] = tick;
    if (rule === SNET) columns.floor[at] = Math.max(columns.floor[at] ?? 0, tick);
    if (rule === FNLT) columns.finishLimit[at] = tick;
  }
  // Of a summary, only the bounds above reach what lies under it.
  if (kind === WORK || kind === POINT) columns.rule[at] = rule;
  if (isCalendarDate(task.deadline)) {
    const endOfDay = (tableDay(task.deadline) + 1) * ticksPerDay;
    columns.finishLimit[at] = Math.min(columns.finishLimit[at] ?? NEVER, endOfDay);
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
