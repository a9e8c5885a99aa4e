import { PanelRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { IMPACT_WORDS, PROBABILITY_WORDS } from '../../../shared/domain/commands/risks';
import type { Plan } from '../../../shared/domain/plan';
import type { SortKey } from '../../../shared/domain/records/ordering';
import { risks } from '../../../shared/domain/registers/risks';
import { useSaveView } from '../../state/exporting';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { PageColumnsMenu } from '../../ui/ColumnsMenu';
import { ExportViewMenu } from '../../ui/ExportViewMenu';
import type { Choice } from '../../ui/choice';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { PINNED_COLUMNS } from './riskColumns';
import { risksShown } from './risksShown';
import type { StatusFilter } from './riskRows';
import type { RiskViewState } from './useRiskView';

const STATUSES: readonly (Choice & { readonly id: StatusFilter })[] = [
  { id: 'open', label: 'Still open' },
  { id: 'all', label: 'Every status' },
  ...(Object.entries(risks.fields.status.options) as [StatusFilter, string][])
    .filter(([id]) => id !== 'open')
    .map(([id, label]) => ({ id, label })),
];

/** What of the order is asked for most; every head orders as well. */
const SORTS: readonly (Choice & { readonly sort: SortKey })[] = [
  { id: 'score', label: 'By score', sort: { field: 'score', descending: true } },
  {
    id: 'residualScore',
    label: 'By score after response',
    sort: { field: 'residualScore', descending: true },
  },
  { id: 'nextReview', label: 'By next review', sort: { field: 'nextReview', descending: false } },
  { id: 'code', label: 'By code', sort: { field: 'code', descending: false } },
];

/** The order in which the risks were written down. */
const AS_ENTERED: Choice = { id: '', label: 'As entered' };

/** The orders to choose from, and the one that holds: that of a head among them while it does. */
function orders({ columnView: { sort }, columns }: RiskViewState): readonly [readonly Choice[], string] {
  const [first] = sort;
  const known = [AS_ENTERED, ...SORTS];
  if (first === undefined || known.some(({ id }) => id === first.field)) return [known, first?.field ?? ''];
  const label = columns.find(({ id }) => id === first.field)?.label.toLowerCase() ?? 'another column';
  return [[...known, { id: first.field, label: `By ${label}` }], first.field];
}

export interface RisksToolbarProps {
  readonly plan: Plan;
  readonly view: RiskViewState;
}

/** Filters and order of the list, and whether the map shows risks now or after their response. */
export function RisksToolbar({ plan, view }: RisksToolbarProps): ReactNode {
  const { cell, focusedKey } = view;
  const saveView = useSaveView();
  const [choices, order] = orders(view);
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
            choices={choices}
            value={order}
            onChange={(id) => {
              const chosen = SORTS.find((known) => known.id === id);
              if (chosen !== undefined) view.changeColumns({ sort: [chosen.sort] });
              else if (id === AS_ENTERED.id) view.changeColumns({ sort: [] });
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
      <PageColumnsMenu
        all={view.allColumns}
        pinned={PINNED_COLUMNS}
        view={view.columnView}
        onChange={view.changeColumns}
      />
      <ExportViewMenu
        onExport={(format) => {
          saveView(format, risksShown(plan, view));
        }}
      />
    </div>
  );
}
