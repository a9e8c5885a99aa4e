/** What a drag on a bar means, in whole days: pure arithmetic between pixels and days. */

/** The part of a bar that is held: the whole bar, or one of its ends. */
export type HeldPart = 'bar' | 'start' | 'end';

export interface DayShift {
  readonly days: number;
  /** A drag counts every day of the calendar, a key stroke only days somebody works. */
  readonly unit: 'calendar' | 'working';
}

/** Pointers tremble: a press that moves less than this stays a click. CSS px. */
export const DRAG_THRESHOLD = 4;

/** Days under a distance, to the nearest whole day. */
export function daysDragged(distance: number, pixelsPerDay: number): number {
  const days = Math.round(distance / pixelsPerDay);
  // -0 would print as "-0 days".
  return days === 0 ? 0 : days;
}

/** The scroll offset that keeps the day under `pointer` (px from the left of the view) in place after a zoom. */
export function zoomedScroll(scroll: number, pointer: number, before: number, after: number): number {
  return Math.max(0, ((scroll + pointer) / before) * after - pointer);
}

export const LEAST_PIXELS_PER_DAY = 0.3;
export const MOST_PIXELS_PER_DAY = 60;

/** The scale after a turn of the wheel; `delta` as the browser reports it, down is smaller. */
export function wheelZoom(pixelsPerDay: number, delta: number): number {
  const scaled = pixelsPerDay * Math.exp(-Math.max(-100, Math.min(100, delta)) / 300);
  return Math.min(MOST_PIXELS_PER_DAY, Math.max(LEAST_PIXELS_PER_DAY, scaled));
}
