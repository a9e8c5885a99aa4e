/** What a change did to the dates of a plan, in a sentence or two, to be said aloud. */
import type { CalendarDate } from '../base/dates';
import { daysInWords } from '../format/amounts';
import { formatDate, formatSpan } from '../format/dates';
import type { Schedule } from '../schedule/schedule';
import type { Workbook } from '../workbook';
import { workingTimeFor } from '../commands/taskDates';

export interface DateChange {
  readonly workbook: Workbook;
  readonly before: Schedule;
  readonly after: Schedule;
  /** The task that was being worked on: its own dates are told first. */
  readonly focus: string | null;
  /** A task whose dates have been told already. */
  readonly spoken?: string | null;
}

/** Empty when no date changed. Tasks that were added or removed are not news. */
export function dateNews({ workbook, before, after, focus, spoken = null }: DateChange): string {
  if (before === after) return '';
  const moved = movedTasks(before, after);
  const sentences: string[] = [];
  const hasSpoken = spoken !== null && moved.delete(spoken);
  const task = workbook.tables.tasks.byId.get(focus ?? '');
  const dates = after.task(focus ?? '');
  if (task !== undefined && dates !== undefined && moved.delete(task.id))
    sentences.push(`${task.name}: ${formatSpan(dates.start, dates.finish, after.projectStart)}.`);
  if (moved.size > 0) {
    const others = `${moved.size} ${hasSpoken || sentences.length > 0 ? 'other ' : ''}task${moved.size === 1 ? '' : 's'}`;
    sentences.push(`${others} moved.`);
  }
  if (before.goLive !== null && after.goLive !== null && before.goLive !== after.goLive)
    sentences.push(goLiveNews(workbook, before.goLive, after.goLive));
  return sentences.join(' ');
}

function movedTasks(before: Schedule, after: Schedule): Set<string> {
  const moved = new Set<string>();
  const isSameOutline = before.outline === after.outline;
  after.outline.rows.forEach(({ id }, row) => {
    const was = isSameOutline ? row : before.outline.index.get(id);
    if (was === undefined) return;
    const hasMoved =
      before.rows.startDay[was] !== after.rows.startDay[row] ||
      before.rows.finishDay[was] !== after.rows.finishDay[row];
    if (hasMoved) moved.add(id);
  });
  return moved;
}

function goLiveNews(workbook: Workbook, was: CalendarDate, is: CalendarDate): string {
  const time = workingTimeFor(workbook, undefined);
  const [first, last] = was < is ? [was, is] : [is, was];
  const days = Math.max(0, time.workingDaysBetween(first, last) - 1);
  return `Go-live is now ${formatDate(is, 'weekdayYear')}, ${daysInWords(days)} ${was < is ? 'later' : 'earlier'}.`;
}
