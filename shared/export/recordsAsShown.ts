/**
 * Records with what the page shows of them, where that is not what is stored: what a summary of tasks comes to, and the
 * dates of a roadmap item that follows its tasks.
 */
import { recordsShown, type ShownRecords } from '../domain/records/shownRecords';
import type { AnyRecord } from '../domain/register/record';
import { shownDates } from '../domain/roadmap/itemSpan';
import type { Schedule } from '../domain/schedule/schedule';
import { percentDone } from '../domain/timeline/taskStanding';
import type { Workbook } from '../domain/workbook';

export function recordsAsShown(
  workbook: Workbook,
  shown: ShownRecords,
  schedule: Schedule | undefined,
): readonly AnyRecord[] {
  const records = recordsShown(workbook, shown);
  if (schedule === undefined) return records;
  if (shown.register === 'tasks') return tasksAsShown(workbook, records, schedule);
  return shown.register === 'roadmapItems' ? itemsAsShown(workbook, records, schedule) : records;
}

function itemsAsShown(
  { tables }: Workbook,
  records: readonly AnyRecord[],
  schedule: Schedule,
): readonly AnyRecord[] {
  return records.map((record) => {
    const item = tables.roadmapItems.byId.get(record.id);
    return item === undefined ? record : { ...record, ...shownDates(item, schedule) };
  });
}

function tasksAsShown(
  workbook: Workbook,
  records: readonly AnyRecord[],
  schedule: Schedule,
): readonly AnyRecord[] {
  const { rows, index } = workbook.outline;
  return records.map((task) => {
    const row = index.get(task.id) ?? -1;
    if (rows[row]?.hasChildren === true) {
      const durationDays = schedule.task(task.id)?.durationDays ?? null;
      return { ...task, durationDays, percentComplete: percentDone(workbook, row) };
    }
    return task['kind'] === 'milestone' ? { ...task, durationDays: 0 } : task;
  });
}
