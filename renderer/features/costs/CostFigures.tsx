import type { ReactNode } from 'react';
import type { CostFigure } from '../../../shared/domain/commands/costsAnswer';

/** A figure of more characters than this is set smaller, so that it stays on its line. */
const LONG = 14;

/** Five figures with their basis, parted by hairlines. */
export function CostFigures({ figures }: { readonly figures: readonly CostFigure[] }): ReactNode {
  return (
    <dl className="fig cost-figures">
      {figures.map(({ id, label, figure, basis, short }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd className={`${short === true ? 'bad' : ''}${figure.length > LONG ? ' is-long' : ''}`}>
            {figure}
            <small>{basis}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
