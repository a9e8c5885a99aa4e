/**
 * A second opinion on schedules, written to be obviously right and nothing else. It knows no arithmetic of calendars:
 * it walks from slot to slot (a day, or half a day), counts what it passes, repeats until nothing moves, and finds
 * slack by really delaying a task, slot by slot, until something moves that must not.
 *
 * A moment is the border before a slot. `endsDay` says that a moment between two days is shown as the first of them.
 */
export interface SlowTask {
  readonly name: string;
  /** Slots of work; 0 for a milestone. Of no meaning for a summary. */
  readonly slots: number;
  /** Whether its calendar works on a day; days are numbers. */
  readonly works: (day: number) => boolean;
  readonly isSummary: boolean;
  readonly parent: string | null;
  readonly rule: string;
  readonly ruleDay: number;
  readonly deadline: number | null;
}

export interface SlowLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: 'FS' | 'SS' | 'FF' | 'SF';
  /** Slots. */
  readonly lag: number;
}

export interface SlowPlan {
  readonly slotsPerDay: number;
  readonly startDay: number;
  readonly tasks: readonly SlowTask[];
  readonly links: readonly SlowLink[];
}

export interface Placed {
  readonly start: number;
  readonly finish: number;
  readonly startEndsDay: boolean;
  readonly finishEndsDay: boolean;
}

type Positions = ReadonlyMap<string, Placed>;

/** Before anything that any plan of the tests reaches. */
const LONG_AGO = -300;

export class SlowSchedule {
  readonly projectFinish: number;
  private early: Positions;
  /** Where tasks stand that went later than they had to. */
  private readonly later = new Map<string, Placed>();
  private readonly leaves: readonly SlowTask[];

  constructor(private readonly plan: SlowPlan) {
    this.leaves = plan.tasks.filter((task) => !task.isSummary);
    this.early = this.relax(new Map());
    this.projectFinish = this.lastFinish(this.early);
    while (this.leaves.some((leaf) => leaf.rule === 'alap' && this.goesLater(leaf)));
  }

  /** Moves a task that goes as late as possible as far as nothing else notices. @returns whether it moved */
  private goesLater(task: SlowTask): boolean {
    const room = Math.min(this.roomToSlip(task), this.totalFloat(task.name));
    if (room <= 0) return false;
    const moved = this.delayed(task, this.early, room);
    const later = { ...moved, startEndsDay: task.slots === 0, finishEndsDay: true };
    this.later.set(task.name, later);
    this.early = this.relax(new Map(), undefined, new Map([...this.early, [task.name, later]]));
    return true;
  }

  startDay(name: string): number {
    const { start, startEndsDay } = this.at(this.early, name);
    return Math.floor((startEndsDay ? start - 1 : start) / this.plan.slotsPerDay);
  }

  finishDay(name: string): number {
    const { finish, finishEndsDay } = this.at(this.early, name);
    return Math.floor((finishEndsDay ? finish - 1 : finish) / this.plan.slotsPerDay);
  }

  /**
   * Slots by which a task can slip before a date is broken that must hold. What follows is pushed by this task alone,
   * so that slack is negative by as much as the task would have to come earlier.
   */
  totalFloat(name: string): number {
    const task = this.task(name);
    let slots = 0;
    while (!this.keepsAll(task, slots)) slots -= 1;
    while (this.keepsAll(task, slots + 1)) slots += 1;
    return slots;
  }

  /** Slots by which a task can slip with everything else standing still, and without breaking what it must keep. */
  freeFloat(name: string): number {
    const room = this.roomToSlip(this.task(name));
    const total = this.totalFloat(name);
    return total >= 0 ? Math.min(room, total) : room;
  }

  /** Slots of delay after which, with the whole plan scheduled anew, some date breaks that was kept before. */
  reallyDelayed(name: string): number {
    const task = this.task(name);
    for (let slots = 0; ; slots++) {
      const positions = this.withDelay(task, slots + 1);
      if (!this.allKept(positions) || this.isPinned(task)) return slots;
      if (this.lastFinish(positions) > this.projectFinish) return slots;
    }
  }

  /** Whether every limit, deadline and fixed date is kept as the plan stands. */
  get isSound(): boolean {
    return this.allKept(this.early);
  }

  private allKept(positions: Positions): boolean {
    const leavesKept = this.leaves.every(
      (leaf) =>
        this.isKept(leaf, this.at(positions, leaf.name), this.early) &&
        !(this.isPinned(leaf) && this.isOverruled(leaf, positions)),
    );
    return leavesKept && this.summariesKept(positions);
  }

