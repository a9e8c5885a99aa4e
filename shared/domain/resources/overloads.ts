/** Everybody who has more work than time, and how that differs between two states of a plan. */
import type { Plan } from '../plan';
import { heaviestIn, isOver, loadOf, worstOf, type PersonLoad, type PersonWeek } from './load';

export interface Overload {
  readonly load: PersonLoad;
  /** The weeks above 100 %, the earliest first. */
  readonly weeks: readonly PersonWeek[];
  /** The one that is furthest above; of equal ones the earliest. */
  readonly worst: PersonWeek;
}

type Planned = Pick<Plan, 'workbook' | 'schedule'>;

/** By the id of the person, in the order of the people. */
export function overloadsOf({ workbook, schedule }: Planned): ReadonlyMap<string, Overload> {
  const overloads = new Map<string, Overload>();
  if (workbook.tables.assignments.live.length === 0) return overloads;
  for (const load of loadOf(workbook, schedule)) {
    const weeks = load.weeks.filter(isOver);
    const worst = worstOf(weeks);
    if (worst !== undefined) overloads.set(load.person.id, { load, weeks, worst });
  }
  return overloads;
}

/** The load of one person in one week; nothing where there is none. */
export function weekIn(load: PersonLoad | undefined, week: number): Pick<PersonWeek, 'load' | 'capacity'> {
  return load?.weeks.find((each) => each.week === week) ?? { load: 0, capacity: 0 };
}

export interface OverloadChange {
  /** `new`: only now above; `more`: further above, or for longer; `gone`: no longer. */
  readonly kind: 'new' | 'more' | 'gone';
  readonly before: Overload | undefined;
  readonly after: Overload | undefined;
}

/** What became of who has too much; those for whom nothing got worse and who still have too much are left out. */
export function overloadChanges(before: Planned, after: Planned): readonly OverloadChange[] {
  const [was, is] = [overloadsOf(before), overloadsOf(after)];
  const worse = [...is].flatMap(([id, now]): OverloadChange[] => {
    const then = was.get(id);
    if (then === undefined) return [{ kind: 'new', before: undefined, after: now }];
    const isLonger = now.weeks.length > then.weeks.length;
    if (!isLonger && worstOf([then.worst, now.worst]) === then.worst) return [];
    return [{ kind: 'more', before: then, after: now }];
  });
  const gone = [...was].flatMap(([id, then]): OverloadChange[] =>
    is.has(id) ? [] : [{ kind: 'gone', before: then, after: undefined }],
  );
  return [...worse, ...gone];
}

/** Where to look: the assignment that takes most of the worst week. */
export function placeOf({
  load,
  worst,
}: Overload): { readonly register: 'assignments'; readonly id: string } | undefined {
  const heaviest = heaviestIn(load, worst.week);
  return heaviest === undefined ? undefined : { register: 'assignments', id: heaviest.assignment.id };
}
