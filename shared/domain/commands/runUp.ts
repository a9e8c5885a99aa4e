/**
 * The run-up: the working days from the start of the plan to go-live, with its phases, its gates and today on one
 * scale of 0 to 1. The ruler in the top bar and the one on Overview are drawn from it.
 */
import { addDays, type CalendarDate } from '../base/dates';
import { formatPercent } from '../format/amounts';
import { formatDateNear } from '../format/dates';
import type { Plan } from '../plan';
import type { Task } from '../registers/all';
import { dateOfTableDay, tableDay, workingTimeOf, type WorkingTime } from '../schedule/workingTime';
import { recordIn, taskInRow, type Workbook } from '../workbook';

export interface RunUpPhase {
  readonly id: string;
  readonly name: string;
  /** Where its segment begins and ends; the segments of all phases fill the ruler. */
  readonly from: number;
  readonly until: number;
  /** How long the segment is. */
  readonly share: number;
  /** Done part of its tasks' working days, 0 to 1. */
  readonly done: number;
  /** First and last day of its tasks, wherever its segment lies. */
  readonly starts: CalendarDate;
  readonly ends: CalendarDate;
}

export interface RunUpGate {
  readonly id: string;
  readonly name: string;
  readonly date: CalendarDate;
  readonly at: number;
  readonly state: 'passed' | 'late' | 'ahead';
}

export interface RunUp {
  /** Which working day of the run-up today is: 1 on the first, 0 before it. */
  readonly day: number;
  /** Working days of the whole run-up. */
  readonly days: number;
  /** Working days left after today: 0 on the day itself, negative after it. */
  readonly daysToGoLive: number;
  readonly goLive: CalendarDate;
  /** The go-live milestone is marked done. */
  readonly isLive: boolean;
  readonly phases: readonly RunUpPhase[];
  readonly gates: readonly RunUpGate[];
  /** The middle of today; null while today lies outside the run-up. */
  readonly todayAt: number | null;
}

/** The working days of the calendar that the plan as a whole is kept by. */
export function projectTime(workbook: Workbook): WorkingTime {
  const [organisation] = workbook.tables.organisation.live;
  return workingTimeOf(recordIn(workbook, 'calendars', organisation?.calendar ?? null));
}

/** @returns null while no task is the go-live milestone */
export function runUpOf(plan: Plan, today: CalendarDate): RunUp | null {
  const { workbook, schedule } = plan;
  const { projectStart: start, goLive } = schedule;
  if (goLive === null) return null;
  const time = projectTime(workbook);
  const days = Math.max(1, time.workingDaysBetween(start, goLive));
  const scale: Scale = {
    before: (date) => share(time.workingDaysBetween(start, addDays(date, -1)), days),
    after: (date) => share(time.workingDaysBetween(start, date), days),
  };
  const goLiveTask = recordIn(workbook, 'tasks', workbook.tables.organisation.live[0]?.goLive ?? null);
  return {
    day: time.workingDaysBetween(start, today),
    days,
    daysToGoLive: workingDaysTo(time, today, goLive),
    goLive,
    isLive: (goLiveTask?.percentComplete ?? 0) >= 100,
    phases: phasesOf(plan, goLive, scale),
    gates: gatesOf(plan, { today, end: goLive, scale }),
    todayAt: today < start || today > goLive ? null : (scale.before(today) + scale.after(today)) / 2,
  };
}

/** `done, Jun 3`, `40% done`, `from Jul 6` or `not begun`. */
export function phaseStanding({ done, starts, ends }: RunUpPhase, today: CalendarDate): string {
  if (done >= 1) return `done, ${formatDateNear(ends, today)}`;
  if (done > 0) return `${formatPercent(Math.floor(done * 100))} done`;
  return starts > today ? `from ${formatDateNear(starts, today)}` : 'not begun';
}

/** Gates that stand too close on a ruler to be told apart, under one flag. */
export interface GateFlag {
  readonly at: number;
  readonly gates: readonly RunUpGate[];
  /** The worst of them: late, else ahead, else passed. */
  readonly state: RunUpGate['state'];
}

const WORST_FIRST: readonly RunUpGate['state'][] = ['late', 'ahead', 'passed'];

