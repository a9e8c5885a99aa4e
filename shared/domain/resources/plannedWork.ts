/** How much of the working day the tasks of a plan take of people, done or not: the work as it is planned. */
import { add, decimalOf, decimalText, percentOf, times, ZERO } from '../base/decimal';
import type { Plan } from '../plan';
import { assignments as register } from '../registers/assignments';
import { basisPoints } from './capacity';
import { assigneeOf } from './load';

/**
 * Task id to the shares of the day that its assignments take together, in percent. Summaries and milestones take no time
 * of their own; an assignment that names nobody and no role counts for nothing.
 */
export function plannedUnits({
  workbook,
  schedule,
}: Pick<Plan, 'workbook' | 'schedule'>): ReadonlyMap<string, number> {
  const points = new Map<string, number>();
  for (const assignment of workbook.tables.assignments.live) {
    const { task, unitsPercent } = assignment;
    if (task === null || schedule.work(task) === undefined) continue;
    if (assigneeOf(workbook, assignment).kind === 'unknown') continue;
    const share = basisPoints(unitsPercent, register.fields.unitsPercent.max);
    points.set(task, (points.get(task) ?? 0) + share);
  }
  return new Map([...points].map(([task, share]) => [task, share / 100]));
}

/** Working days of one person that tasks come to together, exact to the millionth of a day that durations have. */
export function workDays(
  tasks: Iterable<{ readonly durationDays: number; readonly unitsPercent: number }>,
): number {
  let sum = ZERO;
  for (const { durationDays, unitsPercent } of tasks) {
    if (unitsPercent > 0)
      sum = add(sum, times(decimalOf(Number(durationDays.toFixed(6))), percentOf(unitsPercent)));
  }
  return Number(decimalText(sum));
}
