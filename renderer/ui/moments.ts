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
