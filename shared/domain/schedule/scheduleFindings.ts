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
  const { network, workbook } = plan;
  const { rows } = workbook.outline;
  const checks: Checks = {
    plan,
    linked: linkedRows(network),
    isAlone: rows.filter((row) => !row.hasChildren).length < 2,
    soon: network.calendars.map(({ time }) => tableDay(time.addWorkingDays(plan.today, OWNER_NOTICE_DAYS))),
    findings: planFindings(plan),
  };
  network.tasks.forEach((task, row) => {
    if (task === undefined) return;
    checkDates(checks, task, row);
    if (rows[row]?.hasChildren === true) return;
    if (task.kind === 'summary') {
      add(checks, task, 'info', 'kind', problem('plan/emptySummary', { title: task.name }));
      return;
    }
    checkHorizon(checks, task, row);
    checkOwner(checks, task, row);
    if (!checks.isAlone && checks.linked[row] === 0)
      add(checks, task, 'info', 'name', problem('plan/unlinked', { title: task.name }));
  });
  return checks.findings;
}

/** What the checks of all tasks share. */
interface Checks {
  readonly plan: ScheduledPlan;
  /** By row: 1 where a link leads to or from the task or a summary above it. */
  readonly linked: Uint8Array;
  /** Whether there is no second task that a link could lead to. */
  readonly isAlone: boolean;
  /** By calendar: the last day of the notice an owner needs. */
  readonly soon: readonly number[];
  readonly findings: Finding[];
}

function add({ findings }: Checks, { id }: Task, level: Level, field: keyof Task, found: Problem): void {
  findings.push({ level, problem: found, register: 'tasks', id, field });
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

function linkedRows({ linked, parent }: Network): Uint8Array {
  const held = linked.slice();
  for (let row = 0; row < held.length; row++) if (held[parent[row] ?? -1] === 1) held[row] = 1;
  return held;
}

function checkDates(checks: Checks, task: Task, row: number): void {
  const date = task.constraintDate;
  if (task.deadline === null && date === null) return;
  const { network, path, rows } = checks.plan;
  const title = task.name;
  const finishDay = rows.finishDay[row] ?? 0;
  if (isCalendarDate(task.deadline) && finishDay > tableDay(task.deadline)) {
    const facts = { title, deadline: task.deadline, finish: dateOfTableDay(finishDay) };
    add(checks, task, 'error', 'deadline', problem('plan/deadlineMissed', facts));
  }
  if (task.constraint === 'asap' || task.constraint === 'alap' || !isCalendarDate(date)) return;
  const isOverruled = path.dates.overruled[network.position[row] ?? -1] === 1;
  if (isOverruled || !keepsRule(task.constraint, tableDay(date), rows.startDay[row] ?? 0, finishDay)) {
    const rule = taskRegister.fields.constraint.options[task.constraint];
    add(checks, task, 'error', 'constraint', problem('plan/constraintBroken', { title, rule, date }));
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
function checkHorizon(checks: Checks, task: Task, row: number): void {
  const { network, path } = checks.plan;
  const at = network.position[row] ?? -1;
  const calendar = network.calendars[network.calendar[at] ?? 0];
  if (calendar === undefined) return;
  const start = path.dates.start[at] ?? 0;
  const work = calendar.toWork(start) + (network.duration[at] ?? 0);
  if (start < calendar.horizon && work > calendar.workTicks) {
    const facts = { title: task.name, limit: LAST_DATE };
    add(checks, task, 'error', 'durationDays', problem('plan/beyondHorizon', facts));
  }
}

function checkOwner(checks: Checks, task: Task, row: number): void {
  if (task.owner !== null || task.kind === 'milestone' || task.percentComplete >= 100) return;
  const { network, rows } = checks.plan;
  const startDay = rows.startDay[row] ?? 0;
  if (startDay > (checks.soon[network.calendar[network.position[row] ?? -1] ?? 0] ?? 0)) return;
  const facts = { title: task.name, start: dateOfTableDay(startDay) };
  add(checks, task, 'warning', 'owner', problem('plan/noOwner', facts));
}
