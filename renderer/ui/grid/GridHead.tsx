/**
 * The row of column heads. A press orders the rows by the column, a drag puts the column elsewhere, a drag of its right
 * edge sets its width; by keyboard all of it from the focused head, which Ctrl+Up leads to.
 */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { announce } from '../announce';
import { LEAST_COLUMN_WIDTH } from './columnLayout';
import type { RowFrame } from './GridRow';
import type { GridColumn } from './gridTypes';
import { headCommandOf } from './headKeys';

/** The columns that order the rows, the first one first. */
export type GridSort = readonly { readonly columnId: string; readonly descending: boolean }[];

/** What can be done with heads; absent, the order of the rows or of the columns is fixed. */
export interface GridHeadEvents {
  readonly sort?: GridSort | undefined;
  /** @param adds keeps the columns that order the rows already */
  readonly onSort?: ((columnId: string, adds: boolean) => void) | undefined;
  /** @param to the place it takes among all columns, from 0 */
  readonly onMoveColumn?: ((columnId: string, to: number) => void) | undefined;
  /** How many of the first columns stay where they are; no head can be dragged among them. */
  readonly pinnedColumns?: number | undefined;
}

export interface GridHeadProps extends GridHeadEvents {
  readonly frame: RowFrame;
  /** CSS px. */
  readonly height: number;
  readonly onResize: (columnId: string, width: number) => void;
  /** Gives the keyboard back to the cells. */
  readonly onLeave: () => void;
}

/** A step of a width by keyboard, and how far a press may wander before it is a drag. CSS px. */
const WIDTH_STEP = 16;
const STILL_PX = 6;

export function focusHead(table: HTMLElement | null, column: number): void {
  table?.querySelector<HTMLElement>(`[data-head="${String(column)}"]`)?.focus();
}

