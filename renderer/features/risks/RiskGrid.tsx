/** The risk register as a spreadsheet: the list beside the map, the ten worst, or by owner. */
import { useCallback, useMemo, type ReactNode, type Ref } from 'react';
import { usualRisks } from '../../../shared/domain/commands/risks';
import type { Plan } from '../../../shared/domain/plan';
import type { RecordEditing } from '../../state/recordEditing';
import { useToday } from '../../state/today';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridRows } from '../../ui/grid/gridTypes';
import { gridOutcome, typedCells, typedRows } from '../../ui/grid/recordEdits';
import type { GridHandle } from '../../ui/grid/useGrid';
import { useHeads } from '../../ui/grid/useHeads';
import { PINNED_COLUMNS } from './riskColumns';
import { riskCell, riskContext } from './riskRows';
import { RisksEmpty } from './RisksEmpty';
import type { RiskViewState } from './useRiskView';

export interface RiskGridProps {
  readonly plan: Plan;
  readonly view: RiskViewState;
  readonly editing: RecordEditing;
  readonly onAdd: () => void;
  readonly onFocus: () => void;
  readonly ref: Ref<GridHandle>;
}

export function RiskGrid({ plan, view, editing, onAdd, onFocus, ref }: RiskGridProps): ReactNode {
  const { rows } = view;
  const today = useToday();
  const heads = useHeads({
    columns: view.columns,
    view: view.columnView,
    change: view.changeColumns,
    pinned: PINNED_COLUMNS,
  });
  const context = useMemo(() => riskContext(plan, today), [plan, today]);
  const gridRows = useMemo<GridRows>(
    () => ({
      count: rows.length,
      key: (index) => rows[index]?.key ?? '',
      kind: (index) => (rows[index]?.kind === 'owner' ? 'group' : 'record'),
    }),
    [rows],
  );
  const cell = useCallback(
    (index: number, columnId: string) => {
      const row = rows[index];
      return row === undefined ? { text: '' } : riskCell(row, columnId, context);
    },
    [rows, context],
  );
  const riskIds = (keys: readonly string[]): readonly string[] =>
    keys.filter((key) => plan.workbook.tables.risks.byId.has(key));
  const hasNone = plan.workbook.tables.risks.live.length === 0;

  return (
    <DataGrid
      ref={ref}
      label="Risks"
      {...heads}
      rows={gridRows}
      cell={cell}
      acceptsNewRows={view.shown === 'map'}
      onEdit={(edits, newRows) => gridOutcome(editing.type(typedCells(edits), typedRows(newRows)))}
      onLeftOut={editing.tellLeftOut}
      onAddRow={onAdd}
      onRemove={(keys) => {
        editing.remove(riskIds(keys));
      }}
      onOpen={(key) => {
        if (riskIds([key]).length > 0) view.openDrawer(key);
      }}
      onSelectionChange={({ focus }) => {
        view.focusRow(focus.rowKey);
      }}
      empty={
        hasNone ? (
          <RisksEmpty
            onAddUsual={() => {
              editing.addAll('Add the usual risks', usualRisks(plan.workbook));
            }}
            onAdd={onAdd}
            onReadyToPaste={onFocus}
          />
        ) : (
          <p className="risk-none t3">No risk fits the filters. Take one away to see more.</p>
        )
      }
    />
  );
}
