/** The columns of the roadmap as a list, and what they order items by. */
import type { Plan } from '../../../shared/domain/plan';
import { recordOrder, type OrderKey } from '../../../shared/domain/records/ordering';
import type { RoadmapItem } from '../../../shared/domain/registers/all';
import { roadmapItems } from '../../../shared/domain/registers/roadmap';
import { shownDates } from '../../../shared/domain/roadmap/itemSpan';
import type { Workbook } from '../../../shared/domain/workbook';
import type { PageColumn } from '../../ui/grid/columnView';

const { fields } = roadmapItems;

export function roadmapColumns({ tables }: Workbook): readonly PageColumn[] {
  const people = tables.people.live.map(({ id, name }) => ({ id, label: name }));
  const choice = (id: 'kind' | 'confidence' | 'audience', width: number): PageColumn => {
    const { label, options: all } = fields[id];
    const options = Object.entries(all).map(([option, text]) => ({ id: option, label: text }));
    return { id, label, width, kind: 'choice', options };
  };
  return [
    { id: 'title', label: fields.title.label, width: 240, flex: 2, sticky: true, rowHeader: true },
    { id: 'lane', label: fields.lane.label, width: 128 },
    choice('kind', 112),
    { id: 'start', label: fields.start.label, width: 104, kind: 'date' },
    { id: 'end', label: fields.end.label, width: 104, kind: 'date' },
    { id: 'tasks', label: fields.tasks.label, width: 160, flex: 1 },
    { id: 'fixedDate', label: 'Fixed', width: 64, kind: 'boolean', align: 'center' },
    choice('confidence', 96),
    choice('audience', 96),
    { id: 'owner', label: fields.owner.label, width: 110, kind: 'choice', options: people },
  ];
}

/** Dates as they are shown, whether they are the item's own or those of its tasks. */
export function roadmapOrder({
  workbook,
  schedule,
}: Pick<Plan, 'workbook' | 'schedule'>): (columnId: string) => ((item: RoadmapItem) => OrderKey) | undefined {
  return (columnId) =>
    columnId === 'start' || columnId === 'end'
      ? (item) => shownDates(item, schedule)[columnId]
      : recordOrder(workbook, 'roadmapItems', columnId);
}
