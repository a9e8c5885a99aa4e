/**
 * What a schedule reads of tasks, as columns by row of the outline. An edit changes few of many records, so only those
 * that are others than before are read again.
 */
import { isCalendarDate } from '../base/dates';
import type { Outline } from '../outline';
import type { Task } from '../registers/all';
import { taskInRow, type Workbook } from '../workbook';
import { ALAP, FNET, FNLT, MFO, MSO, NEVER, NO_RULE, SNET, SNLT } from './network';
import { tableDay } from './workingTime';

export interface TaskFigures {
  /** Undefined where the outline names a task that is not there. */
  readonly tasks: readonly (Task | undefined)[];
  /** 1 for a row with others under it. */
  readonly isSummary: Uint8Array;
  /** Days of work: none in a milestone and in a summary, also in one with nothing under it. */
  readonly durationDays: Float64Array;
  readonly rule: Int32Array;
  /** Table day of the rule's date; of no meaning for a rule without one. */
  readonly ruleDay: Int32Array;
  /** Table day of the deadline; `NEVER` without one. */
  readonly deadlineDay: Int32Array;
  /** The calendar the task names: its place in `calendarIds`. */
  readonly calendar: Int32Array;
  /** Every calendar that was ever named, and null for none. */
  readonly calendarIds: readonly (string | null)[];
}

/** The last figures of each outline. */
const known = new WeakMap<Outline, { readonly live: readonly Task[]; readonly figures: TaskFigures }>();

export function taskFigures(workbook: Workbook): TaskFigures {
  const { outline, tables } = workbook;
  const { live } = tables.tasks;
  const last = known.get(outline);
  if (last?.live === live) return last.figures;
  const reader = new FigureReader(workbook, last?.figures);
  for (let row = 0; row < outline.rows.length; row++) {
    const isAsBefore =
      last !== undefined && live[row] === last.live[row] && live[row] === last.figures.tasks[row];
    if (!isAsBefore) reader.read(row);
  }
  known.set(outline, { live, figures: reader.figures });
  return reader.figures;
}

const RULES: ReadonlyMap<string, number> = new Map([
  ['alap', ALAP],
  ['snet', SNET],
  ['snlt', SNLT],
  ['fnet', FNET],
  ['fnlt', FNLT],
  ['mso', MSO],
  ['mfo', MFO],
]);

class FigureReader {
  readonly figures: TaskFigures;
  private readonly tasks: (Task | undefined)[];
  private readonly calendarIds: (string | null)[];

  /** @param last figures of the same outline to begin with */
  constructor(
    private readonly workbook: Workbook,
    last: TaskFigures | undefined,
  ) {
    const { rows } = workbook.outline;
    this.tasks = last === undefined ? new Array<Task | undefined>(rows.length) : [...last.tasks];
    this.calendarIds = [...(last?.calendarIds ?? [null])];
    this.figures = {
      tasks: this.tasks,
      isSummary: last?.isSummary ?? Uint8Array.from(rows, (row) => (row.hasChildren ? 1 : 0)),
      durationDays: last?.durationDays.slice() ?? new Float64Array(rows.length),
      rule: last?.rule.slice() ?? new Int32Array(rows.length),
      ruleDay: last?.ruleDay.slice() ?? new Int32Array(rows.length),
      deadlineDay: last?.deadlineDay.slice() ?? new Int32Array(rows.length),
      calendar: last?.calendar.slice() ?? new Int32Array(rows.length),
      calendarIds: this.calendarIds,
    };
  }

  read(row: number): void {
    const { isSummary, durationDays, rule, ruleDay, deadlineDay, calendar } = this.figures;
    const task = taskInRow(this.workbook, row);
    this.tasks[row] = task;
    durationDays[row] = task === undefined || isSummary[row] === 1 ? 0 : daysOfWork(task);
    rule[row] = task === undefined ? NO_RULE : ruleOf(task);
    ruleDay[row] = isCalendarDate(task?.constraintDate) ? tableDay(task.constraintDate) : 0;
    deadlineDay[row] = isCalendarDate(task?.deadline) ? tableDay(task.deadline) : NEVER;
    calendar[row] = this.placeOf(task?.calendar ?? null);
  }

  private placeOf(calendar: string | null): number {
    const place = this.calendarIds.indexOf(calendar);
    return place < 0 ? this.calendarIds.push(calendar) - 1 : place;
  }
}

function daysOfWork(task: Task): number {
  if (task.kind === 'milestone' || task.kind === 'summary') return 0;
  return Number.isFinite(task.durationDays) ? Math.max(0, task.durationDays) : 0;
}

function ruleOf(task: Task): number {
  const rule = RULES.get(task.constraint) ?? NO_RULE;
  return rule <= ALAP || isCalendarDate(task.constraintDate) ? rule : NO_RULE;
}
