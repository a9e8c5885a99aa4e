/** The second line of a roadmap item: how far it is, when it is due, or how sure anyone is of it. */
import type { CalendarDate } from '../base/dates';
import { shortDate } from '../gantt/dateLabel';
import type { RoadmapItem } from '../registers/all';
import type { Schedule } from '../schedule/schedule';
import type { Workbook } from '../workbook';
import { scheduledTasks, type ItemSpan } from './itemSpan';

interface Plan {
  readonly workbook: Workbook;
  readonly schedule: Schedule;
  readonly today: CalendarDate | null;
}

export function noteOf(item: RoadmapItem, span: ItemSpan, plan: Plan): { note: string; isLate: boolean } {
  const done = doneShare(item, plan);
  const isLate = plan.today !== null && done !== null && done < 1 && span.end < plan.today;
  return {
    note: isLate ? `late, was due ${shortDate(span.end)}` : calmNote(item, span, { ...plan, done }),
    isLate,
  };
}

function calmNote(item: RoadmapItem, span: ItemSpan, plan: Plan & { done: number | null }): string {
  if (item.fixedDate) return `${shortDate(span.end)}, fixed`;
  if (item.confidence === 'idea') return 'idea';
  if (plan.done === 1) return `done ${shortDate(span.end)}`;
  if (plan.done !== null && plan.done > 0) {
    const tight = scheduledTasks(item, plan.schedule).some(({ scheduled }) => scheduled.critical);
    return `${Math.floor(plan.done * 100)}% done${tight ? ', no slack' : ''}`;
  }
  return item.confidence;
}

/** The share of the linked tasks' days that is done, 0 to 1; null without linked tasks. A summary is its tasks. */
function doneShare(item: RoadmapItem, plan: Plan): number | null {
  const ids = new Set(
    scheduledTasks(item, plan.schedule).flatMap(({ id }) => leavesUnder(id, plan.workbook)),
  );
  if (ids.size === 0) return null;
  let days = 0;
  let done = 0;
  for (const id of ids) {
    // A milestone has no days of its own but must still be reached.
    const weight = Math.max(plan.schedule.task(id)?.durationDays ?? 0, 1);
    days += weight;
    done += (weight * (plan.workbook.tables.tasks.byId.get(id)?.percentComplete ?? 0)) / 100;
  }
  return done / days;
}

function leavesUnder(id: string, { outline }: Workbook): string[] {
  const at = outline.index.get(id);
  const row = at === undefined ? undefined : outline.rows[at];
  if (at === undefined || row === undefined) return [];
  return outline.rows.slice(at, row.end).flatMap((inner) => (inner.hasChildren ? [] : [inner.id]));
}
