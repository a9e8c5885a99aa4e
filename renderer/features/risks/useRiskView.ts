/** What of the risks is shown: view, filters, order, and which risk is meant. */
import { useMemo, useState, type RefObject } from 'react';
import type { Plan } from '../../../shared/domain/plan';
import type { SortKey } from '../../../shared/domain/records/ordering';
import type { RatingView, RiskCell } from '../../../shared/domain/risk/rating';
import { useDetails, type Details } from '../../state/details';
import { useMeantRecord } from '../../state/meantRecord';
import { ownHeads, rememberedView } from '../../state/rememberedView';
import { firstColumnView, type ColumnView, type PageColumn } from '../../ui/grid/columnView';
import type { GridColumn } from '../../ui/grid/gridTypes';
import type { GridHandle } from '../../ui/grid/useGrid';
import { useArranged } from '../../ui/grid/useHeads';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { riskColumns, ROOM_FOR_MORE } from './riskColumns';
import { riskRows, withStatus, type RiskRow, type RiskView, type StatusFilter } from './riskRows';

const useColumnView = rememberedView<ColumnView>(ownHeads('risks'));

/** The worst first. */
const BY_SCORE: readonly SortKey[] = [{ field: 'score', descending: true }];

export interface RiskViewState extends Details {
  readonly shown: RiskView;
  readonly show: (view: RiskView) => void;
  readonly rating: RatingView;
  readonly setRating: (rating: RatingView) => void;
  readonly cell: RiskCell | null;
  readonly chooseCell: (cell: RiskCell | null) => void;
  readonly status: StatusFilter;
  readonly setStatus: (status: StatusFilter) => void;
  /** How a person set the columns, and which of them order the risks. */
  readonly columnView: ColumnView;
  readonly changeColumns: (part: Partial<ColumnView>) => void;
  /** All that can be shown, and those that are. */
  readonly allColumns: readonly PageColumn[];
  readonly columns: readonly GridColumn[];
  /** Whether the list stands at the edges of the page, not beside the map. */
  readonly isAtEdge: boolean;
  readonly rows: readonly RiskRow[];
  /** Takes filters away that would hide a risk. */
  readonly reveal: (id: string) => void;
}

export function useRiskView(plan: Plan, grid: RefObject<GridHandle | null>): RiskViewState {
  const [shown, show] = useState<RiskView>('map');
  const [rating, setRating] = useState<RatingView>('now');
  const [cell, chooseCell] = useState<RiskCell | null>(null);
  const [status, setStatus] = useState<StatusFilter>('open');
  const [columnView, changeColumns] = useColumnView('risks', () => firstColumnView(BY_SCORE));
  const { sort } = columnView;
  const hasRoom = useMediaQuery(ROOM_FOR_MORE);
  const details = useDetails();
  const rows = useMemo(
    () => riskRows(plan, { view: shown, status, cell, rating, sort }),
    [plan, shown, status, cell, rating, sort],
  );
  const { workbook } = plan;
  const isAtEdge = shown !== 'map' || workbook.tables.risks.live.length === 0;
  const allColumns = useMemo(
    () => riskColumns({ workbook, view: shown, hasRoom, isAtEdge }),
    [workbook, shown, hasRoom, isAtEdge],
  );
  const columns = useArranged(allColumns, columnView, isAtEdge);

  const reveal = (id: string): void => {
    const risk = workbook.tables.risks.byId.get(id);
    chooseCell(null);
    if (shown === 'top') show('map');
    if (risk !== undefined && withStatus([risk], status).length === 0) setStatus('all');
  };
  useMeantRecord({
    register: 'risks',
    workbook,
    prepare: ({ id, field }) => {
      reveal(id);
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
    rating,
    setRating,
    cell,
    chooseCell,
    status,
    setStatus,
    columnView,
    changeColumns,
    allColumns,
    columns,
    isAtEdge,
    rows,
    ...details,
    reveal,
  };
}
