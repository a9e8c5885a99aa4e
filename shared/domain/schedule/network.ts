/**
 * A plan as columns of numbers, laid out so that every link leads forward: what the passes of the critical path method
 * walk. A task is one node. A summary that takes part in a link, or has a date to keep, is two: its beginning before
 * everything under it, and its end after.
 */
import type { Calendar, Task } from '../registers/all';
import type { TickCalendar } from './ticks';

/** Kinds of nodes: work that takes time, a point in time (a milestone), and the two nodes of a summary. */
export const WORK = 0;
export const POINT = 1;
export const BEGIN = 2;
export const END = 3;

/** Kinds of links. A summary's beginning holds what lies under it as a finish-to-start link would. */
export const FS = 0;
export const SS = 1;
export const FF = 2;
export const SF = 3;

/** Date rules. A rule that needs a date and has none counts as none. */
export const NO_RULE = 0;
export const ALAP = 1;
export const SNET = 2;
export const SNLT = 3;
export const FNET = 4;
export const FNLT = 5;
export const MSO = 6;
export const MFO = 7;

/** Later than any tick. */
export const NEVER = 0x7fffffff;

/** Columns by position: nodes stand in an order in which every link leads forward. */
export interface Network {
  /** How many nodes there are. */
  readonly size: number;
  readonly ticksPerDay: number;
  /** The tick before which nothing starts. */
  readonly start: number;
  readonly calendars: readonly TickCalendar[];
  /** The records of the calendars; undefined for Monday to Friday. */
  readonly calendarRecords: readonly (Calendar | undefined)[];
  readonly kind: Int32Array;
  /** Number of the calendar. */
  readonly calendar: Int32Array;
  /** Ticks of work. */
  readonly duration: Int32Array;
  /** Nothing here starts before this tick: the project start, or the date of a `SNET` rule. */
  readonly floor: Int32Array;
  readonly rule: Int32Array;
  /** The rule's date: the tick at which the day starts (`SNET`, `MSO`) or ends (all others). */
  readonly ruleTick: Int32Array;
  /** The tick by which a deadline or a `FNLT` rule asks for the finish; `NEVER` without one. */
  readonly finishLimit: Int32Array;

  /** The links into the node at `position` stand from `inOffset[position]` up to `inOffset[position + 1]`. */
  readonly inOffset: Int32Array;
  /** The position of a link's predecessor. */
  readonly from: Int32Array;
  readonly type: Int32Array;
  /** Lag in working ticks of the successor's calendar. */
  readonly lag: Int32Array;
  /** Index in the live links; -1 for what ties a summary to what lies under it. */
  readonly link: Int32Array;

  /** By row of the outline: the position of the task, or of the summary's end; -1 where a summary has no nodes. */
  readonly position: Int32Array;
  /** By row: its task; undefined where the outline names a task that is not there. */
  readonly tasks: readonly (Task | undefined)[];
  /** By row: the row it lies under; -1 at the top. */
  readonly parent: Int32Array;
  /** By row: 1 where a link in force leads to or from the task itself. */
  readonly linked: Uint8Array;
}
