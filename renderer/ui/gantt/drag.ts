/** What a drag on a bar means, in whole days and in scrolling: pure arithmetic between pixels and days. */

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

/** So near to the edge of the view, or beyond it, a drag scrolls on; in CSS px, as is the most it scrolls in a frame. */
const EDGE = 24;
const MOST_PER_FRAME = 12;

/**
 * How far the view scrolls in a frame because a drag is held at its edge; faster the farther out. A drag that began at
 * the edge scrolls only once it is pulled toward it.
 * @param at where the pointer is and @param from where it was pressed, from the start of the view; all in CSS px
 */
export function edgePull(at: number, from: number, size: number): number {
  const beyond = at - (size - EDGE);
  if (beyond > 0 && at > from) return Math.min(MOST_PER_FRAME, Math.ceil(beyond / 8));
  const before = EDGE - at;
  return before > 0 && at < from ? -Math.min(MOST_PER_FRAME, Math.ceil(before / 8)) : 0;
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
