/** Where an arrow key leads on the heat map; probability grows upward, impact to the right. */
import { keyFinder, keyTable, type KeyStroke } from '../../../shared/domain/keys/keyTable';
import type { RiskCell } from '../../../shared/domain/risk/rating';

const LAST = 5;

type Step = (cell: RiskCell) => RiskCell;

function inScale(value: number): number {
  return Math.max(1, Math.min(LAST, value));
}

const likelier =
  (by: number): Step =>
  (cell) => ({ ...cell, probability: inScale(cell.probability + by) });
const graver =
  (by: number): Step =>
  (cell) => ({ ...cell, impact: inScale(cell.impact + by) });

export const HEAT_KEYS = keyTable<Step, string>('On the heat map of risks', {
  go: {
    label: 'Go to the next cell',
    keys: { ArrowUp: likelier(1), ArrowDown: likelier(-1), ArrowLeft: graver(-1), ArrowRight: graver(1) },
  },
  ends: { label: 'Go to the lowest or highest impact', keys: { Home: graver(-LAST), End: graver(LAST) } },
});

const find = keyFinder(HEAT_KEYS);

/** The next cell, stopping at the edges; null for a key that is not the map's. */
export function heatStep(cell: RiskCell, stroke: KeyStroke): RiskCell | null {
  return find(stroke)?.(cell) ?? null;
}
