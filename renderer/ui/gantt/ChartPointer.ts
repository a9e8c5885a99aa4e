/**
 * The pointer on the chart: what it hovers, and a drag from press to release. A drag is only shown until it is let go
 * and told to the plan then, once; Escape takes it back. What is shown is worked out anew for each picture, so that
 * scrolling and changes of the plan count while a drag lasts.
 */
import type { RowShape } from '../../../shared/domain/gantt/frame';
import type { Hit } from '../../../shared/domain/gantt/hitTest';
import { edgePull, type Pull } from '../useEdgePull';
import type { ChartView, Overlay } from './ChartView';
import { type DayShift, daysDragged, DRAG_THRESHOLD, type HeldPart } from './drag';
import { type BarDrag, changesNothing, datesLabel, type Drag, type LinkDrag } from './preview';

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

/** From the upper left corner of the canvas, in CSS px; outside it while a drag is held there. */
interface Point {
  readonly x: number;
  readonly y: number;
}

interface Press extends Point {
  readonly row: number;
  readonly hit: Hit;
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
  #at: Point | null = null;
  #press: Press | null = null;
  #isDragging = false;

  constructor(view: ChartView) {
    this.#view = view;
    view.overlayWith(() => this.#overlay());
  }

  update(host: ChartPointerHost): void {
    this.#host = host;
  }

  down(x: number, y: number): void {
    this.#at = { x, y };
    const row = this.#rowAt(y);
    if (row === null) return;
    this.#host.onPress(row);
    const hit = this.#hitAt(this.#at);
    if (hit !== null && this.#allows(hit, row))
      this.#press = { x, y, row, hit, fromX: x + this.#view.viewport().x };
  }

  move(x: number, y: number): void {
    const before = this.#hovered()?.task.id;
    this.#at = { x, y };
    if (this.#press !== null && !this.#isDragging) {
      this.#isDragging = Math.hypot(x - this.#press.x, y - this.#press.y) >= DRAG_THRESHOLD;
    }
    if (this.#isDragging || this.#hovered()?.task.id !== before) this.#view.request();
  }

  /** Commits the drag, if there was one. */
  up(): void {
    const drag = this.#drag();
    this.cancel();
    if (drag === null) return;
    const said = drag.kind === 'link' ? this.#commitLink(drag) : this.#commitBar(drag);
    if (said !== null) this.#host.say(said);
  }

  /** Lets go without a change; true when there was a drag to take back. */
  cancel(): boolean {
    const wasDragging = this.#isDragging;
    this.#press = null;
    this.#isDragging = false;
    this.#view.request();
    return wasDragging;
  }

  leave(): void {
    if (this.#isDragging) return;
    this.#at = null;
    this.#view.request();
  }

  /** The cursor where the pointer now is. */
  cursor(): string {
    if (this.#isDragging && this.#press !== null) {
      const cursor = CURSORS[this.#press.hit.part];
      return cursor === 'grab' ? 'grabbing' : cursor;
    }
    const hit = this.#at === null ? null : this.#hitAt(this.#at);
    const row = this.#at === null ? null : this.#rowAt(this.#at.y);
    return hit !== null && row !== null && this.#allows(hit, row) ? CURSORS[hit.part] : 'default';
  }

  /** How far the view should scroll in this frame because a drag is held at its edge. CSS px. */
  pull(): Pull {
    const [at, from] = [this.#at, this.#press];
    if (!this.#isDragging || at === null || from === null) return { x: 0, y: 0 };
    const { width, height } = this.#view.viewport();
    const head = this.#view.content?.headHeight ?? 0;
    const isLink = from.hit.part === 'link-handle';
    return {
      x: edgePull(at.x, from.x, width),
      y: isLink ? edgePull(at.y - head, from.y - head, height) : 0,
    };
  }

  /** The task under a point, for a double click. */
  taskAt(x: number, y: number): string | null {
    return this.#hitAt({ x, y })?.taskId ?? null;
  }

  #rowAt(y: number): number | null {
    const headHeight = this.#view.content?.headHeight ?? 0;
    const { y: scrolled, rowHeight } = this.#view.viewport();
    return y < headHeight ? null : Math.floor((y - headHeight + scrolled) / rowHeight);
  }

  #hitAt({ x, y }: Point): Hit | null {
    const content = this.#view.content;
    if (content === null || y < content.headHeight) return null;
    return content.chart.hit(this.#view.viewport(), x, y - content.headHeight);
  }

  #shapeAt(row: number): RowShape | undefined {
    return this.#view.content?.chart.shape(this.#view.viewport(), row);
  }

  /** A summary is moved as a whole; how long it is follows from its tasks. */
  #allows({ part }: Hit, row: number): boolean {
    if (part === 'link-handle') return this.#host.onLink !== undefined;
    const isEnd = part === 'start' || part === 'end';
    if (isEnd && this.#shapeAt(row)?.kind === 'summary') return false;
    return (isEnd ? this.#host.onResize : this.#host.onMove) !== undefined;
  }

  #overlay(): Overlay {
    const drag = this.#drag();
    return { drag, hovered: drag === null ? this.#hovered() : null };
  }

  /** The bar under the pointer, from which a link can be drawn. */
  #hovered(): RowShape | null {
    if (this.#at === null || this.#isDragging || this.#host.onLink === undefined) return null;
    const row = this.#rowAt(this.#at.y);
    return row === null || this.#hitAt(this.#at) === null ? null : (this.#shapeAt(row) ?? null);
  }

  /** The drag as it stands; null also where the task is no longer in its row. */
  #drag(): Drag | null {
    const [at, press] = [this.#at, this.#press];
    if (!this.#isDragging || at === null || press === null) return null;
    const shape = this.#shapeAt(press.row);
    if (shape?.task.id !== press.hit.taskId) return null;
    return press.hit.part === 'link-handle' ? this.#linkDrag(shape, at) : this.#barDrag(press, shape, at);
  }

  #barDrag({ hit, fromX }: Press, shape: RowShape, at: Point): BarDrag | null {
    const chart = this.#view.content?.chart;
    if (chart === undefined) return null;
    const { pixelsPerDay } = chart.axis;
    const part = heldPart(hit.part);
    const days = daysDragged(at.x + this.#view.viewport().x - fromX, pixelsPerDay);
    const asked = chart.asked(hit.taskId, part, days);
    return asked === null ? null : { kind: 'bar', part, days, shape, asked, pixelsPerDay };
  }

  #linkDrag(shape: RowShape, at: Point): LinkDrag {
    const hit = this.#hitAt(at);
    const row = this.#rowAt(at.y);
    const isOther = hit !== null && hit.taskId !== shape.task.id && row !== null;
    const target = isOther ? (this.#shapeAt(row) ?? null) : null;
    return { kind: 'link', shape, toX: at.x, toY: at.y - (this.#view.content?.headHeight ?? 0), target };
  }

  #commitBar(drag: BarDrag): string | null {
    if (drag.days === 0 || changesNothing(drag)) return null;
    const { id, name } = drag.shape.task;
    const shift: DayShift = { days: drag.days, unit: 'calendar' };
    const said =
      drag.part === 'bar' ? this.#host.onMove?.(id, shift) : this.#host.onResize?.(id, shift, drag.part);
    return said ?? `${name}: ${datesLabel(drag)}`;
  }

  #commitLink({ shape, target }: LinkDrag): string | null {
    if (target === null) return null;
    return (
      this.#host.onLink?.(shape.task.id, target.task.id) ??
      `${target.task.name} now waits for ${shape.task.name}`
    );
  }
}
