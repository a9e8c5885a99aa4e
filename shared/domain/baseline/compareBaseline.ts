/**
 * What has become of a plan since a baseline: tasks that moved, came and went, what costs more, and how far go-live and
 * the end slipped. Slip is counted in working days, later is positive. Total over damaged figures and over anything a
 * merge leaves behind.
 */
import { addDays, type CalendarDate } from '../base/dates';
import { roundHalfEven } from '../base/decimal';
import { workingTimeFor } from '../commands/taskDates';
import type { Plan } from '../plan';
import type { Baseline } from '../registers/all';
import { plannedUnits, workDays } from '../resources/plannedWork';
import type { WorkingTime } from '../schedule/workingTime';
import { recordIn, type Workbook } from '../workbook';
import { parseFigures, type BaselineTask, type Figures } from './figures';

/** Dates of a task, then or now. */
export type TaskDates = Pick<BaselineTask, 'start' | 'finish' | 'durationDays'>;

export interface TaskSince {
  readonly id: string;
  /** Of today; of a task that is gone, of the day of the baseline. */
  readonly name: string;
  readonly wbs: string;
  readonly state: 'same' | 'moved' | 'added' | 'removed';
  readonly then: TaskDates | null;
  readonly now: TaskDates | null;
  /** Working days; 0 where it cannot be told. */
  readonly startSlip: number;
  readonly finishSlip: number;
  /** So many working days longer. */
  readonly longer: number;
}

export interface CostSince {
  readonly id: string;
  readonly name: string;
  readonly state: 'same' | 'changed' | 'added' | 'removed';
  /** Minor units; null where there is no such line. */
  readonly then: number | null;
  readonly now: number | null;
}

export interface DateSince {
  readonly then: CalendarDate;
  readonly now: CalendarDate;
  readonly slip: number;
}

export interface SinceBaseline {
  readonly figures: Figures;
  /** Tasks in the order of the outline, then those that are gone. */
  readonly tasks: readonly TaskSince[];
  readonly costs: readonly CostSince[];
  /** Null where one of the two has no go-live. */
  readonly goLive: DateSince | null;
  readonly end: DateSince;
  /** Minor units; null where the currency is another, so that nothing can be compared. */
  readonly total: { readonly then: number; readonly now: number } | null;
  /** What people are planned to work: working days of one person. */
  readonly work: { readonly then: number; readonly now: number };
}

const read = new WeakMap<Baseline, Figures | null>();

/** The figures of a baseline, read once; null when they cannot be read. */
export function figuresOf(baseline: Baseline): Figures | null {
  const known = read.get(baseline);
  if (known !== undefined) return known;
  const figures = parseFigures(baseline.figures) ?? null;
  read.set(baseline, figures);
  return figures;
}

/** Baselines in use, the latest first. */
export function baselinesByDay({
  tables,
}: {
  readonly tables: Pick<Workbook['tables'], 'baselines'>;
}): readonly Baseline[] {
  const onDay = ({ takenOn }: Baseline): string => takenOn ?? '';
  // Those of one day stand in the order in which they were taken.
  return tables.baselines.live
    .map((baseline, at) => ({ baseline, at }))
    .sort((a, b) =>
      onDay(a.baseline) === onDay(b.baseline) ? b.at - a.at : onDay(a.baseline) < onDay(b.baseline) ? 1 : -1,
    )
    .map(({ baseline }) => baseline);
}

/** A baseline that was chosen to be shown; null for none and for one that is in the bin by now. */
export function baselineInUse(workbook: Workbook, id: string | null): Baseline | null {
  const baseline = recordIn(workbook, 'baselines', id);
  return baseline === undefined || baseline.archived ? null : baseline;
}

/** @returns null when the figures of the baseline cannot be read */
export function sinceBaseline(plan: Plan, baseline: Baseline): SinceBaseline | null {
  const figures = figuresOf(baseline);
  if (figures === null) return null;
  const { workbook, schedule, budget } = plan;
  const { head } = figures;
  const time = workingTimeFor(workbook, undefined);
  const isSameMoney = head.currency === '' || head.currency === budget.currency;
  return {
    figures,
    tasks: tasksSince(plan, figures),
    costs: costsSince(plan, figures),
    goLive:
      head.goLive === null || schedule.goLive === null ? null : dateSince(time, head.goLive, schedule.goLive),
    end: dateSince(time, head.finish, schedule.projectFinish),
    total: isSameMoney ? { then: head.total, now: roundHalfEven(budget.totals.totalCostOfOwnership) } : null,
    work: { then: workDays(figures.tasks.values()), now: workNow(plan) },
  };
}

function workNow({ workbook, schedule }: Plan): number {
  const units = plannedUnits({ workbook, schedule });
  return workDays(
    [...units].map(([id, unitsPercent]) => ({
      durationDays: schedule.task(id)?.durationDays ?? 0,
      unitsPercent,
    })),
  );
}

function dateSince(time: WorkingTime, then: CalendarDate, now: CalendarDate): DateSince {
  return { then, now, slip: slipDays(time, then, now) };
}

/** Working days from one date to another; later is positive. */
export function slipDays(time: WorkingTime, then: CalendarDate, now: CalendarDate): number {
  if (now > then) return time.workingDaysBetween(addDays(then, 1), now);
  return now === then ? 0 : -time.workingDaysBetween(addDays(now, 1), then);
}

function tasksSince({ workbook, schedule }: Plan, figures: Figures): readonly TaskSince[] {
  const present = workbook.outline.rows.flatMap(({ id, wbs }): TaskSince[] => {
    const task = recordIn(workbook, 'tasks', id);
    const now = schedule.task(id);
    if (task === undefined || now === undefined) return [];
    const then = figures.tasks.get(id) ?? null;
    const named = { id, name: task.name, wbs };
    if (then === null) return [{ ...named, ...UNMOVED, state: 'added', then, now }];
    const time = workingTimeFor(workbook, task);
    const moved = {
      startSlip: slipDays(time, then.start, now.start),
      finishSlip: slipDays(time, then.finish, now.finish),
      longer: difference(now.durationDays, then.durationDays),
    };
    const isSame = then.start === now.start && then.finish === now.finish && moved.longer === 0;
    return [{ ...named, ...moved, state: isSame ? 'same' : 'moved', then, now }];
  });
  const gone = [...figures.tasks.values()]
    .filter(({ id }) => !workbook.outline.index.has(id))
    .map((then): TaskSince => {
      const { id, name, wbs } = then;
      return { id, name, wbs, ...UNMOVED, state: 'removed', then, now: null };
    });
  return [...present, ...gone];
}

const UNMOVED = { startSlip: 0, finishSlip: 0, longer: 0 };

/** Durations have six decimals at most. */
function difference(now: number, then: number): number {
  return Number((now - then).toFixed(6));
}

function costsSince({ workbook, budget }: Plan, figures: Figures): readonly CostSince[] {
  const present = workbook.tables.costs.live.map(({ id, name }): CostSince => {
    const line = budget.line.get(id);
    const now = line === undefined ? 0 : roundHalfEven(line.total);
    const then = figures.costs.get(id)?.total ?? null;
    const state = then === null ? 'added' : then === now ? 'same' : 'changed';
    return { id, name, state, then, now };
  });
  const here = new Set(present.map(({ id }) => id));
  const gone = [...figures.costs.values()]
    .filter(({ id }) => !here.has(id))
    .map(({ id, name, total }): CostSince => ({ id, name, state: 'removed', then: total, now: null }));
  return [...present, ...gone];
}
