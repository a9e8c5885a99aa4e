/** What a bar chart is made of, and how the values of one column are stacked. */
import type { Tone } from '../gantt/primitive';

export interface BarSeries {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
  /** Money that is not paid out. */
  readonly isHatched?: boolean;
}

export interface BarColumn {
  readonly id: string;
  /** In words, for reading out: `September 2026`. */
  readonly label: string;
  /** Under the axis; absent for columns that get no label. */
  readonly tick?: string;
  /** One value per series; stacked from the zero line, negative ones downward. */
  readonly values: readonly number[];
}

export interface Piece {
  readonly series: BarSeries;
  readonly from: number;
  readonly to: number;
}

/** Values stacked from zero: positive ones upward, negative ones downward. Zeros make no piece. */
export function stacked(series: readonly BarSeries[], values: readonly number[]): readonly Piece[] {
  let up = 0;
  let down = 0;
  return series.flatMap((one, index) => {
    const value = values[index] ?? 0;
    if (value === 0) return [];
    const from = value > 0 ? up : down;
    if (value > 0) up += value;
    else down += value;
    return [{ series: one, from, to: from + value }];
  });
}
