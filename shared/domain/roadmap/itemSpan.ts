/** From when to when a roadmap item runs. */
import type { CalendarDate } from '../base/dates';
import type { RoadmapItem } from '../registers/all';
import type { Schedule, ScheduledTask } from '../schedule/schedule';

export interface ItemSpan {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** The tasks an item is linked to, as scheduled; those that are archived or missing are left out. */
export function scheduledTasks(
  item: RoadmapItem,
  schedule: Schedule,
): { id: string; scheduled: ScheduledTask }[] {
  return item.tasks.flatMap((id) => {
    const scheduled = schedule.task(id);
    return scheduled === undefined ? [] : [{ id, scheduled }];
  });
}

/** What a list shows under start and end: the dates of the tasks the item follows, else its own, which may be missing. */
export function shownDates(item: RoadmapItem, schedule: Schedule): Pick<RoadmapItem, 'start' | 'end'> {
  const followed = scheduledTasks(item, schedule).length > 0 ? itemSpan(item, schedule) : null;
  return followed ?? { start: item.start, end: item.end };
}

/** The span of the linked tasks, or the item's own dates; one date alone is a single day; null without any. */
export function itemSpan(item: RoadmapItem, schedule: Schedule): ItemSpan | null {
  const linked = scheduledTasks(item, schedule).map(({ scheduled }) => scheduled);
  if (linked.length > 0) {
    return {
      start: linked.reduce((first, { start }) => (start < first ? start : first), linked[0]?.start ?? ''),
      end: linked.reduce((last, { finish }) => (finish > last ? finish : last), ''),
    };
  }
  const start = item.start ?? item.end;
  const end = item.end ?? item.start;
  if (start === null || end === null) return null;
  // A merge can leave an end before its start; the picture then shows both, in order.
  return start <= end ? { start, end } : { start: end, end: start };
}
