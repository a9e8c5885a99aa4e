/** When something was written, where the reader is. */
const moment = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** @param instant ISO 8601 in UTC; a text that is none is shown as it stands */
export function momentText(instant: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : moment.format(at);
}
