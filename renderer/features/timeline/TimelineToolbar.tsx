import {
  Camera,
  ChevronsDownUp,
  ChevronsUpDown,
  Filter,
  IndentDecrease,
  IndentIncrease,
  Link2,
  Link2Off,
  PanelRight,
  Plus,
} from 'lucide-react';
import { memo, useMemo, type ReactNode } from 'react';
import { baselineLabel } from '../../../shared/domain/baseline/baselineWords';
import { baselinesByDay } from '../../../shared/domain/baseline/compareBaseline';
import { PIXELS_PER_DAY, zoomFor, type Zoom } from '../../../shared/domain/gantt/axis';
import { chordFor } from '../../../shared/domain/keys/keyTable';
import type { ViewFormat } from '../../../shared/domain/records/shownRecords';
import { recordIn } from '../../../shared/domain/workbook';
import type { OwnerFilter } from '../../../shared/domain/timeline/shownRows';
import { goTo } from '../../state/navigation';
import { usePlanAtRest } from '../../state/session';
import { useShownBaseline } from '../../state/shownBaseline';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { PageColumnsMenu } from '../../ui/ColumnsMenu';
import { ExportViewMenu } from '../../ui/ExportViewMenu';
import type { PageColumn } from '../../ui/grid/columnView';
import { IconButton } from '../../ui/IconButton';
import { Menu, type MenuAction } from '../../ui/Menu';
import { Segmented } from '../../ui/Segmented';
import { Toggle } from '../../ui/Toggle';
import { TIMELINE_KEYS } from './boardKeys';
import { PINNED_COLUMNS } from './taskColumns';
import type { TaskActions } from './useTaskActions';
import type { TimelineView } from './timelineView';

const ZOOMS: readonly { readonly id: Zoom; readonly label: string }[] = [
  { id: 'day', label: 'Day' },
  { id: 'week', label: 'Week' },
  { id: 'month', label: 'Month' },
  { id: 'quarter', label: 'Quarter' },
];

export interface TimelineToolbarProps {
  readonly view: TimelineView;
  readonly onView: (change: Partial<TimelineView>) => void;
  /** Asks for the tasks whose rows are chosen, top to bottom. */
  readonly chosen: () => readonly string[];
  readonly actions: TaskActions;
  readonly onAdd: () => void;
  readonly onFoldAll: (isFolded: boolean) => void;
  readonly onToday: () => void;
  readonly hasDetails: boolean;
  readonly onDetails: (isOpen: boolean) => void;
  /** All that the list can show. */
  readonly columns: readonly PageColumn[];
  readonly onExportView: (format: ViewFormat) => void;
}

/**
 * Making, then the view, then filters; Today and the details at the right. Its props stay the same from one edit to the
 * next, so that its buttons are not drawn anew with every key.
 */