  private summariesKept(positions: Positions): boolean {
    return this.plan.tasks.every((summary) => {
      const placed = summary.isSummary ? positions.get(`${summary.name}>`) : undefined;
      return placed === undefined || placed.finish <= this.summaryLimit(summary);
    });
  }

  private task(name: string): SlowTask {
    const task = this.plan.tasks.find((other) => other.name === name);
    if (task === undefined) throw new Error(`There is no task ${name}.`);
    return task;
  }

  private at(positions: Positions, name: string): Placed {
    const placed = positions.get(name);
    if (placed === undefined) throw new Error(`${name} has no place.`);
    return placed;
  }

  private lastFinish(positions: Positions): number {
    return Math.max(...this.leaves.map(({ name }) => this.at(positions, name).finish));
  }

  // --- walking ---

  private worksIn(task: SlowTask, slot: number): boolean {
    return task.works(Math.floor(slot / this.plan.slotsPerDay));
  }

  /** Working slots from one moment to another; negative backward. */
  private count(task: SlowTask, from: number, to: number): number {
    if (to < from) return -this.count(task, to, from);
    let slots = 0;
    for (let slot = from; slot < to; slot++) if (this.worksIn(task, slot)) slots += 1;
    return slots;
  }

  /** Works from the first working slot at or after a moment. */
  private worked(task: SlowTask, from: number): Placed {
    let start = from;
    while (!this.worksIn(task, start)) start += 1;
    let finish = start;
    for (let left = task.slots; left > 0; finish++) if (this.worksIn(task, finish)) left -= 1;
    return { start, finish, startEndsDay: false, finishEndsDay: true };
  }

  private point(moment: number, endsDay: boolean): Placed {
    return { start: moment, finish: moment, startEndsDay: endsDay, finishEndsDay: endsDay };
  }

  /** A task so many working slots later than it was, or earlier. A milestone stands at the end of such a slot. */
  private delayed(task: SlowTask, positions: Positions, slots: number): Placed {
    const placed = this.at(positions, task.name);
    let moment = placed.start;
    if (task.slots > 0) {
      for (let left = slots; left > 0; left--)
        do moment += 1;
        while (!this.worksIn(task, moment));
      for (let left = slots; left < 0; left++)
        do moment -= 1;
        while (!this.worksIn(task, moment));
      return this.worked(task, moment);
    }
    for (let left = slots; left > 0; moment++) if (this.worksIn(task, moment)) left -= 1;
    for (let left = slots; left < 0; moment--) if (this.worksIn(task, moment - 1)) left += 1;
    if (slots <= 0) while (!this.worksIn(task, moment - 1)) moment -= 1;
    return { ...placed, start: moment, finish: moment };
  }

  // --- the earliest positions ---

  /**
   * Places everything, again and again, until nothing moves. `told` tasks stand where they are told. Only those `among`
   * are placed, pushed by each other alone. With a `look`, a milestone is shown as it was: what sets it may change
   * while a task is delayed, and how it counts its lags must not.
   */
  private relax(told: Positions, among?: ReadonlySet<string>, look?: Positions): Map<string, Placed> {
    const isIn = (name: string): boolean => among === undefined || among.has(name);
    const floor = among === undefined ? this.plan.startDay * this.plan.slotsPerDay : LONG_AGO;
    const positions = new Map<string, Placed>();
    const names = this.plan.tasks.flatMap(({ name, isSummary }) =>
      isSummary ? [`${name}<`, `${name}>`] : [name],
    );
    for (const name of names) if (isIn(name)) positions.set(name, told.get(name) ?? this.point(floor, false));
    for (let moved = true; moved;) {
      moved = false;
      for (const name of names) {
        if (!isIn(name) || told.has(name)) continue;
        const before = this.at(positions, name);
        const earliest = this.place(name, positions, floor, among !== undefined);
        const later = among === undefined ? this.later.get(name) : undefined;
        const placed = later !== undefined && later.start > earliest.start ? later : earliest;
        const after = { ...(look?.get(name) ?? placed), start: placed.start, finish: placed.finish };
        positions.set(name, after);
        moved ||= JSON.stringify(before) !== JSON.stringify(after);
      }
    }
    return positions;
  }

  private place(name: string, positions: Positions, floor: number, isBare: boolean): Placed {
    if (name.endsWith('>')) return this.placeEnd(name.slice(0, -1), positions, floor);
    const task = this.task(name.replace('<', ''));
    if (task.slots === 0 || task.isSummary) {
      return this.placePoint(task, positions, floor, isBare);
    }
    return this.placeWork(task, positions, floor, isBare);
  }

