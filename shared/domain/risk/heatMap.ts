/** How many risks stand in each cell of probability by impact. */
import type { Risk } from '../registers/all';
import { cellOf, type RatingView } from './rating';

const SCALE = [1, 2, 3, 4, 5];

/** `heatMap[probability - 1][impact - 1]`: the number of risks; those without a rating are in no cell. */
export type HeatMap = readonly (readonly number[])[];

export function heatMapOf(risks: readonly Risk[], view: RatingView): HeatMap {
  const cells = risks.map((risk) => cellOf(risk, view));
  return SCALE.map((probability) =>
    SCALE.map(
      (impact) => cells.filter((cell) => cell?.probability === probability && cell.impact === impact).length,
    ),
  );
}
