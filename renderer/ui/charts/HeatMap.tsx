/** Probability by impact: 25 buttons in a grid. Arrows move, Enter or a press chooses, the chosen cell has an ink frame. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { riskBand, type RiskCell } from '../../../shared/domain/risk/rating';
import { heatStep } from './heatStep';

export interface HeatMapProps {
  readonly label: string;
  /** Words for probability 1 to 5, and for impact 1 to 5. */
  readonly probabilityWords: readonly string[];
  readonly impactWords: readonly string[];
  /** `counts[probability - 1][impact - 1]`. */
  readonly counts: readonly (readonly number[])[];
  /** What is counted, for reading out: `risk`. */
  readonly noun: string;
  readonly chosen: RiskCell | null;
  /** Pressing the chosen cell again chooses none. */
  readonly onChoose: (cell: RiskCell | null) => void;
}

const SCALE = [1, 2, 3, 4, 5];

function same(a: RiskCell | null, b: RiskCell): boolean {
  return a?.probability === b.probability && a.impact === b.impact;
}

export function HeatMap(props: HeatMapProps) {
  const { label, probabilityWords, impactWords, counts, noun, chosen, onChoose } = props;
  const table = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<RiskCell>(chosen ?? { probability: 5, impact: 1 });

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = heatStep(focus, event);
    if (next === null) return;
    event.preventDefault();
    setFocus(next);
    table.current?.querySelector<HTMLElement>(`[data-heat="${next.probability}-${next.impact}"]`)?.focus();
  };

  return (
    <div ref={table} className="heat" role="grid" aria-label={label} onKeyDown={onKeyDown}>
      {SCALE.toReversed().map((probability) => (
        <div key={probability} role="row" className="heat-row">
          <span role="rowheader" className="heat-y">
            {probabilityWords[probability - 1]}
          </span>
          {SCALE.map((impact) => {
            const cell = { probability, impact };
            const score = probability * impact;
            const count = counts[probability - 1]?.[impact - 1] ?? 0;
            const isChosen = same(chosen, cell);
            const words = `${probabilityWords[probability - 1] ?? ''}, ${impactWords[impact - 1] ?? ''}: score ${score}, ${count} ${noun}${count === 1 ? '' : 's'}`;
            return (
              <div key={impact} role="gridcell" aria-selected={isChosen}>
                <button
                  type="button"
                  className={`heat-cell band-${riskBand(score)}${isChosen ? ' is-chosen' : ''}`}
                  data-heat={`${probability}-${impact}`}
                  aria-label={words}
                  aria-pressed={isChosen}
                  tabIndex={same(focus, cell) ? 0 : -1}
                  onFocus={() => setFocus(cell)}
                  onClick={() => onChoose(isChosen ? null : cell)}
                >
                  <i>{score}</i>
                  {count > 0 && <b>{count}</b>}
                </button>
              </div>
            );
          })}
        </div>
      ))}
      <div className="heat-row" aria-hidden>
        <span />
        {impactWords.map((word) => (
          <span key={word} className="heat-x">
            {word}
          </span>
        ))}
      </div>
    </div>
  );
}