  private placeEnd(summary: string, positions: Positions, floor: number): Placed {
    const inside = this.leaves.filter((leaf) => this.liesUnder(leaf, summary) && positions.has(leaf.name));
    const placed = inside.map(({ name }) => this.at(positions, name));
    if (placed.length === 0) return this.point(floor, false);
    const start = Math.min(...placed.map((each) => each.start));
    const finish = Math.max(...placed.map((each) => each.finish));
    return {
      start,
      finish,
      startEndsDay: placed.some((each) => each.start === start && each.startEndsDay),
      finishEndsDay: placed.some((each) => each.finish === finish && each.finishEndsDay),
    };
  }

  private liesUnder(task: SlowTask, summary: string): boolean {
    if (task.parent === null) return false;
    return task.parent === summary || this.liesUnder(this.task(task.parent), summary);
  }

  /** What a task waits for: its links, and the beginning of each summary it lies under. */
  private waits(
    task: SlowTask,
    positions: Positions,
  ): { placed: Placed; type: SlowLink['type']; lag: number }[] {
    const links = this.plan.links
      .filter(({ to }) => to === task.name)
      .map((link) => ({ ...link, source: this.task(link.from).isSummary ? `${link.from}>` : link.from }));
    const beginnings =
      task.parent === null ? [] : [{ source: `${task.parent}<`, type: 'FS' as const, lag: 0 }];
    return [...links, ...beginnings].flatMap(({ source, type, lag }) => {
      const placed = positions.get(source);
      return placed === undefined ? [] : [{ placed, type, lag }];
    });
  }

  private placeWork(task: SlowTask, positions: Positions, floor: number, isBare: boolean): Placed {
    const waits = this.waits(task, positions);
    if (!isBare && this.isPinned(task)) return this.pinned(task);
    const dayStart = task.ruleDay * this.plan.slotsPerDay;
    // Nothing can start so long before what it waits for, with the lags and lengths of the tests.
    const marks = waits.map(({ placed, type }) =>
      type === 'FS' || type === 'FF' ? placed.finish : placed.start,
    );
    for (let from = Math.max(floor, ...marks.map((mark) => mark - 100)); ; from++) {
      const placed = this.worked(task, from);
      const isSet = waits.every(({ placed: other, type, lag }) => {
        const mark = type === 'FS' || type === 'FF' ? other.finish : other.start;
        return this.count(task, mark, type === 'FS' || type === 'SS' ? placed.start : placed.finish) >= lag;
      });
      const startsLate = isBare || task.rule !== 'snet' || placed.start >= dayStart;
      const endsLate = isBare || task.rule !== 'fnet' || placed.finish >= dayStart + this.plan.slotsPerDay;
      if (isSet && startsLate && endsLate) return placed;
    }
  }

  private placePoint(task: SlowTask, positions: Positions, floor: number, isBare: boolean): Placed {
    if (!isBare && this.isPinned(task)) return this.pinned(task);
    const candidates = [this.point(floor, false)];
    const dayStart = task.ruleDay * this.plan.slotsPerDay;
    if (!isBare && task.rule === 'snet') candidates.push(this.point(dayStart, false));
    for (const { placed, type, lag } of this.waits(task, positions)) {
      const isFinish = type === 'FS' || type === 'FF';
      const endsDay = isFinish ? placed.finishEndsDay : placed.startEndsDay;
      candidates.push(
        this.point(this.afterLag(task, isFinish ? placed.finish : placed.start, lag, endsDay), endsDay),
      );
    }
    const last = Math.max(...candidates.map(({ start }) => start));
    const ruled = dayStart + this.plan.slotsPerDay;
    if (!isBare && task.rule === 'fnet' && !task.isSummary && ruled > last) return this.point(ruled, true);
    return this.point(
      last,
      candidates.some(({ start, startEndsDay }) => start === last && startEndsDay),
    );
  }

  /**
   * The first moment with so much work since a mark (before it, for a negative lag); shown as a day that starts, it
   * waits for the next working slot.
   */
  private afterLag(task: SlowTask, mark: number, lag: number, endsDay: boolean): number {
    if (lag === 0) return mark;
    let moment = mark;
    for (let left = lag; left > 0; moment++) if (this.worksIn(task, moment)) left -= 1;
    if (lag < 0) while (this.count(task, moment - 1, mark) <= -lag) moment -= 1;
    if (!endsDay) while (!this.worksIn(task, moment)) moment += 1;
    return moment;
  }

