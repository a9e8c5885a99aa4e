/** How a risk is rated: probability times its worst impact, on scales of 1 to 5, in four bands. */
import type { Risk } from '../registers/all';

/** 1: 1-4, 2: 5-9, 3: 10-15, 4: 16-25. */
export type RiskBand = 1 | 2 | 3 | 4;

/** A place in the heat map: probability and impact of 1 to 5. */
export interface RiskCell {
  readonly probability: number;
  readonly impact: number;
}

/** `now`: as rated. `afterResponse`: as expected once the response works. */
export type RatingView = 'now' | 'afterResponse';

/** Probability × highest impact, 1 to 25; null while either is not rated. */
export function riskScore(risk: Risk): number | null {
  const cell = cellNow(risk);
  return cell === null ? null : cell.probability * cell.impact;
}

/** The same after the response; null while that is not rated. */
export function residualScore(risk: Risk): number | null {
  const cell = residualCell(risk);
  return cell === null ? null : cell.probability * cell.impact;
}

export function riskBand(score: number): RiskBand {
  if (score >= 16) return 4;
  if (score >= 10) return 3;
  return score >= 5 ? 2 : 1;
}

/** Where a risk stands in the heat map. One without a rating after the response stays where it is now. */
export function cellOf(risk: Risk, view: RatingView): RiskCell | null {
  return view === 'afterResponse' ? (residualCell(risk) ?? cellNow(risk)) : cellNow(risk);
}

/** True while a risk can still happen and somebody has to watch it. */
export function isOpen(risk: Risk): boolean {
  return risk.status !== 'closed' && risk.status !== 'draft' && risk.status !== 'occurred';
}

function cellNow({ probability, impacts }: Risk): RiskCell | null {
  const rated = Object.values(impacts).filter(isRating);
  return isRating(probability) && rated.length > 0 ? { probability, impact: Math.max(...rated) } : null;
}

function residualCell({ residualProbability, residualImpact }: Risk): RiskCell | null {
  return isRating(residualProbability) && isRating(residualImpact)
    ? { probability: residualProbability, impact: residualImpact }
    : null;
}

function isRating(value: number | null | undefined): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5;
}
