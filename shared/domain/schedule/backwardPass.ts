/**
 * The backward pass of the critical path method: how far everything can slip, exactly, also between calendars. Each
 * node tells its predecessors the latest ticks at which they may start and finish; total float comes from the late
 * dates of what follows, free float from its early dates. Tasks that go as late as possible move in the same pass.
 *
 * A link asks for `work(tick of the predecessor) + lag <= w` in the successor's calendar; the latest such tick is the
 * one at which work w - lag begins, `startTick(w - lag)`.
 */
import {
  CONSTRAINT,
  FINISH_ENDS_DAY,
  isFromFinish,
  POINT_ENDS_DAY,
  START_ENDS_DAY,
  type EarlyDates,
} from './forwardPass';
import { ALAP, BEGIN, END, FF, MFO, MSO, NEVER, NO_RULE, SNLT, WORK, type Network } from './network';
import type { TickCalendar } from './ticks';

/** Slack in working ticks of the node's calendar, by position; of no meaning for the two nodes of a summary. */
export interface Floats {
  readonly total: Int32Array;
  readonly free: Int32Array;
}

/** @param early the forward pass's dates; tasks that go as late as possible are moved in it */
export function floatsOf(network: Network, early: EarlyDates): Floats {
  const pass = new BackwardPass(network, early);
  for (let at = network.size - 1; at >= 0; at--) {
    const kind = network.kind[at];
    if (kind === WORK) pass.visitWork(at);
    else if (kind === END) pass.visitEnd(at);
    else pass.visitPoint(at);
  }
  return { total: pass.total, free: pass.free };
}

class BackwardPass {
  readonly total: Int32Array;
  readonly free: Int32Array;
  /** The latest ticks that what follows allows: by its late dates, and by its early dates. */
  private readonly lateFinish: Int32Array;
  private readonly lateStart: Int32Array;
  private readonly freeFinish: Int32Array;
  private readonly freeStart: Int32Array;

  constructor(
    private readonly network: Network,
    private readonly early: EarlyDates,
  ) {
    const { size } = network;
    this.total = new Int32Array(size);
    this.free = new Int32Array(size);
    this.lateFinish = new Int32Array(size).fill(early.projectFinish);
    this.lateStart = new Int32Array(size).fill(NEVER);
    this.freeFinish = new Int32Array(size).fill(early.projectFinish);
    this.freeStart = new Int32Array(size).fill(NEVER);
  }

  visitWork(at: number): void {
    const { calendars, duration, rule, finishLimit } = this.network;
    const calendar = calendars[this.network.calendar[at] ?? 0];
    if (calendar === undefined) return;
    const length = duration[at] ?? 0;
    let start = calendar.toWork(this.early.start[at] ?? 0);
    const finish = Math.min(start + length, calendar.workTicks);
    let late = latestWork(calendar, this.lateFinish[at] ?? 0, this.lateStart[at] ?? NEVER, length);
    const free = latestWork(calendar, this.freeFinish[at] ?? 0, this.freeStart[at] ?? NEVER, length) - finish;
    if (rule[at] !== NO_RULE || finishLimit[at] !== NEVER)
      late = this.limitedWork(at, late, finish, calendar);
    let slack = late - finish;
    let room = roomWithin(free, slack);
    // A task that is late already does not wait.
    if (rule[at] === ALAP && room > 0 && slack > 0) {
      start += room;
      this.early.start[at] = calendar.startTick(start);
      this.early.finish[at] = calendar.endTick(start + length);
      this.early.driver[at] = CONSTRAINT;
      slack -= room;
      room = 0;
    }
    this.total[at] = slack;
    this.free[at] = room;
    this.tellFromWork(at, calendar, late - length, start);
  }

  /** The late finish, in working ticks, under the task's own rule and deadline. */
  private limitedWork(at: number, late: number, finish: number, calendar: TickCalendar): number {
    const { duration, rule, ruleTick, finishLimit } = this.network;
    const byLimit = Math.min(late, calendar.toWork(finishLimit[at] ?? NEVER));
    switch (rule[at]) {
      case SNLT:
        return Math.min(byLimit, calendar.toWork(ruleTick[at] ?? 0) - 1 + (duration[at] ?? 0));
      case MSO:
      case MFO:
        return Math.min(byLimit, finish);
      default:
        return byLimit;
    }
  }

  /** @param lateWork late start in working ticks @param earlyWork early start */
  private tellFromWork(at: number, calendar: TickCalendar, lateWork: number, earlyWork: number): void {
    const { inOffset, from, type, lag, duration } = this.network;
    const length = duration[at] ?? 0;
    const lateTick = calendar.startTick(lateWork);
    const earlyTick = this.early.start[at] ?? 0;
    const end = inOffset[at + 1] ?? 0;
    for (let k = inOffset[at] ?? 0; k < end; k++) {
      const kind = type[k] ?? 0;
      const shift = (kind >= FF ? length : 0) - (lag[k] ?? 0);
      if (shift === 0) this.tell(from[k] ?? 0, kind, lateTick, earlyTick);
      else
        this.tell(
          from[k] ?? 0,
          kind,
          calendar.startTick(lateWork + shift),
          calendar.startTick(earlyWork + shift),
        );
    }
  }

