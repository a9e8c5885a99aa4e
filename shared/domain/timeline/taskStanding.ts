/** How far tasks have come: done, running, late, or still to do; of a summary, what its tasks add up to. */
import type { CalendarDate } from '../base/dates';
import type { Task } from '../registers/all';
import type { Schedule } from '../schedule/schedule';
import type { Workbook } from '../workbook';

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

/** Only the rows that are asked for are judged by their dates: a screen shows few of many. */
export function taskStandings(
  { outline, tables }: Workbook,
  schedule: Schedule,
  today: CalendarDate,
): StandingAt {
  const rows = outline.rows;
  const percents = new Float64Array(rows.length);
  const weights = new Float64Array(rows.length);
  const sums = new Float64Array(rows.length);
  // Rows stand in pre-order: from the last to the first, a summary comes after everything under it.
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at];
    const task = tables.tasks.byId.get(row?.id ?? '');
    if (row === undefined || task === undefined) continue;
    if (!row.hasChildren) {
      // A milestone weighs little, so that it neither hides undone work nor is forgotten where there is no other.
      weights[at] = Math.max(task.kind === 'milestone' ? 0 : task.durationDays, 0.001);
      sums[at] = (weights[at] ?? 0) * task.percentComplete;
    }
    percents[at] = rounded((sums[at] ?? 0) / Math.max(weights[at] ?? 0, 0.001));
    const above = row.parent === null ? undefined : outline.index.get(row.parent);
    if (above === undefined) continue;
    weights[above] = (weights[above] ?? 0) + (weights[at] ?? 0);
    sums[above] = (sums[above] ?? 0) + (sums[at] ?? 0);
  }
  return (at) => standingOf(tables.tasks.byId.get(rows[at]?.id ?? ''), schedule, percents[at] ?? 0, today);
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
