/** The days a whole chart covers. */
import { dateOfDay, dayNumber, type CalendarDate } from '../base/dates';
import type { GanttInput } from './frame';

export interface Extent {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** From the plan's start, or the first task shown before it, to the last finish or deadline. */
export function extentOf({
  workbook,
  schedule,
  rows,
}: Pick<GanttInput, 'workbook' | 'schedule' | 'rows'>): Extent {
  let first = dayNumber(schedule.projectStart);
  let last = dayNumber(schedule.projectFinish);
  for (const row of rows) {
    const scheduled = schedule.task(row.id);
    const deadline = workbook.tables.tasks.byId.get(row.id)?.deadline ?? null;
    if (scheduled !== undefined) {
      first = Math.min(first, dayNumber(scheduled.start));
      last = Math.max(last, dayNumber(scheduled.finish));
    }
    if (deadline !== null) last = Math.max(last, dayNumber(deadline));
  }
  return { from: dateOfDay(first), until: dateOfDay(Math.max(first, last)) };
}
