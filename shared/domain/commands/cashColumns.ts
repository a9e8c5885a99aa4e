/** The cash of each month as the columns of a chart. */
import { roundHalfEven } from '../base/decimal';
import type { Budget } from '../budget/budget';
import type { BarColumn, BarSeries } from '../charts/stack';
import { cashByMonth, monthLabel } from './costsTable';

export const CASH_SERIES: readonly BarSeries[] = [
  { id: 'external', label: 'External cash', tone: 'gantt-done' },
  { id: 'internal', label: 'Own staff time and contingency', tone: 'gantt-bar' },
  { id: 'lostVisits', label: 'Lost visits', tone: 'text-3', isHatched: true },
];

const MONTHS_PER_TICK = 3;

/** Values in minor units, rounded half-even. @param count at most so many months from the start of the budget */
export function cashColumns(budget: Budget, count: number): readonly BarColumn[] {
  return cashByMonth(budget, count).map(({ month, external, internal, lostVisits }, index) => {
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
