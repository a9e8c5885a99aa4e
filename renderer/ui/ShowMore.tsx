import type { ReactNode } from 'react';
import { formatNumber } from '../../shared/domain/format/amounts';
import { Button } from './Button';

export interface ShowMoreProps {
  /** How many are not shown yet. */
  readonly left: number;
  /** How many come with each press. */
  readonly step: number;
  readonly onMore: () => void;
}

/** Below a list that shows its beginning. */
export function ShowMore({ left, step, onMore }: ShowMoreProps): ReactNode {
  return (
    left > 0 && (
      <p className="show-more">
        <Button onPress={onMore}>
          Show {formatNumber(Math.min(left, step))} more of {formatNumber(left)}
        </Button>
      </p>
    )
  );
}
