/**
 * Time as whole numbers. A tick is a day, or a minute of an eight-hour day where the plan has parts of days; the end
 * of one day and the start of the next are the same tick. Each calendar also counts working ticks only ("work"), and
 * converts between the two counts.
 */
import { KNOWN_DAYS, type WorkingTime } from './workingTime';

/** Minutes of a working day, as a plan with parts of days counts them. */
export const MINUTES_PER_DAY = 480;

/** Days as ticks; nothing is longer than all the days there are. */
export function ticksOf(days: number, ticksPerDay: number): number {
  return Math.round(Math.max(-KNOWN_DAYS, Math.min(KNOWN_DAYS, days)) * ticksPerDay);
}

/** One calendar at a plan's resolution. Values outside the known days count as the nearest known ones. */
export class TickCalendar {
  /** The tick after the last known day. */
  readonly horizon: number;
  /** All the work there is until the horizon. */
  readonly workTicks: number;
  private readonly before: Int32Array;
  private readonly nth: Int32Array;

  constructor(
    readonly time: WorkingTime,
    private readonly ticksPerDay: number,
  ) {
    this.before = time.before;
    this.nth = time.nth;
    this.horizon = KNOWN_DAYS * ticksPerDay;
    this.workTicks = time.nth.length * ticksPerDay;
  }

  /** Working ticks before a tick. */
  toWork(tick: number): number {
    if (tick <= 0) return 0;
    if (tick >= this.horizon) return this.workTicks;
    if (this.ticksPerDay === 1) return this.before[tick] ?? 0;
    const day = Math.floor(tick / this.ticksPerDay);
    const whole = this.before[day] ?? 0;
    const works = (this.before[day + 1] ?? 0) > whole;
    return whole * this.ticksPerDay + (works ? tick - day * this.ticksPerDay : 0);
  }

  /** The latest tick with so much work before it: where the next work begins, past any days off. */
  startTick(work: number): number {
    if (work < 0) return 0;
    if (work >= this.workTicks) return this.horizon;
    if (this.ticksPerDay === 1) return this.nth[work] ?? 0;
    const day = Math.floor(work / this.ticksPerDay);
    return (this.nth[day] ?? 0) * this.ticksPerDay + (work - day * this.ticksPerDay);
  }

  /** The earliest tick with so much work before it: where the last of it ends, before any days off. */
  endTick(work: number): number {
    if (work <= 0) return 0;
    if (work > this.workTicks) return this.horizon;
    return this.startTick(work - 1) + 1;
  }
}
