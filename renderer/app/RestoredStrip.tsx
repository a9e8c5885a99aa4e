/** While a plan is open as it was at a backup, one line on every page: of when it is, and the way to the plan. */
import type { ReactNode } from 'react';
import { History } from 'lucide-react';
import { momentText } from '../ui/moments';
import { PlanStrip } from './PlanStrip';

interface Props {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly onGo: () => void;
}

export function RestoredStrip({ at, onGo }: Props): ReactNode {
  const when = momentText(new Date(at).toISOString());
  return (
    <PlanStrip
      label="Earlier state of the plan"
      icon={<History className="i" aria-hidden="true" />}
      title={`The plan as it was on ${when}`}
      note="Changes here do not touch the plan of today."
      ways={
        <button className="btn quiet" onClick={onGo}>
          Go to the plan
        </button>
      }
    >
      This is the plan as it was on <b>{when}</b>
    </PlanStrip>
  );
}
