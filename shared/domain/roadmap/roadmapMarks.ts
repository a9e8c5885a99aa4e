/** A laid-out roadmap as marks, back to front: quarter lines, lanes, items, go-live and today. */
import { DASHED, line, polygon, rect, text, type Primitive } from '../gantt/primitive';
import type { PlacedItem, PlacedLane, RoadmapScene } from './roadmapScene';

/** How much of a lane's color tints its items. */
export const TINT = 0.15;
const INSET = 10;
const TITLE_SIZE = 13;
const NOTE_SIZE = 12;
const LINE_HEIGHT = 16;
/** Room for the padlock or the triangle before a note. */
const SIGN_WIDTH = 14;

/** Breaks a text into lines of a width, at a size, both in pixels; what does not fit ends in an ellipsis. */
export type FitText = (
  text: string,
  room: { width: number; size: number; lines: number },
) => readonly string[];

/** @param fit decides how much of a text fits; whoever paints knows the typeface */
export function roadmapMarks(scene: RoadmapScene, fit: FitText): Primitive[] {
  const marks: Primitive[] = [];
  for (const quarter of scene.quarters) {
    marks.push(line({ sign: 'background', points: [quarter.x, 0, quarter.x, scene.height], stroke: 'line' }));
  }
  for (const lane of scene.lanes) {
    const bottom = lane.y + lane.height;
    marks.push(line({ sign: 'background', points: [0, bottom, scene.width, bottom], stroke: 'line' }));
  }
  addVertical(marks, scene, 'today');
  addVertical(marks, scene, 'goLive');
  for (const lane of scene.lanes) for (const item of lane.items) addItem(marks, { item, lane, fit });
  return marks;
}

function addVertical(marks: Primitive[], scene: RoadmapScene, sign: 'today' | 'goLive'): void {
  const x = sign === 'today' ? scene.todayX : scene.goLiveX;
  if (x === null) return;
  const look = sign === 'today' ? { stroke: 'accent' as const } : { stroke: 'text-3' as const, dash: DASHED };
  marks.push(line({ sign, points: [x, 0, x, scene.height], width: 1.5, ...look }));
}

function addItem(
  marks: Primitive[],
  { item, lane, fit }: { item: PlacedItem; lane: PlacedLane; fit: FitText },
): void {
  const { id, x, y, width, height } = item;
  const box = { id, x, y, width, height, radius: 4 };
  marks.push(
    item.isIdea
      ? rect({
          ...box,
          sign: 'idea',
          x: x + 0.5,
          width: width - 1,
          fill: 'surface',
          stroke: 'line-control',
          dash: DASHED,
        })
      : rect({ ...box, sign: 'item', fill: lane.tone, fillShare: TINT }),
  );
  const room = width - 2 * INSET;
  const left = x + INSET;
  const signed = item.isFixed || item.isLate;
  const [note = ''] = fit(item.note, { width: room - (signed ? SIGN_WIDTH : 0), size: NOTE_SIZE, lines: 1 });
  // A narrow item gives its second line to the title, unless the note says something urgent.
  const lines = fit(item.title, { width: room, size: TITLE_SIZE, lines: signed ? 1 : 2 });
  const showsNote = note !== '' && lines.length === 1;
  const firstLine = y + (lines.length === 1 && !showsNote ? 26 : 18);
  lines.forEach((words, index) => {
    const place = { x: left, y: firstLine + index * LINE_HEIGHT, size: TITLE_SIZE };
    marks.push(text({ sign: 'item', id, ...place, text: words, weight: 'medium' }));
  });
  if (!showsNote) return;
  const baseline = firstLine + LINE_HEIGHT;
  if (item.isLate) marks.push(...lateSign(id, left, baseline));
  else if (item.isFixed) marks.push(...lock(id, left, baseline));
  const place = { x: signed ? left + SIGN_WIDTH : left, y: baseline, size: NOTE_SIZE };
  marks.push(text({ sign: 'item', id, ...place, text: note, tone: item.isLate ? 'bad' : 'text-2' }));
}

/** A filled triangle: late. */
function lateSign(id: string, x: number, baseline: number): Primitive[] {
  const points = [x, baseline, x + 10, baseline, x + 5, baseline - 9];
  return [polygon({ sign: 'item', id, points, fill: 'bad' })];
}

/** A padlock: the date is set from outside. */
function lock(id: string, x: number, baseline: number): Primitive[] {
  const mark = { sign: 'fixed' as const, id };
  const bow = [x + 2.5, baseline - 5, x + 2.5, baseline - 9, x + 7.5, baseline - 9, x + 7.5, baseline - 5];
  return [
    line({ ...mark, points: bow, stroke: 'text-2', width: 1.2, corner: 2 }),
    rect({ ...mark, x: x + 1, y: baseline - 5.5, width: 8, height: 6, radius: 1, stroke: 'text-2' }),
  ];
}