export const TimelineToolbar = memo(function TimelineToolbar(props: TimelineToolbarProps): ReactNode {
  const { view, onView, chosen, actions, onAdd, onFoldAll, onToday, hasDetails, onDetails } = props;
  return (
    <div className="toolbar" role="toolbar" aria-label="Timeline">
      <Button
        variant="quiet"
        icon={<Plus className="i" aria-hidden />}
        onPress={() => onAdd()}
        label="Add task"
      >
        Task
      </Button>
      <IconButton
        label="Outdent"
        keys={chordFor(TIMELINE_KEYS, 'outdent')}
        onPress={() => actions.outdent(chosen())}
      >
        <IndentDecrease className="i" aria-hidden />
      </IconButton>
      <IconButton
        label="Indent"
        keys={chordFor(TIMELINE_KEYS, 'indent')}
        onPress={() => actions.indent(chosen())}
      >
        <IndentIncrease className="i" aria-hidden />
      </IconButton>
      <IconButton
        label="Link the chosen rows in order"
        keys={chordFor(TIMELINE_KEYS, 'link')}
        onPress={() => actions.linkRows(chosen())}
      >
        <Link2 className="i" aria-hidden />
      </IconButton>
      <IconButton
        label="Remove links"
        keys={chordFor(TIMELINE_KEYS, 'unlink')}
        onPress={() => actions.unlinkRows(chosen())}
      >
        <Link2Off className="i" aria-hidden />
      </IconButton>
      <span className="gap" />
      <Segmented
        label="Zoom"
        segments={ZOOMS}
        value={zoomFor(view.pixelsPerDay)}
        onChange={(zoom) => onView({ pixelsPerDay: PIXELS_PER_DAY[zoom] })}
      />
      <Toggle isOn={view.criticalPath} onChange={(criticalPath) => onView({ criticalPath })}>
        Critical path
      </Toggle>
      <Toggle isOn={view.links} onChange={(links) => onView({ links })}>
        Links
      </Toggle>
      <BaselineMenu />
      <OwnerMenu owner={view.owner} onChange={(owner) => onView({ owner })} />
      <IconButton label="Collapse all" onPress={() => onFoldAll(true)}>
        <ChevronsDownUp className="i" aria-hidden />
      </IconButton>
      <IconButton label="Expand all" onPress={() => onFoldAll(false)}>
        <ChevronsUpDown className="i" aria-hidden />
      </IconButton>
      <span className="sp" />
      <Button variant="quiet" onPress={onToday}>
        Today
      </Button>
      <IconButton
        label={hasDetails ? 'Close the details' : 'Details of the chosen task'}
        keys={chordFor(TIMELINE_KEYS, 'details')}
        onPress={() => onDetails(!hasDetails)}
      >
        <PanelRight className="i" aria-hidden />
      </IconButton>
      <PageColumnsMenu all={props.columns} pinned={PINNED_COLUMNS} view={view} onChange={onView} />
      <ExportViewMenu onExport={props.onExportView} />
    </div>
  );
});

/** Which baseline stands under the bars; there only when there is one. */
function BaselineMenu(): ReactNode {
  const [shown, show] = useShownBaseline();
  const { workbook } = usePlanAtRest();
  const { baselines } = workbook.tables;
  const all = useMemo(() => baselinesByDay({ tables: { baselines } }), [baselines]);
  const chosen = all.find(({ id }) => id === shown);
  if (chosen !== undefined) {
    return <Chip label={chosen.name} onRemove={() => show(null)} />;
  }
  if (all.length === 0) return null;
  return (
    <Menu
      label="Show a baseline"
      trigger={
        <Button variant="quiet" icon={<Camera className="i" aria-hidden />} label="Show a baseline: none">
          Baseline
        </Button>
      }
      groups={[
        all.map((each): MenuAction => ({ id: each.id, label: baselineLabel(each) })),
        [{ id: COMPARE, label: 'What has moved since…' }],
      ]}
      onAction={(id) => {
        if (id === COMPARE) goTo({ page: 'baselines' });
        else show(id);
      }}
    />
  );
}

const COMPARE = 'compare';

interface OwnerMenuProps {
  readonly owner: OwnerFilter;
  readonly onChange: (owner: OwnerFilter) => void;
}

/** Whose tasks are shown; a filter that is on is a chip that takes itself away. */
function OwnerMenu({ owner, onChange }: OwnerMenuProps): ReactNode {
  const { workbook } = usePlanAtRest();
  const { tasks, people: everyone } = workbook.tables;
  const owners = useMemo(() => new Set(tasks.live.map((task) => task.owner)), [tasks]);
  const people = everyone.live
    .filter(({ id }) => owners.has(id))
    .map(({ id, name }): MenuAction => ({ id, label: name }));
  if (owner.kind !== 'everyone') {
    const name =
      owner.kind === 'none' ? 'No owner' : (recordIn(workbook, 'people', owner.id)?.name ?? 'Somebody');
    return <Chip label={name} onRemove={() => onChange({ kind: 'everyone' })} />;
  }
  return (
    <Menu
      label="Show the tasks of"
      trigger={
        <Button
          variant="quiet"
          icon={<Filter className="i" aria-hidden />}
          label="Show the tasks of: everyone"
        >
          Everyone
        </Button>
      }
      groups={[people, [{ id: 'none', label: 'No owner', isDisabled: !owners.has(null) }]]}
      onAction={(id) => onChange(id === 'none' ? { kind: 'none' } : { kind: 'person', id })}
    />
  );
}
