/** Paints the two rows of dates over the chart, and the label of today. */
import { zoomFor } from '../../../shared/domain/gantt/axis';
import { type AxisLabel, timeAxis } from '../../../shared/domain/gantt/timeAxis';
import type { CanvasInk } from './canvasInk';
import type { TimelineChart } from './chart';

const TEXT_SIZE = 11;
const TODAY_HALF_WIDTH = 21;
const TODAY_HEIGHT = 16;

export interface HeadBox {
  /** Scrolled distance from the axis' origin. */
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

function labels(context: CanvasRenderingContext2D, row: readonly AxisLabel[], baseline: number): void {
  for (const label of row) {
    context.textAlign = label.anchor === 'middle' ? 'center' : 'left';
    context.fillText(label.text, label.x, baseline);
  }
}

export function paintHead(
  context: CanvasRenderingContext2D,
  { axis, today }: TimelineChart,
  { x, width, height }: HeadBox,
  ink: CanvasInk,
): void {
  const shown = timeAxis(axis, { x, width }, zoomFor(axis.pixelsPerDay), today);
  context.fillStyle = ink.color('surface');
  context.fillRect(0, 0, width, height);
  context.fillStyle = ink.color('line');
  for (const line of shown.lines) context.fillRect(Math.round(line - 0.5), 0, 1, height);
  context.textBaseline = 'alphabetic';
  context.font = ink.font(TEXT_SIZE, 'medium');
  context.fillStyle = ink.color('text-2');
  labels(context, shown.upper, height / 2 - 5);
  context.font = ink.font(TEXT_SIZE, 'regular');
  context.fillStyle = ink.color('text-3');
  labels(context, shown.lower, height - 8);
  context.fillStyle = ink.color('line-strong');
  context.fillRect(0, height - 1, width, 1);
  if (shown.today !== null) paintToday(context, shown.today, height, ink);
}

function paintToday(context: CanvasRenderingContext2D, x: number, height: number, ink: CanvasInk): void {
  const middle = Math.round(x);
  context.fillStyle = ink.color('accent');
  context.beginPath();
  context.roundRect(
    middle - TODAY_HALF_WIDTH,
    height - TODAY_HEIGHT - 2,
    2 * TODAY_HALF_WIDTH,
    TODAY_HEIGHT,
    3,
  );
  context.fill();
  context.fillStyle = ink.color('on-accent');
  context.font = ink.font(TEXT_SIZE, 'medium');
  context.textAlign = 'center';
  context.fillText('Today', middle, height - TODAY_HEIGHT + 10);
}
