/**
 * The least a critical path can cost: a forward and a backward pass over typed arrays, whole days, a few calendars, the
 * four kinds of links, and nothing else. No rules but two, no summaries, no drivers, no milestones off their calendar,
 * no free float. The schedule of the app is measured as a multiple of this.
 */
export interface BareNetwork {
  readonly tasks: number;
  readonly duration: Int32Array;
  readonly calendar: Uint8Array;
  readonly startNoEarlier: Int32Array;
  /** 0 without one. */
  readonly finishNoLater: Int32Array;
  readonly links: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 0 finish to start, 1 start to start, 2 finish to finish, 3 start to finish. */
  readonly type: Uint8Array;
  readonly lag: Int32Array;
  readonly calendars: readonly BareCalendar[];
}

export interface BareCalendar {
  /** Working days before each day. */
  readonly before: Int32Array;
  /** The day of each working day. */
  readonly nth: Int32Array;
}

/** @param worksOn for the seven days of the week from day 0 on */
export function bareCalendar(days: number, worksOn: readonly boolean[]): BareCalendar {
  const before = new Int32Array(days + 1);
  const nth = new Int32Array(days);
  let count = 0;
  for (let day = 0; day < days; day++) {
    before[day] = count;
    if (worksOn[day % 7] === true) nth[count++] = day;
  }
  before[days] = count;
  return { before, nth: nth.subarray(0, count) };
}

/** The network with what both passes walk: links by task, and an order in which every link leads forward. */
export interface BarePass {
  readonly network: BareNetwork;
  readonly order: Int32Array;
  readonly inOffset: Int32Array;
  readonly inLinks: Int32Array;
  readonly outOffset: Int32Array;
  readonly outLinks: Int32Array;
  readonly earlyStart: Int32Array;
  readonly earlyFinish: Int32Array;
  readonly lateStart: Int32Array;
  readonly lateFinish: Int32Array;
  readonly totalFloat: Int32Array;
}

export function barePass(network: BareNetwork): BarePass {
  const { tasks, links, from, to } = network;
  const incoming = groupedBy(to, links, tasks);
  const outgoing = groupedBy(from, links, tasks);
  const column = (): Int32Array => new Int32Array(tasks);
  return {
    network,
    order: kahnOrder(network, outgoing.offset, outgoing.items),
    ...{ inOffset: incoming.offset, inLinks: incoming.items },
    ...{ outOffset: outgoing.offset, outLinks: outgoing.items },
    ...{ earlyStart: column(), earlyFinish: column(), lateStart: column(), lateFinish: column() },
    totalFloat: column(),
  };
}

function groupedBy(
  keys: Int32Array,
  count: number,
  keyCount: number,
): { offset: Int32Array; items: Int32Array } {
  const offset = new Int32Array(keyCount + 1);
  for (let item = 0; item < count; item++) {
    const after = (keys[item] ?? 0) + 1;
    offset[after] = (offset[after] ?? 0) + 1;
  }
  for (let key = 0; key < keyCount; key++) offset[key + 1] = (offset[key + 1] ?? 0) + (offset[key] ?? 0);
  const items = new Int32Array(count);
  const next = offset.slice();
  for (let item = 0; item < count; item++) {
    const key = keys[item] ?? 0;
    const at = next[key] ?? 0;
    items[at] = item;
    next[key] = at + 1;
  }
  return { offset, items };
}

function kahnOrder(
  { tasks, links, to }: BareNetwork,
  outOffset: Int32Array,
  outLinks: Int32Array,
): Int32Array {
  const waiting = new Int32Array(tasks);
  for (let link = 0; link < links; link++) {
    const successor = to[link] ?? 0;
    waiting[successor] = (waiting[successor] ?? 0) + 1;
  }
  const order = new Int32Array(tasks);
  let size = 0;
  for (let task = 0; task < tasks; task++) if (waiting[task] === 0) order[size++] = task;
  for (let done = 0; done < size; done++) {
    const task = order[done] ?? 0;
    const end = outOffset[task + 1] ?? 0;
    for (let k = outOffset[task] ?? 0; k < end; k++) {
      const successor = to[outLinks[k] ?? 0] ?? 0;
      const still = (waiting[successor] ?? 0) - 1;
      waiting[successor] = still;
      if (still === 0) order[size++] = successor;
    }
  }
  return order;
}

/** Fills the dates and floats of a pass. @returns the day after the last */
export function runBarePass(pass: BarePass): number {
  const { network, order, earlyFinish } = pass;
  let finish = 0;
  for (let at = 0; at < network.tasks; at++) {
    const task = order[at] ?? 0;
    forward(pass, task);
    const itsFinish = earlyFinish[task] ?? 0;
    if (itsFinish > finish) finish = itsFinish;
  }
  for (let at = network.tasks - 1; at >= 0; at--) backward(pass, order[at] ?? 0, finish);
  return finish;
}

