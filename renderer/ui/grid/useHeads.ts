/** What the heads of a table change of its columns and of the order of its rows, and what is said of it. */
import { useMemo } from 'react';
import { nextSort } from '../../../shared/domain/records/ordering';
import { announce } from '../announce';
import {
  arrangedColumns,
  movedColumn,
  sortWords,
  withEdge,
  type ColumnView,
  type HeadView,
  type PageColumn,
} from './columnView';
import type { GridColumn } from './gridTypes';
import type { GridProps } from './useGrid';

/** The columns of a page as a person set them; the same ones until something about them changes. */
export function useArranged(
  all: readonly PageColumn[],
  { columns, shown }: Pick<ColumnView, 'columns' | 'shown'>,
  isAtEdge = false,
): readonly GridColumn[] {
  return useMemo(() => {
    const arranged = arrangedColumns(all, { columns, shown });
    return isAtEdge ? withEdge(arranged) : arranged;
  }, [all, columns, shown, isAtEdge]);
}

export interface HeadsInput {
  /** As they are shown. */
  readonly columns: readonly GridColumn[];
  readonly view: HeadView;
  readonly change: (part: Partial<HeadView>) => void;
  /** How many of the first stay where they are. */
  readonly pinned?: number;
  /** Whether the rows have an order of their own that no head changes. */
  readonly isOrderFixed?: boolean;
}

type HeadProps = Pick<
  GridProps,
  'columns' | 'columnWidths' | 'onColumnWidth' | 'onMoveColumn' | 'pinnedColumns' | 'sort' | 'onSort'
>;

/** The properties of a grid that its heads are made of. */
export function useHeads({ columns, view, change, pinned = 1, isOrderFixed = false }: HeadsInput): HeadProps {
  const { widths, sort } = view;
  const columnWidths = useMemo(() => new Map(Object.entries(widths)), [widths]);
  const heads: HeadProps = {
    columns,
    columnWidths,
    pinnedColumns: pinned,
    onColumnWidth: (id, width) => {
      change({ widths: { ...widths, [id]: width } });
    },
    onMoveColumn: (id, to) => {
      const ids = columns.map((column) => column.id);
      const moved = movedColumn(ids, id, to, pinned);
      const label = columns.find((column) => column.id === id)?.label ?? '';
      const place = `${String(moved.indexOf(id) + 1)} of ${String(moved.length)}`;
      announce(moved === ids ? `${label} stays where it is.` : `${label} is column ${place}.`);
      if (moved !== ids) change({ columns: moved });
    },
  };
  if (isOrderFixed) return heads;
  return {
    ...heads,
    sort: sort.map(({ field, descending }) => ({ columnId: field, descending })),
    onSort: (id, adds) => {
      const next = nextSort(sort, id, adds);
      announce(sortWords(columns, next));
      change({ sort: next });
    },
  };
}
