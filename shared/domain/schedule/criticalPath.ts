/**
 * The critical path method on a compiled plan. Source: J. Kelley and M. Walker, "Critical-path planning and
 * scheduling", 1959; for the four kinds of links, the precedence diagramming method.
 */
import { floatsOf, type Floats } from './backwardPass';
import { earlyDatesOf, type EarlyDates } from './forwardPass';
import type { Network } from './network';

/** Dates and floats by position in the network. */
export interface CriticalPath {
  readonly dates: EarlyDates;
  readonly floats: Floats;
}

export function criticalPathOf(network: Network): CriticalPath {
  const dates = earlyDatesOf(network);
  return { dates, floats: floatsOf(network, dates) };
}
