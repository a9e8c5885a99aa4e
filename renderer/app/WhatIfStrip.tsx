/** While a what-if is open, one line on every page: which it is, and the way back. */
import type { ReactNode } from 'react';
import { FlaskConical } from 'lucide-react';

interface Props {
  readonly name: string;
  /** Undefined where its plan is not on this computer. */
  readonly onCompare: (() => void) | undefined;
  readonly onBack: (() => void) | undefined;
}

export function WhatIfStrip({ name, onCompare, onBack }: Props): ReactNode {
  return (
    <div className="whatif-strip" role="note" aria-label="What-if">
      <FlaskConical className="i" aria-hidden="true" />
      <p className="clip" title={name}>
        What-if: <b>{name}</b>
      </p>
      <p className="t2">
        {onBack === undefined ? 'Its plan is not on this computer.' : 'Changes here do not touch the plan.'}
      </p>
      <span className="sp" />
      {onCompare !== undefined && (
        <button className="btn" onClick={onCompare}>
          Compare
        </button>
      )}
      {onBack !== undefined && (
        <button className="btn quiet" onClick={onBack}>
          Back to the plan
        </button>
      )}
    </div>
  );
}