/** @param closest part of the ruler that two flags need between them */
export function gateFlags(gates: readonly RunUpGate[], closest: number): readonly GateFlag[] {
  const groups: RunUpGate[][] = [];
  for (const gate of [...gates].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && gate.at - group[0].at < closest) group.push(gate);
    else groups.push([gate]);
  }
  return groups.map((group) => ({
    at: group[0]?.at ?? 0,
    gates: group,
    state: WORST_FIRST.find((state) => group.some((gate) => gate.state === state)) ?? 'ahead',
  }));
}

/** Working days from the day after `from` to `to`; negative where `to` lies before. */
export function workingDaysTo(time: WorkingTime, from: CalendarDate, to: CalendarDate): number {
  return from <= to
    ? time.workingDaysBetween(addDays(from, 1), to)
    : 0 - time.workingDaysBetween(addDays(to, 1), from);
}

/** Positions of a day's beginning and its end. */
interface Scale {
  before(date: CalendarDate): number;
  after(date: CalendarDate): number;
}

function share(days: number, of: number): number {
  return Math.min(1, days / of);
}

interface Stretch {
  readonly id: string;
  readonly name: string;
  /** Days of the working-time tables. */
  from: number;
  until: number;
  days: number;
  doneDays: number;
}

/**
 * Phases overlap, a ruler does not: in the order in which they end, each gets the stretch from the end of the one
 * before it to its own end. The last one reaches to the end of the ruler.
 */
function phasesOf(plan: Plan, end: CalendarDate, scale: Scale): RunUpPhase[] {
  const stretches = stretchesOf(plan)
    .filter(({ from }) => from <= tableDay(end))
    .sort((a, b) => a.until - b.until || a.from - b.from);
  let from = 0;
  return stretches.flatMap((stretch, index) => {
    const until =
      index === stretches.length - 1 ? 1 : Math.max(from, scale.after(dateOfTableDay(stretch.until)));
    const segment = { from, until, share: until - from };
    from = until;
    if (segment.share === 0) return [];
    const { id, name, doneDays, days } = stretch;
    const done = days === 0 ? 0 : doneDays / days;
    const [starts, ends] = [dateOfTableDay(stretch.from), dateOfTableDay(stretch.until)];
    return [{ id, name, ...segment, done, starts, ends }];
  });
}

/** What the tasks of each phase span; of each branch at the top of the outline where no task names a phase. */
function stretchesOf({ workbook, schedule }: Plan): Stretch[] {
  const { outline, tables } = workbook;
  const { startDay, finishDay, durationDays } = schedule.rows;
  const usesPhases = tables.tasks.live.some((task) => recordIn(workbook, 'phases', task.phase) !== undefined);
  const stretches = new Map<string, Stretch>();
  const owners: (string | null)[] = [];
  outline.rows.forEach((row, index) => {
    const task = taskInRow(workbook, index);
    const above = row.parent === null ? null : (owners[outline.index.get(row.parent) ?? -1] ?? null);
    const owner = usesPhases ? (task?.phase ?? above) : (above ?? row.id);
    owners[index] = owner;
    if (task === undefined || row.hasChildren || owner === null) return;
    const name = usesPhases ? tables.phases.byId.get(owner)?.name : tables.tasks.byId.get(owner)?.name;
    if (name === undefined) return;
    const [from, until] = [startDay[index] ?? 0, finishDay[index] ?? 0];
    const stretch = stretches.get(owner) ?? { id: owner, name, from, until, days: 0, doneDays: 0 };
    if (from < stretch.from) stretch.from = from;
    if (until > stretch.until) stretch.until = until;
    const days = weightOf(durationDays[index] ?? 0);
    stretch.days += days;
    stretch.doneDays += days * doneShare(task);
    stretches.set(owner, stretch);
  });
  return [...stretches.values()];
}

/** A milestone has no days of its own but must still be reached. */
function weightOf(durationDays: number): number {
  return durationDays > 0 ? durationDays : 1;
}

function doneShare(task: Task): number {
  return Math.min(100, Math.max(0, task.percentComplete)) / 100;
}

function gatesOf(
  { workbook, schedule }: Plan,
  { today, end, scale }: { today: CalendarDate; end: CalendarDate; scale: Scale },
): RunUpGate[] {
  return workbook.tables.tasks.live.flatMap((task): RunUpGate[] => {
    const scheduled = task.kind === 'gate' ? schedule.task(task.id) : undefined;
    if (scheduled === undefined || scheduled.finish > end) return [];
    const date = scheduled.finish;
    const state = task.percentComplete >= 100 ? 'passed' : date < today ? 'late' : 'ahead';
    return [{ id: task.id, name: task.name, date, at: scale.after(date), state }];
  });
}
