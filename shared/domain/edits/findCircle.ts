/** Refuses edits that would close a circle of links or put a task under itself. Circles that a merge left are let be. */
import { problem, type Problem } from '../base/problem';
import { EdgeList, formNoCircle } from '../schedule/topologicalOrder';
import type { DraftPlan } from './draftPlan';

/** What put an edge of the graph there, as `register/id`: the task that lies under another, or the link. */
type Cause = string;

interface Step {
  readonly to: string;
  readonly cause: Cause;
}

/** @param movedBy which edit of the list put an edge where it is; the last of those in a circle has closed it */
export function findCircle(
  draft: DraftPlan,
  movedBy: ReadonlyMap<Cause, number>,
): (Problem & { edit?: number }) | undefined {
  const tasks = [...draft.live('tasks')];
  const parentOf = new Map<string, string>();
  const { outline } = draft.workbook;
  for (const task of tasks) {
    const parent = task['parent'];
    if (typeof parent !== 'string') continue;
    // A parent that a merge suspended stays suspended until someone sets it anew.
    const row = outline.rows[outline.index.get(task.id) ?? -1];
    const untouched = draft.workbook.tables.tasks.byId.get(task.id)?.parent === parent;
    if (row !== undefined && untouched && row.parent === null) continue;
    parentOf.set(task.id, parent);
  }
  const ids = tasks.map((task) => task.id);
  const links = linksBetween(draft, new Set(ids));
  if (!hasCircle(ids, parentOf, links)) return undefined;
  const circle = circleOfParents(parentOf) ?? circleOfLinks(ids, parentOf, links);
  if (circle === undefined) return undefined;
  const closing = circle.reduce((last, step) =>
    (movedBy.get(step.cause) ?? -1) > (movedBy.get(last.cause) ?? -1) ? step : last,
  );
  const edit = movedBy.get(closing.cause);
  const found = circleProblem(draft, circle, { closing: closing.cause, parentOf });
  return edit === undefined ? found : { ...found, edit };
}

interface LiveLink {
  readonly id: string;
  readonly predecessor: string;
  readonly successor: string;
}

/** The links in use between tasks in use, without those that a merge suspended. */
function linksBetween(draft: DraftPlan, present: ReadonlySet<string>): LiveLink[] {
  const { tables, suspendedLinks } = draft.workbook;
  const links: LiveLink[] = [];
  for (const link of draft.live('links')) {
    const { id, predecessor, successor } = link;
    if (typeof predecessor !== 'string' || typeof successor !== 'string') continue;
    if (!present.has(predecessor) || !present.has(successor)) continue;
    const untouched = tables.links.byId.get(id) === (link as unknown);
    if (!(untouched && suspendedLinks.has(id))) links.push({ id, predecessor, successor });
  }
  return links;
}

/** Whether there is any circle at all. Most often there is none, and numbers tell so much sooner than names. */
function hasCircle(
  ids: readonly string[],
  parentOf: ReadonlyMap<string, string>,
  links: readonly LiveLink[],
): boolean {
  const place = new Map(ids.map((id, at) => [id, at]));
  const isSummary = new Uint8Array(ids.length);
  for (const parent of parentOf.values()) isSummary[place.get(parent) ?? -1] = 1;
  const end = (task: number): number => (isSummary[task] === 1 ? ids.length + task : task);
  const edges = new EdgeList(2 * parentOf.size + links.length);
  for (const [id, parent] of parentOf) {
    const [task, above] = [place.get(id), place.get(parent)];
    if (task === undefined || above === undefined) continue;
    edges.connect(above, task);
    edges.connect(end(task), end(above));
  }
  for (const { predecessor, successor } of links) {
    edges.connect(end(place.get(predecessor) ?? 0), place.get(successor) ?? 0);
  }
  return !formNoCircle(2 * ids.length, edges);
}

