/**
 * The pointer on the chart: what it hovers, and a drag from press to release. A drag shows a preview and tells the plan
 * once, when it is let go; Escape takes it back.
 */
import type { RowShape } from '../../../shared/domain/gantt/frame';
import type { Hit } from '../../../shared/domain/gantt/hitTest';
import type { ChartView } from './ChartView';
import { allowedDays, type DayShift, daysDragged, DRAG_THRESHOLD, type HeldPart } from './drag';
import { datesLabel, type Drag } from './preview';

/** What the owner of a timeline does about drags; each returns what to say aloud, or null. */
export interface ChartEvents {
  readonly onMove?: (taskId: string, shift: DayShift) => string | null;
  readonly onResize?: (taskId: string, shift: DayShift, edge: 'start' | 'end') => string | null;
  readonly onLink?: (from: string, to: string) => string | null;
}

export interface ChartPointerHost extends ChartEvents {
  readonly say: (text: string) => void;
  /** A press on a row; -1 under the last one is never sent. */
  readonly onPress: (row: number) => void;
}

interface Press {
  readonly hit: Hit;
  readonly shape: RowShape;
  /** From the left edge of the axis, so that scrolling while dragging counts. */
  readonly fromX: number;
}

const CURSORS: Readonly<Record<Hit['part'], string>> = {
  bar: 'grab',
  milestone: 'grab',
  start: 'ew-resize',
  end: 'ew-resize',
  'link-handle': 'crosshair',
};

function heldPart(part: Hit['part']): HeldPart {
  return part === 'start' || part === 'end' ? part : 'bar';
}

export class ChartPointer {
  readonly #view: ChartView;
  #host: ChartPointerHost = { say: () => undefined, onPress: () => undefined };
  #press: Press | null = null;
  #drag: Drag | null = null;

  constructor(view: ChartView) {
    this.#view = view;
  }

  update(host: ChartPointerHost): void {
    this.#host = host;
  }

  get isDragging(): boolean {
    return this.#drag !== null;
  }

  /** x and y in px from the upper left corner of the canvas. */
  down(x: number, y: number): void {
    const row = this.#rowAt(y);
    if (row === null) return;
    this.#host.onPress(row);
    const hit = this.#hitAt(x, y);
    const shape = this.#view.content?.chart.shape(this.#view.viewport(), row);
    if (hit === null || shape === undefined || !this.#allows(hit, shape)) return;
    this.#press = { hit, shape, fromX: x + this.#view.viewport().x };
  }

  move(x: number, y: number): void {
    if (this.#press === null) return;
    const distance = x + this.#view.viewport().x - this.#press.fromX;
    if (this.#drag === null && Math.abs(distance) < DRAG_THRESHOLD && this.#press.hit.part !== 'link-handle')
      return;
    this.#drag =
      this.#press.hit.part === 'link-handle'
        ? this.#linkDrag(this.#press, x, y)
        : this.#barDrag(this.#press, distance);
    this.#view.preview(this.#drag);
  }

  /** Commits the drag, if there was one. */
  up(): void {
    const drag = this.#drag;
    this.cancel();
    if (drag === null) return;
    const said = drag.kind === 'link' ? this.#commitLink(drag) : this.#commitBar(drag);
    if (said !== null) this.#host.say(said);
  }

  /** Lets go without a change; true when there was a drag to take back. */
  cancel(): boolean {
    const wasDragging = this.#drag !== null;
    this.#press = null;
    this.#drag = null;
    this.#view.preview(null);
    return wasDragging;
  }

  /** The cursor for a point, and the handle for links beside the bar under it. */
  hover(x: number, y: number): string {
    if (this.#drag !== null) return this.#drag.kind === 'link' ? 'crosshair' : 'grabbing';
    const hit = this.#hitAt(x, y);
    const row = this.#rowAt(y);
    const shape =
      hit === null || row === null ? undefined : this.#view.content?.chart.shape(this.#view.viewport(), row);
    const allowed = hit !== null && shape !== undefined && this.#allows(hit, shape);
    this.#view.hover(shape !== undefined && this.#host.onLink !== undefined ? shape : null);
    return allowed ? CURSORS[hit.part] : 'default';
  }

  leave(): void {
    this.#view.hover(null);
  }

  /** The task under a point, for a double click. */
  taskAt(x: number, y: number): string | null {
    return this.#hitAt(x, y)?.taskId ?? null;
  }

  #rowAt(y: number): number | null {
    const headHeight = this.#view.content?.headHeight ?? 0;
    const { y: scrolled, rowHeight } = this.#view.viewport();
    return y < headHeight ? null : Math.floor((y - headHeight + scrolled) / rowHeight);
  }

  #hitAt(x: number, y: number): Hit | null {
    const content = this.#view.content;
    if (content === null || y < content.headHeight) return null;
    return content.chart.hit(this.#view.viewport(), x, y - content.headHeight);
  }

  /** A summary's dates follow from its tasks, so only links can be drawn from it. */
  #allows({ part }: Hit, { kind }: RowShape): boolean {
    if (part === 'link-handle') return this.#host.onLink !== undefined;
    if (kind === 'summary') return false;
    return (part === 'start' || part === 'end' ? this.#host.onResize : this.#host.onMove) !== undefined;
  }

  #barDrag({ hit, shape }: Press, distance: number): Drag {
    const pixelsPerDay = this.#view.content?.chart.axis.pixelsPerDay ?? 1;
    const part = heldPart(hit.part);
    const days = allowedDays(shape.scheduled, part, daysDragged(distance, pixelsPerDay));
    // The shape is asked again: the chart may have been scrolled since the press.
    return { kind: 'bar', part, days, shape: this.#current(shape), pixelsPerDay };
  }

  #linkDrag({ shape }: Press, x: number, y: number): Drag {
    const headHeight = this.#view.content?.headHeight ?? 0;
    const hit = this.#hitAt(x, y);
    const row = this.#rowAt(y);
    const other = hit === null || hit.taskId === shape.task.id || row === null ? null : row;
    const target = other === null ? undefined : this.#view.content?.chart.shape(this.#view.viewport(), other);
    return { kind: 'link', shape: this.#current(shape), toX: x, toY: y - headHeight, target: target ?? null };
  }

  #current(shape: RowShape): RowShape {
    const viewport = this.#view.viewport();
    const row = Math.floor((shape.y + viewport.y) / viewport.rowHeight);
    const now = this.#view.content?.chart.shape(viewport, row);
    return now?.task.id === shape.task.id ? now : shape;
  }

  #commitBar(drag: Extract<Drag, { kind: 'bar' }>): string | null {
    if (drag.days === 0) return null;
    const { id } = drag.shape.task;
    const shift: DayShift = { days: drag.days, unit: 'calendar' };
    const said =
      drag.part === 'bar' ? this.#host.onMove?.(id, shift) : this.#host.onResize?.(id, shift, drag.part);
    return said ?? `${drag.shape.task.name}: ${datesLabel(drag)}`;
  }

  #commitLink({ shape, target }: Extract<Drag, { kind: 'link' }>): string | null {
    if (target === null) return null;
    return (
      this.#host.onLink?.(shape.task.id, target.task.id) ??
      `${target.task.name} now waits for ${shape.task.name}`
    );
  }
}
