/**
 * The schedule of a workbook: early dates, floats, what drives each task, and what is wrong with the plan. Computed
 * once for the same tables; a task's dates become an object only when somebody asks for them.
 */
import { dateOfDay, isCalendarDate, type CalendarDate } from '../base/dates';
import type { Finding } from '../base/problem';
import type { Outline } from '../outline';
import type { Workbook } from '../workbook';
import { compileNetwork } from './compileNetwork';
import { criticalPathOf, type CriticalPath } from './criticalPath';
import { CONSTRAINT, PROJECT_START } from './forwardPass';
import { WORK, type Network } from './network';
import { rollUp, type RowDates } from './rollUp';
import type { Driver, Schedule, ScheduledTask, ScheduledWork } from './schedule';
import { findingsOf } from './scheduleFindings';
import { MINUTES_PER_DAY } from './ticks';
import { dateOfTableDay } from './workingTime';

/**
 * The schedule of a plan. Total over anything a merge can produce; the same value for workbooks that share the tables
 * it reads.
 * @param today where the plan starts while it has no start date, and what "soon" is counted from
 */
export function scheduleOf(workbook: Workbook, today: CalendarDate): Schedule {
  const { tasks } = workbook.tables;
  const last = known.get(tasks);
  const sources = sourcesOf(workbook, today);
  if (last !== undefined && last.sources.every((source, index) => source === sources[index]))
    return last.schedule;
  const schedule = new PlannedSchedule(workbook, isCalendarDate(today) ? today : dateOfDay(0));
  known.set(tasks, { sources, schedule });
  return schedule;
}

/** The last schedule of each task table; older ones are forgotten with their workbook. */
const known = new WeakMap<object, { readonly sources: readonly unknown[]; readonly schedule: Schedule }>();

function sourcesOf({ tables, outline, suspendedLinks }: Workbook, today: CalendarDate): readonly unknown[] {
  return [tables.links, tables.calendars, tables.organisation, outline, suspendedLinks, today];
}

class PlannedSchedule implements Schedule {
  readonly projectStart: CalendarDate;
  readonly projectFinish: CalendarDate;
  readonly goLive: CalendarDate | null;
  readonly outline: Outline;
  readonly rows: RowDates;
  private readonly network: Network;
  private readonly path: CriticalPath;
  private readonly built: (ScheduledTask | undefined)[] = [];
  private found: readonly Finding[] | undefined;

  constructor(
    private readonly workbook: Workbook,
    private readonly today: CalendarDate,
  ) {
    this.outline = workbook.outline;
    const [organisation] = workbook.tables.organisation.live;
    const start = organisation?.start ?? null;
    this.projectStart = isCalendarDate(start) ? start : today;
    this.network = compileNetwork(workbook, this.projectStart);
    this.path = criticalPathOf(this.network);
    this.rows = rollUp(this.network, this.path);
    const last = this.rows.finishDay.reduce((a, b) => Math.max(a, b), -1);
    this.projectFinish = last < 0 ? this.projectStart : dateOfTableDay(last);
    this.goLive = this.task(organisation?.goLive ?? '')?.finish ?? null;
  }

  get findings(): readonly Finding[] {
    const { workbook, today, network, path, rows } = this;
    this.found ??= findingsOf({ workbook, today, network, path, rows });
    return this.found;
  }

  task(id: string): ScheduledTask | undefined {
    const row = this.workbook.outline.index.get(id);
    if (row === undefined || this.network.tasks[row] === undefined) return undefined;
    return (this.built[row] ??= this.build(row));
  }

  work(id: string): ScheduledWork | undefined {
    const { network, path, rows } = this;
    const row = this.workbook.outline.index.get(id) ?? -1;
    const at = network.position[row] ?? -1;
    const calendar = network.calendars[network.calendar[at] ?? -1];
    if (network.kind[at] !== WORK || calendar === undefined) return undefined;
    const { ticksPerDay } = network;
    const [start, finish] = [path.dates.start[at] ?? 0, path.dates.finish[at] ?? 0];
    return {
      startDay: rows.startDay[row] ?? 0,
      finishDay: rows.finishDay[row] ?? 0,
      minutesBetween: (from, to) => {
        const first = Math.max(start, from * ticksPerDay);
        const end = Math.min(finish, (to + 1) * ticksPerDay);
        const ticks = end <= first ? 0 : calendar.toWork(end) - calendar.toWork(first);
        return (ticks * MINUTES_PER_DAY) / ticksPerDay;
      },
    };
  }

  private build(row: number): ScheduledTask {
    const start = dateOfTableDay(this.rows.startDay[row] ?? 0);
    const finish = dateOfTableDay(this.rows.finishDay[row] ?? 0);
    const totalFloatDays = this.rows.totalFloatDays[row] ?? 0;
    const isSummary = this.workbook.outline.rows[row]?.hasChildren === true;
    const at = this.network.position[row] ?? -1;
    return {
      start,
      finish,
      durationDays: isSummary
        ? (this.network.calendars[0]?.time.workingDaysBetween(start, finish) ?? 0)
        : (this.rows.durationDays[row] ?? 0),
      totalFloatDays,
      freeFloatDays: this.rows.freeFloatDays[row] ?? 0,
      critical: totalFloatDays <= 0,
      driver: isSummary ? { kind: 'children' } : this.driverOf(at),
    };
  }

  /** A task held by the beginning of a summary is driven by what drives that beginning. */
  private driverOf(position: number): Driver {
    let place = this.path.dates.driver[position] ?? PROJECT_START;
    while (place >= 0) {
      const link = this.workbook.tables.links.live[this.network.link[place] ?? -1];
      if (link !== undefined) return { kind: 'link', link: link.id };
      place = this.path.dates.driver[this.network.from[place] ?? 0] ?? PROJECT_START;
    }
    return { kind: place === CONSTRAINT ? 'constraint' : 'projectStart' };
  }
}
