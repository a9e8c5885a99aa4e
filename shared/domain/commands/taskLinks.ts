/** Commands on links: which task waits for which. Null where nothing would change. */
import type { IdSource } from '../base/ids';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { Command, Edit } from '../edits/edit';
import type { Link } from '../registers/all';
import { recordIn, type Workbook } from '../workbook';
import { predecessorsIn, type Predecessor } from './predecessorNotation';

export interface LinkEnds {
  readonly predecessor: string;
  readonly successor: string;
}

/** One task waits for another. Of two that are linked already, nothing changes. */
export function linkTasks(
  workbook: Workbook,
  id: string,
  ends: LinkEnds,
  how: Partial<Pick<Link, 'type' | 'lagDays'>> = {},
): Command | null {
  if (linkBetween(workbook, ends) !== undefined) return null;
  return {
    label: 'Link tasks',
    edits: [{ kind: 'add', register: 'links', id, values: { ...ends, ...how } }],
  };
}

export function linkBetween({ tables }: Workbook, { predecessor, successor }: LinkEnds): Link | undefined {
  return tables.links.live.find((link) => link.predecessor === predecessor && link.successor === successor);
}

/** Each task waits for the one before it, in the order given. A summary gives way to its own tasks among the chosen. */
export function linkInOrder(workbook: Workbook, ids: readonly string[], newId: IdSource): Command | null {
  const { outline } = workbook;
  const chosen = new Set(ids);
  const tasks = ids.filter((id) => {
    const at = outline.index.get(id) ?? -1;
    const row = outline.rows[at];
    if (row === undefined) return false;
    return !outline.rows.slice(at + 1, row.end).some((under) => chosen.has(under.id));
  });
  const edits = tasks.slice(1).flatMap((successor, before): Edit[] => {
    const ends = { predecessor: tasks[before] ?? '', successor };
    if (linkBetween(workbook, ends) !== undefined) return [];
    return [{ kind: 'add', register: 'links', id: newId(), values: ends }];
  });
  return edits.length === 0
    ? null
    : { label: edits.length === 1 ? 'Link tasks' : `Link ${edits.length + 1} tasks`, edits };
}

/** Of one task, all its links; of several, those among them. */
export function unlinkTasks({ tables }: Workbook, ids: readonly string[]): Command | null {
  const chosen = new Set(ids);
  const isMeant = ({ predecessor, successor }: Link): boolean => {
    const ends = [predecessor, successor].map((end) => end !== null && chosen.has(end));
    return chosen.size === 1 ? ends.some(Boolean) : ends.every(Boolean);
  };
  const edits = tables.links.live
    .filter(isMeant)
    .map(({ id }): Edit => ({ kind: 'archive', register: 'links', id }));
  return edits.length === 0
    ? null
    : { label: edits.length === 1 ? 'Remove link' : `Remove ${edits.length} links`, edits };
}

export function removeLink(id: string): Command {
  return { label: 'Remove link', edits: [{ kind: 'archive', register: 'links', id }] };
}

export function changeLink(id: string, how: Partial<Pick<Link, 'type' | 'lagDays'>>): Command {
  return { label: 'Change link', edits: [{ kind: 'set', register: 'links', id, values: how }] };
}

/** What the notation of predecessors calls tasks by: row numbers as shown, outline numbers, or names. */
export interface TaskNumbering {
  readonly numberOf: (id: string) => number | undefined;
  readonly find: (text: string) => string | undefined;
}

/** @param later tasks that are about to be added after the last row, in order */
export function taskNumbering({ outline, tables }: Workbook, later: readonly string[] = []): TaskNumbering {
  const numbers = new Map(later.map((id, index) => [id, outline.rows.length + index + 1]));
  return {
    numberOf: (id) => {
      const row = outline.index.get(id);
      return row === undefined ? numbers.get(id) : row + 1;
    },
    find: (text) => {
      const given = text.trim();
      if (/^\d+$/.test(given)) {
        const at = Number(given) - 1;
        return outline.rows[at]?.id ?? later[at - outline.rows.length];
      }
      if (/^\d+(\.\d+)+$/.test(given)) return outline.rows.find((row) => row.wbs === given)?.id;
      const named = tables.tasks.live.filter((task) => task.name.toLowerCase() === given.toLowerCase());
      return named.length === 1 ? named[0]?.id : undefined;
    },
  };
}

interface FiledLinks {
  readonly into: ReadonlyMap<string, readonly Link[]>;
  readonly outOf: ReadonlyMap<string, readonly Link[]>;
}

