/** Where an arrow key leads on the heat map; probability grows upward, impact to the right. */
import type { RiskCell } from '../../../shared/domain/risk/rating';

const LAST = 5;

function inScale(value: number): number {
  return Math.max(1, Math.min(LAST, value));
}

/** The next cell, stopping at the edges; null for a key that is not the map's. */
export function heatStep({ probability, impact }: RiskCell, key: string): RiskCell | null {
  switch (key) {
    case 'ArrowUp':
      return { probability: inScale(probability + 1), impact };
    case 'ArrowDown':
      return { probability: inScale(probability - 1), impact };
    case 'ArrowLeft':
      return { probability, impact: inScale(impact - 1) };
    case 'ArrowRight':
      return { probability, impact: inScale(impact + 1) };
    case 'Home':
      return { probability, impact: 1 };
    case 'End':
      return { probability, impact: LAST };
    default:
      return null;
  }
}
