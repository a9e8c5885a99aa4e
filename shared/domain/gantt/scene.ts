/**
 * The timeline as marks: what the canvas paints on screen and the writers put into files. Only what is in view is
 * made, and the cost does not depend on how much lies outside.
 */
import { addDays, dayNumber } from '../base/dates';
import { KNOWN_DAYS, tableDay, workingTimeOf, type WorkingTime } from '../schedule/workingTime';
import {
  calendarOf,
  frameOf,
  rowShape,
  xOfDay,
  yOfRow,
  type Frame,
  type GanttInput,
  type RowShape,
} from './frame';
import { eachLinkBetween, type IndexedLink } from './linkIndex';
import { linkRoute } from './linkRoute';
import { line, polygon, rect, type Primitive, type Tone } from './primitive';
import { addRowMarks } from './rowMarks';
import { axisLines } from './timeAxis';

/** Days narrower than this are not shaded one by one: the picture would only turn grey. */
const NARROWEST_SHADED_DAY = 2;

/** @returns marks back to front, in pixels from the upper left corner of the viewport */
export function ganttScene(input: GanttInput): Primitive[] {
  const scene: Primitive[] = [];
  const frame = frameOf(input);
  addBackground(scene, frame);
  if (input.options.links) {
    eachLinkBetween(input.links, frame.firstRow, frame.lastRow, (link) => addLink(scene, frame, link));
  }
  for (let row = frame.firstRow; row <= frame.lastRow; row++) addRowMarks(scene, frame, row);
  addToday(scene, frame);
  return scene;
}

function addBackground(scene: Primitive[], frame: Frame): void {
  const { viewport, axis, rows, options } = frame.input;
  const { width, rowHeight } = viewport;
  const bottom = Math.max(0, Math.min(viewport.height, yOfRow(frame, rows.length)));
  if (axis.pixelsPerDay >= NARROWEST_SHADED_DAY) addFreeDays(scene, frame, bottom);
  for (let row = frame.firstRow; row <= frame.lastRow; row++) {
    const top = yOfRow(frame, row);
    if (options.selected?.has(rows[row]?.id ?? '') === true) {
      scene.push(
        rect({ sign: 'background', x: 0, y: top, width, height: rowHeight, fill: 'surface-selected' }),
      );
    }
    const y = top + rowHeight - 0.5;
    scene.push(line({ sign: 'background', points: [0, y, width, y], stroke: 'line' }));
  }
  for (const x of axisLines(axis, viewport)) {
    scene.push(line({ sign: 'background', points: [x, 0, x, bottom], stroke: 'line' }));
  }
}

/** Days nobody works are tinted; neighbors become one rectangle. */
function addFreeDays(scene: Primitive[], frame: Frame, bottom: number): void {
  const { viewport, axis } = frame.input;
  const time = workingTimeOf(calendarOf(frame, null));
  const origin = tableDay(axis.originDate) - frame.originDay;
  const first = frame.originDay + Math.floor(viewport.x / axis.pixelsPerDay);
  const last = frame.originDay + Math.floor((viewport.x + viewport.width) / axis.pixelsPerDay);
  for (let day = first; day <= last; day++) {
    if (!isFree(time, origin + day)) continue;
    const x = xOfDay(frame, day);
    while (day < last && isFree(time, origin + day + 1)) day += 1;
    const width = xOfDay(frame, day + 1) - x;
    scene.push(rect({ sign: 'background', x, y: 0, width, height: bottom, fill: 'gantt-off' }));
  }
}

/** Asked for every visible day of every frame, hence by table day and not by date. */
function isFree(time: WorkingTime, day: number): boolean {
  return day >= 0 && day < KNOWN_DAYS && time.before[day] === time.before[day + 1];
}

function addLink(scene: Primitive[], frame: Frame, link: IndexedLink): void {
  const from = rowShape(frame, link.from);
  const to = rowShape(frame, link.to);
  if (from === undefined || to === undefined) return;
  const { width, rowHeight } = frame.input.viewport;
  if (Math.max(from.x2, to.x2) < -rowHeight || Math.min(from.x1, to.x1) > width + rowHeight) return;
  const route = linkRoute(link.type, from, to, rowHeight);
  const isCritical = frame.input.options.criticalPath && drives(frame, link, { from, to });
  const tone: Tone = isCritical ? 'gantt-arrow-crit' : 'gantt-arrow';
  const { id } = link;
  scene.push(
    line({ sign: 'link', id, points: route.points, stroke: tone, width: isCritical ? 1.3 : 1, corner: 3 }),
    polygon({ sign: 'link', id, points: route.head, fill: tone }),
  );
}

/** A link on the critical path: both ends are critical and nothing lies between them. */
function drives(frame: Frame, link: IndexedLink, { from, to }: { from: RowShape; to: RowShape }): boolean {
  if (!from.scheduled.critical || !to.scheduled.critical) return false;
  const { driver } = to.scheduled;
  if (driver.kind === 'link' && driver.link === link.id) return true;
  // Of several links that bind equally the schedule names one; the others show by leaving no working day free.
  if (link.type !== 'FS' || link.lagDays !== 0) return false;
  const { start } = to.scheduled;
  const { finish } = from.scheduled;
  const lastDayBetween = to.isPoint ? start : addDays(start, -1);
  const time = workingTimeOf(calendarOf(frame, to.task));
  return start >= finish && time.workingDaysBetween(addDays(finish, 1), lastDayBetween) === 0;
}

function addToday(scene: Primitive[], frame: Frame): void {
  const { options, viewport, axis } = frame.input;
  if (options.today === null) return;
  const x = xOfDay(frame, dayNumber(options.today)) + axis.pixelsPerDay / 2;
  if (x < 0 || x > viewport.width) return;
  scene.push(line({ sign: 'today', points: [x, 0, x, viewport.height], stroke: 'accent', width: 1.5 }));
}
