/** Every cost line, grouped by category, editable like a spreadsheet. */
import { useCallback, useMemo, type ReactNode, type Ref } from 'react';
import { lastCostLine, usualCostLines, usualValues } from '../../../shared/domain/commands/costs';
import type { CostCategory } from '../../../shared/domain/commands/costsTable';
import type { Plan } from '../../../shared/domain/plan';
import { say } from '../../state/messages';
import type { RecordEditing } from '../../state/recordEditing';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridRows } from '../../ui/grid/gridTypes';
import { gridOutcome, typedCells, typedRows } from '../../ui/grid/recordEdits';
import type { GridHandle } from '../../ui/grid/useGrid';
import { useHeads } from '../../ui/grid/useHeads';
import { categoryOf, costCell, costContext, totalsCell } from './costRows';
import { CostsEmpty } from './CostsEmpty';
import type { CostViewState } from './useCostView';

export interface CostGridProps {
  readonly plan: Plan;
  readonly view: CostViewState;
  readonly editing: RecordEditing;
  readonly onAdd: (category: CostCategory, after?: string) => void;
  readonly onFocus: () => void;
  readonly ref: Ref<GridHandle>;
}

export function CostGrid({ plan, view, editing, onAdd, onFocus, ref }: CostGridProps): ReactNode {
  const { rows, columns, sums } = view;
  const { currency } = plan.budget;
  const context = useMemo(() => costContext(plan), [plan]);
  const gridRows = useMemo<GridRows>(
    () => ({
      count: rows.length,
      key: (index) => rows[index]?.key ?? '',
      kind: (index) => (rows[index]?.kind === 'group' ? 'group' : 'record'),
      depth: (index) => (rows[index]?.kind === 'group' ? 0 : 1),
      expanded: (index) => {
        const row = rows[index];
        return row?.kind === 'group' ? row.isOpen : null;
      },
    }),
    [rows],
  );
  const cell = useCallback(
    (index: number, columnId: string) => {
      const row = rows[index];
      return row === undefined ? { text: '' } : costCell(row, columnId, context);
    },
    [rows, context],
  );
  const heads = useHeads({ columns, view: view.columnView, change: view.changeColumns });
  const lineIds = (keys: readonly string[]): readonly string[] =>
    keys.filter((key) => rows.some((row) => row.kind === 'line' && row.key === key));

  return (
    <DataGrid
      ref={ref}
      label="Cost lines"
      {...heads}
      rows={gridRows}
      cell={cell}
      {...(rows.length === 0 ? {} : { totals: (columnId: string) => totalsCell(columnId, sums, currency) })}
      acceptsNewRows={view.shown === 'category'}
      onEdit={(edits, newRows, after) => {
        const category = categoryOf(rows, after) ?? 'other';
        if (newRows.length > 0) view.openCategory(category);
        const added = typedRows(newRows, usualValues(category));
        return gridOutcome(editing.type(typedCells(edits), added, lastCostLine(plan.workbook, category)));
      }}
      onLeftOut={editing.tellLeftOut}
      onAddRow={(after) => {
        const category = categoryOf(rows, after) ?? 'other';
        onAdd(category, lineIds(after === null ? [] : [after])[0]);
      }}
      onRemove={(keys) => {
        editing.remove(lineIds(keys));
      }}
      onOpen={(key) => {
        if (lineIds([key]).length > 0) view.openDrawer(key);
      }}
      onToggle={(key, isOpen) => {
        const category = categoryOf(rows, key);
        if (category !== undefined) view.toggleCategory(category, isOpen);
      }}
      onShift={(keys, direction) => {
        const [id] = lineIds(keys);
        if (id === undefined || (direction !== 'up' && direction !== 'down')) return;
        if (view.columnView.sort.length > 0) {
          say('The order follows a column. Press its head until the arrow is gone to move lines.');
          return;
        }
        const category = categoryOf(rows, id);
        const peers = plan.workbook.tables.costs.live.filter((line) => line.category === category);
        editing.move(
          id,
          direction,
          peers.map((line) => line.id),
        );
      }}
      onSelectionChange={({ focus }) => {
        view.focusRow(focus.rowKey);
      }}
      empty={
        <CostsEmpty
          onAddUsual={() => {
            editing.addAll('Add the usual cost lines', usualCostLines());
          }}
          onAdd={() => {
            onAdd('licenses');
          }}
          onReadyToPaste={onFocus}
        />
      }
    />
  );
}
