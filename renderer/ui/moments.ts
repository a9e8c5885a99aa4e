/** When something was written, where the reader is. */
const shared = {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
} as const;
const moment = new Intl.DateTimeFormat(undefined, shared);
const momentOfOtherYear = new Intl.DateTimeFormat(undefined, { ...shared, year: 'numeric' });

/** With the year where it is not this one. @param instant ISO 8601 in UTC; a text that is none is shown as it stands */
export function momentText(instant: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  const isThisYear = new Date(at).getFullYear() === new Date().getFullYear();
  return (isThisYear ? moment : momentOfOtherYear).format(at);
}

const day = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  year: 'numeric',
});
const shortDay = { month: 'short', day: 'numeric' } as const;
const date = new Intl.DateTimeFormat(undefined, shortDay);
const dateOfOtherYear = new Intl.DateTimeFormat(undefined, { ...shortDay, year: 'numeric' });
const time = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });

/** `Friday, November 20, 2026` where the reader is. @param at milliseconds since 1970 */
export function dayText(at: number): string {
  return day.format(at);
}

/** `Nov 3`, with the year where it is not this one, where the reader is. @param at milliseconds since 1970 */
export function dateText(at: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date().getFullYear();
  return (isThisYear ? date : dateOfOtherYear).format(at);
}

/** `5:05 PM` where the reader is. @param at milliseconds since 1970 */
export function timeText(at: number): string {
  return time.format(at);
}

/** @param at milliseconds since 1970 */
export function instantText(at: number): string {
  return momentText(new Date(at).toISOString());
}
