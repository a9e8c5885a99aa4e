/** What of the risks is shown: view, filters, order, and which risk is meant. */
import { useMemo, useState, type RefObject } from 'react';
import type { Plan } from '../../../shared/domain/plan';
import type { RatingView, RiskCell } from '../../../shared/domain/risk/rating';
import { useDetails, type Details } from '../../state/details';
import { useMeantRecord } from '../../state/meantRecord';
import type { GridHandle } from '../../ui/grid/useGrid';
import {
  riskRows,
  withStatus,
  type RiskRow,
  type RiskSort,
  type RiskView,
  type StatusFilter,
} from './riskRows';

export interface RiskViewState extends Details {
  readonly shown: RiskView;
  readonly show: (view: RiskView) => void;
  readonly rating: RatingView;
  readonly setRating: (rating: RatingView) => void;
  readonly cell: RiskCell | null;
  readonly chooseCell: (cell: RiskCell | null) => void;
  readonly status: StatusFilter;
  readonly setStatus: (status: StatusFilter) => void;
  readonly sort: RiskSort;
  readonly setSort: (sort: RiskSort) => void;
  readonly rows: readonly RiskRow[];
  /** Takes filters away that would hide a risk. */
  readonly reveal: (id: string) => void;
}

export function useRiskView(plan: Plan, grid: RefObject<GridHandle | null>): RiskViewState {
  const [shown, show] = useState<RiskView>('map');
  const [rating, setRating] = useState<RatingView>('now');
  const [cell, chooseCell] = useState<RiskCell | null>(null);
  const [status, setStatus] = useState<StatusFilter>('open');
  const [sort, setSort] = useState<RiskSort>('score');
  const details = useDetails();
  const rows = useMemo(
    () => riskRows(plan, { view: shown, status, cell, rating, sort }),
    [plan, shown, status, cell, rating, sort],
  );

  const reveal = (id: string): void => {
    const risk = plan.workbook.tables.risks.byId.get(id);
    chooseCell(null);
    if (shown === 'top') show('map');
    if (risk !== undefined && withStatus([risk], status).length === 0) setStatus('all');
  };
  useMeantRecord({
    register: 'risks',
    workbook: plan.workbook,
    prepare: ({ id, field }) => {
      reveal(id);
      details.focusRow(id);
      if (field !== undefined && !IN_GRID.has(field)) details.setDrawerOpen(true);
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
    sort,
    setSort,
    rows,
    ...details,
    reveal,
  };
}

const IN_GRID: ReadonlySet<string> = new Set(['code', 'title', 'owner', 'probability', 'nextReview']);
