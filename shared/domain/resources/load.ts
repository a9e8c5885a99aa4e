/**
 * Who works on what and how much that is, person by person and week by week: the work of tasks as it is scheduled times
 * the share of the day it takes, against the time people have. Total over anything a merge can leave.
 */
import { assignments as register } from '../registers/assignments';
import type { Assignment, Person, Task } from '../registers/all';
import type { Schedule, ScheduledWork } from '../schedule/schedule';
import { recordIn, type Workbook } from '../workbook';
import { basisPoints, capacityBetween, capacityOf, WHOLE, type Capacity } from './capacity';
import { firstDayOf, lastDayOf, weekOfDay } from './weeks';

/** An assignment that takes somebody's time. */
export interface Work {
  readonly assignment: Assignment;
  readonly task: Task;
  readonly scheduled: ScheduledWork;
  /** Of the working day, in basis points. */
  readonly units: number;
}

/** Load and capacity of a week in one unit, so that they compare as whole numbers: minutes times `WHOLE` × `WHOLE`. */
export interface PersonWeek {
  readonly week: number;
  readonly load: number;
  readonly capacity: number;
}

export interface PersonLoad {
  readonly person: Person;
  readonly capacity: Capacity;
  /** In the order of the assignments. */
  readonly works: readonly Work[];
  /** Weeks with work, the earliest first. */
  readonly weeks: readonly PersonWeek[];
}

/** Whom an assignment is for: a person in use, or why there is none. */
export type Assignee =
  | { readonly kind: 'person'; readonly person: Person }
  /** Somebody who is in the bin. */
  | { readonly kind: 'gone'; readonly person: Person }
  /** A role nobody holds. */
  | { readonly kind: 'open'; readonly role: string }
  /** Nobody is named, or a record that is not there. */
  | { readonly kind: 'unknown' };

/** A person counts before a role; a role stands for whoever holds it. */
export function assigneeOf(workbook: Workbook, assignment: Assignment): Assignee {
  if (assignment.person !== null) return named(workbook, assignment.person);
  const role = recordIn(workbook, 'roles', assignment.role);
  if (role === undefined) return { kind: 'unknown' };
  return role.archived || role.person === null
    ? { kind: 'open', role: role.name }
    : named(workbook, role.person);
}

function named(workbook: Workbook, id: string): Assignee {
  const person = recordIn(workbook, 'people', id);
  if (person === undefined) return { kind: 'unknown' };
  return { kind: person.archived ? 'gone' : 'person', person };
}

/** The task of an assignment while there is something to do for it: in use and not done. */
export function taskToDo(workbook: Workbook, { task: id }: Assignment): Task | undefined {
  const task = recordIn(workbook, 'tasks', id);
  return task === undefined || task.archived || task.percentComplete >= 100 ? undefined : task;
}

const known = new WeakMap<
  Schedule,
  { readonly sources: readonly unknown[]; readonly load: readonly PersonLoad[] }
>();

/** Everybody in use, in the order of the people; computed once for the same tables and the same schedule. */
export function loadOf(workbook: Workbook, schedule: Schedule): readonly PersonLoad[] {
  const { tables } = workbook;
  const { tasks, assignments, people, roles, calendars, organisation } = tables;
  const sources = [tasks, assignments, people, roles, calendars, organisation];
  const last = known.get(schedule);
  if (last?.sources.every((source, index) => source === sources[index]) === true) return last.load;
  const load = computeLoad(workbook, schedule);
  known.set(schedule, { sources, load });
  return load;
}

function computeLoad(workbook: Workbook, schedule: Schedule): readonly PersonLoad[] {
  const worksOf = new Map<string, Work[]>();
  for (const assignment of workbook.tables.assignments.live) {
    const task = taskToDo(workbook, assignment);
    const scheduled = task === undefined ? undefined : schedule.work(task.id);
    const assignee = assigneeOf(workbook, assignment);
    if (task === undefined || scheduled === undefined || assignee.kind !== 'person') continue;
    const units = basisPoints(assignment.unitsPercent, register.fields.unitsPercent.max);
    const works = worksOf.get(assignee.person.id);
    const work: Work = { assignment, task, scheduled, units };
    if (works === undefined) worksOf.set(assignee.person.id, [work]);
    else works.push(work);
  }
  return workbook.tables.people.live.map((person) => {
    const works = worksOf.get(person.id) ?? [];
    const capacity = capacityOf(workbook, person);
    return { person, capacity, works, weeks: weeksOf(works, capacity) };
  });
}

function weeksOf(works: readonly Work[], capacity: Capacity): readonly PersonWeek[] {
  const loads = new Map<number, number>();
  for (const work of works) {
    const last = weekOfDay(work.scheduled.finishDay);
    for (let week = weekOfDay(work.scheduled.startDay); week <= last; week++) {
      const load = loadIn(work, week);
      if (load > 0) loads.set(week, (loads.get(week) ?? 0) + load);
    }
  }
  return [...loads]
    .sort(([a], [b]) => a - b)
    .map(([week, load]) => ({
      week,
      load,
      capacity: capacityBetween(capacity, firstDayOf(week), lastDayOf(week)),
    }));
}

/** What one assignment takes in a week, in the unit of `PersonWeek`. */
export function loadIn({ scheduled, units }: Work, week: number): number {
  return scheduled.minutesBetween(firstDayOf(week), lastDayOf(week)) * units * WHOLE;
}

/** The assignment that takes most of a week. */
export function heaviestIn({ works }: PersonLoad, week: number): Work | undefined {
  const [first, ...others] = works;
  if (first === undefined) return undefined;
  return others.reduce((most, work) => (loadIn(work, week) > loadIn(most, week) ? work : most), first);
}

export function isOver({ load, capacity }: Pick<PersonWeek, 'load' | 'capacity'>): boolean {
  return load > capacity;
}

/**
 * Load in percent of the capacity, rounded, and never 100 where it is above. Null where there is work and no time for
 * it.
 */
export function loadPercent({ load, capacity }: Pick<PersonWeek, 'load' | 'capacity'>): number | null {
  if (load === 0) return 0;
  if (capacity === 0) return null;
  const rounded = Number((BigInt(load) * 200n + BigInt(capacity)) / (BigInt(capacity) * 2n));
  return load > capacity ? Math.max(rounded, 101) : rounded;
}

/** Weeks over 100 % that follow each other. */
export interface OverRun {
  readonly weeks: readonly PersonWeek[];
  /** The one that is furthest over; of equal ones the earliest. */
  readonly worst: PersonWeek;
}

export function overRuns({ weeks }: PersonLoad): readonly OverRun[] {
  const runs: PersonWeek[][] = [];
  for (const week of weeks) {
    if (!isOver(week)) continue;
    const run = runs.at(-1);
    if (run?.at(-1)?.week === week.week - 1) run.push(week);
    else runs.push([week]);
  }
  return runs.flatMap((run) => {
    const worst = worstOf(run);
    return worst === undefined ? [] : [{ weeks: run, worst }];
  });
}

/** The week that is furthest over its capacity; of equal ones the earliest. */
export function worstOf(weeks: readonly PersonWeek[]): PersonWeek | undefined {
  let worst: PersonWeek | undefined;
  for (const week of weeks) if (worst === undefined || isWorse(week, worst)) worst = week;
  return worst;
}

function isWorse(a: PersonWeek, b: PersonWeek): boolean {
  // Products of two of these are beyond exact floats.
  const [ofA, ofB] = [BigInt(a.load) * BigInt(b.capacity), BigInt(b.load) * BigInt(a.capacity)];
  return ofA > ofB;
}
