/** What a baseline says of one task beside what the plan says now: the columns of lists and files. */
import type { CalendarDate } from '../base/dates';
import { workingTimeFor } from '../commands/taskDates';
import type { Plan } from '../plan';
import { recordIn } from '../workbook';
import { slipDays } from './compareBaseline';
import type { Figures } from './figures';

export interface TaskThen {
  readonly baselineStart: CalendarDate;
  readonly baselineFinish: CalendarDate;
  /** Working days its finish moved since; later is positive. */
  readonly slip: number;
}

/** Null for a task that is not in the baseline. */
export function taskThen(
  { workbook, schedule }: Pick<Plan, 'workbook' | 'schedule'>,
  figures: Figures,
  id: string,
): TaskThen | null {
  const then = figures.tasks.get(id);
  const now = schedule.task(id);
  const task = recordIn(workbook, 'tasks', id);
  if (then === undefined || now === undefined || task === undefined) return null;
  const slip = slipDays(workingTimeFor(workbook, task), then.finish, now.finish);
  return { baselineStart: then.start, baselineFinish: then.finish, slip };
}

/** What stands under the slip of a task that is not in the baseline. */
export const NEW_SINCE = 'new';