  visitPoint(at: number): void {
    const { calendars, rule, finishLimit } = this.network;
    const calendar = calendars[this.network.calendar[at] ?? 0];
    if (calendar === undefined) return;
    const isBegin = this.network.kind[at] === BEGIN;
    const tick = this.early.finish[at] ?? 0;
    let late = Math.min(this.lateFinish[at] ?? 0, this.lateStart[at] ?? NEVER);
    const free = Math.min(this.freeFinish[at] ?? 0, this.freeStart[at] ?? NEVER);
    // The beginning of a summary holds nothing itself: what waits for it is what lies under it.
    if (isBegin) {
      this.tellFromPoint(at, calendar, late, free);
      return;
    }
    if (rule[at] !== NO_RULE || finishLimit[at] !== NEVER) late = this.limitedTick(at, late, tick);
    const work = calendar.toWork(tick);
    const slack = calendar.toWork(late) - work;
    const room = roomWithin(calendar.toWork(free) - work, slack);
    const moves = rule[at] === ALAP && room > 0 && slack > 0;
    if (moves) this.movePoint(at, calendar.endTick(work + room));
    this.total[at] = moves ? slack - room : slack;
    this.free[at] = moves ? 0 : room;
    this.tellFromPoint(at, calendar, late, this.early.finish[at] ?? 0);
  }

  /** The late tick of a point under its own rule and deadline. */
  private limitedTick(at: number, late: number, tick: number): number {
    const { rule, ruleTick, finishLimit } = this.network;
    // Shown as the day that starts, a point is a day late at the very end of its last day; one that goes as late as
    // possible is shown as the day that ends.
    const endsDay = ((this.early.style[at] ?? 0) & FINISH_ENDS_DAY) !== 0 || rule[at] === ALAP;
    const onDay = (endOfDay: number): number => (endsDay ? endOfDay : endOfDay - 1);
    const byLimit = Math.min(late, onDay(finishLimit[at] ?? NEVER));
    switch (rule[at]) {
      case SNLT:
        return Math.min(byLimit, onDay(ruleTick[at] ?? 0));
      case MSO:
      case MFO:
        return Math.min(byLimit, tick);
      default:
        return byLimit;
    }
  }

  private movePoint(at: number, tick: number): void {
    this.early.start[at] = tick;
    this.early.finish[at] = tick;
    this.early.style[at] = POINT_ENDS_DAY;
    this.early.driver[at] = CONSTRAINT;
  }

  private tellFromPoint(at: number, calendar: TickCalendar, late: number, free: number): void {
    const { inOffset, from, type, lag } = this.network;
    const end = inOffset[at + 1] ?? 0;
    for (let k = inOffset[at] ?? 0; k < end; k++) {
      const kind = type[k] ?? 0;
      const delay = lag[k] ?? 0;
      const predecessor = from[k] ?? 0;
      if (delay === 0) {
        this.tell(predecessor, kind, late, free);
        continue;
      }
      const bit = isFromFinish(kind) ? FINISH_ENDS_DAY : START_ENDS_DAY;
      const endsDay = ((this.early.style[predecessor] ?? 0) & bit) !== 0;
      this.tell(
        predecessor,
        kind,
        beforeLag(calendar, late, delay, endsDay),
        beforeLag(calendar, free, delay, endsDay),
      );
    }
  }

  /** What waits for a summary binds what lies under it: all of it by its finish, by its start whatever starts first. */
  visitEnd(at: number): void {
    const { inOffset, from, finishLimit } = this.network;
    const late = Math.min(this.lateFinish[at] ?? 0, finishLimit[at] ?? NEVER);
    const free = this.freeFinish[at] ?? 0;
    const lateStart = this.lateStart[at] ?? NEVER;
    const freeStart = this.freeStart[at] ?? NEVER;
    const start = this.early.start[at] ?? 0;
    const end = inOffset[at + 1] ?? 0;
    for (let k = inOffset[at] ?? 0; k < end; k++) {
      const inside = from[k] ?? 0;
      lower(this.lateFinish, inside, late);
      lower(this.freeFinish, inside, free);
      if (this.early.start[inside] !== start) continue;
      lower(this.lateStart, inside, lateStart);
      lower(this.freeStart, inside, freeStart);
    }
  }

  private tell(predecessor: number, kind: number, late: number, free: number): void {
    if (isFromFinish(kind)) {
      lower(this.lateFinish, predecessor, late);
      lower(this.freeFinish, predecessor, free);
    } else {
      lower(this.lateStart, predecessor, late);
      lower(this.freeStart, predecessor, free);
    }
  }
}

function lower(column: Int32Array, at: number, limit: number): void {
  if (limit < (column[at] ?? 0)) column[at] = limit;
}

/** The last finish, in working ticks, with the finish by one tick and the start by another. */
function latestWork(calendar: TickCalendar, finish: number, start: number, length: number): number {
  const byFinish = calendar.toWork(finish);
  return start === NEVER ? byFinish : Math.min(byFinish, calendar.toWork(start + 1) - 1 + length);
}

/** Of a point at `tick` or before that waits with a lag: the last tick of its predecessor. */
function beforeLag(calendar: TickCalendar, tick: number, lag: number, endsDay: boolean): number {
  // The lag ends with its last work, or where the next begins: see `placePoint`.
  const work = endsDay ? calendar.toWork(tick) : calendar.toWork(tick + 1) - 1;
  return calendar.startTick(work - lag);
}

/** Free float: never negative, and not more than the total float while that is not negative. */
function roomWithin(free: number, total: number): number {
  return Math.max(0, total >= 0 ? Math.min(free, total) : free);
}
