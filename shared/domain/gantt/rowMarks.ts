/** The marks of one row of the timeline: its bar, bracket, diamond or flag, its slack and its deadline. */
import { dayNumber } from '../base/dates';
import { workingTimeOf } from '../schedule/workingTime';
import { shortDate, shortWeekdayDate } from './dateLabel';
import { calendarOf, rowShape, xOfDay, type Frame, type RowShape } from './frame';
import { DOTTED, line, polygon, rect, text, type Primitive, type Sign, type Tone } from './primitive';

const BAR_RADIUS = 2.5;
const LABEL_GAP = 5;
/** Mean width of a character of a date, in em. */
const CHARACTER_EM = 0.56;
/** Capitals of the typeface are 0.73 em high; a baseline this far below the middle centers them. */
const BASELINE_EM = 0.36;
const STOP_HALF = 3;
const PIN_HALF_WIDTH = 4;
const DASHED_POINT = [2, 2];

export function addRowMarks(scene: Primitive[], frame: Frame, index: number): void {
  const shape = rowShape(frame, index);
  if (shape === undefined) return;
  addDeadline(scene, frame, shape);
  addBaseline(scene, frame, shape);
  if (shape.kind === 'summary') {
    addBracket(scene, frame, shape);
  } else if (shape.isPoint) {
    const label = pointLabel(frame, shape);
    addPoint(scene, frame, { shape, label });
    addSlack(scene, frame, { shape, from: label.x + label.width + LABEL_GAP });
  } else {
    addBar(scene, frame, shape);
    addSlack(scene, frame, { shape, from: shape.x2 + 2 });
  }
}

function isCritical(frame: Frame, shape: RowShape): boolean {
  return frame.input.options.criticalPath && shape.scheduled.critical && shape.task.percentComplete < 100;
}

function isInView(frame: Frame, left: number, right: number): boolean {
  return right >= 0 && left <= frame.input.viewport.width;
}

function addBar(scene: Primitive[], frame: Frame, shape: RowShape): void {
  const { x1, x2, y, halfHeight, task } = shape;
  if (!isInView(frame, x1, x2)) return;
  const critical = isCritical(frame, shape);
  const { id } = task;
  const sign: Sign = critical ? 'critical' : 'task';
  const fill: Tone = critical ? 'gantt-crit' : 'gantt-bar';
  const strong: Tone = critical ? 'gantt-crit-done' : 'gantt-done';
  const top = y - halfHeight;
  const width = x2 - x1;
  const height = 2 * halfHeight;
  const radius = Math.min(BAR_RADIUS, width / 2);
  if (width > 3) {
    // Half a pixel inside, so that the outline stays within the days it stands for.
    scene.push(
      rect({
        sign,
        id,
        x: x1 + 0.5,
        y: top + 0.5,
        width: width - 1,
        height: height - 1,
        radius,
        fill,
        stroke: strong,
      }),
    );
  } else {
    scene.push(rect({ sign, id, x: x1, y: top, width, height, radius, fill: strong }));
  }
  const done = (width * task.percentComplete) / 100;
  if (done === 0) return;
  scene.push(
    rect({ sign, id, x: x1, y: top, width: done, height, radius: Math.min(radius, done / 2), fill: strong }),
  );
}

function addBracket(scene: Primitive[], frame: Frame, shape: RowShape): void {
  const { x1, x2, y, halfHeight, task } = shape;
  if (!isInView(frame, x1, x2)) return;
  const foot = Math.min(halfHeight, (x2 - x1) / 2);
  const top = y - halfHeight;
  const bottom = y + halfHeight;
  const points = [x1, top, x2, top, x2, bottom, x2 - foot, y, x1 + foot, y, x1, bottom];
  scene.push(polygon({ sign: 'summary', id: task.id, points, fill: 'gantt-summary' }));
}

