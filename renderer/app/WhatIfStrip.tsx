/** While a what-if is open, one line on every page: which it is, and the way back. */
import type { ReactNode } from 'react';
import { FlaskConical } from 'lucide-react';
import { PlanStrip } from './PlanStrip';

interface Props {
  readonly name: string;
  /** Undefined where its plan is not on this computer. */
  readonly onCompare: (() => void) | undefined;
  readonly onBack: (() => void) | undefined;
}

export function WhatIfStrip({ name, onCompare, onBack }: Props): ReactNode {
  return (
    <PlanStrip
      label="What-if"
      icon={<FlaskConical className="i" aria-hidden="true" />}
      title={name}
      note={
        onBack === undefined ? 'Its plan is not on this computer.' : 'Changes here do not touch the plan.'
      }
      ways={
        <>
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
        </>
      }
    >
      What-if: <b>{name}</b>
    </PlanStrip>
  );
}
