/** The edits that settle a field which several sites wrote apart: ordinary writes, which meet the others' like any other. */
import { isDecided, saysGo } from '../approvals/standing';
import type { Edit, FieldValues } from '../edits/edit';
import type { RegisterId } from '../registers/all';
import type { Workbook } from '../workbook';
import { ARCHIVED_FIELD } from './valueText';

export interface Settled {
  readonly register: RegisterId;
  readonly id: string;
  readonly values: FieldValues;
}

/** Writing the value that is shown settles it too. */
export function settlingEdits(workbook: Workbook, { register, id, values }: Settled): readonly Edit[] {
  if (ARCHIVED_FIELD in values)
    return [{ kind: values[ARCHIVED_FIELD] === true ? 'archive' : 'restore', register, id }];
  const edit: Edit = { kind: 'set', register, id, values };
  if (register === 'approvals' && 'replacedBy' in values)
    return standingEdits(workbook, id, values['replacedBy']) ?? [edit];
  return register === 'tasks' && 'parent' in values
    ? [...placesBetween(workbook, id, values['parent'] ?? null), edit]
    : [edit];
}

/**
 * Of contradicting decisions the others are replaced by the one that stands; of those that agree with it, it is written
 * that nothing replaces them: whoever chooses otherwise elsewhere is then asked again. Undefined where none contradict.
 */
function standingEdits(
  { conflicts, tables }: Workbook,
  id: string,
  stands: unknown,
): readonly Edit[] | undefined {
  const asked = conflicts.find((each) => each.id === id && each.cause === 'contradictory');
  const { byId } = tables.approvals;
  const standing = (asked?.values ?? []).flatMap(({ value }) => {
    const approval = typeof value === 'string' ? byId.get(value) : undefined;
    return approval === undefined || !isDecided(approval) ? [] : [approval];
  });
  const chosen = standing.find((each) => each.id === stands);
  if (chosen === undefined) return undefined;
  return standing.map((each): Edit => {
    const replacedBy = saysGo(each) === saysGo(chosen) ? null : chosen.id;
    return { kind: 'set', register: 'approvals', id: each.id, values: { replacedBy } };
  });
}

/**
 * A task that goes under what lies under it itself drives the one between to the top. One that leaves a circle
 * otherwise lets the one between stay, and says so: whoever decides otherwise elsewhere is then asked again.
 */
function placesBetween(workbook: Workbook, id: string, under: unknown): readonly Edit[] {
  const placed = (child: string | undefined, parent: string | null): readonly Edit[] =>
    child === undefined ? [] : [{ kind: 'set', register: 'tasks', id: child, values: { parent } }];
  const leaving = childOnTheWayUp(workbook, id, under);
  if (leaving !== undefined) return placed(leaving, null);
  return placed(childOnTheWayUp(workbook, id, workbook.tables.tasks.byId.get(id)?.parent), id);
}

/** The task right under this one on the way up from another; undefined where that does not lie under it. */
function childOnTheWayUp({ tables }: Workbook, id: string, under: unknown): string | undefined {
  const seen = new Set<string>();
  let at = typeof under === 'string' ? tables.tasks.byId.get(under) : undefined;
  while (at !== undefined && !seen.has(at.id)) {
    if (at.parent === id) return at.id;
    seen.add(at.id);
    at = at.parent === null ? undefined : tables.tasks.byId.get(at.parent);
  }
  return undefined;
}