/** Links by the tasks at their ends, filed once for each table of links and outline. */
const filed = new WeakMap<object, { readonly outline: object; readonly links: FiledLinks }>();

function filedLinks({ tables, outline }: Workbook): FiledLinks {
  const known = filed.get(tables.links);
  if (known?.outline === outline) return known.links;
  const into = new Map<string, Link[]>();
  const outOf = new Map<string, Link[]>();
  const file = (map: Map<string, Link[]>, task: string, link: Link): void => {
    const list = map.get(task);
    if (list === undefined) map.set(task, [link]);
    else list.push(link);
  };
  for (const link of tables.links.live) {
    const { predecessor, successor } = link;
    if (predecessor === null || successor === null) continue;
    if (!outline.index.has(predecessor) || !outline.index.has(successor)) continue;
    file(into, successor, link);
    file(outOf, predecessor, link);
  }
  const row = (id: string | null): number => outline.index.get(id ?? '') ?? -1;
  for (const list of into.values()) list.sort((a, b) => row(a.predecessor) - row(b.predecessor));
  for (const list of outOf.values()) list.sort((a, b) => row(a.successor) - row(b.successor));
  filed.set(tables.links, { outline, links: { into, outOf } });
  return { into, outOf };
}

/** Links that lead to a task from tasks in use, in the order of the outline. */
export function linksInto(workbook: Workbook, id: string): readonly Link[] {
  return filedLinks(workbook).into.get(id) ?? [];
}

/** Links that lead from a task to tasks in use, in the order of the outline. */
export function linksOutOf(workbook: Workbook, id: string): readonly Link[] {
  return filedLinks(workbook).outOf.get(id) ?? [];
}

/** `FS` without lag goes without saying: `3`, `3FS+2`, `5SS-1`. */
function notationOf({ type, lagDays }: Pick<Link, 'type' | 'lagDays'>, number: number | string): string {
  const lag = lagDays === 0 ? '' : `${lagDays > 0 ? '+' : ''}${String(lagDays)}`;
  return `${String(number)}${type === 'FS' && lag === '' ? '' : type}${lag}`;
}

/** The predecessors of a task by row numbers: `3; 5SS-1; 7FS+2`. */
export function predecessorsText(workbook: Workbook, id: string, links = linksInto(workbook, id)): string {
  const { index } = workbook.outline;
  return links.map((link) => notationOf(link, (index.get(link.predecessor ?? '') ?? -1) + 1)).join('; ');
}

/** The edits that make the predecessors of a task those a text names: added, changed and removed links. */
export function setPredecessors(
  workbook: Workbook,
  id: string,
  text: string,
  { newId, numbering = taskNumbering(workbook) }: { newId: IdSource; numbering?: TaskNumbering },
): Result<readonly Edit[], Problem> {
  const wanted = readPredecessors(workbook, id, text, numbering);
  if (!wanted.ok) return wanted;
  const before = linksInto(workbook, id);
  const kept = new Set(wanted.value.map(({ task }) => task));
  const removed = before
    .filter((link) => !kept.has(link.predecessor ?? ''))
    .map((link): Edit => ({ kind: 'archive', register: 'links', id: link.id }));
  const others = wanted.value.flatMap(({ task, type, lagDays }): Edit[] => {
    const link = before.find(({ predecessor }) => predecessor === task);
    if (link === undefined) {
      const values = { predecessor: task, successor: id, type, lagDays };
      return [{ kind: 'add', register: 'links', id: newId(), values }];
    }
    if (link.type === type && link.lagDays === lagDays) return [];
    return [{ kind: 'set', register: 'links', id: link.id, values: { type, lagDays } }];
  });
  return ok([...removed, ...others]);
}

function readPredecessors(
  workbook: Workbook,
  id: string,
  text: string,
  numbering: TaskNumbering,
): Result<readonly Predecessor[], Problem> {
  const nameOf = (task: string): string => recordIn(workbook, 'tasks', task)?.name ?? '';
  const { found, unknown } = predecessorsIn(text, {
    find: numbering.find,
    durationOf: (task) => recordIn(workbook, 'tasks', task)?.durationDays ?? 0,
    mark: '.',
  });
  const [given] = unknown;
  if (given !== undefined)
    return err(problem('field/notAReference', { label: 'Predecessors', given, register: 'tasks' }));
  const seen = new Set<string>();
  for (const { task } of found) {
    if (task === id) return err(problem('link/itself', { title: nameOf(id) }));
    if (seen.has(task))
      return err(problem('link/duplicate', { predecessor: nameOf(task), successor: nameOf(id) }));
    seen.add(task);
  }
  return ok(found);
}
