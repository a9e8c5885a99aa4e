/**
 * The grid itself: head, mounted rows, totals, and the editor over them; pointer, keyboard and clipboard lead to the
 * controller. Whoever places it decides what scrolls.
 */
import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import { CellEditor } from './CellEditor';
import { htmlTableOf, parseClipboard, tabTextOf } from './clipboard';
import { focusHead, GridHead } from './GridHead';
import { gridCommandOf } from './gridKeys';
import { GridRow } from './GridRow';
import { GridTotals } from './GridTotals';
import type { GridState } from './gridState';
import type { GridProps, Grid } from './useGrid';
import type { CellPosition } from './range';
import type { RowWindow } from './rowWindow';
import { siblingPlaces } from './siblings';

export interface GridTableProps {
  readonly grid: Grid;
  readonly props: GridProps;
  readonly window: RowWindow;
  /** Number of row slots; row `i` is drawn in slot `i % slots`. */
  readonly slots: number;
  readonly headHeight: number;
}

/** The cell under a point of the page, or null. */
function cellUnder(x: number, y: number): CellPosition | null {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  const column = cell?.dataset['column'];
  const index = row?.dataset['row'];
  return column === undefined || index === undefined ? null : { row: Number(index), column: Number(column) };
}

function isInEditor(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.dg-editor.is-open') !== null;
}

export function focusInput(table: HTMLElement | null): void {
  table?.querySelector<HTMLElement>('.dg-input')?.focus({ preventScroll: true });
}

/** Closes an open editor before something else is pressed: leaving it is what commits its text. */
export function leaveEditor({ editor }: GridState): void {
  if (editor !== null && document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

export function GridTable({ grid, props, window, slots, headHeight }: GridTableProps) {
  const { controller, content, frame, rowCells } = grid;
  const { rows, columns } = content;
  const table = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const placeOf = useMemo(
    () => (rows.depth === undefined ? null : siblingPlaces(rows.count, (at) => rows.depth?.(at) ?? 0)),
    [rows],
  );

  const onPointerDown = (event: PointerEvent): void => {
    const cell = cellUnder(event.clientX, event.clientY);
    if (event.button !== 0 || cell === null || isInEditor(event.target)) return;
    leaveEditor(controller.state);
    focusInput(table.current);
    if (event.target instanceof Element && event.target.closest('[data-expander]') !== null) {
      controller.select(cell);
      controller.toggle(cell.row);
      return;
    }
    controller.select(cell, event.shiftKey);
    if (event.target instanceof Element && event.target.closest('.check') !== null) controller.check(cell);
    else if (event.pointerType === 'mouse') {
      dragging.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    }
  };

  const onPointerMove = (event: PointerEvent): void => {
    if (!dragging.current) return;
    const cell = cellUnder(event.clientX, event.clientY);
    const { focus } = controller.state.selection;
    if (cell !== null && (cell.row !== focus.row || cell.column !== focus.column))
      controller.select(cell, true);
  };

  const endDrag = (): void => {
    dragging.current = false;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (gridCommandOf(event)?.kind === 'head') {
      event.preventDefault();
      focusHead(table.current, controller.state.selection.focus.column);
      return;
    }
    const place = controller.focusPlace();
    const taken = place !== null && props.onKeyCommand?.(event.nativeEvent, place) === true;
    if (taken || controller.key(event)) event.preventDefault();
  };

  const onCopy = (event: ClipboardEvent): void => {
    if (controller.state.editor !== null) return;
    event.preventDefault();
    const block = controller.copied();
    event.clipboardData.setData('text/plain', tabTextOf(block));
    event.clipboardData.setData('text/html', htmlTableOf(block));
    if (event.type === 'cut') controller.clear();
  };

  const onPaste = (event: ClipboardEvent): void => {
    if (controller.state.editor !== null) return;
    event.preventDefault();
    controller.paste(
      parseClipboard({
        text: event.clipboardData.getData('text/plain'),
        html: event.clipboardData.getData('text/html'),
      }),
    );
  };

  const mounted = [];
  for (let index = window.first; index < window.end; index += 1) {
    mounted.push(
      <GridRow
        key={index % slots}
        frame={frame}
        index={index}
        rowKey={rows.key(index)}
        cells={rowCells.at(index)}
        kind={rows.kind?.(index) ?? 'record'}
        depth={rows.depth?.(index) ?? 0}
        expanded={rows.expanded?.(index) ?? null}
        place={placeOf?.(index) ?? null}
      />,
    );
  }
  const extraRows = props.totals === undefined ? 1 : 2;
  return (
    <div
      ref={table}
      className="dg-table"
      style={{ width: frame.layout.total }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={endDrag}
      onPointerCancel={endDrag}
      // The keyboard stays with the grid's input, wherever in the grid a press lands.
      onMouseDown={(event) => {
        if (!isInEditor(event.target)) event.preventDefault();
      }}
      onDoubleClick={(event) => {
        if (cellUnder(event.clientX, event.clientY) !== null) controller.activate();
      }}
      onCopy={onCopy}
      onCut={onCopy}
      onPaste={onPaste}
    >
      <div
        id={frame.gridId}
        role={frame.isTree ? 'treegrid' : 'grid'}
        aria-label={props.label}
        aria-rowcount={rows.count + extraRows}
        aria-colcount={columns.length}
        aria-multiselectable
        aria-readonly={!frame.canEdit}
      >
        <GridHead
          frame={frame}
          height={headHeight}
          sort={props.sort}
          onSort={props.onSort}
          onMoveColumn={props.onMoveColumn}
          pinnedColumns={props.pinnedColumns}
          onResize={grid.setColumnWidth}
          onLeave={() => {
            focusInput(table.current);
          }}
        />
        <div
          role="rowgroup"
          className="dg-body"
          data-scrolled=""
          style={{ height: rows.count * frame.rowHeight }}
        >
          {mounted}
        </div>
        {props.totals !== undefined && (
          <GridTotals frame={frame} cell={props.totals} rowIndex={rows.count + 2} />
        )}
      </div>
      <CellEditor
        frame={frame}
        controller={controller}
        content={content}
        label={props.label}
        headHeight={headHeight}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
