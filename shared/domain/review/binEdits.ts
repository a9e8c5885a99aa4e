/**
 * The edits after which records are in the bin or not, as wanted. A task takes with it what lies under it and the links
 * at its ends, both into the bin and out of it, so tasks are gone through from the top and their links come last.
 */
import type { Edit } from '../edits/edit';
import { Hanging } from '../edits/hanging';
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
  private readonly hanging: Hanging;
  /** Tasks that stand under none, or under one that is not there. */
  private readonly top: string[] = [];
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
    const placed = [...tasks.byId.values()].map((task) => ({
      ...task,
      parent: parents.has(task.id) ? (parents.get(task.id) ?? null) : task.parent,
    }));
    this.hanging = new Hanging(placed, tableOf(now, 'links').byId.values());
    for (const { id, archived } of links.byId.values()) this.isIn.set(id, archived);
    for (const { id, archived, parent } of placed) {
      this.isIn.set(id, archived);
      if (parent === null || !tasks.byId.has(parent)) this.top.push(id);
    }
  }

  edits(): readonly Edit[] {
    for (const root of this.top) {
      for (const id of this.hanging.family(root))
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
    const family = this.hanging.family(id);
    for (const each of family) this.isIn.set(each, archived);
    for (const link of this.hanging.linksAt(family)) {
      const ends = this.now.tables.links.byId.get(link);
      const isLive = [ends?.predecessor, ends?.successor].every(
        (end) => typeof end === 'string' && this.isIn.get(end) === false,
      );
      if (archived || isLive) this.isIn.set(link, archived);
    }
  }
}
