/** The money of each month as columns, and the same numbers as a table. */
import { useMemo, type ReactNode } from 'react';
import { roundHalfEven } from '../../../shared/domain/base/decimal';
import { cashByMonth } from '../../../shared/domain/commands/costsTable';
import type { Budget } from '../../../shared/domain/budget/budget';
import { compactMoney, formatMoney } from '../../../shared/domain/format/money';
import { BarChart } from '../../ui/charts/BarChart';
import { ChartFrame } from '../../ui/charts/ChartFrame';
import type { BarColumn, BarSeries } from '../../ui/charts/stack';
import { TableTwin } from '../../ui/charts/TableTwin';
import { monthLabel } from './costRows';

const MONTHS_SHOWN = 36;
const MONTHS_PER_TICK = 3;

const SERIES: readonly BarSeries[] = [
  { id: 'external', label: 'External cash', tone: 'gantt-done' },
  { id: 'internal', label: 'Own staff time and contingency', tone: 'gantt-bar' },
  { id: 'lostVisits', label: 'Lost visits', tone: 'text-3', isHatched: true },
];

export function CashChart({ budget }: { readonly budget: Budget }): ReactNode {
  const columns = useMemo(() => cashColumns(budget), [budget]);
  const title = 'Cash flow by month';
  const formatValue = (value: number): string => (value === 0 ? '–' : formatMoney(value, budget.currency));
  return (
    <div className="cash-dock">
      <ChartFrame
        title={title}
        legend={SERIES}
        chart={
          <BarChart
            label={title}
            series={SERIES}
            columns={columns}
            formatTick={(value) => compactMoney(value, budget.currency)}
            formatValue={formatValue}
          />
        }
        table={
          <TableTwin
            label={title}
            stepLabel="Month"
            series={SERIES}
            columns={columns}
            formatValue={formatValue}
          />
        }
      />
    </div>
  );
}

function cashColumns(budget: Budget): readonly BarColumn[] {
  return cashByMonth(budget, MONTHS_SHOWN).map(({ month, external, internal, lostVisits }, index) => {
    const label = monthLabel(budget.startMonth, index);
    const values = [external, internal, lostVisits].map(roundHalfEven);
    const tick = index % MONTHS_PER_TICK === 0 ? { tick: tickLabel(label, index, month) } : {};
    return { id: month, label, values, ...tick };
  });
}

/** The year stands at the first tick and at each turn of the year. */
function tickLabel(label: string, index: number, month: string): string {
  const [name = '', year = ''] = label.split(' ');
  const turnsYear = Number(month.slice(5, 7)) <= MONTHS_PER_TICK;
  return index === 0 || turnsYear ? `${name} ’${year.slice(2)}` : name;
}
