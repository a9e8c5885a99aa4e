/** Turns a workbook into the network that a schedule is computed on. Total over anything a merge can produce. */
import { isCalendarDate, type CalendarDate } from '../base/dates';
import type { OutlineRow } from '../outline';
import type { Task } from '../registers/all';
import { taskInRow, type Workbook } from '../workbook';
import { graphOf, type Graph } from './graph';
import { linksInForce } from './linksInForce';
import {
  ALAP,
  BEGIN,
  END,
  FNET,
  FNLT,
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
import { MINUTES_PER_DAY, ticksOf } from './ticks';
import { tableDay } from './workingTime';

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
  const tasks = rows.map((_, row) => taskInRow(workbook, row));
  const links = linksInForce(workbook);
  const isWhole = links.areLagsWhole && areDurationsWhole(rows, tasks);
  const ticksPerDay = isWhole ? 1 : MINUTES_PER_DAY;
  const graph = graphOf({ rows, links, dated: datedSummaries(rows, tasks), ticksPerDay });
  const calendars = new PlanCalendars(workbook, ticksPerDay);
  const startTick = tableDay(start) * ticksPerDay;
  return {
    ticksPerDay,
    start: startTick,
    ...layOutNodes({ rows, tasks, graph, calendars, ticksPerDay, start: startTick }),
    calendars: calendars.list.map(({ ticks }) => ticks),
    calendarRecords: calendars.list.map(({ record }) => record),
    tasks,
    position: graph.position,
    parent: graph.parent,
    linked: graph.linked,
    inOffset: graph.inOffset,
    from: graph.from,
    type: graph.type,
    lag: graph.lag,
    link: graph.link,
  };
}

/** Days of work; a milestone takes none, and neither does a summary with nothing under it. */
function durationDays(task: Task | undefined): number {
  if (task === undefined || task.kind === 'milestone' || task.kind === 'summary') return 0;
  return Number.isFinite(task.durationDays) ? Math.max(0, task.durationDays) : 0;
}

function areDurationsWhole(rows: readonly OutlineRow[], tasks: readonly (Task | undefined)[]): boolean {
  return rows.every((row, at) => row.hasChildren || Number.isInteger(durationDays(tasks[at])));
}

function datedSummaries(rows: readonly OutlineRow[], tasks: readonly (Task | undefined)[]): number[] {
  const dated: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (rows[row]?.hasChildren === true && hasDateToKeep(tasks[row])) dated.push(row);
  }
  return dated;
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

interface NodeSource {
  readonly rows: readonly OutlineRow[];
  readonly tasks: readonly (Task | undefined)[];
  readonly graph: Graph;
  readonly calendars: PlanCalendars;
  readonly ticksPerDay: number;
  readonly start: number;
}

function layOutNodes(source: NodeSource) {
  const { rows, tasks, graph, calendars, ticksPerDay, start } = source;
  const { order, beginnings } = graph;
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
    const row = isBeginning ? (beginnings[node - rows.length] ?? 0) : node;
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
