/** A table that behaves like a spreadsheet: only the rows in view are mounted, head and totals stay in sight. */
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { PAGE_PX, usePrinting } from '../usePrinting';
import { GridProbe } from './GridProbe';
import { focusInput, GridTable } from './GridTable';
import type { CellPosition } from './range';
import { offsetShowing, rowWindow, slotCount, wholeRows } from './rowWindow';
import { type GridProps, useGrid, useGridUpdates } from './useGrid';
import { useGridMetrics } from './useGridMetrics';

export interface DataGridProps extends GridProps {
  /** Shown under the head while there are no rows. */
  readonly empty?: ReactNode;
}

export function DataGrid(props: DataGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const metrics = useGridMetrics(scroller, probe);
  const [scrollTop, setScrollTop] = useState(0);
  const { rowHeight, headHeight, height } = metrics;
  const isPrinting = usePrinting();
  const width = isPrinting ? PAGE_PX : metrics.width;
  const grid = useGrid(props, rowHeight, width);
  const { layout } = grid.frame;
  const viewHeight = height - headHeight - (props.totals === undefined ? 0 : rowHeight + 1);
  const focus = useCallback(() => focusInput(scroller.current), []);

  useGridUpdates(
    grid,
    props,
    {
      pageRows: () => wholeRows(viewHeight, rowHeight),
      reveal: ({ row, column }: CellPosition) => {
        const box = scroller.current;
        const placed = layout.columns[column];
        if (box === null || placed === undefined) return;
        const top = offsetShowing({ start: row * rowHeight, size: rowHeight }, box.scrollTop, viewHeight);
        if (top !== box.scrollTop) box.scrollTop = top;
        if (placed.stickyLeft !== null) return;
        const band = { start: placed.left - layout.stickyWidth, size: placed.width };
        const left = offsetShowing(band, box.scrollLeft, width - layout.stickyWidth);
        if (left !== box.scrollLeft) box.scrollLeft = left;
      },
    },
    focus,
  );

  const { count } = props.rows;
  const shownHeight = isPrinting ? count * rowHeight : viewHeight;
  const rows = rowWindow({ scrollTop, viewHeight: shownHeight, rowHeight, count });
  return (
    <div className="dg">
      <GridProbe ref={probe} />
      <div
        ref={scroller}
        className="dg-scroller"
        tabIndex={-1}
        onScroll={(event) => {
          // Steps of two rows: smaller scrolls change no row, so they need no render.
          const step = 2 * rowHeight;
          setScrollTop(Math.floor(event.currentTarget.scrollTop / step) * step);
        }}
      >
        <GridTable
          grid={grid}
          props={props}
          window={rows}
          slots={slotCount(shownHeight, rowHeight)}
          headHeight={headHeight}
        />
        {props.rows.count === 0 && props.empty}
      </div>
    </div>
  );
}