function circleProblem(
  draft: DraftPlan,
  circle: readonly Step[],
  { closing, parentOf }: { closing: Cause; parentOf: ReadonlyMap<string, string> },
): Problem {
  const passed = [...circle.slice(-1), ...circle].map(({ to }) => to.replace(/[<>]$/, ''));
  const names = passed.map((id) => draft.taskName(id));
  const path = names.filter((name, index) => index === 0 || name !== names[index - 1]).join(' → ');
  if (!isParentEdge(closing)) {
    const isOnlyLink = circle.every(({ cause }) => cause === closing || isParentEdge(cause));
    if (!isOnlyLink) return problem('link/cycle', { path });
    const at = circle.findIndex(({ cause }) => cause === closing);
    const [from = '', to = ''] = passed.slice(at, at + 2);
    const [task, summary] = liesUnder(from, to, parentOf) ? [from, to] : [to, from];
    return problem('link/withinSummary', { title: draft.taskName(task), summary: draft.taskName(summary) });
  }
  const child = closing.slice('tasks/'.length);
  const facts = { title: draft.taskName(child), parent: draft.taskName(parentOf.get(child) ?? '') };
  if (!circle.every(({ cause }) => isParentEdge(cause)))
    return problem('task/parentInCircle', { ...facts, path });
  return circle.length === 1 ? problem('task/underItself', facts) : problem('task/parentCycle', facts);
}

function liesUnder(task: string, summary: string, parentOf: ReadonlyMap<string, string>): boolean {
  for (let above = parentOf.get(task); above !== undefined; above = parentOf.get(above)) {
    if (above === summary) return true;
  }
  return false;
}

function isParentEdge(cause: Cause): boolean {
  return cause.startsWith('tasks/');
}

/** @returns the steps round one circle; the last leads to where the first begins */
function circleOfParents(parentOf: ReadonlyMap<string, string>): readonly Step[] | undefined {
  const settled = new Set<string>();
  for (const start of parentOf.keys()) {
    const path: Step[] = [];
    const passed = new Map<string, number>();
    for (let id: string | undefined = start; id !== undefined && !settled.has(id);) {
      const closedAt = passed.get(id);
      if (closedAt !== undefined) return path.slice(closedAt);
      passed.set(id, path.length);
      const parent = parentOf.get(id);
      if (parent !== undefined) path.push({ to: parent, cause: `tasks/${id}` });
      id = parent;
    }
    for (const id of passed.keys()) settled.add(id);
  }
  return undefined;
}

function circleOfLinks(
  ids: readonly string[],
  parentOf: ReadonlyMap<string, string>,
  links: readonly LiveLink[],
): readonly Step[] | undefined {
  const summaries = new Set(parentOf.values());
  const begin = (id: string): string => (summaries.has(id) ? `${id}<` : id);
  const end = (id: string): string => (summaries.has(id) ? `${id}>` : id);
  const steps = new Map<string, Step[]>();
  const connect = (from: string, to: string, cause: Cause): void => {
    const list = steps.get(from);
    if (list === undefined) steps.set(from, [{ to, cause }]);
    else list.push({ to, cause });
  };
  for (const id of ids) {
    const parent = parentOf.get(id);
    if (parent !== undefined) {
      connect(begin(parent), begin(id), `tasks/${id}`);
      connect(end(id), end(parent), `tasks/${id}`);
    }
  }
  for (const { id, predecessor, successor } of links) {
    connect(end(predecessor), begin(successor), `links/${id}`);
  }
  return stepsRoundACircle(steps);
}

/** Depth-first search with an explicit stack; @returns the steps of one circle, the last leading to its first node. */
function stepsRoundACircle(steps: ReadonlyMap<string, readonly Step[]>): readonly Step[] | undefined {
  const done = new Set<string>();
  for (const root of steps.keys()) {
    if (done.has(root)) continue;
    // The steps taken so far; the one that leads to the root has no cause.
    const path: Step[] = [{ to: root, cause: '' }];
    const onPath = new Set([root]);
    const nextStep: number[] = [0];
    while (path.length > 0) {
      const node = path[path.length - 1]?.to ?? root;
      const at = nextStep[nextStep.length - 1] ?? 0;
      const step = steps.get(node)?.[at];
      if (step === undefined) {
        done.add(node);
        onPath.delete(node);
        path.pop();
        nextStep.pop();
        continue;
      }
      nextStep[nextStep.length - 1] = at + 1;
      if (onPath.has(step.to)) {
        const first = path.findIndex(({ to }) => to === step.to);
        return [...path.slice(first + 1), step];
      }
      if (!done.has(step.to)) {
        path.push(step);
        onPath.add(step.to);
        nextStep.push(0);
      }
    }
  }
  return undefined;
}
