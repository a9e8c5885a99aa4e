/** Which links could be seen from a row, without looking at the others: links are filed by blocks of rows. */
import type { OutlineRow } from '../outline';
import type { Link } from '../registers/all';
import type { Workbook } from '../workbook';

export interface IndexedLink {
  readonly id: string;
  readonly type: Link['type'];
  readonly lagDays: number;
  /** Rows of the predecessor and the successor. */
  readonly from: number;
  readonly to: number;
}

/** A list of links for each block of rows; a link is in every block it crosses. */
export type LinkIndex = readonly (readonly IndexedLink[])[];

const ROWS_PER_BLOCK_SHIFT = 6;

function blockOf(row: number): number {
  return row >> ROWS_PER_BLOCK_SHIFT;
}

/** @param rows the rows shown, in order; links to rows that are folded away are not drawn */
export function linkIndex(workbook: Workbook, rows: readonly OutlineRow[]): LinkIndex {
  const rowOf = new Map(rows.map((row, index) => [row.id, index]));
  const blocks: IndexedLink[][] = Array.from({ length: blockOf(rows.length) + 1 }, () => []);
  for (const link of workbook.tables.links.live) {
    if (workbook.suspendedLinks.has(link.id) || link.predecessor === null || link.successor === null)
      continue;
    const from = rowOf.get(link.predecessor);
    const to = rowOf.get(link.successor);
    if (from === undefined || to === undefined) continue;
    const indexed = { id: link.id, type: link.type, lagDays: link.lagDays, from, to };
    for (let block = blockOf(Math.min(from, to)); block <= blockOf(Math.max(from, to)); block++)
      blocks[block]?.push(indexed);
  }
  return blocks;
}

/** Calls back for every link that crosses or touches the rows, once. */
export function eachLinkBetween(
  index: LinkIndex,
  first: number,
  last: number,
  visit: (link: IndexedLink) => void,
): void {
  for (let block = blockOf(first); block <= blockOf(last); block++) {
    for (const link of index[block] ?? []) {
      const top = Math.min(link.from, link.to);
      const isFirstSight = block === Math.max(blockOf(first), blockOf(top));
      if (isFirstSight && top <= last && Math.max(link.from, link.to) >= first) visit(link);
    }
  }
}
