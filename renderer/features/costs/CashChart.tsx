/** The money of each month as columns, and the same numbers as a table. */
import { useMemo, type ReactNode } from 'react';
import { CASH_SERIES, cashColumns } from '../../../shared/domain/commands/cashColumns';
import type { Budget } from '../../../shared/domain/budget/budget';
import { compactMoney, formatMoney } from '../../../shared/domain/format/money';
import { BarChart } from '../../ui/charts/BarChart';
import { ChartFrame } from '../../ui/charts/ChartFrame';
import { TableTwin } from '../../ui/charts/TableTwin';

const MONTHS_SHOWN = 36;

export function CashChart({ budget }: { readonly budget: Budget }): ReactNode {
  const columns = useMemo(() => cashColumns(budget, MONTHS_SHOWN), [budget]);
  const title = 'Cash flow by month';
  const formatValue = (value: number): string => (value === 0 ? '–' : formatMoney(value, budget.currency));
  return (
    <div className="cash-dock">
      <ChartFrame
        title={title}
        legend={CASH_SERIES}
        chart={
          <BarChart
            label={title}
            series={CASH_SERIES}
            columns={columns}
            formatTick={(value) => compactMoney(value, budget.currency)}
            formatValue={formatValue}
          />
        }
        table={
          <TableTwin
            label={title}
            stepLabel="Month"
            series={CASH_SERIES}
            columns={columns}
            formatValue={formatValue}
          />
        }
      />
    </div>
  );
}
