/** Turns a workbook into the network that a schedule is computed on. Total over anything a merge can produce. */
import type { CalendarDate } from '../base/dates';
import type { Workbook } from '../workbook';
import { graphOf, type Graph } from './graph';
import { linksInForce } from './linksInForce';
import { ALAP, BEGIN, END, FNLT, MSO, NEVER, POINT, SNET, WORK, type Network } from './network';
import { PlanCalendars } from './planCalendars';
import { taskFigures, type TaskFigures } from './taskFigures';
import { MINUTES_PER_DAY, ticksOf } from './ticks';
import { tableDay } from './workingTime';

/** @param start the date before which nothing starts */
export function compileNetwork(workbook: Workbook, start: CalendarDate): Network {
  const { rows } = workbook.outline;
  const figures = taskFigures(workbook);
  const links = linksInForce(workbook);
  const isWhole = links.areLagsWhole && figures.durationDays.every(Number.isInteger);
  const ticksPerDay = isWhole ? 1 : MINUTES_PER_DAY;
  const graph = graphOf({ rows, links, dated: datedSummaries(figures), ticksPerDay });
  const calendars = new PlanCalendars(workbook, ticksPerDay);
  const startTick = tableDay(start) * ticksPerDay;
  return {
    ticksPerDay,
    start: startTick,
    ...layOutNodes({ figures, graph, calendars, ticksPerDay, start: startTick }),
    calendars: calendars.list.map(({ ticks }) => ticks),
    calendarRecords: calendars.list.map(({ record }) => record),
    tasks: figures.tasks,
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

/** Summaries with a rule that they pass on to what lies under them, or with a deadline. */
function datedSummaries({ isSummary, rule, deadlineDay }: TaskFigures): number[] {
  const dated: number[] = [];
  for (let row = 0; row < isSummary.length; row++) {
    if (isSummary[row] === 0) continue;
    if (rule[row] === SNET || rule[row] === FNLT || deadlineDay[row] !== NEVER) dated.push(row);
  }
  return dated;
}

interface NodeSource {
  readonly figures: TaskFigures;
  readonly graph: Graph;
  readonly calendars: PlanCalendars;
  readonly ticksPerDay: number;
  readonly start: number;
}

function layOutNodes({ figures, graph, calendars, ticksPerDay, start }: NodeSource) {
  const { order, beginnings } = graph;
  const rows = figures.tasks.length;
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
  /** By place of a calendar among the figures: its number, once a node uses it. */
  const numbers: number[] = [];
  for (let at = 0; at < size; at++) {
    const node = order[at] ?? 0;
    const isBeginning = node >= rows;
    const row = isBeginning ? (beginnings[node - rows] ?? 0) : node;
    const duration = ticksOf(figures.durationDays[row] ?? 0, ticksPerDay);
    columns.kind[at] = isBeginning ? BEGIN : figures.isSummary[row] === 1 ? END : duration > 0 ? WORK : POINT;
    const calendar = figures.calendar[row] ?? 0;
    columns.calendar[at] = numbers[calendar] ??= calendars.numberFor(figures.calendarIds[calendar] ?? null);
    columns.duration[at] = duration;
    layOutRules(columns, at, figures, row, ticksPerDay);
  }
  return columns;
}

type NodeColumns = Pick<Network, 'kind' | 'floor' | 'rule' | 'ruleTick' | 'finishLimit'>;

function layOutRules(
  columns: NodeColumns,
  at: number,
  figures: TaskFigures,
  row: number,
  ticksPerDay: number,
) {
  const kind = columns.kind[at] ?? WORK;
  const rule = figures.rule[row] ?? 0;
  const deadline = figures.deadlineDay[row] ?? NEVER;
  if (rule > ALAP) {
    const startOfDay = (figures.ruleDay[row] ?? 0) * ticksPerDay;
    const tick = rule === SNET || rule === MSO ? startOfDay : startOfDay + ticksPerDay;
    columns.ruleTick[at] = tick;
    if (rule === SNET) columns.floor[at] = Math.max(columns.floor[at] ?? 0, tick);
    if (rule === FNLT) columns.finishLimit[at] = tick;
  }
  // Of a summary, only the bounds above reach what lies under it.
  if (kind === WORK || kind === POINT) columns.rule[at] = rule;
  if (deadline !== NEVER) {
    const endOfDay = (deadline + 1) * ticksPerDay;
    columns.finishLimit[at] = Math.min(columns.finishLimit[at] ?? NEVER, endOfDay);
  }
}
