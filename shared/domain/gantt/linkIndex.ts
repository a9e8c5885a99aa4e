/** Which links could be seen from a row, without looking at the others: links are filed by blocks of rows. */
import { placesIn, type OutlineRow } from '../outline';
import type { Link } from '../registers/all';
import { linksInForce, type LinkColumns } from '../schedule/linksInForce';
import type { Workbook } from '../workbook';

export interface IndexedLink {
  readonly id: string;
  readonly type: Link['type'];
  readonly lagDays: number;
  /** Rows of the predecessor and the successor. */
  readonly from: number;
  readonly to: number;
}

/** Links by block of rows; a link is in every block it crosses. */
export interface LinkIndex {
  readonly columns: LinkColumns;
  readonly links: readonly Link[];
  /** By link in force: the rows shown of its predecessor and its successor; -1 where one is not shown. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The links of a block stand from `offset[block]` up to `offset[block + 1]`. */
  readonly offset: Int32Array;
  readonly filed: Int32Array;
}

const ROWS_PER_BLOCK_SHIFT = 6;

function blockOf(row: number): number {
  return row >> ROWS_PER_BLOCK_SHIFT;
}

/** The last index of each list of rows. */
const known = new WeakMap<readonly OutlineRow[], LinkIndex>();

/**
 * The same value for as long as neither links nor rows change.
 * @param rows the rows shown, in order; links to rows that are folded away are not drawn
 */
export function linkIndex(workbook: Workbook, rows: readonly OutlineRow[]): LinkIndex {
  const columns = linksInForce(workbook);
  const last = known.get(rows);
  if (last?.columns === columns) return last;
  const index = fileLinks(workbook, columns, rows);
  known.set(rows, index);
  return index;
}

function fileLinks(
  { outline, tables }: Workbook,
  columns: LinkColumns,
  rows: readonly OutlineRow[],
): LinkIndex {
  const shown = new Int32Array(outline.rows.length).fill(-1);
  placesIn(outline, rows).forEach((place, row) => {
    if (place >= 0) shown[place] = row;
  });
  const { count } = columns;
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const offset = new Int32Array(blockOf(rows.length) + 2);
  const eachBlock = (link: number, visit: (block: number) => void): void => {
    const [a, b] = [from[link] ?? -1, to[link] ?? -1];
    if (a < 0 || b < 0) return;
    for (let block = blockOf(Math.min(a, b)); block <= blockOf(Math.max(a, b)); block++) visit(block);
  };
  for (let link = 0; link < count; link++) {
    from[link] = shown[columns.from[link] ?? -1] ?? -1;
    to[link] = shown[columns.to[link] ?? -1] ?? -1;
    eachBlock(link, (block) => (offset[block + 1] = (offset[block + 1] ?? 0) + 1));
  }
  for (let block = 1; block < offset.length; block++)
    offset[block] = (offset[block] ?? 0) + (offset[block - 1] ?? 0);
  const filed = new Int32Array(offset.at(-1) ?? 0);
  const next = offset.slice();
  for (let link = 0; link < count; link++) {
    eachBlock(link, (block) => {
      const place = next[block] ?? 0;
      filed[place] = link;
      next[block] = place + 1;
    });
  }
  return { columns, links: tables.links.live, from, to, offset, filed };
}

/** Calls back for every link that crosses or touches the rows, once. */
export function eachLinkBetween(
  index: LinkIndex,
  first: number,
  last: number,
  visit: (link: IndexedLink) => void,
): void {
  for (let block = blockOf(first); block <= blockOf(last); block++) {
    const end = index.offset[block + 1] ?? 0;
    for (let place = index.offset[block] ?? 0; place < end; place++) {
      const link = index.filed[place] ?? 0;
      const from = index.from[link] ?? 0;
      const to = index.to[link] ?? 0;
      const top = Math.min(from, to);
      const isFirstSight = block === Math.max(blockOf(first), blockOf(top));
      if (!isFirstSight || top > last || Math.max(from, to) < first) continue;
      const record = index.links[index.columns.link[link] ?? -1];
      if (record !== undefined)
        visit({ id: record.id, type: record.type, lagDays: record.lagDays, from, to });
    }
  }
}
