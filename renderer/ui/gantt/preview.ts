/** What a drag in progress looks like: the bar where it would go with its new dates, or the link being drawn. */
import { dayNumber } from '../../../shared/domain/base/dates';
import type { AskedDates } from '../../../shared/domain/commands/taskDates';
import { daysInWords } from '../../../shared/domain/format/amounts';
import { shortDate } from '../../../shared/domain/gantt/dateLabel';
import type { RowShape } from '../../../shared/domain/gantt/frame';
import { DASHED, line, polygon, type Primitive, rect } from '../../../shared/domain/gantt/primitive';
import type { HeldPart } from './drag';

export interface BarDrag {
  readonly kind: 'bar';
  readonly part: HeldPart;
  /** Of the calendar; as the plan understands them, they lead to `asked`. */
  readonly days: number;
  readonly shape: RowShape;
  readonly asked: AskedDates;
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

/** Words beside what they are about, which reaches from `left` to `right`. */
export interface DragLabel {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export interface DragPicture {
  readonly marks: readonly Primitive[];
  readonly label: DragLabel | null;
}

/** Whether a drag leaves the task where it is. */
export function changesNothing({ asked, shape: { scheduled } }: BarDrag): boolean {
  return asked.start === scheduled.start && asked.finish === scheduled.finish;
}

/**
 * What a bar's new dates read like: `Jun 3 – Jul 9`, of a point one date, of a bar that is stretched its days too. When
 * a summary ends is for its tasks to say.
 */
export function datesLabel({ part, asked: { start, finish, days }, shape }: BarDrag): string {
  if (shape.isPoint) return shortDate(finish);
  if (shape.kind === 'summary') return `From ${shortDate(start)}`;
  const dates = start === finish ? shortDate(finish) : `${shortDate(start)} – ${shortDate(finish)}`;
  return part === 'bar' ? dates : `${dates}, ${daysInWords(days)}`;
}

function barPicture(drag: BarDrag): DragPicture {
  const { shape, asked, pixelsPerDay } = drag;
  const { y, halfHeight, scheduled } = shape;
  const left = shape.x1 + (dayNumber(asked.start) - dayNumber(scheduled.start)) * pixelsPerDay;
  const right = shape.x2 + (dayNumber(asked.finish) - dayNumber(scheduled.finish)) * pixelsPerDay;
  const words = datesLabel(drag);
  if (shape.isPoint) {
    const points = [
      right,
      y - halfHeight,
      right + halfHeight,
      y,
      right,
      y + halfHeight,
      right - halfHeight,
      y,
    ];
    const diamond = polygon({
      sign: 'milestone',
      points,
      fill: 'surface',
      stroke: 'accent',
      strokeWidth: 1.5,
    });
    return { marks: [diamond], label: { words, left: right - halfHeight, right: right + halfHeight, y } };
  }
  const bar = rect({
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
  return { marks: [bar], label: { words, left, right, y } };
}

function linkPicture({ shape, toX, toY, target }: LinkDrag): DragPicture {
  const from = shape.x2 + (shape.isPoint ? shape.halfHeight : 0);
  const drawn = line({
    sign: 'link',
    points: [from, shape.y, toX, toY],
    stroke: 'accent',
    width: 1.5,
    dash: DASHED,
  });
  if (target === null) return { marks: [drawn], label: null };
  const reach = (target.isPoint ? target.halfHeight : 0) + 3;
  const left = target.x1 - reach;
  const right = target.x2 + reach;
  const y = target.y - target.halfHeight - 3;
  const size = { width: right - left, height: 2 * target.halfHeight + 6 };
  const frame = rect({ sign: 'link', x: left, y, ...size, radius: 5, stroke: 'accent' });
  return {
    marks: [drawn, frame],
    label: { words: `Waits for ${shape.task.name}`, left, right, y: target.y },
  };
}

export function dragPicture(drag: Drag): DragPicture {
  return drag.kind === 'bar' ? barPicture(drag) : linkPicture(drag);
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
