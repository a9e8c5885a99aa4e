/** What of the costs is shown: by category or month, which categories are open, which row is meant. */
import { useMemo, useState, type RefObject } from 'react';
import {
  costsByCategory,
  grandSums,
  type CostCategory,
  type RowSums,
} from '../../../shared/domain/commands/costsTable';
import type { Plan } from '../../../shared/domain/plan';
import { useDetails, type Details } from '../../state/details';
import { useMeantRecord } from '../../state/meantRecord';
import type { GridColumn } from '../../ui/grid/gridTypes';
import type { GridHandle } from '../../ui/grid/useGrid';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { costColumns, type CostView } from './costColumns';
import { categoryOf, costRows, type CostRow } from './costRows';

export interface CostViewState extends Details {
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
  /** Where a new line goes: the category of the focused row. */
  readonly focusedCategory: CostCategory;
}

/** From this width on there is room for rhythm and dates beside the years. */
const ROOM_FOR_BILLING = '(min-width: 1600px)';

export function useCostView(plan: Plan, grid: RefObject<GridHandle | null>): CostViewState {
  const { workbook, budget } = plan;
  const hasRoom = useMediaQuery(ROOM_FOR_BILLING);
  const [shown, show] = useState<CostView>('category');
  const [billing, setBilling] = useState<boolean | null>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const details = useDetails();
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
  useMeantRecord({
    register: 'costs',
    workbook,
    prepare: ({ id, field }) => {
      const line = workbook.tables.costs.byId.get(id);
      if (line !== undefined) toggleCategory(line.category, true);
      details.focusRow(id);
      if (field !== undefined && !columns.some((column) => column.id === field)) details.setDrawerOpen(true);
    },
    show: ({ id, field }) => {
      grid.current?.show({ rowKey: id, ...(field === undefined ? {} : { columnId: field }) });
    },
  });

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
    ...details,
    focusedCategory: categoryOf(rows, details.focusedKey) ?? groups[0]?.category ?? 'licenses',
  };
}
