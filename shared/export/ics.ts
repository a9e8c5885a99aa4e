/** The plan as an iCalendar file (RFC 5545): every task and milestone an all-day event that any calendar can show. */
import ical, { ICalEventTransparency } from 'ical-generator';
import { dayNumber, type CalendarDate } from '../domain/base/dates';
import type { Task } from '../domain/registers/all';
import type { Schedule } from '../domain/schedule/schedule';
import { recordIn, type Workbook } from '../domain/workbook';

const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_DAY = 86_400_000;

/** @param now when the file is made, as an ISO instant; the same plan and instant give the same file */
export function workbookToIcs(workbook: Workbook, schedule: Schedule, { now }: { now: string }): string {
  const stamp = new Date(now);
  const [organisation] = workbook.tables.organisation.live;
  const calendar = ical({
    name: organisation?.name ?? 'Implementation plan',
    prodId: { company: 'Golive Workbook', product: 'Plan', language: 'EN' },
  });
  for (const row of workbook.outline.rows) {
    const task = workbook.tables.tasks.byId.get(row.id);
    const scheduled = schedule.task(row.id);
    if (task === undefined || scheduled === undefined || row.hasChildren || task.kind === 'summary') continue;
    calendar.createEvent({
      id: `${task.id}@golive-workbook`,
      stamp,
      // A later file replaces what an earlier one put into a calendar.
      sequence: Math.floor(stamp.getTime() / MILLISECONDS_PER_MINUTE),
      allDay: true,
      start: midnight(scheduled.start),
      // The end of an all-day event is the first day that no longer belongs to it.
      end: new Date(midnight(scheduled.finish).getTime() + MILLISECONDS_PER_DAY),
      summary: task.name,
      description: describe(workbook, task),
      // Planned work does not make anybody unavailable.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

function midnight(date: CalendarDate): Date {
  return new Date(dayNumber(date) * MILLISECONDS_PER_DAY);
}

function describe(workbook: Workbook, task: Task): string {
  const owner = recordIn(workbook, 'people', task.owner)?.name ?? '';
  const parent = recordIn(workbook, 'tasks', task.parent)?.name ?? '';
  const lines = [
    parent === '' ? '' : `Part of: ${parent}`,
    owner === '' ? '' : `Owner: ${owner}`,
    task.percentComplete > 0 ? `Done: ${task.percentComplete}%` : '',
    task.notes,
  ];
  return lines.filter((line) => line !== '').join('\n');
}