  private isPinned(task: SlowTask): boolean {
    return !task.isSummary && (task.rule === 'mso' || task.rule === 'mfo');
  }

  private pinned(task: SlowTask): Placed {
    const dayStart = task.ruleDay * this.plan.slotsPerDay;
    const dayEnd = dayStart + this.plan.slotsPerDay;
    if (task.slots === 0) return task.rule === 'mso' ? this.point(dayStart, false) : this.point(dayEnd, true);
    if (task.rule === 'mso') return this.worked(task, dayStart);
    let from = dayEnd;
    for (let left = task.slots; left > 0; from--) if (this.worksIn(task, from - 1)) left -= 1;
    return this.worked(task, from);
  }

  private isOverruled(task: SlowTask, positions: Positions): boolean {
    const free = { ...task, rule: 'asap' };
    const floor = this.plan.startDay * this.plan.slotsPerDay;
    const asked =
      task.slots === 0
        ? this.placePoint(free, positions, floor, false)
        : this.placeWork(free, positions, floor, false);
    return asked.start > this.pinned(task).start;
  }

  // --- slack ---

  private withDelay(task: SlowTask, slots: number): Positions {
    const delayed = new Map([[task.name, this.delayed(task, this.early, slots)]]);
    return this.relax(delayed, undefined, this.early);
  }

  private roomToSlip(task: SlowTask): number {
    for (let slots = 0; ; slots++) {
      const next = this.withDelay(task, slots + 1);
      const moved = this.leaves.some(({ name }) => {
        const [before, after] = [this.at(this.early, name), this.at(next, name)];
        return name !== task.name && (before.start !== after.start || before.finish !== after.finish);
      });
      if (moved || this.lastFinish(next) > this.projectFinish) return slots;
      const overruled = this.leaves.some(
        (leaf) => leaf.name !== task.name && this.isPinned(leaf) && this.isOverruled(leaf, next),
      );
      if (overruled) return slots;
    }
  }

  private keepsAll(task: SlowTask, slots: number): boolean {
    const reached = this.reachedFrom(task);
    const delayed = new Map([[task.name, this.delayed(task, this.early, slots)]]);
    const positions = this.relax(delayed, reached, this.early);
    const leavesKept = this.leaves.every((leaf) => {
      const placed = positions.get(leaf.name);
      if (placed === undefined) return true;
      if (this.isPinned(leaf) && placed.start > this.at(this.early, leaf.name).start) return false;
      return placed.finish <= this.projectFinish && this.isKept(leaf, placed, this.early);
    });
    return leavesKept && this.summariesKept(positions);
  }

  private summaryLimit(task: SlowTask): number {
    const days = [task.deadline, task.rule === 'fnlt' ? task.ruleDay : null].filter((day) => day !== null);
    return Math.min(...days.map((day) => (day + 1) * this.plan.slotsPerDay), Infinity);
  }

  /** Everything that a task pushes when it moves, itself included. */
  private reachedFrom(task: SlowTask): Set<string> {
    const reached = new Set([task.name]);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of this.plan.links) {
        if (!reached.has(from) && !reached.has(`${from}>`)) continue;
        reached.add(this.task(to).isSummary ? `${to}<` : to);
      }
      for (const each of this.plan.tasks) {
        if (each.parent === null) continue;
        if (reached.has(`${each.parent}<`)) reached.add(each.isSummary ? `${each.name}<` : each.name);
        if (reached.has(each.isSummary ? `${each.name}>` : each.name)) reached.add(`${each.parent}>`);
      }
    }
    return reached;
  }

  /** Whether a task keeps its deadline and the limits of its rule, by the days that are shown. */
  private isKept(task: SlowTask, placed: Placed, look: Positions): boolean {
    // A milestone that goes as late as possible does so until the end of a day.
    const asLate = task.rule === 'alap' ? this.point(0, true) : this.at(look, task.name);
    const shown = task.slots === 0 ? asLate : placed;
    const per = this.plan.slotsPerDay;
    const startDay = Math.floor((shown.startEndsDay ? placed.start - 1 : placed.start) / per);
    const finishDay = Math.floor((shown.finishEndsDay ? placed.finish - 1 : placed.finish) / per);
    if (task.deadline !== null && finishDay > task.deadline) return false;
    if (task.rule === 'fnlt') return finishDay <= task.ruleDay;
    return task.rule !== 'snlt' || startDay <= task.ruleDay;
  }
}
