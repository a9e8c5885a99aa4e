/** The chart beside the tree: one canvas. What it shows is also in the tree's cells, so assistive tech skips it. */
import { type MouseEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { ChartPointer } from './ChartPointer';
import type { ChartView } from './ChartView';

export interface GanttCanvasProps {
  readonly view: ChartView;
  readonly pointer: ChartPointer;
  /** The pane that scrolls the chart sideways. */
  readonly paneRef: RefObject<HTMLElement | null>;
  readonly width: number;
  readonly onOpen: (taskId: string) => void;
  /** Ctrl and the wheel; `x` is where in the view the pointer stood. */
  readonly onWheelZoom: (delta: number, x: number) => void;
}

/** So near to the edge of the view a drag scrolls on. CSS px. */
const PAN_EDGE = 24;
const PAN_STEP = 12;

export function GanttCanvas({ view, pointer, paneRef, width, onOpen, onWheelZoom }: GanttCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => (canvas.current === null ? undefined : view.attach(canvas.current)), [view]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      onWheelZoom(event.deltaY, event.offsetX);
    };
    const onEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !pointer.cancel()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // React listens to the wheel passively, and a drag's Escape must not reach the grid.
    element.addEventListener('wheel', onWheel, { passive: false });
    document.addEventListener('keydown', onEscape, true);
    return () => {
      element.removeEventListener('wheel', onWheel);
      document.removeEventListener('keydown', onEscape, true);
    };
  }, [pointer, onWheelZoom]);

  const panAtEdge = (x: number): void => {
    if (!pointer.isDragging || paneRef.current === null) return;
    if (x > width - PAN_EDGE) paneRef.current.scrollLeft += PAN_STEP;
    else if (x < PAN_EDGE) paneRef.current.scrollLeft -= PAN_STEP;
  };

  const at = ({ nativeEvent }: MouseEvent): [number, number] => [nativeEvent.offsetX, nativeEvent.offsetY];
  return (
    <canvas
      ref={canvas}
      aria-hidden
      style={{ width, height: '100%' }}
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pointer.down(...at(event));
      }}
      onPointerMove={(event) => {
        const [x, y] = at(event);
        pointer.move(x, y);
        panAtEdge(x);
        event.currentTarget.style.cursor = pointer.hover(x, y);
      }}
      onPointerUp={() => pointer.up()}
      onPointerCancel={() => pointer.cancel()}
      onPointerLeave={() => pointer.leave()}
      onDoubleClick={(event) => {
        const task = pointer.taskAt(...at(event));
        if (task !== null) onOpen(task);
      }}
    />
  );
}
