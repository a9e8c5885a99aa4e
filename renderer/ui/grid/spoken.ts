/** What a grid says aloud about ranges and edits. */
import type { CellRange } from './range';

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

export function rangeSummary({ top, left, bottom, right }: CellRange): string {
  return `${counted(bottom - top + 1, 'row')} by ${counted(right - left + 1, 'column')} selected`;
}

export interface LeftOut {
  readonly reason: string;
  /** Of a pasted block: which of its rows, from 1. */
  readonly row?: number;
}

export interface EditReport {
  /** `pasted`, `filled`, `cleared`. */
  readonly verb: string;
  readonly accepted: number;
  readonly leftOut: readonly LeftOut[];
  /** Cells that fell outside the grid. */
  readonly outside: number;
}

/** More reasons than these nobody reads at once. */
const MOST_REASONS = 3;

/** How many cells were written and how many not, and the first reasons why, each once and with the first row it is about. */
export function editSummary({ verb, accepted, leftOut, outside }: EditReport): string {
  const left = leftOut.length + outside;
  const done = `${counted(accepted, 'cell')} ${verb}`;
  if (left === 0) return `${done}.`;
  const rows = new Map<string, number | undefined>();
  for (const { reason, row } of leftOut) if (!rows.has(reason)) rows.set(reason, row);
  if (outside > 0) rows.set(`${counted(outside, 'cell')} fell outside the grid.`, undefined);
  const reasons = [...rows].map(([reason, row]) => (row === undefined ? reason : `Row ${row}: ${reason}`));
  const more = reasons.length - MOST_REASONS;
  const rest = more > 0 ? [`And ${counted(more, 'reason')} more.`] : [];
  return [
    `${done}, ${left.toLocaleString('en-US')} left out.`,
    ...reasons.slice(0, MOST_REASONS),
    ...rest,
  ].join(' ');
}
