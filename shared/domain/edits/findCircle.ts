/** Refuses edits that would close a circle of links or put a task under itself. Circles that a merge left are let be. */
import { problem, type Problem } from '../base/problem';
import type { DraftPlan } from './draftPlan';

interface Step {
  readonly to: string;
}

export function findCircle(draft: DraftPlan): Problem | undefined {
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
  return (
    circleOfParents(draft, parentOf) ??
    circleOfLinks(
      draft,
      tasks.map((task) => task.id),
      parentOf,
    )
  );
}

function circleOfParents(draft: DraftPlan, parentOf: ReadonlyMap<string, string>): Problem | undefined {
  const settled = new Set<string>();
  for (const start of parentOf.keys()) {
    const path = new Set<string>();
    for (let id: string | undefined = start; id !== undefined && !settled.has(id); id = parentOf.get(id)) {
      if (path.has(id)) {
        const parent = parentOf.get(id) ?? id;
        return problem('task/parentCycle', { title: draft.taskName(id), parent: draft.taskName(parent) });
      }
      path.add(id);
    }
    for (const id of path) settled.add(id);
  }
  return undefined;
}

function circleOfLinks(
  draft: DraftPlan,
  ids: readonly string[],
  parentOf: ReadonlyMap<string, string>,
): Problem | undefined {
  const summaries = new Set(parentOf.values());
  const begin = (id: string): string => (summaries.has(id) ? `${id}<` : id);
  const end = (id: string): string => (summaries.has(id) ? `${id}>` : id);
  const steps = new Map<string, Step[]>();
  const connect = (from: string, to: string): void => {
    const list = steps.get(from);
    if (list === undefined) steps.set(from, [{ to }]);
    else list.push({ to });
  };
  for (const id of ids) {
    const parent = parentOf.get(id);
    if (parent !== undefined) {
      connect(begin(parent), begin(id));
      connect(end(id), end(parent));
    }
  }
  const present = new Set(ids);
  for (const link of draft.live('links')) {
    const { predecessor, successor } = link;
    if (typeof predecessor !== 'string' || typeof successor !== 'string') continue;
    if (!present.has(predecessor) || !present.has(successor)) continue;
    const untouched = draft.workbook.tables.links.byId.get(link.id) === (link as unknown);
    if (untouched && draft.workbook.suspendedLinks.has(link.id)) continue;
    connect(end(predecessor), begin(successor));
  }
  const circle = pathRoundACircle(steps);
  if (circle === undefined) return undefined;
  const names = circle.map((node) => draft.taskName(node.replace(/[<>]$/, '')));
  const path = names.filter((name, index) => index === 0 || name !== names[index - 1]).join(' → ');
  return problem('link/cycle', { path });
}

/** Depth-first search with an explicit stack; @returns the nodes of one circle, its first node repeated at the end. */
function pathRoundACircle(steps: ReadonlyMap<string, readonly Step[]>): string[] | undefined {
  const done = new Set<string>();
  for (const root of steps.keys()) {
    if (done.has(root)) continue;
    const path: string[] = [root];
    const onPath = new Set([root]);
    const nextStep: number[] = [0];
    while (path.length > 0) {
      const node = path[path.length - 1] ?? root;
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
      if (onPath.has(step.to)) return [...path.slice(path.indexOf(step.to)), step.to];
      if (!done.has(step.to)) {
        path.push(step.to);
        onPath.add(step.to);
        nextStep.push(0);
      }
    }
  }
  return undefined;
}
