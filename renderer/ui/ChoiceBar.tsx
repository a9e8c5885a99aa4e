/** At the end of a scrolling column of choices, always in sight: how many are made, choosing many, and applying them. */
import type { ReactNode } from 'react';

export interface ChoiceBarProps {
  /** What it is for, to those who do not see it. */
  readonly label: string;
  /** How many are chosen, in words. */
  readonly standing: ReactNode;
  /** The buttons. */
  readonly children: ReactNode;
}

/** The last child of a `scroll` whose column it is. */
export function ChoiceBar({ label, standing, children }: ChoiceBarProps): ReactNode {
  return (
    <div className="choice-bar">
      <div role="group" aria-label={label}>
        <span className="med num" role="status">
          {standing}
        </span>
        <span className="sp" />
        {children}
      </div>
    </div>
  );
}
