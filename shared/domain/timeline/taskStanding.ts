/** How far tasks have come: done, running, late, or still to do; of a summary, what its tasks add up to. */
import type { CalendarDate } from '../base/dates';
import type { Task } from '../registers/all';
import type { Schedule } from '../schedule/schedule';
import { taskInRow, type Workbook } from '../workbook';

export type Standing = 'todo' | 'progress' | 'done' | 'late';

export interface TaskStanding {
  /** 0 to 100, a whole number; of a summary, weighted by the working days of what lies under it. */
  readonly percent: number;
  readonly standing: Standing;
  /** Why it is late, or null. */
  readonly lateBecause: 'unfinished' | 'deadline' | null;
}

/** The standing of the task in a row of the outline. */
export type StandingAt = (row: number) => TaskStanding;

/** Only the rows that are asked for are looked at, each once: a screen shows few of many. */
export function taskStandings(workbook: Workbook, schedule: Schedule, today: CalendarDate): StandingAt {
  const known = new Map<number, TaskStanding>();
  return (row) => {
    const standing =
      known.get(row) ?? standingOf(taskInRow(workbook, row), schedule, percentDone(workbook, row), today);
    known.set(row, standing);
    return standing;
  };
}

/** 0 to 100, a whole number: of the task in a row of the outline, or of what lies under it. */
export function percentDone(workbook: Workbook, row: number): number {
  return rounded(percentOf(workbook, row));
}

/** The mean of what lies under a row, or of the task in it, weighted by working days. */
function percentOf(workbook: Workbook, row: number): number {
  const { rows } = workbook.outline;
  const end = rows[row]?.end ?? 0;
  let weights = 0;
  let sum = 0;
  for (let at = row; at < end; at++) {
    const task = rows[at]?.hasChildren === true ? undefined : taskInRow(workbook, at);
    if (task === undefined) continue;
    // A milestone weighs little, so that it neither hides undone work nor is forgotten where there is no other.
    const weight = Math.max(task.kind === 'milestone' ? 0 : task.durationDays, 0.001);
    weights += weight;
    sum += weight * task.percentComplete;
  }
  return sum / Math.max(weights, 0.001);
}

/** Nothing rounds up to done or down to untouched. */
function rounded(percent: number): number {
  if (percent > 0 && percent < 1) return 1;
  return percent > 99 && percent < 100 ? 99 : Math.round(percent);
}

function standingOf(
  task: Task | undefined,
  schedule: Schedule,
  percent: number,
  today: CalendarDate,
): TaskStanding {
  const dates = task === undefined ? undefined : schedule.task(task.id);
  if (task === undefined || dates === undefined) return { percent, standing: 'todo', lateBecause: null };
  if (percent >= 100) return { percent, standing: 'done', lateBecause: null };
  if (dates.finish < today) return { percent, standing: 'late', lateBecause: 'unfinished' };
  if (task.deadline !== null && dates.finish > task.deadline)
    return { percent, standing: 'late', lateBecause: 'deadline' };
  const begun = percent > 0 || (dates.durationDays > 0 && dates.start <= today);
  return { percent, standing: begun ? 'progress' : 'todo', lateBecause: null };
}
