/** Numbers with their units, as people read them. A minus is U+2212, as in print. */

const plainFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
/** As many decimals as a field can hold. */
const wholeFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** `rounded`: at most two decimals, for what is calculated; `whole`: all of them, for what somebody entered. */
export type Decimals = 'rounded' | 'whole';

/** `1,234.5` */
export function formatNumber(value: number, decimals: Decimals = 'rounded'): string {
  const text = (decimals === 'whole' ? wholeFormat : plainFormat).format(Math.abs(value));
  return value < 0 && text !== '0' ? `\u2212${text}` : text;
}

/** A bare count of working days, for columns whose head names the unit. */
export function formatDays(days: number, decimals?: Decimals): string {
  return formatNumber(days, decimals);
}

/** `1 working day`, `0.5 working days`, `−3 days`. */
export function daysInWords(days: number, unit = 'working day', decimals?: Decimals): string {
  return `${formatNumber(days, decimals)} ${unit}${Math.abs(days) === 1 ? '' : 's'}`;
}

/** `36%` */
export function formatPercent(percent: number, decimals?: Decimals): string {
  return `${formatNumber(percent, decimals)}%`;
}
