/** Where every figure the plan begins with comes from, with its year. */
import type { ReactNode } from 'react';
import { formatMoney } from '../../../shared/domain/format/money';
import type { Plan } from '../../../shared/domain/plan';
import type { Pack } from '../../../shared/domain/templates/pack';

interface Figure {
  readonly what: string;
  readonly value: string;
  readonly source: string;
}

export function FigureSources({ pack, plan }: { readonly pack: Pack; readonly plan: Plan }): ReactNode {
  const figures = figuresOf(plan);
  if (figures.length + pack.sources.length === 0) return null;
  return (
    <details className="new-sources">
      <summary>Where the figures come from</summary>
      <dl className="small">
        {pack.experience !== null && (
          <div>
            <dt>Likely go-live</dt>
            <dd className="t2">{pack.experience.source}</dd>
          </div>
        )}
        {pack.sources.map(({ about, source }) => (
          <div key={about}>
            <dt>{about}</dt>
            <dd className="t2">{source}</dd>
          </div>
        ))}
        {figures.map(({ what, value, source }) => (
          <div key={what}>
            <dt>
              {what} <span className="num t2">{value}</span>
            </dt>
            <dd className="t2">{source}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Prices, and durations that follow a rule of their own; what a record says once is shown once. */
function figuresOf({ workbook, budget }: Plan): readonly Figure[] {
  const { costs, tasks } = workbook.tables;
  const prices = costs.live.map(({ name, unitCost, source }) => ({
    what: name,
    value: unitCost === null ? '' : formatMoney(unitCost, budget.currency, { cents: unitCost % 100 !== 0 }),
    source,
  }));
  const durations = tasks.live
    .filter(({ source }) => source !== '')
    .map(({ name, durationDays, source }) => ({ what: name, value: `${String(durationDays)} days`, source }));
  const said = new Map<string, Figure>();
  for (const figure of [...prices, ...durations]) {
    if (figure.source !== '') said.set(`${figure.what}\n${figure.source}`, figure);
  }
  return [...said.values()];
}
