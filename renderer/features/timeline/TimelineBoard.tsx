/** List, chart, toolbar and drawer of a plan that has tasks, and what the keyboard and the pointer do to it. */
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import type { TaskPlace } from '../../../shared/domain/commands/tasks';
import type { Plan } from '../../../shared/domain/plan';
import type { ViewFormat } from '../../../shared/domain/records/shownRecords';
import { recordIn, type Workbook } from '../../../shared/domain/workbook';
import { EVERYONE, shownRows, summariesAbove } from '../../../shared/domain/timeline/shownRows';
import { useSaveView } from '../../state/exporting';
import { usePlace, type Place } from '../../state/navigation';
import { TimelineGrid, type TimelineHandle } from '../../ui/gantt/TimelineGrid';
import type { WantedCell } from '../../ui/grid/GridSelecting';
import type { GridEvents } from '../../ui/grid/gridTypes';
import { useHeads } from '../../ui/grid/useHeads';
import { boardKeyOf, type BoardKey } from './boardKeys';
import { editTable } from './editTable';
import { TaskDrawer } from './TaskDrawer';
import { tasksShown } from './tasksShown';
import { firstListWidth, PINNED_COLUMNS } from './taskColumns';
import { TimelineToolbar } from './TimelineToolbar';
import { useTimelineView, type TimelineView } from './timelineView';
import { useBoard } from './useBoard';
import { useDateNews } from './useDateNews';
import { useTaskActions } from './useTaskActions';
import { useWiderThan } from './useWindowWidth';

export interface TimelineBoardProps {
  readonly plan: Plan;
  readonly today: CalendarDate;
  /** Where the focus begins, if a task was just added to an empty plan. */
  readonly firstCell: WantedCell | null;
}

