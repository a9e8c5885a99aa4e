/** What cost lines come to by fiscal year and by month, as columns under the names the page gives them: `y0`, `m0`. */
import type { Decimal } from '../domain/base/decimal';
import type { Budget } from '../domain/budget/budget';
import { monthLabel } from '../domain/commands/costsTable';

export interface AmountColumn {
  readonly name: string;
  readonly label: string;
  /** Undefined for what is no priced cost line. */
  readonly amountOf: (id: string) => Decimal | undefined;
}

/** Every fiscal year and every month of the budget. */
export function amountColumns(budget: Budget): readonly AmountColumn[] {
  const years = budget.fiscalYears.map(({ label }, year): AmountColumn => {
    return { name: `y${year}`, label, amountOf: (id) => budget.line.get(id)?.byFiscalYear[year] };
  });
  const months = Array.from({ length: budget.horizonMonths }, (_, month): AmountColumn => {
    return {
      name: `m${month}`,
      label: monthLabel(budget.startMonth, month),
      amountOf: (id) => budget.line.get(id)?.months.get(month),
    };
  });
  return [...years, ...months];
}
