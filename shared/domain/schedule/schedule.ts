/** What the schedule says about a plan. Dates are calendar dates; durations, lags and floats are working days. */
import type { CalendarDate } from '../base/dates';
import type { Finding } from '../base/problem';
import type { Outline } from '../outline';
import type { RowDates } from './rollUp';

/** What sets a task's early dates. */
export type Driver =
  | { readonly kind: 'projectStart' }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'constraint' }
  | { readonly kind: 'children' };

export interface ScheduledTask {
  /** First working day. */
  readonly start: CalendarDate;
  /** Last working day; of a milestone, as `start`, the day its last predecessor finishes. */
  readonly finish: CalendarDate;
  /** Working days of the task's calendar from start to finish; of a summary, of the project calendar. */
  readonly durationDays: number;
  /** How far the finish can slip before the project's finish, a deadline or a limit does. Negative: already missed. */
  readonly totalFloatDays: number;
  /** How far it can slip before any task that waits for it does. */
  readonly freeFloatDays: number;
  /** Total float of zero or less. */
  readonly critical: boolean;
  readonly driver: Driver;
}

/** When a task is worked on, for those who count its work over stretches of days. */
export interface ScheduledWork {
  /** Days of the working-time tables on which it begins and ends. */
  readonly startDay: number;
  readonly finishDay: number;
  /** Minutes of work, of eight-hour days in the task's calendar, between two table days, both included. */
  minutesBetween(from: number, to: number): number;
}

export interface Schedule {
  readonly projectStart: CalendarDate;
  readonly projectFinish: CalendarDate;
  /** Finish of the organisation's go-live milestone; null without one. */
  readonly goLive: CalendarDate | null;
  readonly findings: readonly Finding[];
  /** The outline whose rows `rows` stands for. */
  readonly outline: Outline;
  /** Days and slack as columns, for those who read all rows: an object for each would cost more than the schedule. */
  readonly rows: RowDates;
  /** Undefined for a task that is archived or not there. */
  task(id: string): ScheduledTask | undefined;
  /** Undefined for what takes no time of its own: summaries, milestones, what is archived or not there. */
  work(id: string): ScheduledWork | undefined;
}
