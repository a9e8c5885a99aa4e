/** Records with what the page shows of them, where that is not what is stored: what a summary of tasks comes to. */
import { recordsShown, type ShownRecords } from '../domain/records/shownRecords';
import type { AnyRecord } from '../domain/register/record';
import type { Schedule } from '../domain/schedule/schedule';
import { percentDone } from '../domain/timeline/taskStanding';
import type { Workbook } from '../domain/workbook';

export function recordsAsShown(
  workbook: Workbook,
  shown: ShownRecords,
  schedule: Schedule | undefined,
): readonly AnyRecord[] {
  const records = recordsShown(workbook, shown);
  if (shown.register !== 'tasks' || schedule === undefined) return records;
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
