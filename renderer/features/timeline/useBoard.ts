/** Everything the list and the chart show, worked out from the plan and the view, and kept while neither changes. */
import { useCallback, useMemo } from 'react';
import { addDays, addMonths, type CalendarDate } from '../../../shared/domain/base/dates';
import { figuresOf } from '../../../shared/domain/baseline/compareBaseline';
import { extentOf } from '../../../shared/domain/gantt/extent';
import { linkIndex } from '../../../shared/domain/gantt/linkIndex';
import { placesIn, type OutlineRow } from '../../../shared/domain/outline';
import type { Plan } from '../../../shared/domain/plan';
import type { Baseline } from '../../../shared/domain/registers/all';
import { openRows, rowsOf } from '../../../shared/domain/timeline/shownRows';
import { taskStandings, type StandingAt } from '../../../shared/domain/timeline/taskStanding';
import { useBaselineInUse } from '../../state/shownBaseline';
import { timelineChart, type TimelineChart } from '../../ui/gantt/chart';
import type { PageColumn } from '../../ui/grid/columnView';
import type { GridCell, GridColumn, GridRows } from '../../ui/grid/gridTypes';
import { useArranged } from '../../ui/grid/useHeads';
import { taskCells } from './taskCells';
import { taskColumns, type WindowKind } from './taskColumns';
import type { TimelineView } from './timelineView';

export interface Board {
  readonly outlineRows: readonly OutlineRow[];
  /** Whether a task has a row, neither folded nor filtered away. */
  readonly isShown: (task: string) => boolean;
  readonly rows: GridRows;
  /** All that can be shown, and those that are. */
  readonly allColumns: readonly PageColumn[];
  readonly columns: readonly GridColumn[];
  readonly cell: (index: number, columnId: string) => GridCell;
  readonly chart: TimelineChart;
  readonly standings: StandingAt;
  /** The one that is shown, where it can be read. */
  readonly baseline: Baseline | null;
}

/** Room after the last finish, so that labels and slack have a place. Days. */
const ROOM_AFTER = 90;

export function useBoard(plan: Plan, view: TimelineView, today: CalendarDate, kind: WindowKind): Board {
  const { workbook, schedule } = plan;
  const { folded, owner, pixelsPerDay, criticalPath, links } = view;
  const { outline } = workbook;
  const kept = useMemo(() => rowsOf(workbook, owner), [workbook, owner]);
  // The same rows until the outline, a fold or a filter changes: much is kept for as long as they are.
  const outlineRows = useMemo(() => openRows(outline, folded, kept), [outline, folded, kept]);
  const isShown = useMemo(() => {
    const shown = new Uint8Array(outline.rows.length);
    for (const place of placesIn(outline, outlineRows)) shown[place] = 1;
    return (task: string): boolean => shown[outline.index.get(task) ?? -1] === 1;
  }, [outline, outlineRows]);
  const standings = useMemo(() => taskStandings(workbook, schedule, today), [workbook, schedule, today]);
  const rows = useMemo<GridRows>(
    () => ({
      count: outlineRows.length,
      key: (index) => outlineRows[index]?.id ?? '',
      depth: (index) => outlineRows[index]?.depth ?? 0,
      expanded: (index) => {
        const row = outlineRows[index];
        return row?.hasChildren === true ? !folded.has(row.id) : null;
      },
    }),
    [outlineRows, folded],
  );
  const people = workbook.tables.people;
  const years = new Set(
    [schedule.projectStart, schedule.projectFinish, today].map((date) => date.slice(0, 4)),
  );
  const hasYears = years.size > 1;
  const known = useBaselineInUse(workbook);
  const baseline = known === null ? null : figuresOf(known);
  const hasBaseline = baseline !== null;
  const allColumns = useMemo(
    () => taskColumns(people.live, { kind, hasYears, hasBaseline }),
    [people, kind, hasYears, hasBaseline],
  );
  const columns = useArranged(allColumns, view);
  const cellAt = useMemo(
    () => taskCells({ workbook, schedule, standings, rows: outlineRows, today, baseline }),
    [workbook, schedule, standings, outlineRows, today, baseline],
  );
  const cell = useCallback((index: number, columnId: string) => cellAt(index, columnId), [cellAt]);
  const chart = useMemo(() => {
    const { from, until } = extentOf({ workbook, schedule, rows: outlineRows }, baseline ?? undefined);
    const first = from < today ? from : today;
    const last = until > today ? until : today;
    // Whole months before the first day, so that a small change of dates does not move the picture.
    const originDate = `${addMonths(first, -1).slice(0, 7)}-01`;
    const axis = { originDate, pixelsPerDay };
    const options = { today, criticalPath, links, ...(baseline === null ? {} : { baseline }) };
    const input = {
      workbook,
      schedule,
      rows: outlineRows,
      links: linkIndex(workbook, outlineRows),
      axis,
      options,
    };
    return timelineChart(input, addDays(last, ROOM_AFTER));
  }, [workbook, schedule, outlineRows, today, pixelsPerDay, criticalPath, links, baseline]);
  const shown = hasBaseline ? known : null;
  return { outlineRows, isShown, rows, allColumns, columns, cell, chart, standings, baseline: shown };
}
