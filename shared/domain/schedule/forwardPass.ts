/**
 * The forward pass of the critical path method: the earliest ticks at which everything can start and finish, and what
 * sets them. Work snaps to its calendar. A point in time does not: it lies exactly where its last predecessor finishes,
 * so a go-live after a weekend cutover falls on that Sunday.
 */
import { BEGIN, END, FF, FNET, MFO, MSO, NEVER, NO_RULE, WORK, type Network } from './network';
import type { TickCalendar } from './ticks';

/** Drivers that are not links. Links are named by their place among the network's links, from 0. */
export const PROJECT_START = -1;
export const CONSTRAINT = -2;

/**
 * The tick between two days can be shown as the day that ends or as the day that starts. These bits say for a node's
 * start and finish that it is the day that ends: work finishes so, and a point is shown as what set it.
 */
export const START_ENDS_DAY = 1;
export const FINISH_ENDS_DAY = 2;
export const POINT_ENDS_DAY = START_ENDS_DAY | FINISH_ENDS_DAY;

/** Columns by position. */
export interface EarlyDates {
  /** Ticks; of the end of a summary, the first start and the last finish of what lies under it. */
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** `START_ENDS_DAY`, `FINISH_ENDS_DAY`. */
  readonly style: Int32Array;
  /** Place of the link that sets the start, `PROJECT_START` or `CONSTRAINT`. */
  readonly driver: Int32Array;
  /** 1 where a fixed date comes before what the links or the project start ask for. */
  readonly overruled: Uint8Array;
  /** The last finish of all tasks; the project start without any. */
  readonly projectFinish: number;
}

export function earlyDatesOf(network: Network): EarlyDates {
  const pass = new ForwardPass(network);
  let last = -1;
  for (let at = 0; at < network.size; at++) {
    const kind = network.kind[at];
    if (kind === WORK) pass.placeWork(at);
    else if (kind === END) pass.placeEnd(at);
    else pass.placePoint(at);
    const finish = pass.finish[at] ?? 0;
    // The beginning of a summary binds what lies under it, and takes no time of its own.
    if (finish > last && kind !== BEGIN) last = finish;
  }
  const { start, finish, style, driver, overruled } = pass;
  return { start, finish, style, driver, overruled, projectFinish: last < 0 ? network.start : last };
}

class ForwardPass {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  readonly style: Int32Array;
  readonly driver: Int32Array;
  readonly overruled: Uint8Array;

  constructor(private readonly network: Network) {
    this.start = new Int32Array(network.size);
    this.finish = new Int32Array(network.size);
    this.style = new Int32Array(network.size);
    this.driver = new Int32Array(network.size);
    this.overruled = new Uint8Array(network.size);
  }

  placeWork(at: number): void {
    const { calendars, duration, floor, inOffset, from, type, lag, rule } = this.network;
    const calendar = calendars[this.network.calendar[at] ?? 0];
    if (calendar === undefined) return;
    const length = duration[at] ?? 0;
    const earliest = floor[at] ?? 0;
    let work = calendar.toWork(earliest);
    let driver = earliest > this.network.start ? CONSTRAINT : PROJECT_START;
    const end = inOffset[at + 1] ?? 0;
    for (let k = inOffset[at] ?? 0; k < end; k++) {
      const predecessor = from[k] ?? 0;
      const kind = type[k] ?? 0;
      const tick = (isFromFinish(kind) ? this.finish[predecessor] : this.start[predecessor]) ?? 0;
      const asked = calendar.toWork(tick) + (lag[k] ?? 0) - (kind >= FF ? length : 0);
      if (asked > work || (asked === work && driver < 0)) {
        work = asked;
        driver = k;
      }
    }
    this.driver[at] = driver;
    if (rule[at] !== NO_RULE) work = this.ruledWork(at, work, calendar);
    this.start[at] = calendar.startTick(work);
    this.finish[at] = calendar.endTick(work + length);
    this.style[at] = FINISH_ENDS_DAY;
  }

