/** What a merge did to the plan as a whole, each line with a way to what it is about. */
import { useMemo, type ReactNode } from 'react';
import { planOf } from '../../../shared/domain/plan';
import { mergeChecks, type MergeCheck } from '../../../shared/domain/review/mergeChecks';
import type { Merge } from '../../../shared/domain/review/takeBackMerge';
import { goTo, pageOf } from '../../state/navigation';
import { useToday } from '../../state/today';
import { StatusShape } from '../../ui/StatusShape';

const SHAPES = { same: 'done', moved: 'close', broken: 'refused' } as const;

export interface MergeEffectsProps {
  readonly merge: Merge;
  /** Called when somebody follows a line to its record. */
  readonly onLeave?: () => void;
  /** More lines, each an item of the list. */
  readonly children?: ReactNode;
}

export function MergeEffects({ merge, onLeave, children }: MergeEffectsProps): ReactNode {
  const today = useToday();
  const checks = useMemo(
    () => mergeChecks(planOf(merge.before, today), planOf(merge.after, today)),
    [merge, today],
  );
  return (
    <ul className="ms-facts num">
      {checks.map((check) => (
        <Check key={check.text} check={check} onLeave={onLeave} />
      ))}
      {children}
    </ul>
  );
}

function Check({
  check: { tone, text, record },
  onLeave,
}: {
  readonly check: MergeCheck;
  readonly onLeave: (() => void) | undefined;
}): ReactNode {
  const page = pageOf(record?.register);
  return (
    <li>
      <StatusShape kind={SHAPES[tone]} silent />
      <span>
        {text}{' '}
        {page !== undefined && record !== undefined && (
          <button
            className="link-button"
            aria-label={`Show: ${text}`}
            onClick={() => {
              onLeave?.();
              goTo({ page, record });
            }}
          >
            Show
          </button>
        )}
      </span>
    </li>
  );
}
