/** Joins a grid's content, the person's choices and the page: what both the plain grid and the timeline are made of. */
import { type Ref, useContext, useId, useImperativeHandle, useLayoutEffect, useMemo, useState } from 'react';
import { announce } from '../announce';
import { type ColumnLayout, layOutColumns } from './columnLayout';
import { EditRefusal } from './EditRefusal';
import { GridController } from './GridController';
import type { GridHeadEvents } from './GridHead';
import type { RowFrame } from './GridRow';
import type { GridHost, WantedCell } from './GridSelecting';
import type { GridCell, GridColumn, GridContent, GridEvents } from './gridTypes';

/** What the owner of a grid can ask of it. */
export interface GridHandle {
  /** Moves the focus to a cell, now or when its row appears. */
  readonly show: (wanted: WantedCell) => void;
  /** Gives the grid the keyboard. */
  readonly focus: () => void;
}

export interface GridProps extends GridContent, GridEvents, GridHeadEvents {
  /** Names the grid for screen readers. */
  readonly label: string;
  /** The row the focus follows when it is chosen elsewhere, such as on a map beside the grid. */
  readonly selectedRowKey?: string | null;
  /** A last row that stays in sight. */
  readonly totals?: (columnId: string) => GridCell;
  /** Widths a person set, by column; the grid keeps them itself unless they are given. */
  readonly columnWidths?: ReadonlyMap<string, number>;
  readonly onColumnWidth?: (columnId: string, width: number) => void;
  readonly ref?: Ref<GridHandle>;
}

/** The cells of each row, asked for once until the content changes. */
export class RowCells {
  readonly #content: GridContent;
  readonly #rows = new Map<number, readonly GridCell[]>();

  constructor(content: GridContent) {
    this.#content = content;
  }

  at(index: number): readonly GridCell[] {
    const known = this.#rows.get(index);
    if (known !== undefined) return known;
    const cells = this.#content.columns.map((column) => this.#content.cell(index, column.id));
    this.#rows.set(index, cells);
    return cells;
  }
}

export interface Grid {
  readonly controller: GridController;
  readonly content: GridContent;
  readonly frame: RowFrame;
  readonly rowCells: RowCells;
  readonly setColumnWidth: (columnId: string, width: number) => void;
}

function rowHeaderColumn(columns: readonly GridColumn[]): number {
  const named = columns.findIndex((column) => column.rowHeader === true);
  return named !== -1
    ? named
    : Math.max(
        0,
        columns.findIndex((column) => column.tree === true),
      );
}

const NO_WIDTHS: ReadonlyMap<string, number> = new Map();

export function useGrid(props: GridProps, rowHeight: number, available: number): Grid {
  const { columns, rows, cell, columnWidths, onColumnWidth } = props;
  const gridId = useId();
  const [controller] = useState(() => new GridController(rowHeaderColumn(columns)));
  const [ownWidths, setOwnWidths] = useState(NO_WIDTHS);
  const widths = columnWidths ?? ownWidths;
  const layout: ColumnLayout = useMemo(
    () => layOutColumns(columns, widths, available),
    [columns, widths, available],
  );
  const content = useMemo<GridContent>(() => ({ columns, rows, cell }), [columns, rows, cell]);
  const rowCells = useMemo(() => new RowCells(content), [content]);
  const isTree = rows.depth !== undefined;
  const canEdit = useContext(EditRefusal) === null && props.onEdit !== undefined;
  const frame = useMemo<RowFrame>(() => {
    return {
      gridId,
      columns,
      layout,
      template: layout.columns.map((column) => `${column.width}px`).join(' '),
      rowHeight,
      rowHeaderColumn: rowHeaderColumn(columns),
      isTree,
      state: controller.state,
      canEdit,
    };
  }, [gridId, columns, layout, rowHeight, isTree, controller, canEdit]);

  const setColumnWidth = useMemo(
    () => (columnId: string, width: number) => {
      setOwnWidths((was) => new Map(was).set(columnId, width));
      onColumnWidth?.(columnId, width);
    },
    [onColumnWidth],
  );
  return { controller, content, frame, rowCells, setColumnWidth };
}

/** Hands the controller what is current, after each render; `host` may change every time. */
export function useGridUpdates(
  grid: Grid,
  props: GridProps,
  host: Omit<GridHost, 'say'>,
  focus: () => void,
): void {
  const { controller, content } = grid;
  const onRefused = useContext(EditRefusal);
  useLayoutEffect(() => {
    const events = onRefused === null ? props : { ...props, onRefused };
    controller.update(content, events, { ...host, say: announce });
  });
  const { selectedRowKey } = props;
  useLayoutEffect(() => {
    if (selectedRowKey !== undefined && selectedRowKey !== null) controller.show({ rowKey: selectedRowKey });
  }, [controller, selectedRowKey]);
  useImperativeHandle(
    props.ref,
    () => ({
      show: (wanted) => {
        focus();
        controller.show(wanted);
      },
      focus,
    }),
    [controller, focus],
  );
}
