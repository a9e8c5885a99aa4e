/** What the timeline's chart is given to draw: the domain's scene, asked for one view at a time. */
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { type AskedDates, askedByResize, askedByShift } from '../../../shared/domain/commands/taskDates';
import type { Axis } from '../../../shared/domain/gantt/axis';
import {
  frameOf,
  type GanttInput,
  rowShape,
  type RowShape,
  type Viewport,
} from '../../../shared/domain/gantt/frame';
import { type Hit, hitTest } from '../../../shared/domain/gantt/hitTest';
import type { Primitive } from '../../../shared/domain/gantt/primitive';
import { ganttScene } from '../../../shared/domain/gantt/scene';
import type { HeldPart } from './drag';

export interface TimelineChart {
  readonly axis: Axis;
  /** The last day that can be scrolled to. */
  readonly until: CalendarDate;
  readonly today: CalendarDate | null;
  readonly scene: (viewport: Viewport, selected: ReadonlySet<string>) => readonly Primitive[];
  readonly hit: (viewport: Viewport, x: number, y: number) => Hit | null;
  readonly shape: (viewport: Viewport, row: number) => RowShape | undefined;
  /** The dates a drag by so many days of the calendar asks for; null where that part cannot be dragged. */
  readonly asked: (taskId: string, part: HeldPart, days: number) => AskedDates | null;
}

/** The chart of a plan. Keep it as long as its parts stay the same: a new chart is drawn anew. */
export function timelineChart(input: Omit<GanttInput, 'viewport'>, until: CalendarDate): TimelineChart {
  return {
    axis: input.axis,
    until,
    today: input.options.today,
    scene: (viewport, selected) =>
      ganttScene({ ...input, viewport, options: { ...input.options, selected } }),
    hit: (viewport, x, y) => hitTest({ ...input, viewport }, x, y),
    shape: (viewport, row) => rowShape(frameOf({ ...input, viewport }), row),
    asked: (taskId, part, days) => {
      const shift = { days, unit: 'calendar' } as const;
      return part === 'bar' ? askedByShift(input, taskId, shift) : askedByResize(input, taskId, shift, part);
    },
  };
}