interface PointLabel {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

function pointLabel(frame: Frame, { kind, scheduled, x2, halfHeight }: RowShape): PointLabel {
  const name =
    kind === 'goLive' ? `Go-live ${shortWeekdayDate(scheduled.finish)}` : shortDate(scheduled.finish);
  return { text: name, x: x2 + halfHeight + LABEL_GAP, width: name.length * frame.textSize * CHARACTER_EM };
}

function addPoint(
  scene: Primitive[],
  frame: Frame,
  { shape, label }: { shape: RowShape; label: PointLabel },
): void {
  const { kind, x1: x, y, halfHeight: half, task } = shape;
  if (!isInView(frame, x - half, label.x + label.width)) return;
  const sign: Sign = kind === 'gate' || kind === 'goLive' ? kind : 'milestone';
  const tone: Tone = isCritical(frame, shape) ? 'gantt-crit-done' : 'gantt-done';
  const mark = { sign, id: task.id };
  if (kind === 'gate') {
    scene.push(line({ ...mark, points: [x, y - half, x, y + half], stroke: tone, width: 1.4 }));
    scene.push(polygon({ ...mark, points: flag(x, y - half, half), fill: tone }));
  } else {
    const diamond = [x, y - half, x + half, y, x, y + half, x - half, y];
    scene.push(polygon({ ...mark, points: diamond, fill: tone, stroke: 'surface', strokeWidth: 1.5 }));
  }
  const size = frame.textSize;
  const shown = { text: label.text, x: label.x, y: y + size * BASELINE_EM, size };
  scene.push(text({ ...mark, ...shown, ...(kind === 'goLive' ? { weight: 'medium' } : { tone: 'text-2' }) }));
}

/** A swallow-tailed flag whose staff begins at its upper left corner. */
function flag(x: number, top: number, half: number): number[] {
  const right = x + half * 1.4;
  const bottom = top + half * 0.9;
  return [x, top, right, top, x + half, (top + bottom) / 2, right, bottom, x, bottom];
}

/** A dotted line to where the finish could slip without moving anything that matters, with a stop. */
function addSlack(
  scene: Primitive[],
  frame: Frame,
  { shape, from }: { shape: RowShape; from: number },
): void {
  const { scheduled, task, y } = shape;
  if (scheduled.totalFloatDays < 1 || task.percentComplete >= 100) return;
  const time = workingTimeOf(calendarOf(frame, task));
  const lastDay = dayNumber(time.addWorkingDays(scheduled.finish, scheduled.totalFloatDays));
  const stop = xOfDay(frame, lastDay + 1) - 0.5;
  if (stop <= from + 2 || !isInView(frame, from, stop)) return;
  const { id } = task;
  const stopPoints = [stop, y - STOP_HALF, stop, y + STOP_HALF];
  scene.push(line({ sign: 'slack', id, points: [from, y, stop, y], stroke: 'gantt-arrow', dash: DOTTED }));
  scene.push(line({ sign: 'slack', id, points: stopPoints, stroke: 'gantt-arrow' }));
}

/** Where the task stood in the baseline: a thin line under its bar, or a dashed diamond where a point was elsewhere. */
function addBaseline(scene: Primitive[], frame: Frame, { task, y, isPoint, scheduled }: RowShape): void {
  const { baseline } = frame.input.options;
  const then = baseline?.tasks.get(task.id);
  if (then === undefined) return;
  const mark = { sign: 'baseline' as const, id: task.id };
  const right = xOfDay(frame, dayNumber(then.finish) + 1);
  if (then.durationDays === 0) {
    const half = frame.pointHalf;
    const isSame = isPoint && then.finish === scheduled.finish;
    if (isSame || !isInView(frame, right - half, right + half)) return;
    const points = [right, y - half, right + half, y, right, y + half, right - half, y, right, y - half];
    scene.push(line({ ...mark, points, stroke: 'gantt-ghost', width: 1.4, dash: DASHED_POINT }));
    return;
  }
  const left = xOfDay(frame, dayNumber(then.start));
  if (!isInView(frame, left, right)) return;
  const isDense = frame.input.viewport.rowHeight < 20;
  const [gap, height] = isDense ? [1, 2] : [2, 2.5];
  const top = y + frame.barHalf + gap;
  const width = Math.max(right - left - 1, 2);
  scene.push(rect({ ...mark, x: left, y: top, width, height, radius: 1, fill: 'gantt-ghost' }));
}

function addDeadline(scene: Primitive[], frame: Frame, { task, y }: RowShape): void {
  if (task.deadline === null) return;
  const x = xOfDay(frame, dayNumber(task.deadline) + 1);
  if (!isInView(frame, x - PIN_HALF_WIDTH, x + PIN_HALF_WIDTH)) return;
  const half = frame.barHalf + 2;
  const top = y - half;
  const mark = { sign: 'deadline' as const, id: task.id };
  scene.push(line({ ...mark, points: [x, top, x, y + half], stroke: 'bad', width: 1.6 }));
  const head = [x - PIN_HALF_WIDTH, top, x + PIN_HALF_WIDTH, top, x, top + 5];
  scene.push(polygon({ ...mark, points: head, fill: 'bad' }));
}
