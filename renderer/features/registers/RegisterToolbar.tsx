import {
  Archive,
  ArrowDownAZ,
  ArrowUpAZ,
  SquareKanban,
  PanelRight,
  Trash2,
  Rows3,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { chordFor } from '../../../shared/domain/keys/keyTable';
import { canGroup } from '../../../shared/domain/records/recordRows';
import { fieldsOf, pluralOf } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import { tableOf, type Workbook } from '../../../shared/domain/workbook';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { Button } from '../../ui/Button';
import { ColumnsMenu } from '../../ui/ColumnsMenu';
import { ExportViewMenu } from '../../ui/ExportViewMenu';
import { GRID_KEYS } from '../../ui/grid/gridKeys';
import { IconButton } from '../../ui/IconButton';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { Toggle } from '../../ui/Toggle';
import { useSaveView } from '../../state/exporting';
import type { RecordEditing } from '../../state/recordEditing';
import { shownOf } from './shownOf';
import type { RegisterViewState } from './useRegisterView';

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
const LAYOUTS = [
  { id: 'table', label: 'Table', icon: <Rows3 {...ICON} /> },
  { id: 'board', label: 'Board', icon: <SquareKanban {...ICON} /> },
] as const;
/** Stands for “none” in a list of fields. */
const NONE = '';

export interface RegisterToolbarProps {
  readonly workbook: Workbook;
  readonly register: RegisterId;
  readonly view: RegisterViewState;
  readonly editing: RecordEditing;
  /** What else is done with what is shown. */
  readonly children?: ReactNode;
}

/** What is done with the chosen records, then what of them is shown and in which order; the count at the right. */
export function RegisterToolbar({
  workbook,
  register,
  view: state,
  editing,
  children,
}: RegisterToolbarProps): ReactNode {
  const definition = definitionOf(register);
  const { view, change, showsBin, setShowsBin } = state;
  const { byId, archived, live } = tableOf(workbook, register);
  // Until somebody moves, the table shows its first row as chosen.
  const first = state.rows[0]?.key ?? '';
  const keys = state.chosenKeys.length === 0 ? [first] : state.chosenKeys;
  const chosen = keys.filter((key) => byId.get(key)?.archived === showsBin);
  const focused = [state.focusedKey ?? first].find((key) => byId.has(key));
  const all = showsBin ? archived.length : live.length;
  const count = state.records.length;
  const saveView = useSaveView();
  return (
    <div className="toolbar register-tools" role="toolbar" aria-label={definition.title}>
      <Button
        variant="quiet"
        icon={<PanelRight {...ICON} />}
        isDisabled={focused === undefined}
        onPress={() => {
          if (focused !== undefined) state.openDrawer(focused);
        }}
      >
        Details
      </Button>
      {showsBin ? (
        <Button
          variant="quiet"
          icon={<Undo2 {...ICON} />}
          isDisabled={chosen.length === 0}
          onPress={() => {
            editing.restore(chosen);
          }}
        >
          Bring back
        </Button>
      ) : (
        <IconButton
          label="Remove"
          keys={chordFor(GRID_KEYS, 'removeRows')}
          isDisabled={chosen.length === 0}
          onPress={() => {
            editing.remove(chosen);
          }}
        >
          <Trash2 {...ICON} />
        </IconButton>
      )}
      {children}
      <span className="gap" />
      {state.boardField !== undefined && !showsBin && (
        <Segmented
          label="Show as"
          value={view.layout}
          onChange={(layout) => {
            change({ layout });
          }}
          segments={LAYOUTS}
        />
      )}
      <TextField
        type="search"
        label={`Filter ${pluralOf(definition)}`}
        hidesLabel
        placeholder="Filter"
        value={view.filter}
        onChange={(filter) => {
          change({ filter });
        }}
      />
      <ViewFields register={register} state={state} />
      {(archived.length > 0 || showsBin) && (
        <Toggle isOn={showsBin} onChange={setShowsBin} icon={<Archive {...ICON} />}>
          <span className="sr">In the bin</span> {formatNumber(archived.length)}
        </Toggle>
      )}
      <span className="sp" />
      <span className="t3 small num">
        {count === all
          ? `${formatNumber(all)} ${all === 1 ? definition.singular.toLowerCase() : pluralOf(definition)}`
          : `${formatNumber(count)} of ${formatNumber(all)}`}
      </span>
      <ExportViewMenu
        onExport={(format) => {
          saveView(format, shownOf(workbook, register, state));
        }}
      />
    </div>
  );
}

interface ViewFieldsProps {
  readonly register: RegisterId;
  readonly state: RegisterViewState;
}

/** Heads, order and columns. */
function ViewFields({ register, state: { view, change, boardField } }: ViewFieldsProps): ReactNode {
  const isBoard = view.layout === 'board';
  const definition = definitionOf(register);
  const fields = fieldsOf(definition).map(([id, field]) => ({ id, label: field.label, field }));
  const groups = fields.filter(({ field }) => canGroup(field));
  const [sort] = view.sort;
  return (
    <>
      {groups.length > 0 && (
        <Select
          label="Group"
          hidesLabel
          value={(isBoard ? boardField : view.group) ?? NONE}
          choices={[
            ...(isBoard ? [] : [{ id: NONE, label: 'Not grouped' }]),
            ...groups.map(({ id, label }) => ({ id, label: `By ${label.toLowerCase()}` })),
          ]}
          onChange={(id) => {
            change({ group: id === NONE ? null : id });
          }}
        />
      )}
      <Select
        label="Order"
        hidesLabel
        value={sort?.field ?? NONE}
        choices={[
          { id: NONE, label: 'As entered' },
          ...fields.map(({ id, label }) => ({ id, label: `Ordered by ${label.toLowerCase()}` })),
        ]}
        onChange={(id) => {
          change({ sort: id === NONE ? [] : [{ field: id, descending: sort?.descending ?? false }] });
        }}
      />
      {sort !== undefined && (
        <IconButton
          label={sort.descending ? 'Last first: turn around' : 'First first: turn around'}
          onPress={() => {
            change({ sort: [{ ...sort, descending: !sort.descending }, ...view.sort.slice(1)] });
          }}
        >
          {sort.descending ? <ArrowUpAZ {...ICON} /> : <ArrowDownAZ {...ICON} />}
        </IconButton>
      )}
      <ColumnsMenu
        choices={fields.filter(({ id }) => id !== definition.titleField)}
        chosen={view.columns.filter((name) => name !== definition.titleField)}
        onChange={(columns) => {
          // What was shown keeps its place.
          const kept = view.columns.filter((name) => columns.includes(name));
          const added = columns.filter((name) => !kept.includes(name));
          change({ columns: [definition.titleField, ...kept, ...added] });
        }}
      />
    </>
  );
}
