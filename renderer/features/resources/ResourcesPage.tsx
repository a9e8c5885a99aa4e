/** Who is busy when: people by weeks, what lies behind a week, and the list of who works on what. */
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useContext, useMemo, useState, type ReactNode } from 'react';
import { resourcesAnswer } from '../../../shared/domain/commands/resourcesAnswer';
import { counted, capitalized } from '../../../shared/domain/format/sentence';
import { formatDate } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import { loadOf } from '../../../shared/domain/resources/load';
import { mondayOf } from '../../../shared/domain/resources/weeks';
import { goTo } from '../../state/navigation';
import { usePlan } from '../../state/session';
import { useToday } from '../../state/today';
import { Button } from '../../ui/Button';
import { EditRefusal } from '../../ui/grid/EditRefusal';
import { IconButton } from '../../ui/IconButton';
import { PageHead } from '../../ui/PageHead';
import { Segmented } from '../../ui/Segmented';
import { AddAssignment } from './AddAssignment';
import { LoadGrid } from './LoadGrid';
import { loadTable, type LoadCell, type LoadTable } from './loadTable';
import { ResourcesEmpty } from './ResourcesEmpty';
import { shownCell, useChosenCell } from './useChosenCell';
import { WeekDetails } from './WeekDetails';
import './resources.css';

/** What the list of assignments is told by this page. */
export interface AssignmentListProps {
  readonly onAdd: () => void;
  /** What changes back to the weeks. */
  readonly children: ReactNode;
}

export interface ResourcesPageProps {
  /** The list of assignments, which another part of the window draws. */
  readonly list: (props: AssignmentListProps) => ReactNode;
}

const VIEWS = [
  { id: 'load', label: 'Weeks' },
  { id: 'list', label: 'Assignments' },
] as const;

export function ResourcesPage({ list }: ResourcesPageProps): ReactNode {
  const plan = usePlan();
  const { view, setView, cell, choose } = useChosenCell(plan);
  const [isAdding, setAdding] = useState(false);
  const isRefused = useContext(EditRefusal) !== null;
  const { assignments, people } = plan.workbook.tables;
  const isEmpty = assignments.live.length === 0;
  // What is in the bin comes back from the list.
  const hasList = !isEmpty || assignments.archived.length > 0;
  const switcher = <Segmented label="Show" value={view} onChange={setView} segments={VIEWS} />;
  const add = (): void => {
    setAdding(true);
  };
  const show = (id: string): void => {
    goTo({ page: 'resources', record: { register: 'assignments', id, field: 'task' } });
  };
  return (
    <>
      {view === 'list' && hasList ? (
        list({ onAdd: add, children: switcher })
      ) : (
        <div className="resources">
          <PageHead title="Resources" answer={resourcesAnswer(plan)}>
            {hasList && switcher}
            {!isEmpty && !isRefused && (
              <Button
                variant="primary"
                icon={<Plus size={16} strokeWidth={1.5} aria-hidden />}
                label="Add assignment"
                onPress={add}
              >
                Assignment
              </Button>
            )}
          </PageHead>
          {isEmpty ? (
            <ResourcesEmpty hasPeople={people.live.length > 0} onAdd={add} />
          ) : (
            <Weeks plan={plan} cell={cell} onChoose={choose} onChange={show} />
          )}
        </div>
      )}
      {isAdding && (
        <AddAssignment
          workbook={plan.workbook}
          onDone={(id) => {
            setAdding(false);
            if (view === 'list') show(id);
          }}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </>
  );
}

interface WeeksProps {
  readonly plan: Plan;
  readonly cell: LoadCell | null;
  readonly onChoose: (cell: LoadCell) => void;
  readonly onChange: (assignment: string) => void;
}

function Weeks({ plan, cell, onChoose, onChange }: WeeksProps): ReactNode {
  const today = useToday();
  const loads = loadOf(plan.workbook, plan.schedule);
  // The weeks are moved by hand, or by choosing a week that is not among them.
  const [from, setFrom] = useState<{ readonly week: number; readonly for: LoadCell | null } | null>(null);
  const start = from !== null && from.for === cell ? from.week : null;
  const table = useMemo(() => {
    const first = loadTable(loads, start, today);
    if (start !== null || cell === null || first.weeks.includes(cell.week)) return first;
    return loadTable(loads, cell.week, today);
  }, [loads, start, cell, today]);
  const shown = shownCell(table, cell);
  const load = loads.find(({ person }) => person.id === shown?.person);
  if (shown === null || load === undefined)
    return <p className="load-nothing t2">Everything that is assigned is done, or has no time of its own.</p>;
  const idle = loads.length - table.rows.length;
  return (
    <>
      <WeeksBar
        table={table}
        onMove={(week) => {
          setFrom({ week, for: cell });
        }}
      />
      {/* Scrolls by itself, so that the keyboard must be able to reach it: its cells can. */}
      <div className="load-scroll">
        <LoadGrid table={table} today={today} chosen={shown} onChoose={onChoose} />
        {idle > 0 && (
          <p className="load-idle t3 small">
            {capitalized(counted(idle, 'other person', 'other people'))} {idle === 1 ? 'has' : 'have'} nothing
            assigned that is still to do.
          </p>
        )}
      </div>
      <WeekDetails plan={plan} today={today} load={load} week={shown.week} onChange={onChange} />
    </>
  );
}

const KEY = [
  ['1', 'below 80%'],
  ['2', '80 to 100%'],
  ['3', 'above 100%'],
  ['4', '150% and more, or away'],
] as const;

interface WeeksBarProps {
  readonly table: LoadTable;
  readonly onMove: (week: number) => void;
}

/** What the tones mean, and the way to weeks that are not in sight. */
function WeeksBar({ table: { weeks, earlier, later }, onMove }: WeeksBarProps): ReactNode {
  const [first = 0, last = 0] = [weeks[0], weeks.at(-1)];
  const span = `${formatDate(mondayOf(first))} to ${formatDate(mondayOf(last))}`;
  const move = (week: number | null): void => {
    if (week !== null) onMove(week);
  };
  return (
    <div className="toolbar" role="toolbar" aria-label="Weeks">
      <ul className="load-key small t2" aria-label="Tones">
        {KEY.map(([band, words]) => (
          <li key={band}>
            <span className={`load-swatch band-${band}`} />
            {words}
          </li>
        ))}
      </ul>
      <span className="sp" />
      {(earlier !== null || later !== null) && (
        <>
          <span className="t3 small num">{span}</span>
          <IconButton label="Earlier weeks" isDisabled={earlier === null} onPress={() => move(earlier)}>
            <ChevronLeft className="i" aria-hidden />
          </IconButton>
          <IconButton label="Later weeks" isDisabled={later === null} onPress={() => move(later)}>
            <ChevronRight className="i" aria-hidden />
          </IconButton>
        </>
      )}
    </div>
  );
}
