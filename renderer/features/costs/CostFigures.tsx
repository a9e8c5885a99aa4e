import type { ReactNode } from 'react';
import type { CostFigure } from '../../../shared/domain/commands/costsAnswer';
import { useChangeTint } from '../../ui/changeTint';

/** Figures with more digits than this are all set smaller, so that each stays on its line. */
const MOST_DIGITS = 8;

/** Five figures with their basis, parted by hairlines. */
export function CostFigures({ figures }: { readonly figures: readonly CostFigure[] }): ReactNode {
  const isLong = figures.some(({ figure }) => figure.replace(/\D/g, '').length > MOST_DIGITS);
  return (
    <dl className={isLong ? 'fig cost-figures is-long' : 'fig cost-figures'}>
      {figures.map((figure) => (
        <Figure key={figure.id} {...figure} />
      ))}
    </dl>
  );
}

function Figure({ label, figure, basis, short }: CostFigure): ReactNode {
  const element = useChangeTint<HTMLSpanElement>(figure);
  return (
    <div>
      <dt>{label}</dt>
      <dd className={short === true ? 'bad' : undefined}>
        <span ref={element}>{figure}</span>
        <small>{basis}</small>
      </dd>
    </div>
  );
}
