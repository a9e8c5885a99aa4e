import { riskBand } from '../../../shared/domain/risk/rating';

/** A risk's score on the color of its band. */
export function ScoreChip({ score }: { readonly score: number }) {
  return <span className={`score num band-${riskBand(score)}`}>{score}</span>;
}
