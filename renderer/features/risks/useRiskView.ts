/** What of the risks is shown: view, filters, order, and which risk is meant. */
import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { Plan } from '../../../shared/domain/plan';
import type { RatingView, RiskCell } from '../../../shared/domain/risk/rating';
import { usePlace, type Place } from '../../state/navigation';
import type { GridHandle } from '../../ui/grid/useGrid';
import {
  riskRows,
  withStatus,
  type RiskRow,
  type RiskSort,
  type RiskView,
  type StatusFilter,
} from './riskRows';

export interface RiskViewState {
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
  readonly focusedKey: string | null;
  readonly focusRow: (key: string) => void;
  readonly isDrawerOpen: boolean;
  readonly openDrawer: (key: string) => void;
  readonly closeDrawer: () => void;
  /** Takes filters away that would hide a risk. */
  readonly reveal: (id: string) => void;
}

export function useRiskView(plan: Plan, grid: RefObject<GridHandle | null>): RiskViewState {
  const [shown, show] = useState<RiskView>('map');
  const [rating, setRating] = useState<RatingView>('now');
  const [cell, chooseCell] = useState<RiskCell | null>(null);
  const [status, setStatus] = useState<StatusFilter>('open');
  const [sort, setSort] = useState<RiskSort>('score');
  const [focusedKey, focusRow] = useState<string | null>(null);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
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
  const place = usePlace();
  const meant = riskMeant(place, plan);
  const [followed, setFollowed] = useState<Place | null>(null);
  if (meant !== undefined && place !== followed) {
    // Adjusted while rendering, so that the row is there when the grid is asked to show it.
    setFollowed(place);
    reveal(meant.id);
    focusRow(meant.id);
    if (meant.field !== undefined && !IN_GRID.has(meant.field)) setDrawerOpen(true);
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
    rating,
    setRating,
    cell,
    chooseCell,
    status,
    setStatus,
    sort,
    setSort,
    rows,
    focusedKey,
    focusRow,
    isDrawerOpen,
    openDrawer: (key) => {
      focusRow(key);
      setDrawerOpen(true);
    },
    closeDrawer: () => {
      setDrawerOpen(false);
    },
    reveal,
  };
}

const IN_GRID: ReadonlySet<string> = new Set(['code', 'title', 'owner', 'probability', 'nextReview']);

/** The risk another page asked for; undefined for anything else. */
function riskMeant(
  { record }: Place,
  { workbook }: Plan,
): { id: string; field: string | undefined } | undefined {
  if (record?.register !== 'risks') return undefined;
  return workbook.tables.risks.byId.get(record.id)?.archived === false
    ? { id: record.id, field: record.field }
    : undefined;
}