function forward(pass: BarePass, task: number): void {
  const { network, inOffset, inLinks, earlyStart, earlyFinish } = pass;
  const { from, type, lag, calendars } = network;
  const calendar = calendars[network.calendar[task] ?? 0];
  if (calendar === undefined) return;
  const { before, nth } = calendar;
  const duration = network.duration[task] ?? 0;
  let work = before[network.startNoEarlier[task] ?? 0] ?? 0;
  const end = inOffset[task + 1] ?? 0;
  for (let k = inOffset[task] ?? 0; k < end; k++) {
    const link = inLinks[k] ?? 0;
    const predecessor = from[link] ?? 0;
    const kind = type[link] ?? 0;
    const day = ((kind & 1) === 0 ? earlyFinish[predecessor] : earlyStart[predecessor]) ?? 0;
    const asked = (before[day] ?? 0) + (lag[link] ?? 0) - (kind >= 2 ? duration : 0);
    if (asked > work) work = asked;
  }
  const start = nth[work] ?? 0;
  earlyStart[task] = start;
  earlyFinish[task] = duration === 0 ? start : (nth[work + duration - 1] ?? 0) + 1;
}

function backward(pass: BarePass, task: number, projectFinish: number): void {
  const { network, outOffset, outLinks, earlyStart, lateStart, lateFinish, totalFloat } = pass;
  const { to, type, lag, calendars } = network;
  const calendar = calendars[network.calendar[task] ?? 0];
  if (calendar === undefined) return;
  const { before, nth } = calendar;
  const duration = network.duration[task] ?? 0;
  const limit = network.finishNoLater[task] ?? 0;
  let work = before[limit > 0 && limit < projectFinish ? limit : projectFinish] ?? 0;
  const end = outOffset[task + 1] ?? 0;
  for (let k = outOffset[task] ?? 0; k < end; k++) {
    const link = outLinks[k] ?? 0;
    const successor = to[link] ?? 0;
    const kind = type[link] ?? 0;
    const day = (kind >= 2 ? lateFinish[successor] : lateStart[successor]) ?? 0;
    const allowed = (before[day] ?? 0) - (lag[link] ?? 0) + ((kind & 1) === 0 ? 0 : duration);
    if (allowed < work) work = allowed;
  }
  const start = Math.max(0, work - duration);
  lateStart[task] = nth[start] ?? 0;
  lateFinish[task] = duration === 0 ? (nth[start] ?? 0) : (nth[start + duration - 1] ?? 0) + 1;
  totalFloat[task] = start - (before[earlyStart[task] ?? 0] ?? 0);
}

/** Repeatable numbers from 0 up to 1: the generator called mulberry32. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** About 1.35 links for each task, one in five of them not finish to start, one in five with a lag. */
export function randomNetwork(tasks: number, seed: number, calendars: readonly BareCalendar[]): BareNetwork {
  const next = numbersFrom(seed);
  const links: [from: number, to: number, type: number, lag: number][] = [];
  const duration = new Int32Array(tasks);
  const calendar = new Uint8Array(tasks);
  const startNoEarlier = new Int32Array(tasks);
  const finishNoLater = new Int32Array(tasks);
  for (let task = 0; task < tasks; task++) {
    duration[task] = next() < 0.08 ? 0 : 1 + Math.floor(next() * 15);
    calendar[task] = next() < 0.9 ? 0 : 1 + Math.floor(next() * (calendars.length - 1));
    if (next() < 0.03) startNoEarlier[task] = Math.floor(next() * 400);
    if (next() < 0.01) finishNoLater[task] = 600 + Math.floor(next() * 400);
    const count = task === 0 || next() < 0.15 ? 0 : Math.round(3.2 * next());
    for (let link = 0; link < count; link++) {
      const predecessor = Math.max(0, task - 1 - Math.floor(next() * next() * Math.min(task, 400)));
      const kind = next();
      const type = kind < 0.8 ? 0 : kind < 0.9 ? 1 : kind < 0.98 ? 2 : 3;
      links.push([predecessor, task, type, next() < 0.2 ? Math.floor(next() * 7) - 2 : 0]);
    }
  }
  return {
    ...{ tasks, duration, calendar, startNoEarlier, finishNoLater, calendars, links: links.length },
    from: Int32Array.from(links, ([from]) => from),
    to: Int32Array.from(links, ([, to]) => to),
    type: Uint8Array.from(links, ([, , type]) => type),
    lag: Int32Array.from(links, ([, , , lag]) => lag),
  };
}
