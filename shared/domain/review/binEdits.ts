/**
 * The edits after which records are in the bin or not, as wanted. A task takes with it what lies under it and the links
 * at its ends, both into the bin and out of it, so tasks are gone through from the top and their links come last.
 */
import type { Edit } from '../edits/edit';
import type { RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import type { WantedRecord } from './wantedRecords';

/** @param parents of tasks that are put elsewhere by the same command; what is wanted of no record stays */
export function binEdits(
  now: Workbook,
  wanted: readonly WantedRecord[],
  parents: ReadonlyMap<string, string | null>,
): readonly Edit[] {
  const turning = wanted.filter(({ archived }) => archived !== undefined);
  if (turning.length === 0) return [];
  const alone = turning.filter(({ register }) => register !== 'tasks' && register !== 'links');
  return [
    ...alone.flatMap((record) => turnAlone(now, record)),
    ...new TaskBin(now, turning, parents).edits(),
  ];
}

function turnAlone(now: Workbook, { register, id, archived }: WantedRecord): readonly Edit[] {
  const record = tableOf(now, register).byId.get(id);
  if (record === undefined || archived === undefined || record.archived === archived) return [];
  return [{ kind: archived ? 'archive' : 'restore', register, id }];
}

/** Tasks and links as they would stand after the edits so far. */
class TaskBin {
  private readonly wished: ReadonlyMap<string, boolean>;
  private readonly isIn = new Map<string, boolean>();
  private readonly under = new Map<string | null, string[]>();
  private readonly made: Edit[] = [];

  constructor(
    private readonly now: Workbook,
    wanted: readonly WantedRecord[],
    parents: ReadonlyMap<string, string | null>,
  ) {
    this.wished = new Map(
      wanted.flatMap(({ id, archived }) => (archived === undefined ? [] : [[id, archived]])),
    );
    const { tasks, links } = now.tables;
    for (const { id, archived } of links.byId.values()) this.isIn.set(id, archived);
    for (const { id, archived, parent } of tasks.byId.values()) {
      this.isIn.set(id, archived);
      const above = parents.get(id) ?? (parents.has(id) ? null : parent);
      const key = above !== null && tasks.byId.has(above) ? above : null;
      const beside = this.under.get(key);
      if (beside === undefined) this.under.set(key, [id]);
      else beside.push(id);
    }
  }

  edits(): readonly Edit[] {
    for (const id of this.family(null)) {
      if (this.turn('tasks', id)) this.follow(id, this.isIn.get(id) === true);
    }
    for (const id of this.now.tables.links.byId.keys()) this.turn('links', id);
    return this.made;
  }

  /** @returns whether it took an edit */
  private turn(register: RegisterId, id: string): boolean {
    const { archived } = tableOf(this.now, register).byId.get(id) ?? { archived: false };
    const wish = this.wished.get(id) ?? archived;
    if (this.isIn.get(id) === wish) return false;
    this.isIn.set(id, wish);
    this.made.push({ kind: wish ? 'archive' : 'restore', register, id });
    return true;
  }

  /** What goes with a task. */
  private follow(id: string, archived: boolean): void {
    const family = new Set([id, ...this.family(id)]);
    for (const each of family) this.isIn.set(each, archived);
    for (const { id: link, predecessor, successor } of this.now.tables.links.byId.values()) {
      const ends = [predecessor, successor];
      if (!ends.some((end) => end !== null && family.has(end))) continue;
      const isLive = ends.every((end) => end !== null && this.isIn.get(end) === false);
      if (archived || isLive) this.isIn.set(link, archived);
    }
  }

  /** Everything under a task, or under none, each before what lies under it. */
  private *family(above: string | null): Generator<string> {
    const waiting = [...(this.under.get(above) ?? [])].reverse();
    const seen = new Set<string>();
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      yield id;
      waiting.push(...[...(this.under.get(id) ?? [])].reverse());
    }
  }
}
