import { useCallback, useMemo, type ReactNode, type Ref } from 'react';
import type { Plan } from '../../../shared/domain/plan';
import { canBeTyped, pluralOf } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import { say } from '../../state/messages';
import type { RecordEditing } from '../../state/recordEditing';
import { Button } from '../../ui/Button';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridEvents } from '../../ui/grid/gridTypes';
import { gridOutcome, typedCells, typedRows } from '../../ui/grid/recordEdits';
import type { GridHandle } from '../../ui/grid/useGrid';
import { useHeads } from '../../ui/grid/useHeads';
import { registerColumns } from './registerColumns';
import { RegisterEmpty } from './RegisterEmpty';
import { gridRowsOf, registerCell, registerCells } from './registerRows';
import type { RegisterViewState } from './useRegisterView';
import { tableOf } from '../../../shared/domain/workbook';

export interface RegisterGridProps {
  readonly plan: Plan;
  readonly register: RegisterId;
  readonly view: RegisterViewState;
  readonly editing: RecordEditing;
  readonly onAdd: (after?: string) => void;
  readonly ref: Ref<GridHandle>;
}

/** The records of a view as a spreadsheet; what is in the bin can be read, not written. */
export function RegisterGrid({
  plan,
  register,
  view: state,
  editing,
  onAdd,
  ref,
}: RegisterGridProps): ReactNode {
  const { workbook } = plan;
  const { rows, view, showsBin } = state;
  const isGrouped = view.group !== null;
  const columns = useMemo(
    () => registerColumns({ workbook, register, fields: view.columns, isGrouped }),
    [workbook, register, view.columns, isGrouped],
  );
  const heads = useHeads({ columns, view, change: state.change });
  const gridRows = useMemo(() => gridRowsOf(rows, isGrouped), [rows, isGrouped]);
  const cells = useMemo(() => registerCells(plan, register), [plan, register]);
  const cell = useCallback(
    (index: number, columnId: string) => {
      const row = rows[index];
      return row === undefined ? { text: '' } : registerCell(row, columnId, cells);
    },
    [rows, cells],
  );
  const recordIds = (keys: readonly string[]): readonly string[] =>
    keys.filter((key) => tableOf(workbook, register).byId.has(key));

  const edits: GridEvents = {
    acceptsNewRows: canBeTyped(definitionOf(register)),
    onEdit: (typed, newRows) => {
      // What was pasted must be seen, whatever the filter.
      if (newRows.length > 0 && view.filter !== '') state.change({ filter: '' });
      return gridOutcome(editing.type(typedCells(typed), typedRows(newRows, state.groupValues)));
    },
    onLeftOut: editing.tellLeftOut,
    ...(canBeTyped(definitionOf(register))
      ? {
          onAddRow: (after: string | null) => {
            onAdd(after === null ? undefined : recordIds([after])[0]);
          },
        }
      : {}),
    onRemove: (keys) => {
      editing.remove(recordIds(keys));
    },
    onShift: (keys, direction) => {
      const [id] = recordIds(keys);
      if (id === undefined || (direction !== 'up' && direction !== 'down')) return;
      if (view.sort.length > 0) say('The order follows a column. Choose “As entered” to move rows.');
      else editing.move(id, direction, recordIds(rows.map(({ key }) => key)));
    },
  };

  return (
    <DataGrid
      ref={ref}
      label={definitionOf(register).title}
      {...heads}
      rows={gridRows}
      cell={cell}
      selectedRowKey={state.open?.id ?? null}
      {...(showsBin ? {} : edits)}
      onOpen={(key) => {
        if (recordIds([key]).length > 0) state.openDrawer(key);
      }}
      onToggle={state.toggleGroup}
      onSelectionChange={({ focus, rowKeys }) => {
        state.focusRow(focus.rowKey);
        state.chooseRows(rowKeys);
      }}
      empty={
        <NothingShown
          register={register}
          view={state}
          editing={editing}
          plan={plan}
          onAdd={onAdd}
          gridRef={ref}
        />
      }
    />
  );
}

interface NothingShownProps extends Pick<
  RegisterGridProps,
  'plan' | 'register' | 'view' | 'editing' | 'onAdd'
> {
  readonly gridRef: Ref<GridHandle>;
}

function NothingShown({ plan, register, view, editing, onAdd, gridRef }: NothingShownProps): ReactNode {
  const definition = definitionOf(register);
  const { live } = tableOf(plan.workbook, register);
  if (view.showsBin) return <p className="register-none t3">Nothing is in the bin.</p>;
  if (live.length > 0) {
    return (
      <p className="register-none t3">
        None of the {live.length} {pluralOf(definition)} has “{view.view.filter}” in it.{' '}
        <Button
          variant="quiet"
          onPress={() => {
            view.change({ filter: '' });
          }}
        >
          Show all
        </Button>
      </p>
    );
  }
  return (
    <RegisterEmpty
      register={register}
      editing={editing}
      onAdd={() => {
        onAdd();
      }}
      onReadyToPaste={() => {
        if (typeof gridRef === 'object') gridRef?.current?.focus();
      }}
    />
  );
}
