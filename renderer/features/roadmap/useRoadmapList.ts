/** What of the roadmap is shown as a list: which items, in which order, under which columns. */
import { useMemo } from 'react';
import { itemsFor, type Audience } from '../../../shared/domain/commands/roadmap';
import type { Plan } from '../../../shared/domain/plan';
import { sortedBy } from '../../../shared/domain/records/ordering';
import type { ShownRecords } from '../../../shared/domain/records/shownRecords';
import type { RoadmapItem } from '../../../shared/domain/registers/all';
import { ownHeads, rememberedView } from '../../state/rememberedView';
import { firstColumnView, type ColumnView, type PageColumn } from '../../ui/grid/columnView';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { useArranged } from '../../ui/grid/useHeads';
import { roadmapColumns, roadmapOrder } from './roadmapColumns';

const useColumnView = rememberedView<ColumnView>(ownHeads('roadmap'));

export interface RoadmapListView {
  readonly items: readonly RoadmapItem[];
  /** All that can be shown, and those that are. */
  readonly allColumns: readonly PageColumn[];
  readonly columns: readonly GridColumn[];
  readonly columnView: ColumnView;
  readonly changeColumns: (part: Partial<ColumnView>) => void;
}

export function useRoadmapList(plan: Plan, audience: Audience | undefined): RoadmapListView {
  const { workbook } = plan;
  const [columnView, changeColumns] = useColumnView('roadmap', firstColumnView);
  const { sort } = columnView;
  const items = useMemo(
    () => sortedBy(itemsFor(plan, audience), sort, roadmapOrder(plan)),
    [plan, audience, sort],
  );
  const allColumns = useMemo(() => roadmapColumns(workbook), [workbook]);
  const columns = useArranged(allColumns, columnView, true);
  return { items, allColumns, columns, columnView, changeColumns };
}

/** The list as what goes into a file. */
export function itemsShown(
  { items, columns }: Pick<RoadmapListView, 'items' | 'columns'>,
  audience: Audience | undefined,
): ShownRecords {
  return {
    register: 'roadmapItems',
    columns: columns.map(({ id }) => id),
    ids: items.map(({ id }) => id),
    note: audience === undefined ? '' : 'Only the items for one kind of reader.',
  };
}