  /** The start that the task's rule makes of the one the links ask for. */
  private ruledWork(at: number, asked: number, calendar: TickCalendar): number {
    const { duration, rule, ruleTick } = this.network;
    const kind = rule[at];
    if (kind !== FNET && kind !== MSO && kind !== MFO) return asked;
    const tick = ruleTick[at] ?? 0;
    let date = calendar.toWork(tick);
    // To finish no earlier than on a day off is to finish on the next working day.
    if (kind === FNET && calendar.endTick(date) < tick) date += 1;
    const work = date - (kind === MSO ? 0 : (duration[at] ?? 0));
    if (kind === FNET && work <= asked) return asked;
    this.driver[at] = CONSTRAINT;
    if (asked > work) this.overruled[at] = 1;
    return Math.max(0, work);
  }

  /** A milestone, or the beginning of a summary. Of candidates at the same tick, the end of a day is preferred. */
  placePoint(at: number): void {
    const { calendars, floor, inOffset, from, type, lag, rule } = this.network;
    const calendar = calendars[this.network.calendar[at] ?? 0];
    if (calendar === undefined) return;
    let tick = floor[at] ?? 0;
    let endsDay = false;
    let driver = tick > this.network.start ? CONSTRAINT : PROJECT_START;
    const end = inOffset[at + 1] ?? 0;
    for (let k = inOffset[at] ?? 0; k < end; k++) {
      const predecessor = from[k] ?? 0;
      const fromFinish = isFromFinish(type[k] ?? 0);
      const bit = fromFinish ? FINISH_ENDS_DAY : START_ENDS_DAY;
      const askedEndsDay = ((this.style[predecessor] ?? 0) & bit) !== 0;
      let asked = (fromFinish ? this.finish[predecessor] : this.start[predecessor]) ?? 0;
      const delay = lag[k] ?? 0;
      if (delay !== 0) {
        const work = calendar.toWork(asked) + delay;
        asked = askedEndsDay ? calendar.endTick(work) : calendar.startTick(work);
      }
      const preferred = askedEndsDay === endsDay ? driver < 0 : askedEndsDay;
      if (asked > tick || (asked === tick && preferred)) {
        tick = asked;
        endsDay = askedEndsDay;
        driver = k;
      }
    }
    this.driver[at] = driver;
    this.putPoint(at, tick, endsDay);
    if (rule[at] !== NO_RULE) this.rulePoint(at);
  }

  private rulePoint(at: number): void {
    const { rule, ruleTick } = this.network;
    const kind = rule[at];
    if (kind !== FNET && kind !== MSO && kind !== MFO) return;
    const tick = ruleTick[at] ?? 0;
    const asked = this.start[at] ?? 0;
    if (kind === FNET && tick <= asked) return;
    this.driver[at] = CONSTRAINT;
    if (asked > tick) this.overruled[at] = 1;
    this.putPoint(at, tick, kind !== MSO);
  }

  private putPoint(at: number, tick: number, endsDay: boolean): void {
    this.start[at] = tick;
    this.finish[at] = tick;
    this.style[at] = endsDay ? POINT_ENDS_DAY : 0;
  }

  /** The end of a summary spans what lies under it. */
  placeEnd(at: number): void {
    const { inOffset, from } = this.network;
    const first = inOffset[at] ?? 0;
    const end = inOffset[at + 1] ?? 0;
    let start = first === end ? this.network.start : NEVER;
    let finish = first === end ? start : -1;
    let style = 0;
    for (let k = first; k < end; k++) {
      const inside = from[k] ?? 0;
      const bits = this.style[inside] ?? 0;
      const itsStart = this.start[inside] ?? 0;
      const itsFinish = this.finish[inside] ?? 0;
      if (itsStart <= start) {
        style = mergeBit(style, bits, START_ENDS_DAY, itsStart === start);
        start = itsStart;
      }
      if (itsFinish >= finish) {
        style = mergeBit(style, bits, FINISH_ENDS_DAY, itsFinish === finish);
        finish = itsFinish;
      }
    }
    this.start[at] = start;
    this.finish[at] = finish;
    this.style[at] = style;
    this.driver[at] = PROJECT_START;
  }
}

/** FS and FF hang on the predecessor's finish, SS and SF on its start. */
export function isFromFinish(type: number): boolean {
  return (type & 1) === 0;
}

/** Takes a bit over from a later candidate; from one at the same tick, only when it is set. */
function mergeBit(style: number, candidate: number, bit: number, isTie: boolean): number {
  return isTie ? style | (candidate & bit) : (style & ~bit) | (candidate & bit);
}