export function GridHead(props: GridHeadProps) {
  const { frame, height } = props;
  const row = useRef<HTMLDivElement>(null);
  const [target, setTarget] = useState<DropTarget | null>(null);
  return (
    <div role="rowgroup" className="dg-head">
      <div
        ref={row}
        role="row"
        aria-rowindex={1}
        className="dg-head-row"
        style={{ gridTemplateColumns: frame.template, height }}
      >
        {frame.columns.map((column, at) => (
          <HeadCell
            key={column.id}
            {...props}
            column={column}
            at={at}
            mark={target?.at === at ? (target.isBehind ? 'is-target is-behind' : 'is-target') : null}
            onTarget={setTarget}
            onGo={(to) => {
              focusHead(row.current, Math.max(0, Math.min(frame.columns.length - 1, to)));
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** Where a column that is dragged would stand: in front of or behind the one under the pointer. */
interface DropTarget {
  readonly at: number;
  readonly isBehind: boolean;
}

interface HeadCellProps extends GridHeadProps {
  readonly column: GridColumn;
  readonly at: number;
  /** What shows that a column that is dragged would come here. */
  readonly mark: string | null;
  readonly onTarget: (target: DropTarget | null) => void;
  readonly onGo: (at: number) => void;
}

function HeadCell(props: HeadCellProps) {
  const {
    frame,
    column,
    at,
    sort = [],
    onSort,
    onMoveColumn,
    pinnedColumns = 0,
    onResize,
    onLeave,
    mark,
    onTarget,
    onGo,
  } = props;
  const placed = frame.layout.columns[at];
  const stickyLeft = placed?.stickyLeft ?? null;
  const width = placed?.width ?? column.width;
  const rank = sort.findIndex(({ columnId }) => columnId === column.id);
  const drag = useRef<{ readonly startX: number; isMoved: boolean } | null>(null);

  const resize = (wanted: number): void => {
    const next = Math.max(LEAST_COLUMN_WIDTH, Math.round(wanted));
    onResize(column.id, next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = headCommandOf(event);
    if (command === null) return;
    event.stopPropagation();
    // A typed letter goes on into the cell the keyboard returns to.
    if (command.kind !== 'type') event.preventDefault();
    switch (command.kind) {
      case 'go':
        onGo(at + command.step);
        return;
      case 'sort':
        if (onSort === undefined) announce('The rows of this table keep their order.');
        else onSort(column.id, command.adds);
        return;
      case 'resize':
        resize(width + command.step * WIDTH_STEP);
        announce(`${String(Math.max(LEAST_COLUMN_WIDTH, width + command.step * WIDTH_STEP))} wide`);
        return;
      case 'move':
        onMoveColumn?.(column.id, at + command.step);
        return;
      default:
        onLeave();
    }
  };
  const isMovable = onMoveColumn !== undefined && at >= pinnedColumns;
  const dropPlace = (event: PointerEvent<HTMLElement>): number | null => {
    const under = headUnder(event);
    return under === null ? null : Math.max(pinnedColumns, under);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    drag.current = { startX: event.clientX, isMoved: false };
    if (isMovable) event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const now = drag.current;
    if (now === null || !isMovable) return;
    now.isMoved ||= Math.abs(event.clientX - now.startX) > STILL_PX;
    const to = now.isMoved ? dropPlace(event) : null;
    onTarget(to === null ? null : { at: to, isBehind: to > at });
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    const to = drag.current?.isMoved === true ? dropPlace(event) : null;
    onTarget(null);
    if (to !== null && to !== at) onMoveColumn?.(column.id, to);
  };
  const names = ['dg-head-cell'];
  if (column.align === 'end') names.push('n');
  if (stickyLeft !== null) names.push('is-sticky');
  if (onSort !== undefined) names.push('is-sorting');
  if (mark !== null) names.push(mark);
  return (
    <div
      role="columnheader"
      aria-colindex={at + 1}
      {...(rank === 0 ? { 'aria-sort': sort[0]?.descending === true ? 'descending' : 'ascending' } : {})}
      data-head={at}
      tabIndex={-1}
      className={names.join(' ')}
      style={stickyLeft === null ? {} : { left: stickyLeft }}
      title={
        onSort === undefined
          ? column.label
          : `${column.label}: press to order by it, Shift for a second order`
      }
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
        onTarget(null);
      }}
      onClick={(event) => {
        if (drag.current?.isMoved !== true) onSort?.(column.id, event.shiftKey);
      }}
    >
      <span className={column.hiddenLabel === true ? 'sr' : 'clip'}>{column.label}</span>
      <SortSign sort={sort} rank={rank} />
      <ResizeEdge width={width} onResize={resize} />
    </div>
  );
}

/** The column over which the pointer is. */
function headUnder({ clientX, currentTarget }: PointerEvent<HTMLElement>): number | null {
  const { top, height } = currentTarget.getBoundingClientRect();
  const head = document.elementFromPoint(clientX, top + height / 2)?.closest<HTMLElement>('[data-head]');
  const at = head?.dataset['head'];
  return at === undefined ? null : Number(at);
}

/** Which way the rows are ordered by a column, and in which turn where there are several. */
function SortSign({ sort, rank }: { readonly sort: GridSort; readonly rank: number }) {
  const key = sort[rank];
  if (key === undefined) return null;
  const Icon = key.descending ? ArrowDown : ArrowUp;
  return (
    <span className="dg-sort" aria-hidden>
      <Icon size={12} strokeWidth={1.75} />
      {sort.length > 1 && <span className="num">{rank + 1}</span>}
    </span>
  );
}

function ResizeEdge({
  width,
  onResize,
}: {
  readonly width: number;
  readonly onResize: (width: number) => void;
}) {
  const drag = useRef<{ readonly startX: number; readonly startWidth: number } | null>(null);
  const end = (): void => {
    drag.current = null;
  };
  return (
    <span
      className="dg-resize"
      aria-hidden
      onClick={(event) => {
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { startX: event.clientX, startWidth: width };
      }}
      onPointerMove={(event) => {
        event.stopPropagation();
        if (drag.current !== null) onResize(drag.current.startWidth + event.clientX - drag.current.startX);
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
