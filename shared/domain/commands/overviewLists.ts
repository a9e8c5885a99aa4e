/** What Overview lists: the tasks that are late or slipping, what the next weeks bring, and how far the run-up is. */
import { addDays, dayNumber, weekdayOfDay, type CalendarDate } from '../base/dates';
import { add, decimalOf, ZERO, type Decimal } from '../base/decimal';
import { formatPercent } from '../format/amounts';
import type { Plan } from '../plan';
import { acceptValue } from '../register/accept';
import type { Task } from '../registers/all';
import { actuals } from '../registers/costs';
import type { ScheduledTask } from '../schedule/schedule';
import { gateCounts, type GateCounts } from './overviewGates';
import { projectTime, workingDaysTo } from './runUp';

export interface SlippingTask {
  readonly task: Task;
  readonly finish: CalendarDate;
  readonly critical: boolean;
  /** `late`: should be finished. `behind`: less done than the days that have gone by. */
  readonly kind: 'late' | 'behind';
  /** Working days since it should have finished; 0 while it is only behind. */
  readonly lateDays: number;
  /** How many of 100 parts are missing by today. */
  readonly behindPercent: number;
  /** `6 days late`, `13% behind` */
  readonly standing: string;
}

/** From so many parts of 100 on, a task that is running counts as slipping. */
const BEHIND_FROM_PERCENT = 10;

/** Late ones first, the latest leading; then those behind. */
export function slippingTasks(plan: Plan, today: CalendarDate): readonly SlippingTask[] {
  const time = projectTime(plan.workbook);
  return leavesOf(plan)
    .flatMap(({ task, scheduled }): SlippingTask[] => {
      if (task.percentComplete >= 100) return [];
      const { finish, critical } = scheduled;
      const lateDays = finish < today ? workingDaysTo(time, finish, today) : 0;
      if (lateDays > 0) {
        const standing = `${String(lateDays)} ${lateDays === 1 ? 'day' : 'days'} late`;
        return [{ task, finish, critical, kind: 'late', lateDays, behindPercent: 0, standing }];
      }
      const passed = time.workingDaysBetween(scheduled.start, addDays(today, -1));
      const all = time.workingDaysBetween(scheduled.start, finish);
      const expected = all === 0 ? 0 : Math.min(100, Math.floor((100 * passed) / all));
      const behindPercent = Math.floor(expected - task.percentComplete);
      if (behindPercent < BEHIND_FROM_PERCENT) return [];
      const standing = `${formatPercent(behindPercent)} behind`;
      return [{ task, finish, critical, kind: 'behind', lateDays: 0, behindPercent, standing }];
    })
    .sort((a, b) => b.lateDays - a.lateDays || b.behindPercent - a.behindPercent);
}

export interface ComingWeek {
  /** Monday of the week. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly events: readonly ComingEvent[];
}

export interface ComingEvent {
  readonly task: Task;
  readonly date: CalendarDate;
  readonly kind: 'starts' | 'finishes' | 'falls due';
}

/** What starts, finishes or falls due from today to the end of the week after next. */
export function comingWeeks(plan: Plan, today: CalendarDate): readonly ComingWeek[] {
  const monday = addDays(today, -weekdayOfDay(dayNumber(today)));
  const events = leavesOf(plan).flatMap(({ task, scheduled }) => eventsOf(task, scheduled));
  return [0, 7, 14].map((offset) => {
    const from = addDays(monday, offset);
    const until = addDays(from, 6);
    return {
      from,
      until,
      events: events
        .filter(({ date }) => date >= today && date >= from && date <= until)
        .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    };
  });
}

/** What comes next where the coming weeks bring nothing. */
export function nextEvents(plan: Plan, today: CalendarDate, count: number): readonly ComingEvent[] {
  return leavesOf(plan)
    .flatMap(({ task, scheduled }) => eventsOf(task, scheduled))
    .filter(({ date }) => date >= today)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .slice(0, count);
}

function eventsOf(task: Task, { start, finish, durationDays }: ScheduledTask): ComingEvent[] {
  if (task.percentComplete >= 100) return [];
  if (durationDays === 0 || task.kind === 'gate' || task.kind === 'milestone') {
    return [{ task, date: finish, kind: 'falls due' }];
  }
  const ends: ComingEvent = { task, date: finish, kind: 'finishes' };
  return start === finish || task.percentComplete > 0
    ? [ends]
    : [{ task, date: start, kind: 'starts' }, ends];
}

export interface RunUpProgress extends GateCounts {
  readonly tasks: number;
  readonly tasksDone: number;
  /** Tasks that are still to do and that nobody owns. */
  readonly withoutOwner: number;
}

/** Counts of what lies before go-live (before the end of the plan without one), and of all gates; nothing is judged. */
export function runUpProgress(plan: Plan, today: CalendarDate): RunUpProgress {
  const end = plan.schedule.goLive ?? plan.schedule.projectFinish;
  const before = leavesOf(plan).filter(
    ({ task, scheduled }) => task.kind !== 'gate' && scheduled.finish <= end,
  );
  const open = before.filter(({ task }) => task.percentComplete < 100);
  return {
    tasks: before.length,
    tasksDone: before.length - open.length,
    ...gateCounts(plan, today),
    withoutOwner: open.filter(({ task }) => task.owner === null && task.kind !== 'milestone').length,
  };
}

function leavesOf({ workbook, schedule }: Plan): { task: Task; scheduled: ScheduledTask }[] {
  return workbook.outline.rows.flatMap((row) => {
    const task = workbook.tables.tasks.byId.get(row.id);
    const scheduled = row.hasChildren ? undefined : schedule.task(row.id);
    return task === undefined || scheduled === undefined || task.kind === 'summary'
      ? []
      : [{ task, scheduled }];
  });
}

export interface MoneySpent {
  /** Minor units: paid, invoiced and not yet paid, ordered and not yet invoiced. */
  readonly paid: Decimal;
  readonly invoiced: Decimal;
  readonly committed: Decimal;
}

/** The actuals by how far they are. */
export function moneySpent({ workbook }: Plan): MoneySpent {
  const sums = { paid: ZERO, invoiced: ZERO, committed: ZERO };
  for (const { kind, amount } of workbook.tables.actuals.live) {
    if (amount === null || !acceptValue(actuals.fields.amount, amount).ok) continue;
    sums[kind] = add(sums[kind], decimalOf(amount));
  }
  return sums;
}
