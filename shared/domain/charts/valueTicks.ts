/** Round numbers for a value axis that starts at zero. */

const STEPS = [1, 2, 2.5, 5, 10];
/** A smaller span is rounding noise, and its steps would no longer be numbers apart. */
const LEAST_SPAN = 1e-9;

/**
 * At most `most` + 1 evenly spaced values from 0 up to or beyond `highest`, or from a round number below `lowest` when
 * that is negative.
 */
export function valueTicks(lowest: number, highest: number, most: number): readonly number[] {
  const low = Math.min(0, lowest);
  const high = Math.max(0, highest);
  const span = high - low;
  if (!Number.isFinite(span) || span < LEAST_SPAN) return [0, 1];
  const rough = span / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  // Multiples, not sums: a sum of 0.1s drifts.
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
