import {
  ArrowDownToLine,
  CalendarRange,
  ChartColumn,
  ChevronsDownUp,
  ChevronsUpDown,
  PanelRight,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { unpricedLines } from '../../../shared/domain/commands/costsTable';
import { isZero } from '../../../shared/domain/base/decimal';
import { formatNumber } from '../../../shared/domain/format/amounts';
import type { Plan } from '../../../shared/domain/plan';
import { goTo } from '../../state/navigation';
import { useSaveView } from '../../state/exporting';
import { Button } from '../../ui/Button';
import { PageColumnsMenu } from '../../ui/ColumnsMenu';
import { ExportViewMenu } from '../../ui/ExportViewMenu';
import { Toggle } from '../../ui/Toggle';
import { costsShown } from './costsShown';
import type { CostViewState } from './useCostView';

export interface CostsToolbarProps {
  readonly plan: Plan;
  readonly view: CostViewState;
  readonly hasChart: boolean;
  readonly onChart: (isOn: boolean) => void;
}

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** What of the grid is shown, and how many lines there are. */
export function CostsToolbar({ plan, view, hasChart, onChart }: CostsToolbarProps): ReactNode {
  const { live, byId } = plan.workbook.tables.costs;
  const saveView = useSaveView();
  const unpriced = unpricedLines(view.lines, plan.budget);
  const focused = view.focusedKey !== null && byId.has(view.focusedKey) ? view.focusedKey : undefined;
  return (
    <div className="toolbar" role="toolbar" aria-label="Cost lines">
      <Button
        variant="quiet"
        icon={view.areAllClosed ? <ChevronsUpDown {...ICON} /> : <ChevronsDownUp {...ICON} />}
        onPress={view.toggleAll}
      >
        {view.areAllClosed ? 'Open all' : 'Close all'}
      </Button>
      <Button
        variant="quiet"
        icon={<PanelRight {...ICON} />}
        isDisabled={focused === undefined}
        onPress={() => {
          if (focused !== undefined) view.openDrawer(focused);
        }}
      >
        Details
      </Button>
      <span className="gap" />
      {view.shown === 'category' && (
        <Toggle icon={<CalendarRange {...ICON} />} isOn={view.hasBilling} onChange={view.setBilling}>
          Billing and dates
        </Toggle>
      )}
      {!isZero(plan.budget.totals.totalCostOfOwnership) && (
        <Toggle icon={<ChartColumn {...ICON} />} isOn={hasChart} onChange={onChart}>
          Cash flow
        </Toggle>
      )}
      <span className="sp" />
      <span className="t3 small num">
        {formatNumber(live.length)} {live.length === 1 ? 'line' : 'lines'}
      </span>
      {unpriced.length > 0 && (
        <Button
          variant="quiet"
          icon={<ArrowDownToLine {...ICON} />}
          label={`${String(unpriced.length)} without a price: go to the next`}
          onPress={() => {
            // Behind the line the focus is on; from the top again after the last.
            const id = unpriced[unpriced.indexOf(view.focusedKey ?? '') + 1] ?? unpriced[0];
            if (id !== undefined)
              goTo({ page: 'costs', record: { register: 'costs', id, field: 'unitCost' } });
          }}
        >
          {unpriced.length} without a price
        </Button>
      )}
      <PageColumnsMenu all={view.allColumns} view={view.columnView} onChange={view.changeColumns} />
      <ExportViewMenu
        onExport={(format) => {
          saveView(format, costsShown(view.columns, view.lines));
        }}
      />
    </div>
  );
}
