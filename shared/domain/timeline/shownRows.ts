/** The rows of the outline a timeline shows: without what is folded away or belongs to others. */
import type { OutlineRow } from '../outline';
import type { Workbook } from '../workbook';

/** A person, `none` for tasks without an owner, or everyone. */
export type OwnerFilter =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'none' }
  | { readonly kind: 'person'; readonly id: string };

export const EVERYONE: OwnerFilter = { kind: 'everyone' };

/** Summaries stay in sight while anything under them does. A filter looks into folded summaries, and folds nothing open. */
export function shownRows(
  { outline, tables }: Workbook,
  folded: ReadonlySet<string>,
  owner: OwnerFilter = EVERYONE,
): readonly OutlineRow[] {
  const { rows } = outline;
  const kept =
    owner.kind === 'everyone'
      ? null
      : keptRows(rows, (id) => ownerFits(tables.tasks.byId.get(id)?.owner ?? null, owner), outline.index);
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

function keptRows(
  rows: readonly OutlineRow[],
  fits: (id: string) => boolean,
  index: ReadonlyMap<string, number>,
): Uint8Array {
  const kept = new Uint8Array(rows.length);
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at];
    if (row === undefined) continue;
    if (!row.hasChildren && fits(row.id)) kept[at] = 1;
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
