/**
 * The canvas of a timeline while it is on the page: it draws at most once per frame, from the chart it was given last,
 * the scroll offsets of that moment, and what lies over it: the drag in progress.
 */
import type { RowShape, Viewport } from '../../../shared/domain/gantt/frame';
import type { Primitive } from '../../../shared/domain/gantt/primitive';
import { type CanvasInk, onInkChange, readInk } from './canvasInk';
import type { TimelineChart } from './chart';
import { paintHead } from './paintHead';
import { paintLabel } from './paintLabel';
import { paintScene } from './paintScene';
import { type Drag, dragPicture, linkHandle } from './preview';

export interface ChartContent {
  readonly chart: TimelineChart;
  readonly rowHeight: number;
  readonly headHeight: number;
}

export interface Overlay {
  readonly drag: Drag | null;
  /** The bar that shows the handle for links. */
  readonly hovered: RowShape | null;
}

export class ChartView {
  #canvas: HTMLCanvasElement | null = null;
  #ink: CanvasInk | null = null;
  #content: ChartContent | null = null;
  #selected: ReadonlySet<string> = new Set();
  #scroll = { x: 0, y: 0 };
  #overlay: () => Overlay = () => ({ drag: null, hovered: null });
  #frame = 0;

  /** Takes the canvas into use until the returned function is called. */
  attach(canvas: HTMLCanvasElement): () => void {
    this.#canvas = canvas;
    const forget = onInkChange(() => {
      this.#ink = null;
      this.request();
    });
    const observer = new ResizeObserver(() => {
      this.#ink = null;
      // At once: a canvas whose size was just set is empty, and a frame later it would have flashed.
      this.#draw();
    });
    observer.observe(canvas);
    return () => {
      observer.disconnect();
      forget();
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#canvas = null;
    };
  }

  show(content: ChartContent): void {
    const before = this.#content;
    this.#content = content;
    const isSame =
      before?.chart === content.chart &&
      before.rowHeight === content.rowHeight &&
      before.headHeight === content.headHeight;
    if (!isSame) this.request();
  }

  select(rowKeys: ReadonlySet<string>): void {
    this.#selected = rowKeys;
    this.request();
  }

  scrollTo(x: number, y: number): void {
    if (x === this.#scroll.x && y === this.#scroll.y) return;
    this.#scroll = { x, y };
    // A scroll event comes just before its frame; waiting for the next one would let the rows run ahead of the bars.
    this.#draw();
  }

  /** What is drawn over the chart, asked anew for each picture. */
  overlayWith(overlay: () => Overlay): void {
    this.#overlay = overlay;
  }

  get content(): ChartContent | null {
    return this.#content;
  }

  /** The part of the chart under the head of dates, as now shown. */
  viewport(): Viewport {
    const { rowHeight, headHeight } = this.#content ?? { rowHeight: 28, headHeight: 44 };
    return {
      x: this.#scroll.x,
      y: this.#scroll.y,
      width: this.#canvas?.clientWidth ?? 0,
      height: Math.max(0, (this.#canvas?.clientHeight ?? 0) - headHeight),
      rowHeight,
    };
  }

  request(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const canvas = this.#canvas;
    const content = this.#content;
    if (canvas === null || content === null || canvas.clientWidth === 0) return;
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) return;
    const ink = (this.#ink ??= readInk(canvas));
    fitToPixels(canvas, ink.ratio);
    const { chart, headHeight } = content;
    const viewport = this.viewport();
    context.setTransform(ink.ratio, 0, 0, ink.ratio, 0, 0);
    context.fillStyle = ink.color('surface');
    context.fillRect(0, 0, canvas.clientWidth, canvas.clientHeight);
    context.translate(0, headHeight);
    const overlay = this.#overlay();
    const scene = chart.scene(viewport, this.#selected);
    paintScene(context, withoutOldDates(scene, overlay.drag), ink);
    drawOverlay(context, overlay, viewport.width, ink);
    context.translate(0, -headHeight);
    paintHead(context, chart, { x: viewport.x, width: viewport.width, height: headHeight }, ink);
  }
}

/** While a point is dragged, its new date stands where its old one did. */
function withoutOldDates(scene: readonly Primitive[], drag: Drag | null): readonly Primitive[] {
  if (drag?.kind !== 'bar') return scene;
  return scene.filter((mark) => mark.kind !== 'text' || mark.id !== drag.shape.task.id);
}

function drawOverlay(
  context: CanvasRenderingContext2D,
  { drag, hovered }: Overlay,
  viewWidth: number,
  ink: CanvasInk,
): void {
  if (hovered !== null) paintScene(context, linkHandle(hovered), ink);
  if (drag === null) return;
  const { marks, label } = dragPicture(drag);
  paintScene(context, marks, ink);
  if (label !== null) paintLabel(context, label, viewWidth, ink);
}

function fitToPixels(canvas: HTMLCanvasElement, ratio: number): void {
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
