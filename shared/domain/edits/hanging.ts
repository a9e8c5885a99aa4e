/** What hangs on tasks: the tasks under them and the links at their ends, found without looking through the whole plan. */
import type { AnyRecord } from '../register/record';

export class Hanging {
  private readonly under = new Map<string, Set<string>>();
  private readonly links = new Map<string, Set<string>>();

  constructor(tasks: Iterable<AnyRecord>, links: Iterable<AnyRecord>) {
    for (const task of tasks) this.putTask(undefined, task);
    for (const link of links) this.putLink(undefined, link);
  }

  putTask(before: AnyRecord | undefined, after: AnyRecord): void {
    const [from, to] = [before?.['parent'], after['parent']];
    if (typeof from === 'string' && from !== to) this.under.get(from)?.delete(after.id);
    if (typeof to === 'string') setAt(this.under, to).add(after.id);
  }

  putLink(before: AnyRecord | undefined, after: AnyRecord): void {
    for (const end of endsOf(before)) this.links.get(end)?.delete(after.id);
    for (const end of endsOf(after)) setAt(this.links, end).add(after.id);
  }

  /** A task and everything under it, each before what lies under it. */
  family(id: string): ReadonlySet<string> {
    const family = new Set([id]);
    // A set that grows is gone through to its new end.
    for (const member of family) for (const child of this.under.get(member) ?? []) family.add(child);
    return family;
  }

  /** Links with an end at one of these tasks. */
  linksAt(tasks: Iterable<string>): ReadonlySet<string> {
    const found = new Set<string>();
    for (const task of tasks) for (const link of this.links.get(task) ?? []) found.add(link);
    return found;
  }
}

function endsOf(link: AnyRecord | undefined): readonly string[] {
  return [link?.['predecessor'], link?.['successor']].filter((end) => typeof end === 'string');
}

function setAt(sets: Map<string, Set<string>>, key: string): Set<string> {
  const known = sets.get(key) ?? new Set<string>();
  sets.set(key, known);
  return known;
}
