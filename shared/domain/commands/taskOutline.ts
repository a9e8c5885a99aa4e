/**
 * Commands on the outline: deeper, shallower, up and down. They move whole branches; of chosen tasks, only those that
 * lie under no other chosen one count. Null where nothing can move.
 */
import type { Command, Edit } from '../edits/edit';
import type { OutlineRow } from '../outline';
import type { Workbook } from '../workbook';

/** The chosen rows that lie under no other chosen row, from top to bottom. */
export function outermostTasks({ outline }: Workbook, ids: readonly string[]): readonly OutlineRow[] {
  const indexes = [...new Set(ids)].flatMap((id) => outline.index.get(id) ?? []).sort((a, b) => a - b);
  const rows: OutlineRow[] = [];
  let covered = 0;
  for (const index of indexes) {
    const row = outline.rows[index];
    if (row === undefined || index < covered) continue;
    rows.push(row);
    covered = row.end;
  }
  return rows;
}

/** Tasks of one summary, or of the top, from top to bottom. */
export function siblingsUnder({ outline }: Workbook, parent: string | null): readonly OutlineRow[] {
  const above = parent === null ? undefined : outline.index.get(parent);
  if (parent !== null && above === undefined) return [];
  const rows: OutlineRow[] = [];
  const end = above === undefined ? outline.rows.length : (outline.rows[above]?.end ?? 0);
  for (let at = above === undefined ? 0 : above + 1; at < end;) {
    const row = outline.rows[at];
    if (row === undefined) break;
    rows.push(row);
    at = row.end;
  }
  return rows;
}

/** Puts each task last under the task before it. */
export function indentTasks(workbook: Workbook, ids: readonly string[]): Command | null {
  const moving = outermostTasks(workbook, ids);
  const chosen = new Set(moving.map(({ id }) => id));
  const edits = moving.flatMap((row): Edit[] => {
    const siblings = siblingsUnder(workbook, row.parent);
    const at = siblings.findIndex(({ id }) => id === row.id);
    const above = siblings.slice(0, at).findLast(({ id }) => !chosen.has(id));
    return above === undefined ? [] : [underAnother(row.id, above.id)];
  });
  return edits.length === 0 ? null : { label: edits.length === 1 ? 'Indent task' : 'Indent tasks', edits };
}

/** Puts each task behind the summary it lay under. */
export function outdentTasks(workbook: Workbook, ids: readonly string[]): Command | null {
  const { outline } = workbook;
  /** The last task that was put behind a summary, so that several keep their order. */
  const lastBehind = new Map<string, string>();
  const edits = outermostTasks(workbook, ids).flatMap((row): Edit[] => {
    if (row.parent === null) return [];
    const above = outline.rows[outline.index.get(row.parent) ?? -1];
    const after = lastBehind.get(row.parent) ?? row.parent;
    lastBehind.set(row.parent, row.id);
    return [
      underAnother(row.id, above?.parent ?? null),
      { kind: 'place', register: 'tasks', id: row.id, after },
    ];
  });
  return edits.length === 0 ? null : { label: edits.length === 2 ? 'Outdent task' : 'Outdent tasks', edits };
}

function underAnother(id: string, parent: string | null): Edit {
  return { kind: 'set', register: 'tasks', id, values: { parent } };
}

/** Moves tasks by one place among their siblings. */
export function moveTasks(
  workbook: Workbook,
  ids: readonly string[],
  direction: 'up' | 'down',
): Command | null {
  const moving = outermostTasks(workbook, ids);
  const chosen = new Set(moving.map(({ id }) => id));
  const parents = [...new Set(moving.map(({ parent }) => parent))];
  const edits = parents.flatMap((parent) => {
    const before = siblingsUnder(workbook, parent).map(({ id }) => id);
    const after =
      direction === 'up' ? movedUp(before, chosen) : movedUp(before.toReversed(), chosen).toReversed();
    return placesOf(before, after, chosen);
  });
  if (edits.length === 0) return null;
  return { label: direction === 'up' ? 'Move up' : 'Move down', edits };
}

/** Each chosen one changes places with the one before it, unless that is chosen too. */
function movedUp(ids: readonly string[], chosen: ReadonlySet<string>): string[] {
  const moved = [...ids];
  for (let at = 1; at < moved.length; at++) {
    const [before, here] = [moved[at - 1], moved[at]];
    if (before === undefined || here === undefined || !chosen.has(here) || chosen.has(before)) continue;
    moved[at - 1] = here;
    moved[at] = before;
  }
  return moved;
}

/** Only the chosen tasks are written, so that a neighbor moved elsewhere at the same time stays where it was put. */
function placesOf(before: readonly string[], after: readonly string[], chosen: ReadonlySet<string>): Edit[] {
  if (before.every((id, at) => id === after[at])) return [];
  return after.flatMap((id, at): Edit[] =>
    chosen.has(id) && before[at] !== id
      ? [{ kind: 'place', register: 'tasks', id, after: after[at - 1] ?? null }]
      : [],
  );
}
