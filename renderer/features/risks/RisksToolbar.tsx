import { PanelRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { IMPACT_WORDS, PROBABILITY_WORDS } from '../../../shared/domain/commands/risks';
import type { Plan } from '../../../shared/domain/plan';
import { risks } from '../../../shared/domain/registers/risks';
import { useSaveView } from '../../state/exporting';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { ExportViewMenu } from '../../ui/ExportViewMenu';
import type { Choice } from '../../ui/choice';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { ROOM_FOR_MORE } from './riskColumns';
import { risksShown } from './risksShown';
import type { RiskSort, StatusFilter } from './riskRows';
import type { RiskViewState } from './useRiskView';

const STATUSES: readonly (Choice & { readonly id: StatusFilter })[] = [
  { id: 'open', label: 'Still open' },
  { id: 'all', label: 'Every status' },
  ...(Object.entries(risks.fields.status.options) as [StatusFilter, string][])
    .filter(([id]) => id !== 'open')
    .map(([id, label]) => ({ id, label })),
];

const SORTS: readonly (Choice & { readonly id: RiskSort })[] = [
  { id: 'score', label: 'By score' },
  { id: 'after', label: 'By score after response' },
  { id: 'review', label: 'By next review' },
  { id: 'code', label: 'By code' },
];

export interface RisksToolbarProps {
  readonly plan: Plan;
  readonly view: RiskViewState;
}

/** Filters and order of the list, and whether the map shows risks now or after their response. */
export function RisksToolbar({ plan, view }: RisksToolbarProps): ReactNode {
  const { cell, focusedKey } = view;
  const saveView = useSaveView();
  const hasRoom = useMediaQuery(ROOM_FOR_MORE);
  const focused =
    focusedKey !== null && plan.workbook.tables.risks.byId.has(focusedKey) ? focusedKey : undefined;
  return (
    <div className="toolbar risk-tools" role="toolbar" aria-label="Risks">
      {cell !== null && view.shown === 'map' && (
        <Chip
          label={`${PROBABILITY_WORDS[cell.probability - 1] ?? ''} × ${IMPACT_WORDS[cell.impact - 1] ?? ''}, ${String(view.rows.length)} ${view.rows.length === 1 ? 'risk' : 'risks'}`}
          onRemove={() => {
            view.chooseCell(null);
          }}
        />
      )}
      {view.shown !== 'top' && (
        <>
          <Select
            label="Status"
            hidesLabel
            choices={STATUSES}
            value={view.status}
            onChange={(id) => {
              const chosen = STATUSES.find((status) => status.id === id);
              if (chosen !== undefined) view.setStatus(chosen.id);
            }}
          />
          <Select
            label="Order"
            hidesLabel
            choices={SORTS}
            value={view.sort}
            onChange={(id) => {
              const chosen = SORTS.find((sort) => sort.id === id);
              if (chosen !== undefined) view.setSort(chosen.id);
            }}
          />
        </>
      )}
      <Button
        variant="quiet"
        icon={<PanelRight size={16} strokeWidth={1.5} aria-hidden />}
        isDisabled={focused === undefined}
        onPress={() => {
          if (focused !== undefined) view.openDrawer(focused);
        }}
      >
        Details
      </Button>
      <span className="sp" />
      {view.shown === 'map' && (
        <Segmented
          label="Rating on the map"
          value={view.rating}
          onChange={view.setRating}
          segments={[
            { id: 'now', label: 'Now' },
            { id: 'afterResponse', label: 'After response' },
          ]}
        />
      )}
      <ExportViewMenu
        onExport={(format) => {
          saveView(format, risksShown(plan, view, hasRoom));
        }}
      />
    </div>
  );
}
