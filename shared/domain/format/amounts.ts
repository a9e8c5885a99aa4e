/** Numbers with their units, as people read them. A minus is U+2212, as in print. */

const plainFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** `1,234.5`: at most two decimals. */
export function formatNumber(value: number): string {
  const text = plainFormat.format(Math.abs(value));
  return value < 0 && text !== '0' ? `\u2212${text}` : text;
}

/** A bare count of working days, for columns whose head names the unit. */
export function formatDays(days: number): string {
  return formatNumber(days);
}

/** `1 working day`, `0.5 working days`, `−3 days`. */
export function daysInWords(days: number, unit = 'working day'): string {
  return `${formatNumber(days)} ${unit}${Math.abs(days) === 1 ? '' : 's'}`;
}

/** `36%` */
export function formatPercent(percent: number): string {
  return `${formatNumber(percent)}%`;
}
