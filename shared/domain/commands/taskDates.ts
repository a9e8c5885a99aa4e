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

/** The dates of a task if nothing else held it, and the working days they cover: what a drag shows while it lasts. */
export interface AskedDates {
  readonly start: CalendarDate;
  readonly finish: CalendarDate;
  readonly days: number;
}

/** Where a shift asks a task to stand; null for a task without dates. */
export function askedByShift(plan: DatedPlan, id: string, shift: DateShift): AskedDates | null {
  const at = locate(plan, id);
  return at === undefined ? null : shiftedDates(at, shift);
}

/** Where moving one end asks a task to stand; null for what has no length of its own. */
export function askedByResize(
  plan: DatedPlan,
  id: string,
  shift: DateShift,
  edge: 'start' | 'end',
): AskedDates | null {
  const at = locate(plan, id);
  return at === undefined || !hasLength(at) ? null : resizedDates(at, shift, edge);
}

function keepsFinish({ task, isSummary }: Located): boolean {
  return task.constraint === 'mfo' && !isSummary;
}

/** A start that was a must stays one. */
function startRule({ task, isSummary }: Located, start: CalendarDate): FieldValues {
  return { constraint: task.constraint === 'mso' && !isSummary ? 'mso' : 'snet', constraintDate: start };
}

function hasLength({ scheduled, isSummary }: Located): boolean {
  return !isSummary && scheduled.durationDays > 0;
}

function shiftedDates(at: Located, shift: DateShift): AskedDates {
  const { scheduled, time } = at;
  const days = time.workingDaysBetween(scheduled.start, scheduled.finish);
  const isPoint = scheduled.durationDays === 0;
  if (keepsFinish(at)) {
    const finish = shifted(scheduled.finish, shift, at);
    return { start: isPoint ? finish : time.addWorkingDays(finish, 1 - days), finish, days };
  }
  const start = shifted(scheduled.start, shift, at);
  return { start, finish: isPoint ? start : time.addWorkingDays(start, Math.max(0, days - 1)), days };
}

/** Work never becomes shorter than what is left of its first day. */
function resizedDates(at: Located, shift: DateShift, edge: 'start' | 'end'): AskedDates {
  const { scheduled, time, task } = at;
  const least = Math.min(1, task.durationDays);
  if (edge === 'end') {
    const asked =
      shift.unit === 'working'
        ? task.durationDays + shift.days
        : time.workingDaysBetween(scheduled.start, addDays(scheduled.finish, shift.days));
    const days = Math.max(least, asked);
    const { start } = scheduled;
    return { start, finish: time.addWorkingDays(start, Math.ceil(days) - 1), days };
  }
  const asked = shifted(scheduled.start, shift, at);
  const start = asked > scheduled.finish ? scheduled.finish : asked;
  const days = Math.max(least, time.workingDaysBetween(start, scheduled.finish));
  return { start, finish: scheduled.finish, days };
}

/**
 * Moves a task by giving it “start no earlier than” the date it is moved to; a task that must start or finish on a date
 * keeps that rule with the new date. Its links may still hold it later: see `moveOutcome`.
 */
export function shiftTask(plan: DatedPlan, id: string, shift: DateShift): Command | null {
  const at = locate(plan, id);
  if (at === undefined || shift.days === 0) return null;
  const { start, finish } = shiftedDates(at, shift);
  return rule('Move task', id, keepsFinish(at) ? { constraintDate: finish } : startRule(at, start));
}

/** Moves one end of a task; the other stays. */
export function resizeTask(
  plan: DatedPlan,
  id: string,
  shift: DateShift,
  edge: 'start' | 'end',
): Command | null {
  const at = locate(plan, id);
  if (at === undefined || shift.days === 0 || !hasLength(at)) return null;
  const { start, days } = resizedDates(at, shift, edge);
  if (edge === 'end') {
    return days === at.task.durationDays ? null : rule('Change duration', id, { durationDays: days });
  }
  if (start === at.scheduled.start) return null;
  // A finish that is a must holds the task by itself.
  return rule('Change start', id, { durationDays: days, ...(keepsFinish(at) ? {} : startRule(at, start)) });
}

/** Why a task cannot be stretched, or cannot become shorter still. */
export function whyNotResized({ workbook }: DatedPlan, id: string): string {
  const row = workbook.outline.rows[workbook.outline.index.get(id) ?? -1];
  const task = recordIn(workbook, 'tasks', id);
  const name = task?.name ?? '';
  if (row?.hasChildren === true) return `“${name}” is a summary: its length follows from its tasks.`;
  if (task?.durationDays === 0 || task?.kind === 'milestone')
    return `“${name}” is a milestone and takes no days.`;
  return `“${name}” keeps its length.`;
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
