/**
 * What is measured once per picture: the part of the chart in view, the sizes that follow from the row height, and
 * where the bar of a row lies. All positions are pixels from the upper left corner of the viewport.
 */
import { dayNumber, type CalendarDate } from '../base/dates';
import type { Figures } from '../baseline/figures';
import type { OutlineRow } from '../outline';
import type { Calendar, Task } from '../registers/all';
import type { Schedule, ScheduledTask } from '../schedule/schedule';
import { recordIn, type Workbook } from '../workbook';
import type { Axis } from './axis';
import type { LinkIndex } from './linkIndex';

export interface Viewport {
  /** Scrolled distance from the axis' origin and from the top of the first row. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
}

export interface GanttOptions {
  readonly today: CalendarDate | null;
  /** Show critical tasks in their own color. */
  readonly criticalPath: boolean;
  /** Draw the arrows. */
  readonly links: boolean;
  /** Draw where the tasks of this baseline stood. */
  readonly baseline?: Figures;
  /** Tasks whose rows are tinted. */
  readonly selected?: ReadonlySet<string>;
}

export interface GanttInput {
  readonly workbook: Workbook;
  readonly schedule: Schedule;
  /** The rows shown, in order: the outline without what is folded or filtered away. */
  readonly rows: readonly OutlineRow[];
  /** `linkIndex(workbook, rows)`, kept as long as neither changes. */
  readonly links: LinkIndex;
  readonly axis: Axis;
  readonly viewport: Viewport;
  readonly options: GanttOptions;
}

export interface Frame {
  readonly input: GanttInput;
  readonly originDay: number;
  readonly firstRow: number;
  /** Before `firstRow` when no row is in view. */
  readonly lastRow: number;
  readonly barHalf: number;
  readonly pointHalf: number;
  readonly summaryHalf: number;
  readonly textSize: number;
  readonly goLive: string | null;
  readonly planCalendar: string | null;
  /** Bars already measured: a row is asked for by itself and by each of its links. */
  readonly shapes: Map<number, RowShape | undefined>;
}

export type RowKind = 'bar' | 'summary' | 'milestone' | 'gate' | 'goLive';

export interface RowShape {
  readonly kind: RowKind;
  readonly task: Task;
  readonly scheduled: ScheduledTask;
  /** Left and right edge; of a diamond or flag, both the end of its day. */
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly halfHeight: number;
  readonly isPoint: boolean;
}

/** The narrowest bar that can still be seen and grabbed. */
const NARROWEST_BAR = 2;

export function frameOf(input: GanttInput): Frame {
  const { viewport, rows, workbook, axis } = input;
  const { rowHeight } = viewport;
  const [organisation] = workbook.tables.organisation.live;
  return {
    input,
    originDay: dayNumber(axis.originDate),
    firstRow: Math.max(0, Math.floor(viewport.y / rowHeight)),
    lastRow: Math.min(rows.length, Math.ceil((viewport.y + viewport.height) / rowHeight)) - 1,
    barHalf: Math.max(2, Math.floor((rowHeight * 3) / 7) / 2),
    pointHalf: Math.min(8.5, Math.max(5.5, (rowHeight * 6.5) / 28)),
    summaryHalf: rowHeight < 20 ? 3 : 4,
    textSize: rowHeight < 20 ? 9 : 11,
    goLive: organisation?.goLive ?? null,
    planCalendar: organisation?.calendar ?? null,
    shapes: new Map(),
  };
}

/** The calendar a task works by; the plan's own without a task. */
export function calendarOf(frame: Frame, task: Task | null): Calendar | undefined {
  const { workbook } = frame.input;
  return (
    recordIn(workbook, 'calendars', task?.calendar ?? null) ??
    recordIn(workbook, 'calendars', frame.planCalendar)
  );
}

/** The left edge of a day in the viewport. */
export function xOfDay(frame: Frame, day: number): number {
  return (day - frame.originDay) * frame.input.axis.pixelsPerDay - frame.input.viewport.x;
}

export function yOfRow(frame: Frame, row: number): number {
  return row * frame.input.viewport.rowHeight - frame.input.viewport.y;
}

/** Where the bar of a row lies; undefined for a task that has no dates. */
export function rowShape(frame: Frame, index: number): RowShape | undefined {
  if (frame.shapes.has(index)) return frame.shapes.get(index);
  const shape = measureRow(frame, index);
  frame.shapes.set(index, shape);
  return shape;
}

function measureRow(frame: Frame, index: number): RowShape | undefined {
  const { workbook, schedule, rows, axis, viewport } = frame.input;
  const row = rows[index];
  if (row === undefined) return undefined;
  const task = workbook.tables.tasks.byId.get(row.id);
  const scheduled = schedule.task(row.id);
  if (task === undefined || scheduled === undefined) return undefined;
  const kind = rowKind(frame, row, task);
  const isPoint = kind !== 'bar' && kind !== 'summary';
  const x2 = xOfDay(frame, dayNumber(scheduled.finish) + 1);
  const x1 = isPoint ? x2 : Math.min(xOfDay(frame, dayNumber(scheduled.start)), x2 - NARROWEST_BAR);
  // A hairline of daylight between one bar and the next.
  const right = isPoint ? x2 : Math.max(x2 - Math.min(1, axis.pixelsPerDay / 4), x1 + NARROWEST_BAR);
  const halfHeight = isPoint ? frame.pointHalf : kind === 'summary' ? frame.summaryHalf : frame.barHalf;
  return {
    kind,
    task,
    scheduled,
    x1,
    x2: right,
    y: yOfRow(frame, index) + viewport.rowHeight / 2,
    halfHeight,
    isPoint,
  };
}

function rowKind(frame: Frame, row: OutlineRow, task: Task): RowKind {
  if (row.hasChildren || task.kind === 'summary') return 'summary';
  const isPoint = task.kind === 'gate' || task.kind === 'milestone' || task.durationDays === 0;
  if (!isPoint) return 'bar';
  if (row.id === frame.goLive) return 'goLive';
  return task.kind === 'gate' ? 'gate' : 'milestone';
}
