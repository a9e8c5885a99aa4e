/** How a person looks at the timeline: kept while the workbook is open, never written into it. */
import { EVERYONE, type OwnerFilter } from '../../../shared/domain/timeline/shownRows';
import { PIXELS_PER_DAY } from '../../../shared/domain/gantt/axis';
import { rememberedView } from '../../state/rememberedView';
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

const useRememberedView = rememberedView<TimelineView>();

export function useTimelineView(): readonly [TimelineView, (change: Partial<TimelineView>) => void] {
  return useRememberedView('timeline', () => FIRST_VIEW);
}
