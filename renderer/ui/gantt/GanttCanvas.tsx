/** The chart beside the tree: one canvas. What it shows is also in the tree's cells, so assistive tech skips it. */
import { type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { type Pull, useEdgePull } from '../useEdgePull';
import type { ChartPointer } from './ChartPointer';
import type { ChartView } from './ChartView';

export interface GanttCanvasProps {
  readonly view: ChartView;
  readonly pointer: ChartPointer;
  readonly width: number;
  readonly onOpen: (taskId: string) => void;
  /** Ctrl and the wheel; `x` is where in the view the pointer stood. */
  readonly onWheelZoom: (delta: number, x: number) => void;
  /** A drag held at the edge scrolls the chart. CSS px. */
  readonly onPull: (by: Pull) => void;
}

export function GanttCanvas({ view, pointer, width, onOpen, onWheelZoom, onPull }: GanttCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => (canvas.current === null ? undefined : view.attach(canvas.current)), [view]);
  const pullOn = useEdgePull(() => pointer.pull(), onPull);

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
      element.style.cursor = pointer.cursor();
    };
    // React listens to the wheel passively, and a drag's Escape must not reach the grid.
    element.addEventListener('wheel', onWheel, { passive: false });
    document.addEventListener('keydown', onEscape, true);
    return () => {
      element.removeEventListener('wheel', onWheel);
      document.removeEventListener('keydown', onEscape, true);
    };
  }, [pointer, onWheelZoom]);

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
        pullOn();
        event.currentTarget.style.cursor = pointer.cursor();
      }}
      onPointerUp={(event) => {
        pointer.up();
        event.currentTarget.style.cursor = pointer.cursor();
      }}
      onPointerCancel={() => pointer.cancel()}
      onPointerLeave={() => pointer.leave()}
      onDoubleClick={(event) => {
        const task = pointer.taskAt(...at(event));
        if (task !== null) onOpen(task);
      }}
    />
  );
}
