/** The same items as a table that is edited like a spreadsheet. */
import { useCallback, useMemo, type ReactNode, type Ref } from 'react';
import { heldBy } from '../../../shared/domain/commands/roadmap';
import { recordTitle } from '../../../shared/domain/records/recordName';
import { formatDate } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import { openThreads } from '../../../shared/domain/records/comments';
import { textOf } from '../../../shared/domain/register/parseText';
import { isRegisterId, type RoadmapItem } from '../../../shared/domain/registers/all';
import { roadmapItems } from '../../../shared/domain/registers/roadmap';
import { shownDates } from '../../../shared/domain/roadmap/itemSpan';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridCell } from '../../ui/grid/gridTypes';
import { gridOutcome, typedCells, typedRows } from '../../ui/grid/recordEdits';
import type { GridHandle } from '../../ui/grid/useGrid';
import { useHeads } from '../../ui/grid/useHeads';
import type { RoadmapEditing } from './useRoadmapEditing';
import type { RoadmapListView } from './useRoadmapList';

const { fields } = roadmapItems;
type FieldName = keyof typeof fields;

function isField(name: string): name is FieldName {
  return Object.hasOwn(fields, name);
}

export interface RoadmapListProps {
  readonly plan: Plan;
  readonly list: RoadmapListView;
  readonly editing: RoadmapEditing;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly onAdd: () => void;
  readonly ref: Ref<GridHandle>;
}

export function RoadmapList({
  plan,
  list,
  editing,
  openId,
  onOpen,
  onAdd,
  ref,
}: RoadmapListProps): ReactNode {
  const { items, columns } = list;
  const heads = useHeads({ columns, view: list.columnView, change: list.changeColumns });
  const rows = useMemo(
    () => ({ count: items.length, key: (index: number) => items[index]?.id ?? '' }),
    [items],
  );
  const cell = useCallback(
    (index: number, columnId: string): GridCell => {
      const item = items[index];
      return item === undefined || !isField(columnId) ? { text: '' } : cellOf(plan, item, columnId);
    },
    [items, plan],
  );
  return (
    <div className="rm-list dg-page">
      <DataGrid
        ref={ref}
        label="Roadmap items"
        {...heads}
        rows={rows}
        cell={cell}
        selectedRowKey={openId}
        acceptsNewRows
        onEdit={(edits, newRows) => gridOutcome(editing.type(typedCells(edits), typedRows(newRows)))}
        onLeftOut={editing.tellLeftOut}
        onAddRow={onAdd}
        onRemove={editing.remove}
        onOpen={onOpen}
      />
    </div>
  );
}

/** Dates that follow tasks are calculated and show where they come from. */
function cellOf(plan: Plan, item: RoadmapItem, name: FieldName): GridCell {
  const { workbook } = plan;
  const conflict = workbook.conflicts.some(({ id, field }) => id === item.id && field === name);
  const waits = conflict ? { conflict } : {};
  if (name === 'fixedDate') return { text: item.fixedDate ? 'yes' : 'no', checked: item.fixedDate, ...waits };
  if ((name === 'start' || name === 'end') && heldBy(item, plan) === 'tasks') {
    const date = shownDates(item, plan.schedule)[name];
    return { text: date === null ? '' : formatDate(date), calc: true, help: 'From its tasks' };
  }
  if (name === 'start' || name === 'end') {
    const date = item[name];
    return date === null ? { text: '', ...waits } : { text: formatDate(date), editText: date, ...waits };
  }
  const text = textOf(fields[name], item[name], {
    currency: plan.budget.currency,
    titleOf: (register, id) => (isRegisterId(register) ? recordTitle(workbook, register, id) : undefined),
  });
  const comments = name === 'title' ? openThreads(workbook).get(item.id) : undefined;
  return { text, title: text, ...waits, ...(comments === undefined ? {} : { comments }) };
}
