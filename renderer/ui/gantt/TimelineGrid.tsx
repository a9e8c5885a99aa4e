/**
 * The plan as a tree of tasks beside its chart. Both are drawn from one vertical scroll offset in the same frame, so
 * rows and bars never part; the chart scrolls sideways by itself.
 */
import {
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { type CalendarDate, dayNumber } from '../../../shared/domain/base/dates';
import { xOf } from '../../../shared/domain/gantt/axis';
import { announce } from '../announce';
import { GridProbe } from '../grid/GridProbe';
import { focusInput, GridTable, leaveEditor } from '../grid/GridTable';
import type { GridPlace } from '../grid/gridTypes';
import { cellCount, rangeOf } from '../grid/range';
import { offsetShowing, rowWindow, slotCount, wholeRows } from '../grid/rowWindow';
import { type GridHandle, type GridProps, useGrid, useGridUpdates } from '../grid/useGrid';
import { useGridMetrics } from '../grid/useGridMetrics';
import type { TimelineChart } from './chart';
import { daysMovedBy } from './chartKeys';
import { ChartPointer, type ChartEvents } from './ChartPointer';
import { ChartView } from './ChartView';
import { wheelZoom, zoomedScroll } from './drag';
import { GanttCanvas } from './GanttCanvas';
import { Splitter } from './Splitter';

export interface TimelineHandle extends GridHandle {
  /** Scrolls the chart so that a day stands a third from its left edge. */
  readonly showDate: (date: CalendarDate) => void;
}

/** Row keys are task ids. */
export interface TimelineGridProps extends Omit<GridProps, 'ref' | 'totals'>, ChartEvents {
  readonly chart: TimelineChart;
  /** Ctrl and the wheel ask for another scale, in CSS px per day. */
  readonly onZoom?: (pixelsPerDay: number) => void;
  /** Width of the tree at first, CSS px. */
  readonly treeWidth?: number;
  readonly onTreeWidth?: (width: number) => void;
  readonly ref?: Ref<TimelineHandle>;
}

const LEAST_TREE_WIDTH = 160;
const LEAST_CHART_WIDTH = 120;
/** Scrolls of fewer rows change no row, so they need no render. */
const SCROLL_STEP = 2;
/** Room under the last row, so that the sideways scrollbar covers none. */
const SCROLLBAR_ROOM = 16;
/** Rows follow a scroll in its own frame, so that no more are needed than may come into sight without a new step. */
const OVERSCAN = SCROLL_STEP;

export function TimelineGrid({ ref, ...props }: TimelineGridProps) {
  const { chart, rows, onMove, onResize, onLink, onZoom, onOpen, onKeyCommand, onTreeWidth } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const left = useRef<HTMLDivElement>(null);
  const right = useRef<HTMLDivElement>(null);
  const metrics = useGridMetrics(scroller, probe);
  const [scrollTop, setScrollTop] = useState(0);
  // Until someone drags the line, the list goes with the window.
  const [draggedWidth, setTreeWidth] = useState<number | null>(null);
  const askedWidth = draggedWidth ?? props.treeWidth ?? 432;
  const [view] = useState(() => new ChartView());
  const [pointer] = useState(() => new ChartPointer(view));
  const zoomAnchor = useRef<number | null>(null);

  const { rowHeight, headHeight, width, height } = metrics;
  const mostTreeWidth = Math.max(LEAST_TREE_WIDTH, width - LEAST_CHART_WIDTH);
  const treeWidth = Math.min(askedWidth, mostTreeWidth);
  const chartWidth = Math.max(0, width - treeWidth - 1);
  const viewHeight = height - headHeight - SCROLLBAR_ROOM;
  const { originDate, pixelsPerDay } = chart.axis;
  const span = (dayNumber(chart.until) - dayNumber(originDate) + 1) * pixelsPerDay;

  const gridProps: GridProps = {
    ...props,
    onKeyCommand: (event: KeyboardEvent, place: GridPlace) => {
      if (onKeyCommand?.(event, place) === true) return true;
      const days = daysMovedBy(event);
      if (days === null || onMove === undefined) return false;
      const said = onMove(place.rowKey, { days, unit: 'working' });
      if (said !== null) announce(said);
      return true;
    },
  };
  const grid = useGrid(gridProps, rowHeight, treeWidth);
  const { layout } = grid.frame;
  const { controller } = grid;
  const { state } = controller;
  const focus = useCallback(() => focusInput(left.current), []);

  const scrolled = useRef({ x: 0, y: 0 });
  /** Puts everything where it was scrolled to. It asks the page for nothing, which would lay it out once more. */
  const follow = (): void => {
    const { x, y } = scrolled.current;
    for (const part of left.current?.querySelectorAll<HTMLElement>('[data-scrolled]') ?? []) {
      part.style.transform = `translateY(${-y}px)`;
    }
    view.scrollTo(x, y);
    const step = SCROLL_STEP * rowHeight;
    setScrollTop(Math.floor(y / step) * step);
  };
  const onScroll = (): void => {
    scrolled.current = { x: right.current?.scrollLeft ?? 0, y: scroller.current?.scrollTop ?? 0 };
    // At once: rendered a task later, the rows that come into sight would be missing for a frame.
    flushSync(follow);
  };

  useGridUpdates(
    grid,
    gridProps,
    {
      pageRows: () => wholeRows(viewHeight, rowHeight),
      reveal: ({ row, column }) => {
        const box = scroller.current;
        const pane = left.current;
        const placed = layout.columns[column];
        if (box === null || pane === null || placed === undefined) return;
        box.scrollTop = offsetShowing({ start: row * rowHeight, size: rowHeight }, box.scrollTop, viewHeight);
        if (placed.stickyLeft !== null) return;
        const band = { start: placed.left - layout.stickyWidth, size: placed.width };
        pane.scrollLeft = offsetShowing(band, pane.scrollLeft, treeWidth - layout.stickyWidth);
      },
    },
    focus,
  );

  const showDate = useCallback(
    (date: CalendarDate) => {
      if (right.current !== null)
        right.current.scrollLeft = xOf(chart.axis, date) - right.current.clientWidth / 3;
    },
    [chart.axis],
  );
  useImperativeHandle(
    ref,
    () => ({
      focus,
      showDate,
      show: (wanted) => {
        focus();
        controller.show(wanted);
      },
    }),
    [focus, showDate, controller],
  );

  useLayoutEffect(() => {
    view.show({ chart, rowHeight, headHeight });
    pointer.update({
      ...(onMove === undefined ? {} : { onMove }),
      ...(onResize === undefined ? {} : { onResize }),
      ...(onLink === undefined ? {} : { onLink }),
      say: announce,
      onPress: (row) => {
        leaveEditor(controller.state);
        focus();
        if (row < rows.count) controller.select({ row, column: state.selection.focus.column });
      },
    });
    follow();
  });

  useEffect(() => {
    const tell = (): void => {
      const chosen = controller.chosenRowKeys();
      // As in the tree, a row is tinted while it is the only one chosen.
      view.select(new Set(cellCount(rangeOf(state.selection)) === 1 ? chosen : []));
    };
    tell();
    return state.subscribe(tell);
  }, [view, controller, state, rows]);

  const onWheelZoom = useCallback(
    (delta: number, x: number) => {
      zoomAnchor.current = x;
      onZoom?.(wheelZoom(pixelsPerDay, delta));
    },
    [onZoom, pixelsPerDay],
  );
  useKeptDay(right, zoomAnchor, pixelsPerDay);
  useStartAt(right, chart, chartWidth > 0);

  return (
    <div className="tg">
      <GridProbe ref={probe} />
      <div ref={scroller} className="tg-scroller" tabIndex={-1} onScroll={onScroll}>
        <div style={{ height: headHeight + rows.count * rowHeight + SCROLLBAR_ROOM, minHeight: '100%' }}>
          <div className="tg-view" style={{ height }}>
            <div ref={left} className="tg-left" style={{ width: treeWidth }} tabIndex={-1}>
              <GridTable
                grid={grid}
                props={gridProps}
                window={rowWindow({
                  scrollTop,
                  viewHeight,
                  rowHeight,
                  count: rows.count,
                  overscan: OVERSCAN,
                })}
                slots={slotCount(viewHeight, rowHeight, OVERSCAN)}
                headHeight={headHeight}
              />
            </div>
            <Splitter
              label="Width of the list"
              value={treeWidth}
              least={LEAST_TREE_WIDTH}
              most={mostTreeWidth}
              onChange={(next) => {
                setTreeWidth(next);
                onTreeWidth?.(next);
              }}
            />
            <div ref={right} className="tg-right" tabIndex={-1} onScroll={onScroll}>
              <div style={{ width: Math.max(span, chartWidth), height: '100%' }}>
                <GanttCanvas
                  view={view}
                  pointer={pointer}
                  width={chartWidth}
                  onOpen={(taskId) => onOpen?.(taskId)}
                  onWheelZoom={onWheelZoom}
                  onPull={({ x, y }) => {
                    if (right.current !== null) right.current.scrollLeft += x;
                    if (scroller.current !== null) scroller.current.scrollTop += y;
                  }}
                />
              </div>
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

/** Keeps a day in place when the scale changes: the one under the pointer, else the one in the middle. */
function useKeptDay(
  paneRef: RefObject<HTMLElement | null>,
  anchorRef: RefObject<number | null>,
  pixelsPerDay: number,
): void {
  const before = useRef(pixelsPerDay);
  useLayoutEffect(() => {
    const element = paneRef.current;
    if (element === null || before.current === pixelsPerDay) return;
    const pointer = anchorRef.current ?? element.clientWidth / 2;
    element.scrollLeft = zoomedScroll(element.scrollLeft, pointer, before.current, pixelsPerDay);
    before.current = pixelsPerDay;
    anchorRef.current = null;
  }, [paneRef, anchorRef, pixelsPerDay]);
}

/** At first the chart shows today, a third from its left edge. */
function useStartAt(paneRef: RefObject<HTMLElement | null>, chart: TimelineChart, ready: boolean): void {
  const done = useRef(false);
  useLayoutEffect(() => {
    const element = paneRef.current;
    if (done.current || !ready || element === null || chart.today === null) return;
    done.current = true;
    element.scrollLeft = xOf(chart.axis, chart.today) - element.clientWidth / 3;
  }, [paneRef, chart, ready]);
}
