/** From positions and ticks to rows of the outline and days: what each task shows, and what summaries gather. */
import type { CriticalPath } from './criticalPath';
import { FINISH_ENDS_DAY, START_ENDS_DAY } from './forwardPass';
import { END, NEVER, type Network } from './network';

/** Columns by row of the outline. */
export interface RowDates {
  /** Days of the working-time tables; of a summary, the first and the last day of what lies under it. */
  readonly startDay: Int32Array;
  readonly finishDay: Int32Array;
  /** Working days of the task; 0 of a summary, whose own follow from its dates. */
  readonly durationDays: Float64Array;
  /** Slack in working days; of a summary, the least of what lies under it. */
  readonly totalFloatDays: Float64Array;
  readonly freeFloatDays: Float64Array;
}

export function rollUp(network: Network, { dates, floats }: CriticalPath): RowDates {
  const { ticksPerDay, position, parent } = network;
  const rows = position.length;
  const startDay = new Int32Array(rows).fill(NEVER);
  const finishDay = new Int32Array(rows).fill(-1);
  const durationDays = new Float64Array(rows);
  const totalFloatDays = new Float64Array(rows).fill(Infinity);
  const freeFloatDays = new Float64Array(rows).fill(Infinity);
  // Rows stand in pre-order: from the last to the first, a summary comes after everything under it.
  for (let row = rows - 1; row >= 0; row--) {
    const at = position[row] ?? -1;
    if (at >= 0 && network.kind[at] !== END) {
      const style = dates.style[at] ?? 0;
      startDay[row] = shownDay(dates.start[at] ?? 0, (style & START_ENDS_DAY) !== 0, ticksPerDay);
      finishDay[row] = shownDay(dates.finish[at] ?? 0, (style & FINISH_ENDS_DAY) !== 0, ticksPerDay);
      durationDays[row] = daysOf(network.duration[at] ?? 0, ticksPerDay);
      totalFloatDays[row] = daysOf(floats.total[at] ?? 0, ticksPerDay);
      freeFloatDays[row] = daysOf(floats.free[at] ?? 0, ticksPerDay);
    }
    const above = parent[row] ?? -1;
    if (above < 0) continue;
    startDay[above] = Math.min(startDay[above] ?? NEVER, startDay[row] ?? NEVER);
    finishDay[above] = Math.max(finishDay[above] ?? -1, finishDay[row] ?? -1);
    totalFloatDays[above] = Math.min(totalFloatDays[above] ?? Infinity, totalFloatDays[row] ?? Infinity);
    freeFloatDays[above] = Math.min(freeFloatDays[above] ?? Infinity, freeFloatDays[row] ?? Infinity);
  }
  return { startDay, finishDay, durationDays, totalFloatDays, freeFloatDays };
}

function shownDay(tick: number, isDayThatEnds: boolean, ticksPerDay: number): number {
  return Math.floor((isDayThatEnds ? tick - 1 : tick) / ticksPerDay);
}

/** Working ticks as days; four decimals tell minutes apart. */
export function daysOf(ticks: number, ticksPerDay: number): number {
  return ticksPerDay === 1 ? ticks : Math.round((ticks / ticksPerDay) * 10_000) / 10_000;
}
