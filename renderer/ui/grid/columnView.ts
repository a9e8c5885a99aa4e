/** How a person set the columns of a table, as values: which are shown, in which order, how wide. */
import type { TableHeads } from '../../../shared/domain/records/keptHeads';
import type { SortKey } from '../../../shared/domain/records/ordering';
import type { GridColumn } from './gridTypes';

/** What the heads of a table change. */
export type HeadView = Omit<TableHeads, 'shown'>;

/** The same of a table whose columns follow from the plan or the window: what nobody chose is up to its page. */
export type ColumnView = TableHeads;

export function firstColumnView(sort: readonly SortKey[] = []): ColumnView {
  return { columns: [], sort, widths: {}, shown: {} };
}

/** A column of a page; `isExtra` ones wait until somebody asks for them. */
export type PageColumn = GridColumn & { readonly isExtra?: boolean };

/** The columns that are shown, in the order that was chosen; a column that is new stands behind its neighbor. */
export function arrangedColumns(
  all: readonly PageColumn[],
  { columns, shown }: Pick<ColumnView, 'columns' | 'shown'>,
): readonly GridColumn[] {
  const byId = new Map(all.map((column) => [column.id, column]));
  const arranged = columns.flatMap((id) => byId.get(id) ?? []);
  all.forEach((column, at) => {
    if (arranged.includes(column)) return;
    const before = all[at - 1];
    arranged.splice(before === undefined ? 0 : arranged.indexOf(before) + 1, 0, column);
  });
  return arranged.filter(({ id, isExtra = false }) => shown[id] ?? !isExtra);
}

/**
 * The columns with one at another place.
 * @param pinned how many of the first stay where they are
 */
export function movedColumn(
  columns: readonly string[],
  name: string,
  to: number,
  pinned = 1,
): readonly string[] {
  const first = columns.slice(0, pinned);
  if (first.includes(name)) return columns;
  const rest = columns.slice(pinned).filter((other) => other !== name);
  const at = Math.max(0, to - pinned);
  return [...first, ...rest.slice(0, at), name, ...rest.slice(at)];
}

/** What was asked for and taken away, after a choice among all columns. */
export function chosenColumns(
  all: readonly PageColumn[],
  { columns, shown }: Pick<ColumnView, 'columns' | 'shown'>,
  chosen: readonly string[],
): ColumnView['shown'] {
  const now = new Set(arrangedColumns(all, { columns, shown }).map(({ id }) => id));
  const changed = all.filter(({ id }) => now.has(id) !== chosen.includes(id));
  return { ...shown, ...Object.fromEntries(changed.map(({ id }) => [id, chosen.includes(id)])) };
}

/** What the first and the last column of a page carry of its margin, beyond the padding of every cell. CSS px. */
export const EDGE_PX = 26;

/** The last column wider by what it carries of the page's margin, whichever it is. */
export function withEdge(columns: readonly GridColumn[]): readonly GridColumn[] {
  const last = columns.at(-1);
  return last === undefined ? columns : [...columns.slice(0, -1), { ...last, width: last.width + EDGE_PX }];
}

/** `Ordered by Job, descending, then Name.` */
export function sortWords(columns: readonly GridColumn[], sort: readonly SortKey[]): string {
  const keys = sort.flatMap(({ field, descending }) => {
    const column = columns.find(({ id }) => id === field);
    return column === undefined ? [] : [descending ? `${column.label}, descending` : column.label];
  });
  return keys.length === 0 ? 'Ordered by no column.' : `Ordered by ${keys.join(', then ')}.`;
}