export function TimelineBoard({ plan, today, firstCell }: TimelineBoardProps): ReactNode {
  const { workbook } = plan;
  const [view, changeView] = useTimelineView();
  const isWide = useWiderThan(1600);
  const isNarrow = !useWiderThan(1100);
  const board = useBoard(plan, view, today, isWide ? 'wide' : isNarrow ? 'narrow' : 'usual');
  const actions = useTaskActions(today);
  const grid = useRef<TimelineHandle>(null);
  const [selected, setChosen] = useState<readonly string[]>(() =>
    board.outlineRows.slice(0, 1).map(({ id }) => id),
  );
  // What was chosen may have been folded, filtered or removed since.
  const chosen = useMemo(() => selected.filter(board.isShown), [selected, board.isShown]);
  const latestChosen = useRef(chosen);
  useEffect(() => {
    latestChosen.current = chosen;
  }, [chosen]);
  const chosenNow = useCallback(() => latestChosen.current, []);
  const [details, setDetails] = useState<{ readonly takesFocus: boolean } | null>(null);
  const [wanted, setWanted] = useState(firstCell);

  /** Makes a row visible, whatever is folded or filtered, and moves the focus there. */
  const reveal = (id: string, cell: Omit<WantedCell, 'rowKey'> = {}): void => {
    changeView(viewShowing(workbook, view, id));
    setWanted({ rowKey: id, ...cell });
    setChosen([id]);
  };
  useEffect(() => {
    if (wanted !== null) grid.current?.show(wanted);
  }, [wanted]);

  const [first] = chosen;
  const shown = recordIn(workbook, 'tasks', first ?? null);
  const news = useDateNews(plan, details === null ? null : (shown?.id ?? null));

  const place = usePlace();
  const [shownPlace, setShownPlace] = useState<Place | null>(null);
  if (place !== shownPlace) {
    setShownPlace(place);
    const id = taskMeant(workbook, place);
    if (id !== null) {
      reveal(id, place.record?.field === 'name' ? { columnId: 'name' } : {});
      setDetails({ takesFocus: false });
    }
  }

  const add = useCallback(
    (after = chosenNow().at(-1)): void => {
      const owner = view.owner.kind === 'person' ? { owner: view.owner.id } : {};
      const id = actions.add(placeAfter(actions.commands.workbook(), after, view.folded), owner);
      if (id !== null) {
        setWanted({ rowKey: id, columnId: 'name', edit: true });
        setChosen([id]);
      }
    },
    [actions, chosenNow, view.owner, view.folded],
  );
  const foldAll = useCallback(
    (isFolded: boolean): void => {
      const summaries = actions.commands.workbook().outline.rows.filter(({ hasChildren }) => hasChildren);
      changeView({ folded: new Set(isFolded ? summaries.map(({ id }) => id) : []) });
    },
    [actions, changeView],
  );
  const fold = (id: string, isFolded: boolean): void => {
    const folded = new Set(view.folded);
    if (isFolded) folded.add(id);
    else folded.delete(id);
    changeView({ folded });
  };
  const tell = (id: string, words: string): string => {
    news.told(id);
    return words;
  };

  /** The chosen rows, if the focused one is among them. */
  const around = (id: string): readonly string[] => (chosen.includes(id) ? chosen : [id]);
  const keys: Readonly<Record<BoardKey, (focused: string) => void>> = {
    add: (id) => add(id),
    details: () => setDetails({ takesFocus: true }),
    indent: (id) => actions.indent(around(id)),
    outdent: (id) => actions.outdent(around(id)),
    link: (id) => actions.linkRows(around(id)),
    unlink: (id) => actions.unlinkRows(around(id)),
    fold: (id) => fold(id, true),
    unfold: (id) => fold(id, false),
  };
  const events: GridEvents = {
    acceptsNewRows: true,
    onEdit: (edits, newRows) => {
      news.about(edits.length === 1 ? (edits[0]?.rowKey ?? null) : null);
      return editTable(actions.commands, plan.schedule, edits, newRows);
    },
    onLeftOut: actions.commands.tellLeftOut,
    onAddRow: (after) => add(after ?? undefined),
    onRemove: actions.remove,
    onOpen: () => setDetails({ takesFocus: true }),
    onToggle: (id, expanded) => fold(id, !expanded),
    onShift: (ids, direction) => {
      if (direction === 'in') actions.indent(ids);
      else if (direction === 'out') actions.outdent(ids);
      else actions.moveRows(ids, direction);
    },
    onSelectionChange: ({ rowKeys }) => {
      setChosen(rowKeys);
      // From now on the drawer follows the list, and leaves it the keyboard.
      setDetails((was) => (was?.takesFocus === true ? { takesFocus: false } : was));
    },
    onKeyCommand: (event, { rowKey }) => {
      const key = boardKeyOf(event);
      if (key !== null) keys[key](rowKey);
      return key !== null;
    },
  };

  const saveView = useSaveView();
  const { outlineRows, columns, baseline } = board;
  // The outline is the order of the rows: no column takes its place.
  const heads = useHeads({ columns, view, change: changeView, pinned: PINNED_COLUMNS, isOrderFixed: true });
  const exportView = useCallback(
    (format: ViewFormat): void => {
      saveView(format, tasksShown({ rows: outlineRows, columns, owner: view.owner, baseline }));
    },
    [saveView, outlineRows, columns, view.owner, baseline],
  );
  const showToday = useCallback(() => grid.current?.showDate(today), [today]);
  const showDetails = useCallback((isOpen: boolean) => setDetails(isOpen ? { takesFocus: true } : null), []);
  return (
    <>
      <TimelineToolbar
        view={view}
        onView={changeView}
        chosen={chosenNow}
        actions={actions}
        onAdd={add}
        onFoldAll={foldAll}
        onToday={showToday}
        hasDetails={details !== null}
        onDetails={showDetails}
        columns={board.allColumns}
        onExportView={exportView}
      />
      <div className="timeline-body">
        <TimelineGrid
          ref={grid}
          label="Tasks"
          {...heads}
          rows={board.rows}
          cell={board.cell}
          chart={board.chart}
          treeWidth={firstListWidth(window.innerWidth)}
          onZoom={(pixelsPerDay) => changeView({ pixelsPerDay })}
          onMove={(id, shift) => tell(id, actions.shift(id, shift))}
          onResize={(id, shift, edge) => tell(id, actions.resize(id, shift, edge))}
          onLink={(from, to) => tell(to, actions.link(from, to))}
          {...events}
        />
        {details !== null && shown !== undefined && (
          <TaskDrawer
            key={shown.id}
            plan={plan}
            today={today}
            task={shown}
            standing={board.standings(workbook.outline.index.get(shown.id) ?? -1)}
            actions={actions}
            takesFocus={details.takesFocus}
            onShow={reveal}
            onClose={() => setDetails(null)}
          />
        )}
      </div>
    </>
  );
}

/** A new task goes behind the chosen one, or first into an open summary. */
function placeAfter(
  { outline }: Workbook,
  after: string | undefined,
  folded: ReadonlySet<string>,
): TaskPlace {
  const row = outline.rows[outline.index.get(after ?? '') ?? -1];
  if (row === undefined) return { kind: 'last' };
  return { kind: row.hasChildren && !folded.has(row.id) ? 'firstUnder' : 'after', task: row.id };
}

function viewShowing(workbook: Workbook, view: TimelineView, id: string): Partial<TimelineView> {
  const above = new Set(summariesAbove(workbook, id));
  const folded = new Set([...view.folded].filter((summary) => !above.has(summary)));
  const isThere = shownRows(workbook, folded, view.owner).some((row) => row.id === id);
  return { folded, ...(isThere ? {} : { owner: EVERYONE }) };
}

/** The task another page wants shown: the record itself, or the one a link leads to. */
function taskMeant(workbook: Workbook, { page, record }: Place): string | null {
  if (page !== 'timeline' || record === undefined) return null;
  const id = record.register === 'links' ? recordIn(workbook, 'links', record.id)?.successor : record.id;
  return typeof id === 'string' && workbook.outline.index.has(id) ? id : null;
}
