/** Where a date lies on a time axis and which date lies under a pixel. Days are equally wide. */
import { dateOfDay, dayNumber, type CalendarDate } from '../base/dates';

export interface Axis {
  /** The day whose left edge is x = 0. */
  readonly originDate: CalendarDate;
  readonly pixelsPerDay: number;
}

/** The left edge of a day, in pixels from the axis' origin. */
export function xOf(axis: Axis, date: CalendarDate): number {
  return (dayNumber(date) - dayNumber(axis.originDate)) * axis.pixelsPerDay;
}

/** The day under a pixel. */
export function dateAt(axis: Axis, x: number): CalendarDate {
  return dateOfDay(dayNumber(axis.originDate) + Math.floor(x / axis.pixelsPerDay));
}

export type Zoom = 'day' | 'week' | 'month' | 'quarter';

/** Pixels per day at which each zoom reads best. */
export const PIXELS_PER_DAY: Readonly<Record<Zoom, number>> = { day: 24, week: 4, month: 1.6, quarter: 0.6 };

/** The finest zoom whose labels fit at a scale. */
export function zoomFor(pixelsPerDay: number): Zoom {
  if (pixelsPerDay >= 14) return 'day';
  if (pixelsPerDay >= 2.2) return 'week';
  return pixelsPerDay >= 0.75 ? 'month' : 'quarter';
}
