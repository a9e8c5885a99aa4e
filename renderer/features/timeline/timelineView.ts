/** How a person looks at the timeline: kept while the workbook is open, never written into it. */
import { useCallback, useState } from 'react';
import { EVERYONE, type OwnerFilter } from '../../../shared/domain/timeline/shownRows';
import { PIXELS_PER_DAY } from '../../../shared/domain/gantt/axis';
import { useSession } from '../../state/session';

export interface TimelineView {
  readonly pixelsPerDay: number;
  readonly criticalPath: boolean;
  readonly links: boolean;
  readonly owner: OwnerFilter;
  /** Summaries whose tasks are folded away. */
  readonly folded: ReadonlySet<string>;
}

const FIRST_VIEW: TimelineView = {
  pixelsPerDay: PIXELS_PER_DAY.week,
  criticalPath: true,
  links: true,
  owner: EVERYONE,
  folded: new Set(),
};

/** What was chosen before, by open workbook. */
const remembered = new WeakMap<object, TimelineView>();

export function useTimelineView(): readonly [TimelineView, (change: Partial<TimelineView>) => void] {
  const session = useSession();
  const [view, setView] = useState(() => remembered.get(session) ?? FIRST_VIEW);
  const change = useCallback(
    (part: Partial<TimelineView>): void => {
      setView((was) => {
        const next = { ...was, ...part };
        remembered.set(session, next);
        return next;
      });
    },
    [session],
  );
  return [view, change];
}
