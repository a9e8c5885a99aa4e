/** The marks of a drag in progress: the bar where it would go with its new dates, or the link being drawn. */
import { shortDate } from '../../../shared/domain/gantt/dateLabel';
import type { RowShape } from '../../../shared/domain/gantt/frame';
import { DASHED, line, polygon, type Primitive, rect, text } from '../../../shared/domain/gantt/primitive';
import { draggedDates, type HeldPart } from './drag';

const TEXT_SIZE = 11;
const LABEL_GAP = 8;

export interface BarDrag {
  readonly kind: 'bar';
  readonly part: HeldPart;
  readonly days: number;
  readonly shape: RowShape;
  readonly pixelsPerDay: number;
}

export interface LinkDrag {
  readonly kind: 'link';
  readonly shape: RowShape;
  readonly toX: number;
  readonly toY: number;
  /** The bar the link would lead to. */
  readonly target: RowShape | null;
}

export type Drag = BarDrag | LinkDrag;

/** What a bar's new dates read like: `Jun 3 – Jul 9`, of a point one date. */
export function datesLabel({ part, days, shape }: BarDrag): string {
  const { start, finish } = draggedDates(shape.scheduled, part, days);
  return shape.isPoint || start === finish ? shortDate(finish) : `${shortDate(start)} – ${shortDate(finish)}`;
}

function barPreview(drag: BarDrag): Primitive[] {
  const { shape, part, days, pixelsPerDay } = drag;
  const moved = days * pixelsPerDay;
  const left = part === 'end' ? shape.x1 : Math.min(shape.x1 + moved, shape.x2 - 2);
  const right = part === 'start' ? shape.x2 : Math.max(shape.x2 + moved, shape.x1 + 2);
  const reach = shape.isPoint ? shape.halfHeight : 0;
  const { y, halfHeight } = shape;
  const outline = shape.isPoint
    ? polygon({
        sign: 'milestone',
        points: [right, y - halfHeight, right + halfHeight, y, right, y + halfHeight, right - halfHeight, y],
        fill: 'surface',
        stroke: 'accent',
        strokeWidth: 1.5,
      })
    : rect({
        sign: 'task',
        x: left,
        y: y - halfHeight,
        width: right - left,
        height: 2 * halfHeight,
        radius: 2.5,
        fill: 'accent',
        fillShare: 0.2,
        stroke: 'accent',
      });
  return [outline, ...label(right + reach + LABEL_GAP, y, datesLabel(drag))];
}

function label(x: number, y: number, words: string): Primitive[] {
  const width = words.length * 6.2 + 12;
  return [
    rect({ sign: 'task', x, y: y - 10, width, height: 20, radius: 3, fill: 'accent' }),
    text({
      sign: 'task',
      x: x + 6,
      y: y + 4,
      text: words,
      size: TEXT_SIZE,
      weight: 'medium',
      tone: 'on-accent',
    }),
  ];
}

function linkPreview({ shape, toX, toY, target }: LinkDrag): Primitive[] {
  const from = shape.x2 + (shape.isPoint ? shape.halfHeight : 0);
  const marks: Primitive[] = [
    line({ sign: 'link', points: [from, shape.y, toX, toY], stroke: 'accent', width: 1.5, dash: DASHED }),
  ];
  if (target === null) return marks;
  const reach = target.isPoint ? target.halfHeight : 0;
  const frame = {
    x: target.x1 - reach - 3,
    y: target.y - target.halfHeight - 3,
    width: target.x2 - target.x1 + 2 * reach + 6,
    height: 2 * target.halfHeight + 6,
  };
  return [...marks, rect({ sign: 'link', ...frame, radius: 5, stroke: 'accent' })];
}

export function dragMarks(drag: Drag): Primitive[] {
  return drag.kind === 'bar' ? barPreview(drag) : linkPreview(drag);
}

/** The handle from which a link is drawn, behind the bar under the pointer. */
export function linkHandle(shape: RowShape): Primitive[] {
  const x = shape.x2 + (shape.isPoint ? shape.halfHeight : 0) + 10;
  const { y } = shape;
  return [
    rect({
      sign: 'link',
      x: x - 4,
      y: y - 4,
      width: 8,
      height: 8,
      radius: 4,
      fill: 'surface',
      stroke: 'accent',
    }),
  ];
}
