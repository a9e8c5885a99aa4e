/** Taking a baseline: the plan's tasks, dates and costs of this moment, written down as one record. */
import type { CalendarDate } from '../base/dates';
import { roundHalfEven } from '../base/decimal';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { Command } from '../edits/edit';
import type { Plan } from '../plan';
import { plannedUnits } from '../resources/plannedWork';
import { percentDone } from '../timeline/taskStanding';
import { taskInRow, type Workbook } from '../workbook';
import { MOST_FIGURES, utf8Length, writeFigures, type WrittenTask } from './figures';

export interface NewBaseline {
  readonly id: string;
  readonly name: string;
  readonly takenOn: CalendarDate;
  /** As people know them. */
  readonly takenBy: string;
  readonly reason: string;
}

/** An ordinary change; refused when the plan is too large for one record. */
export function takeBaseline(
  plan: Plan,
  { id, name, takenOn, takenBy, reason }: NewBaseline,
): Result<Command, Problem> {
  const figures = figuresNow(plan);
  const bytes = utf8Length(figures);
  if (bytes > MOST_FIGURES) return err(problem('baseline/tooLarge', { bytes, most: MOST_FIGURES }));
  const values = { name, takenOn, takenBy, figures, reason };
  return ok({ label: 'Take baseline', edits: [{ kind: 'add', register: 'baselines', id, values }] });
}

/** `Baseline 3` after two: what a baseline is called until somebody says what was agreed. */
export function nextBaselineName({ tables }: Workbook): string {
  const taken = new Set([...tables.baselines.byId.values()].map(({ name }) => name.trim().toLowerCase()));
  let number = tables.baselines.live.length + 1;
  while (taken.has(`baseline ${String(number)}`)) number += 1;
  return `Baseline ${String(number)}`;
}

/** What the plan says now, as a baseline keeps it. */
export function figuresNow({ workbook, schedule, budget }: Plan): string {
  const units = plannedUnits({ workbook, schedule });
  const tasks = workbook.outline.rows.flatMap(({ id, depth, hasChildren }, row): WrittenTask[] => {
    const task = taskInRow(workbook, row);
    const dates = schedule.task(id);
    if (task === undefined || dates === undefined) return [];
    const { start, finish, durationDays } = dates;
    const percentComplete = hasChildren ? percentDone(workbook, row) : task.percentComplete;
    const unitsPercent = units.get(id) ?? 0;
    return [{ id, depth, name: task.name, start, finish, durationDays, percentComplete, unitsPercent }];
  });
  const costs = workbook.tables.costs.live.map(({ id, name }) => {
    const line = budget.line.get(id);
    return { id, name, total: line === undefined ? 0 : roundHalfEven(line.total) };
  });
  const head = {
    start: schedule.projectStart,
    finish: schedule.projectFinish,
    goLive: schedule.goLive,
    currency: budget.currency,
    total: roundHalfEven(budget.totals.totalCostOfOwnership),
  };
  return writeFigures(head, tasks, costs);
}
