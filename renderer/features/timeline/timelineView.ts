/** How a person looks at the timeline: kept while the workbook is open, its heads for good; never written into it. */
import { EVERYONE, type OwnerFilter } from '../../../shared/domain/timeline/shownRows';
import { PIXELS_PER_DAY } from '../../../shared/domain/gantt/axis';
import { ownHeads, rememberedView } from '../../state/rememberedView';
import { firstColumnView, type ColumnView } from '../../ui/grid/columnView';

export interface TimelineView extends ColumnView {
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
  ...firstColumnView(),
};

const useRememberedView = rememberedView<TimelineView>(ownHeads('timeline'));

export function useTimelineView(): readonly [TimelineView, (change: Partial<TimelineView>) => void] {
  return useRememberedView('timeline', () => FIRST_VIEW);
}
