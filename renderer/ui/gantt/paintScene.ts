/** Paints a scene's marks on a canvas, back to front, with the tokens' colors; straight lines fall on whole pixels. */
import type {
  LineMark,
  PolygonMark,
  Primitive,
  RectMark,
  TextMark,
} from '../../../shared/domain/gantt/primitive';
import type { CanvasInk } from './canvasInk';

/** Where a line of this width must stand to cover whole device pixels; `ratio` is device pixels per CSS pixel. */
function crisp(at: number, width: number, ratio: number): number {
  const half = (Math.max(1, Math.round(width * ratio)) % 2) / 2;
  return (Math.round(at * ratio - half) + half) / ratio;
}

function whole(at: number, ratio: number): number {
  return Math.round(at * ratio) / ratio;
}

function paintRect(context: CanvasRenderingContext2D, mark: RectMark, ink: CanvasInk): void {
  const place = (at: number): number =>
    mark.stroke === null ? whole(at, ink.ratio) : crisp(at, 1, ink.ratio);
  const left = place(mark.x);
  const top = place(mark.y);
  const width = Math.max(1, place(mark.x + mark.width) - left);
  const height = Math.max(1, place(mark.y + mark.height) - top);
  context.beginPath();
  if (mark.radius > 0) context.roundRect(left, top, width, height, mark.radius);
  else context.rect(left, top, width, height);
  if (mark.fill !== null) {
    if (mark.fillShare < 1) {
      context.fillStyle = ink.color('surface');
      context.fill();
      context.globalAlpha = mark.fillShare;
    }
    context.fillStyle = ink.color(mark.fill);
    context.fill();
    context.globalAlpha = 1;
  }
  if (mark.stroke === null) return;
  context.setLineDash([...mark.dash]);
  context.lineWidth = 1;
  context.strokeStyle = ink.color(mark.stroke);
  context.stroke();
}

/** Bends of two straight lines become arcs; both neighbors must leave room for the radius. */
function traceLine(context: CanvasRenderingContext2D, mark: LineMark, ratio: number): void {
  const { points, corner, width } = mark;
  const at = (index: number): [number, number] => [
    crisp(points[2 * index] ?? 0, width, ratio),
    crisp(points[2 * index + 1] ?? 0, width, ratio),
  ];
  const last = points.length / 2 - 1;
  context.beginPath();
  context.moveTo(...at(0));
  for (let index = 1; index < last; index += 1) {
    const [x, y] = at(index);
    const [previousX, previousY] = at(index - 1);
    const [nextX, nextY] = at(index + 1);
    const room = Math.min(Math.hypot(x - previousX, y - previousY), Math.hypot(nextX - x, nextY - y)) / 2;
    const radius = Math.min(corner, room);
    if (radius > 0) context.arcTo(x, y, nextX, nextY, radius);
    else context.lineTo(x, y);
  }
  context.lineTo(...at(last));
}

function paintLine(context: CanvasRenderingContext2D, mark: LineMark, ink: CanvasInk): void {
  traceLine(context, mark, ink.ratio);
  context.setLineDash([...mark.dash]);
  context.lineWidth = mark.width;
  context.strokeStyle = ink.color(mark.stroke);
  context.stroke();
}

function paintPolygon(context: CanvasRenderingContext2D, mark: PolygonMark, ink: CanvasInk): void {
  context.beginPath();
  for (let index = 0; index + 1 < mark.points.length; index += 2) {
    context.lineTo(mark.points[index] ?? 0, mark.points[index + 1] ?? 0);
  }
  context.closePath();
  if (mark.fill !== null) {
    context.fillStyle = ink.color(mark.fill);
    context.fill();
  }
  if (mark.stroke === null) return;
  context.setLineDash([]);
  context.lineWidth = mark.strokeWidth;
  context.strokeStyle = ink.color(mark.stroke);
  context.stroke();
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

function paintText(context: CanvasRenderingContext2D, mark: TextMark, ink: CanvasInk): void {
  context.font = ink.font(mark.size, mark.weight);
  context.textAlign = ALIGN[mark.anchor];
  context.textBaseline = 'alphabetic';
  context.fillStyle = ink.color(mark.tone);
  context.fillText(mark.text, mark.x, mark.y);
}

export function paintScene(
  context: CanvasRenderingContext2D,
  scene: readonly Primitive[],
  ink: CanvasInk,
): void {
  for (const mark of scene) {
    switch (mark.kind) {
      case 'rect':
        paintRect(context, mark, ink);
        break;
      case 'line':
        paintLine(context, mark, ink);
        break;
      case 'polygon':
        paintPolygon(context, mark, ink);
        break;
      case 'text':
        paintText(context, mark, ink);
        break;
    }
  }
}
