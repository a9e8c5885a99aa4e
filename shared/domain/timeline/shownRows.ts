/** The rows of the outline a timeline shows: without what is folded away or belongs to others. */
import type { Outline, OutlineRow } from '../outline';
import { taskInRow, type Workbook } from '../workbook';

/** A person, `none` for tasks without an owner, or everyone. */
export type OwnerFilter =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'none' }
  | { readonly kind: 'person'; readonly id: string };

export const EVERYONE: OwnerFilter = { kind: 'everyone' };

/** Summaries stay in sight while anything under them does. A filter looks into folded summaries, and folds nothing open. */
export function shownRows(
  workbook: Workbook,
  folded: ReadonlySet<string>,
  owner: OwnerFilter = EVERYONE,
): readonly OutlineRow[] {
  return openRows(workbook.outline, folded, rowsOf(workbook, owner));
}

/** By row of the outline: 1 for those that a filter keeps; null for all. */
export type KeptRows = Uint8Array | null;

/** The rows that are kept and not folded away. */
export function openRows(
  { rows }: Outline,
  folded: ReadonlySet<string>,
  kept: KeptRows,
): readonly OutlineRow[] {
  if (folded.size === 0 && kept === null) return rows;
  const shown: OutlineRow[] = [];
  for (let at = 0; at < rows.length;) {
    const row = rows[at];
    if (row === undefined) break;
    if (kept === null || kept[at] === 1) shown.push(row);
    at = folded.has(row.id) ? row.end : at + 1;
  }
  return shown;
}

function ownerFits(owner: string | null, filter: OwnerFilter): boolean {
  return filter.kind === 'person' ? owner === filter.id : owner === null;
}

/** Rows with a task of the owner, and the summaries above them. */
export function rowsOf(workbook: Workbook, owner: OwnerFilter): KeptRows {
  if (owner.kind === 'everyone') return null;
  const { rows, index } = workbook.outline;
  const kept = new Uint8Array(rows.length);
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at];
    if (row === undefined) continue;
    if (!row.hasChildren && ownerFits(taskInRow(workbook, at)?.owner ?? null, owner)) kept[at] = 1;
    const above = row.parent === null ? undefined : index.get(row.parent);
    if (kept[at] === 1 && above !== undefined) kept[above] = 1;
  }
  return kept;
}

/** The summaries above a task, nearest first: what has to be open for it to be seen. */
export function summariesAbove({ outline }: Workbook, id: string): readonly string[] {
  const above: string[] = [];
  let row = outline.rows[outline.index.get(id) ?? -1];
  while (row !== undefined && row.parent !== null) {
    above.push(row.parent);
    row = outline.rows[outline.index.get(row.parent) ?? -1];
  }
  return above;
}
