import type { ReactNode } from 'react';
import { IMPACT_SCALES, withImpact } from '../../../shared/domain/commands/risks';
import type { Risk } from '../../../shared/domain/registers/all';
import { risks } from '../../../shared/domain/registers/risks';
import { NumberField } from '../../ui/NumberField';

export interface RiskImpactsProps {
  readonly impacts: Risk['impacts'];
  readonly onChange: (impacts: Record<string, number | undefined>) => void;
}

/** The impact on each scale, 1 slight to 5 severe; empty where it has none. */
export function RiskImpacts({ impacts, onChange }: RiskImpactsProps): ReactNode {
  const { label, min, max, help } = risks.fields.impacts;
  return (
    <div className="prop">
      <span className="prop-label" aria-hidden>
        {label}
      </span>
      <div>
        <div className="risk-impacts" role="group" aria-label={`${label}, ${help}`}>
          {IMPACT_SCALES.map(([scale, name]) => (
            <NumberField
              key={scale}
              label={name}
              value={impacts[scale] ?? null}
              min={min}
              max={max}
              step={1}
              onChange={(impact) => {
                if (impact !== (impacts[scale] ?? null)) onChange({ ...withImpact(impacts, scale, impact) });
              }}
            />
          ))}
        </div>
        <p className="field-note">{help}; the worst counts</p>
      </div>
    </div>
  );
}
