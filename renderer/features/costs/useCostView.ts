/** What of the costs is shown: by category or month, which categories are open, which row is meant. */
import { useEffect, useMemo, useState, type RefObject } from 'react';
import {
  costsByCategory,
  grandSums,
  type CostCategory,
  type RowSums,
} from '../../../shared/domain/commands/costsTable';
import type { Plan } from '../../../shared/domain/plan';
import { usePlace, type Place } from '../../state/navigation';
import type { GridColumn } from '../../ui/grid/gridTypes';
import type { GridHandle } from '../../ui/grid/useGrid';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { costColumns, type CostView } from './costColumns';
import { categoryOf, costRows, type CostRow } from './costRows';

export interface CostViewState {
  readonly shown: CostView;
  readonly show: (view: CostView) => void;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly CostRow[];
  readonly sums: RowSums;
  /** With rhythm, dates and yearly increase. */
  readonly hasBilling: boolean;
  readonly setBilling: (isOn: boolean) => void;
  readonly openCategory: (category: CostCategory) => void;
  readonly toggleCategory: (category: string, isOpen: boolean) => void;
  readonly areAllClosed: boolean;
  readonly toggleAll: () => void;
  readonly focusedKey: string | null;
  readonly focusRow: (key: string) => void;
  /** Where a new line goes: the category of the focused row. */
  readonly focusedCategory: CostCategory;
  readonly isDrawerOpen: boolean;
  readonly openDrawer: (key: string) => void;
  readonly closeDrawer: () => void;
}

/** From this width on there is room for rhythm and dates beside the years. */
const ROOM_FOR_BILLING = '(min-width: 1600px)';

export function useCostView(plan: Plan, grid: RefObject<GridHandle | null>): CostViewState {
  const { workbook, budget } = plan;
  const hasRoom = useMediaQuery(ROOM_FOR_BILLING);
  const [shown, show] = useState<CostView>('category');
  const [billing, setBilling] = useState<boolean | null>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focusedKey, focusRow] = useState<string | null>(null);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const hasBilling = billing ?? hasRoom;

  const groups = useMemo(() => costsByCategory(workbook.tables.costs.live, budget), [workbook, budget]);
  const rows = useMemo(() => costRows(groups, closed), [groups, closed]);
  const sums = useMemo(() => grandSums(budget), [budget]);
  const lines = workbook.tables.costs.live;
  const columns = useMemo(
    () => costColumns({ budget, lines, sums, view: shown, billing: hasBilling }),
    [budget, lines, sums, shown, hasBilling],
  );
  const areAllClosed = groups.length > 0 && groups.every(({ category }) => closed.has(category));

  const toggleCategory = (category: string, isOpen: boolean): void => {
    setClosed((was) => {
      const next = new Set(was);
      if (isOpen) next.delete(category);
      else next.add(category);
      return next;
    });
  };
  const place = usePlace();
  const meant = recordMeant(place, plan);
  const [followed, setFollowed] = useState<Place | null>(null);
  if (meant !== undefined && place !== followed) {
    // Adjusted while rendering, so that the row is there when the grid is asked to show it.
    setFollowed(place);
    toggleCategory(meant.category, true);
    focusRow(meant.id);
    if (meant.field !== undefined && !columns.some(({ id }) => id === meant.field)) setDrawerOpen(true);
  }
  useEffect(() => {
    if (meant === undefined) return;
    grid.current?.show({ rowKey: meant.id, ...(meant.field === undefined ? {} : { columnId: meant.field }) });
    // Only a new place moves the focus; what changes in the plan does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [place]);

  return {
    shown,
    show,
    columns,
    rows,
    sums,
    hasBilling,
    setBilling,
    openCategory: (category) => {
      toggleCategory(category, true);
    },
    toggleCategory,
    areAllClosed,
    toggleAll: () => {
      setClosed(areAllClosed ? new Set() : new Set(groups.map(({ category }) => category)));
    },
    focusedKey,
    focusRow,
    focusedCategory: categoryOf(rows, focusedKey) ?? groups[0]?.category ?? 'licenses',
    isDrawerOpen,
    openDrawer: (key) => {
      focusRow(key);
      setDrawerOpen(true);
    },
    closeDrawer: () => {
      setDrawerOpen(false);
    },
  };
}

interface RecordMeant {
  readonly id: string;
  readonly category: CostCategory;
  readonly field: string | undefined;
}

/** The cost line another page asked for; undefined for anything else. */
function recordMeant({ record }: Place, { workbook }: Plan): RecordMeant | undefined {
  if (record?.register !== 'costs') return undefined;
  const line = workbook.tables.costs.byId.get(record.id);
  if (line === undefined || line.archived) return undefined;
  return { id: line.id, category: line.category, field: record.field };
}
