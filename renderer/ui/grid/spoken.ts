/** What a grid says aloud about ranges and edits. */
import type { SkippedEdit } from './gridTypes';
import type { CellRange } from './range';

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function rangeSummary({ top, left, bottom, right }: CellRange): string {
  return `${counted(bottom - top + 1, 'row')} by ${counted(right - left + 1, 'column')} selected`;
}

export interface EditReport {
  /** `pasted`, `filled`, `cleared`. */
  readonly verb: string;
  readonly accepted: number;
  readonly skipped: readonly SkippedEdit[];
  /** Cells that fell outside the grid. */
  readonly outside: number;
}

/** One sentence: how many cells were written, how many not, and the first two reasons why. */
export function editSummary({ verb, accepted, skipped, outside }: EditReport): string {
  const parts = [`${counted(accepted, 'cell')} ${verb}`];
  if (skipped.length > 0) {
    const reasons = [...new Set(skipped.map((skip) => skip.reason))].slice(0, 2).join(' ');
    parts.push(`${skipped.length} skipped: ${reasons}`);
  }
  if (outside > 0) parts.push(`${counted(outside, 'cell')} outside the grid left out`);
  return parts.join(', ').replace(/\.?$/, '.');
}
