/** What lies under the pointer, by arithmetic: the row from the height, then the one bar of that row. */
import { frameOf, rowShape, type GanttInput, type RowShape } from './frame';

export interface Hit {
  readonly taskId: string;
  /** `start` and `end` can be pulled to change dates; from `link-handle` a link is drawn. */
  readonly part: 'bar' | 'start' | 'end' | 'milestone' | 'link-handle';
}

/** How far around a bar the pointer still means it. */
const TOLERANCE = 2;
const EDGE = 5;
/** A narrower bar is held by all its width; its ends are pulled from just outside it. */
const ROOM_FOR_EDGES = 12;
const OUTER_EDGE = 4;
/** The handle from which links are drawn ends so far behind the bar. */
const LINK_HANDLE_UNTIL = 16;

/** @param x and y in pixels from the upper left corner of the viewport */
export function hitTest(input: GanttInput, x: number, y: number): Hit | null {
  const { viewport } = input;
  const row = Math.floor((y + viewport.y) / viewport.rowHeight);
  const shape = rowShape(frameOf(input), row);
  if (shape === undefined || Math.abs(y - shape.y) > shape.halfHeight + TOLERANCE) return null;
  const part = partAt(shape, x);
  return part === null ? null : { taskId: shape.task.id, part };
}

function partAt(shape: RowShape, x: number): Hit['part'] | null {
  const reach = shape.isPoint ? shape.halfHeight : 0;
  const left = shape.x1 - reach;
  const right = shape.x2 + reach;
  const isNarrow = !shape.isPoint && right - left < ROOM_FOR_EDGES;
  const outside = isNarrow ? OUTER_EDGE : TOLERANCE;
  if (x < left - outside || x > right + LINK_HANDLE_UNTIL) return null;
  if (x > right + outside) return 'link-handle';
  if (shape.isPoint) return 'milestone';
  if (shape.kind === 'summary') return 'bar';
  const inside = isNarrow ? 0 : EDGE;
  if (x >= right - inside) return 'end';
  return x < left + inside ? 'start' : 'bar';
}
