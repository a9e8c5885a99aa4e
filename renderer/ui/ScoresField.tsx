import type { ScoresField as ScoresDescription, StoredValue } from '../../shared/domain/register/field';
import { NumberField } from './NumberField';

export type Scores = Readonly<Record<string, number | undefined>>;

export interface ScoresFieldProps {
  readonly field: ScoresDescription;
  readonly value: StoredValue;
  readonly onChange: (scores: Scores) => void;
  readonly isDisabled?: boolean;
}

function scoresOf(value: StoredValue): Scores {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([scale, score]) => (typeof score === 'number' ? [[scale, score]] : [])),
  );
}

/** A whole number on each of several scales; empty where it has none. */
export function ScoresField({ field, value, onChange, isDisabled = false }: ScoresFieldProps) {
  const { label, min, max, help, scales } = field;
  const scores = scoresOf(value);
  return (
    <div>
      <div className="scores" role="group" aria-label={help === undefined ? label : `${label}, ${help}`}>
        {Object.entries(scales).map(([scale, name]) => (
          <NumberField
            key={scale}
            label={name}
            value={scores[scale] ?? null}
            min={min}
            max={max}
            step={1}
            isDisabled={isDisabled}
            onChange={(score) => {
              if (score === (scores[scale] ?? null)) return;
              const others = Object.entries(scores).filter(([known]) => known !== scale);
              onChange(Object.fromEntries(score === null ? others : [...others, [scale, score]]));
            }}
          />
        ))}
      </div>
      {help !== undefined && <p className="field-note">{help}</p>}
    </div>
  );
}
