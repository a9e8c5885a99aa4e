/** What of the costs is shown: by category or month, which categories are open, which row is meant. */
import { useMemo, useState, type RefObject } from 'react';
import {
  costsByCategory,
  grandSums,
  type CostCategory,
  type RowSums,
} from '../../../shared/domain/commands/costsTable';
import type { Plan } from '../../../shared/domain/plan';
import { sortedBy } from '../../../shared/domain/records/ordering';
import type { CostLine } from '../../../shared/domain/registers/all';
import { useDetails, type Details } from '../../state/details';
import { useMeantRecord } from '../../state/meantRecord';
import { ownHeads, rememberedView } from '../../state/rememberedView';
import { firstColumnView, type ColumnView, type PageColumn } from '../../ui/grid/columnView';
import type { GridColumn } from '../../ui/grid/gridTypes';
import type { GridHandle } from '../../ui/grid/useGrid';
import { useArranged } from '../../ui/grid/useHeads';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { BILLING_COLUMNS, costColumns, type CostView } from './costColumns';
import { costOrder } from './costOrder';
import { categoryOf, costRows, type CostRow } from './costRows';

export interface CostViewState extends Details {
  readonly shown: CostView;
  readonly show: (view: CostView) => void;
  /** All that can be shown, and those that are. */
  readonly allColumns: readonly PageColumn[];
  readonly columns: readonly GridColumn[];
  /** How a person set the columns, and which of them order the lines of a category. */
  readonly columnView: ColumnView;
  readonly changeColumns: (part: Partial<ColumnView>) => void;
  /** Every line, in the order of the page. */
  readonly lines: readonly CostLine[];
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

/** Lines by category and by month have columns of their own. */
const useColumnView = rememberedView<ColumnView>(ownHeads('costs'));

/** From this width on there is room for rhythm and dates beside the years. */
const ROOM_FOR_BILLING = '(min-width: 1600px)';

export function useCostView(plan: Plan, grid: RefObject<GridHandle | null>): CostViewState {
  const { workbook, budget } = plan;
  const hasRoom = useMediaQuery(ROOM_FOR_BILLING);
  const [shown, show] = useState<CostView>('category');
  const views = {
    category: useColumnView('category', firstColumnView),
    month: useColumnView('month', firstColumnView),
  };
  const [columnView, changeColumns] = views[shown];
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const details = useDetails();
  const { sort } = columnView;

  const lines = workbook.tables.costs.live;
  const sorted = useMemo(() => sortedBy(lines, sort, costOrder(plan)), [lines, sort, plan]);
  const groups = useMemo(() => costsByCategory(sorted, budget), [sorted, budget]);
  const rows = useMemo(() => costRows(groups, closed), [groups, closed]);
  const sums = useMemo(() => grandSums(budget), [budget]);
  const allColumns = useMemo(
    () => costColumns({ budget, lines, sums, view: shown, billing: hasRoom }),
    [budget, lines, sums, shown, hasRoom],
  );
  const columns = useArranged(allColumns, columnView, true);
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
    allColumns,
    columns,
    columnView,
    changeColumns,
    lines: groups.flatMap((group) => group.lines),
    rows,
    sums,
    hasBilling: BILLING_COLUMNS.every((id) => columns.some((column) => column.id === id)),
    setBilling: (isOn) => {
      changeColumns({
        shown: { ...columnView.shown, ...Object.fromEntries(BILLING_COLUMNS.map((id) => [id, isOn])) },
      });
    },
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
