/** What is wrong with a plan's dates, and what is worth knowing about them. */
import { isCalendarDate, type CalendarDate } from '../base/dates';
import { problem, type Finding, type Level, type Problem } from '../base/problem';
import { tasks as taskRegister } from '../registers/tasks';
import type { Task } from '../registers/all';
import type { Workbook } from '../workbook';
import type { CriticalPath } from './criticalPath';
import type { Network } from './network';
import type { RowDates } from './rollUp';
import { dateOfTableDay, LAST_DATE, tableDay } from './workingTime';

/** How soon a task must start to need an owner, in working days from today. */
const OWNER_NOTICE_DAYS = 10;

export interface ScheduledPlan {
  readonly workbook: Workbook;
  readonly today: CalendarDate;
  readonly network: Network;
  readonly path: CriticalPath;
  readonly rows: RowDates;
}

/** Of the plan as a whole first, then of tasks in the order of the outline. */
export function findingsOf(plan: ScheduledPlan): readonly Finding[] {
  const findings = planFindings(plan);
  const linked = linkedRows(plan.network);
  const { rows } = plan.workbook.outline;
  const leaves = rows.filter((row) => !row.hasChildren).length;
  plan.network.tasks.forEach((task, row) => {
    if (task === undefined) return;
    const add = (level: Level, field: keyof Task, found: Problem): void => {
      findings.push({ level, problem: found, register: 'tasks', id: task.id, field });
    };
    checkDates(plan, { task, row, add });
    if (rows[row]?.hasChildren === true) return;
    if (task.kind === 'summary') {
      add('info', 'kind', problem('plan/emptySummary', { title: task.name }));
      return;
    }
    checkHorizon(plan, { task, row, add });
    checkOwner(plan, { task, row, add });
    if (leaves > 1 && linked[row] === 0) add('info', 'name', problem('plan/unlinked', { title: task.name }));
  });
  return findings;
}

interface Check {
  readonly task: Task;
  readonly row: number;
  readonly add: (level: Level, field: keyof Task, found: Problem) => void;
}

function planFindings({ workbook, network }: ScheduledPlan): Finding[] {
  const findings: Finding[] = [];
  const [organisation] = workbook.tables.organisation.live;
  if (!isCalendarDate(organisation?.start)) {
    const where =
      organisation === undefined ? {} : { register: 'organisation', id: organisation.id, field: 'start' };
    findings.push({ level: 'info', problem: problem('plan/noStart', {}), ...where });
  }
  network.calendarRecords.forEach((record, number) => {
    if (record === undefined || network.calendars[number]?.time.isStandIn !== true) return;
    const facts = { calendar: record.name };
    const where = { register: 'calendars', id: record.id, field: 'workingWeek' };
    findings.push({ level: 'warning', problem: problem('plan/noCalendarDays', facts), ...where });
  });
  return findings;
}

/** By row: 1 where a link leads to or from the task or a summary above it. */
function linkedRows({ linked, parent }: Network): Uint8Array {
  const held = linked.slice();
  for (let row = 0; row < held.length; row++) if (held[parent[row] ?? -1] === 1) held[row] = 1;
  return held;
}

function checkDates({ network, path, rows }: ScheduledPlan, { task, row, add }: Check): void {
  const title = task.name;
  const finishDay = rows.finishDay[row] ?? 0;
  if (isCalendarDate(task.deadline) && finishDay > tableDay(task.deadline)) {
    const facts = { title, deadline: task.deadline, finish: dateOfTableDay(finishDay) };
    add('error', 'deadline', problem('plan/deadlineMissed', facts));
  }
  const date = task.constraintDate;
  if (task.constraint === 'asap' || task.constraint === 'alap' || !isCalendarDate(date)) return;
  const isOverruled = path.dates.overruled[network.position[row] ?? -1] === 1;
  if (isOverruled || !keepsRule(task.constraint, tableDay(date), rows.startDay[row] ?? 0, finishDay)) {
    const rule = taskRegister.fields.constraint.options[task.constraint];
    add('error', 'constraint', problem('plan/constraintBroken', { title, rule, date }));
  }
}

function keepsRule(
  rule: Exclude<Task['constraint'], 'asap' | 'alap'>,
  date: number,
  start: number,
  finish: number,
): boolean {
  switch (rule) {
    case 'snet':
      return start >= date;
    case 'snlt':
      return start <= date;
    case 'fnet':
      return finish >= date;
    case 'fnlt':
      return finish <= date;
    case 'mso':
      return start === date;
    case 'mfo':
      return finish === date;
  }
}

/** Reported where a chain of tasks leaves the known days, not for all that follows. */
function checkHorizon({ network, path }: ScheduledPlan, { task, row, add }: Check): void {
  const at = network.position[row] ?? -1;
  const calendar = network.calendars[network.calendar[at] ?? 0];
  if (calendar === undefined) return;
  const start = path.dates.start[at] ?? 0;
  const work = calendar.toWork(start) + (network.duration[at] ?? 0);
  if (start < calendar.horizon && work > calendar.workTicks) {
    add('error', 'durationDays', problem('plan/beyondHorizon', { title: task.name, limit: LAST_DATE }));
  }
}

function checkOwner({ network, rows, today }: ScheduledPlan, { task, row, add }: Check): void {
  if (task.owner !== null || task.kind === 'milestone' || task.percentComplete >= 100) return;
  const calendar = network.calendars[network.calendar[network.position[row] ?? -1] ?? 0];
  const startDay = rows.startDay[row] ?? 0;
  const soon = calendar?.time.addWorkingDays(today, OWNER_NOTICE_DAYS) ?? today;
  if (startDay > tableDay(soon)) return;
  add('warning', 'owner', problem('plan/noOwner', { title: task.name, start: dateOfTableDay(startDay) }));
}
