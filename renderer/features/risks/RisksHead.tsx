import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Sentence } from '../../../shared/domain/format/sentence';
import { Button } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import type { RiskViewState } from './useRiskView';

export interface RisksHeadProps {
  readonly answer: Sentence;
  readonly view: RiskViewState;
  readonly isEmpty: boolean;
  readonly onAdd: () => void;
}

/** Title, the answer, the three views, and a new risk. */
export function RisksHead({ answer, view, isEmpty, onAdd }: RisksHeadProps): ReactNode {
  return (
    <div className="page-head">
      <div>
        <h1>Risks</h1>
        <p className="answer">
          {answer.map(({ text, strong }, index) =>
            strong === true ? (
              <b key={index} className="num">
                {text}
              </b>
            ) : (
              text
            ),
          )}
        </p>
      </div>
      {!isEmpty && (
        <div className="acts">
          <Segmented
            label="Show risks"
            value={view.shown}
            onChange={view.show}
            segments={[
              { id: 'map', label: 'Map and list' },
              { id: 'top', label: 'Top 10' },
              { id: 'owner', label: 'By owner' },
            ]}
          />
          <Button
            variant="primary"
            icon={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            label="Add a risk"
            onPress={onAdd}
          >
            Risk
          </Button>
        </div>
      )}
    </div>
  );
}
