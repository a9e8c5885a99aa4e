/**
 * Commands on dates. Dates are calculated, so moving a task means giving it a date rule, and stretching it a duration.
 * Null where nothing would change or the task has no dates of its own.
 */
import { addDays, type CalendarDate } from '../base/dates';
import type { Command, FieldValues } from '../edits/edit';
import { formatDate } from '../format/dates';
import type { Task } from '../registers/all';
import { workingTimeOf, type WorkingTime } from '../schedule/workingTime';
import type { Schedule, ScheduledTask } from '../schedule/schedule';
import { recordIn, type Workbook } from '../workbook';

export interface DatedPlan {
  readonly workbook: Workbook;
  readonly schedule: Schedule;
}

export interface DateShift {
  readonly days: number;
  /** Every day counts, as under a pointer, or only days somebody works. */
  readonly unit: 'calendar' | 'working';
}

/** The working days of the calendar a task goes by. */
export function workingTimeFor(workbook: Workbook, task: Task | undefined): WorkingTime {
  const [organisation] = workbook.tables.organisation.live;
  return workingTimeOf(
    recordIn(workbook, 'calendars', task?.calendar ?? null) ??
      recordIn(workbook, 'calendars', organisation?.calendar ?? null),
  );
}

interface Located {
  readonly task: Task;
  readonly scheduled: ScheduledTask;
  readonly time: WorkingTime;
  readonly isSummary: boolean;
}

function locate({ workbook, schedule }: DatedPlan, id: string): Located | undefined {
  const task = recordIn(workbook, 'tasks', id);
  const scheduled = schedule.task(id);
  if (task === undefined || scheduled === undefined) return undefined;
  const row = workbook.outline.rows[workbook.outline.index.get(id) ?? -1];
  return { task, scheduled, time: workingTimeFor(workbook, task), isSummary: row?.hasChildren === true };
}

function shifted(date: CalendarDate, { days, unit }: DateShift, { scheduled, time }: Located): CalendarDate {
  if (unit === 'working') return time.addWorkingDays(date, days);
  const target = addDays(date, days);
  // Work begins on a working day: the next one in the direction of the move. A point in time may stand anywhere.
  if (scheduled.durationDays === 0 || time.isWorkingDay(target)) return target;
  return time.addWorkingDays(target, days < 0 ? -1 : 0);
}

/**
 * Moves a task by giving it “start no earlier than” the date it is moved to; a task that must start or finish on a date
 * keeps that rule with the new date. Its links may still hold it later: see `moveOutcome`.
 */
export function shiftTask(plan: DatedPlan, id: string, shift: DateShift): Command | null {
  const at = locate(plan, id);
  if (at === undefined || shift.days === 0) return null;
  const { scheduled, task } = at;
  const onFinish = task.constraint === 'mfo' && !at.isSummary;
  const date = shifted(onFinish ? scheduled.finish : scheduled.start, shift, at);
  const constraint = onFinish ? 'mfo' : task.constraint === 'mso' && !at.isSummary ? 'mso' : 'snet';
  return rule('Move task', id, { constraint, constraintDate: date });
}

/** Moves one end of a task; the other stays. Work never becomes shorter than what is left of its first day. */
export function resizeTask(
  plan: DatedPlan,
  id: string,
  shift: DateShift,
  edge: 'start' | 'end',
): Command | null {
  const at = locate(plan, id);
  if (at === undefined || shift.days === 0 || at.isSummary || at.scheduled.durationDays === 0) return null;
  const { scheduled, time, task } = at;
  const least = Math.min(1, task.durationDays);
  if (edge === 'end') {
    const days =
      shift.unit === 'working'
        ? task.durationDays + shift.days
        : time.workingDaysBetween(scheduled.start, addDays(scheduled.finish, shift.days));
    return rule('Change duration', id, { durationDays: Math.max(least, days) });
  }
  const start = shifted(scheduled.start, shift, at);
  const first = start > scheduled.finish ? scheduled.finish : start;
  const days = Math.max(least, time.workingDaysBetween(first, scheduled.finish));
  return rule('Change start', id, { durationDays: days, constraint: 'snet', constraintDate: first });
}

/** What a date typed as a task's start means; null takes the rule away. */
export function startValues(date: CalendarDate | null): FieldValues {
  return date === null ? NO_RULE : { constraint: 'snet', constraintDate: date };
}

/** What a date typed as a task's finish means; null takes the rule away. */
export function finishValues(date: CalendarDate | null): FieldValues {
  return date === null ? NO_RULE : { constraint: 'fnet', constraintDate: date };
}

const NO_RULE: FieldValues = { constraint: 'asap', constraintDate: null };

/** A rule that needs no date drops the old one; a rule that needs one starts with today's dates of the task. */
export function setRule(plan: DatedPlan, id: string, constraint: Task['constraint']): Command | null {
  const at = locate(plan, id);
  if (at === undefined) return null;
  if (constraint === 'asap' || constraint === 'alap')
    return rule('Change date rule', id, { constraint, constraintDate: null });
  const onStart = constraint === 'snet' || constraint === 'snlt' || constraint === 'mso';
  const date = at.task.constraintDate ?? (onStart ? at.scheduled.start : at.scheduled.finish);
  return rule('Change date rule', id, { constraint, constraintDate: date });
}

export function clearRule(workbook: Workbook, id: string): Command | null {
  const task = recordIn(workbook, 'tasks', id);
  if (task === undefined || task.constraint === 'asap') return null;
  return rule('Clear date rule', id, NO_RULE);
}

function rule(label: string, id: string, values: FieldValues): Command {
  return { label, edits: [{ kind: 'set', register: 'tasks', id, values }] };
}

export interface MoveOutcome {
  readonly text: string;
  /** Something holds the task at another date than was asked. */
  readonly held: boolean;
}

/** What became of a move: the task's new dates, or what holds it where it is. `plan` is the plan after the move. */
export function moveOutcome(plan: DatedPlan, id: string): MoveOutcome | null {
  const at = locate(plan, id);
  if (at === undefined) return null;
  const { task, scheduled } = at;
  const { start, finish } = scheduled;
  const asked = task.constraint === 'snet' ? task.constraintDate : null;
  if (asked !== null && start > asked) {
    const holder = scheduled.driver.kind === 'link' ? 'its links hold' : 'the plan holds';
    return {
      held: true,
      text: `“${task.name}” was asked to start ${formatDate(asked, 'weekday')}, but ${holder} it at ${formatDate(start, 'weekday')}. The date is kept as its rule.`,
    };
  }
  const dates =
    start === finish
      ? formatDate(finish, 'weekday')
      : `${formatDate(start, 'weekday')} to ${formatDate(finish, 'weekday')}`;
  return { held: false, text: `${task.name}: ${dates}.` };
}
