/** What the implementation costs: the answer, five figures, every line by category or by month, and cash by month. */
import { useRef, useState, type ReactNode } from 'react';
import { isZero } from '../../../shared/domain/base/decimal';
import { lastCostLine, usualValues } from '../../../shared/domain/commands/costs';
import { costFigures, costsAnswer } from '../../../shared/domain/commands/costsAnswer';
import type { CostCategory } from '../../../shared/domain/commands/costsTable';
import { useRecordEditing } from '../../state/recordEditing';
import { usePlan } from '../../state/session';
import { useMediaQuery } from '../../ui/useMediaQuery';
import type { GridHandle } from '../../ui/grid/useGrid';
import { CashChart } from './CashChart';
import { CostDrawer } from './CostDrawer';
import { CostFigures } from './CostFigures';
import { CostGrid } from './CostGrid';
import { CostsHead } from './CostsHead';
import { CostsToolbar } from './CostsToolbar';
import { useCostView } from './useCostView';
import './costs.css';

export interface CostsPageProps {
  /** Saves the budget as an Excel workbook; without it there is no button for that. */
  readonly onExport?: () => void;
}

export function CostsPage({ onExport }: CostsPageProps): ReactNode {
  const plan = usePlan();
  const editing = useRecordEditing('costs');
  const grid = useRef<GridHandle>(null);
  const view = useCostView(plan, grid);
  const isNarrow = useMediaQuery('(max-width: 1100px)');
  const [hasChart, setHasChart] = useState(true);
  const lines = plan.workbook.tables.costs.live;
  const isEmpty = lines.length === 0;
  const open = view.isDrawerOpen ? plan.workbook.tables.costs.byId.get(view.focusedKey ?? '') : undefined;

  const addTo = (category: CostCategory, after?: string): void => {
    const id = editing.add(usualValues(category), after ?? lastCostLine(plan.workbook, category));
    if (id === undefined) return;
    view.openCategory(category);
    // The first key stroke writes the name over.
    grid.current?.show({ rowKey: id, columnId: 'name' });
  };

  return (
    <div className="costs">
      <CostsHead
        answer={costsAnswer(plan)}
        view={view}
        isEmpty={isEmpty}
        onAdd={addTo}
        {...(onExport === undefined ? {} : { onExport })}
      />
      {!isEmpty && <CostFigures figures={costFigures(plan)} />}
      {!isEmpty && <CostsToolbar plan={plan} view={view} hasChart={hasChart} onChart={setHasChart} />}
      <div className="costs-main">
        <div className="costs-sheet">
          <div className="costs-grid dg-page">
            <CostGrid
              ref={grid}
              plan={plan}
              view={view}
              editing={editing}
              onAdd={addTo}
              onFocus={() => grid.current?.focus()}
            />
          </div>
          {hasChart && !isZero(plan.budget.totals.totalCostOfOwnership) && <CashChart budget={plan.budget} />}
        </div>
        {open !== undefined && !open.archived && (
          <CostDrawer
            key={open.id}
            line={open}
            plan={plan}
            editing={editing}
            isOver={isNarrow}
            onClose={view.closeDrawer}
          />
        )}
      </div>
    </div>
  );
}
