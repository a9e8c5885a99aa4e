/** The days a whole chart covers. */
import type { CalendarDate } from '../base/dates';
import type { Figures } from '../baseline/figures';
import { placesIn } from '../outline';
import { dateOfTableDay, tableDay } from '../schedule/workingTime';
import { taskInRow } from '../workbook';
import type { GanttInput } from './frame';

export interface Extent {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/**
 * From the plan's start, or the first task shown before it, to the last finish or deadline.
 * @param baseline its days are covered too
 */
export function extentOf(
  { workbook, schedule, rows }: Pick<GanttInput, 'workbook' | 'schedule' | 'rows'>,
  baseline?: Figures,
): Extent {
  const { startDay, finishDay } = schedule.rows;
  let first = tableDay(schedule.projectStart);
  let last = tableDay(schedule.projectFinish);
  let deadline: CalendarDate = '';
  for (const row of placesIn(schedule.outline, rows)) {
    const task = taskInRow(workbook, row);
    if (task === undefined) continue;
    first = Math.min(first, startDay[row] ?? first);
    last = Math.max(last, finishDay[row] ?? last);
    if (task.deadline !== null && task.deadline > deadline) deadline = task.deadline;
  }
  if (baseline !== undefined) {
    first = Math.min(first, tableDay(baseline.head.start));
    last = Math.max(last, tableDay(baseline.head.finish));
  }
  if (deadline !== '') last = Math.max(last, tableDay(deadline));
  return { from: dateOfTableDay(first), until: dateOfTableDay(Math.max(first, last)) };
}
