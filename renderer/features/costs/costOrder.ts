/** What the lines of a category are ordered by when a column of the cost grid orders them: what stands in it. */
import { decimalOf } from '../../../shared/domain/base/decimal';
import { profileFigures } from '../../../shared/domain/commands/costWords';
import type { Plan } from '../../../shared/domain/plan';
import { recordOrder, type OrderKey } from '../../../shared/domain/records/ordering';
import type { CostLine } from '../../../shared/domain/registers/all';
import { amountAt, isAmount } from './costRows';

/** Fields that say nothing for a percentage of other costs. */
const NOT_FOR_PERCENT: ReadonlySet<string> = new Set([
  'unitCost',
  'frequency',
  'end',
  'escalatorPercentPerYear',
]);

export function costOrder(plan: Plan): (columnId: string) => ((line: CostLine) => OrderKey) | undefined {
  const { workbook, budget } = plan;
  return (columnId) => {
    if (isAmount(columnId)) {
      return ({ id }) => {
        const priced = budget.line.get(id);
        if (priced === undefined) return null;
        const { byFiscalYear: years, months, total } = priced;
        return amountAt(columnId, { years, months, total }) ?? null;
      };
    }
    const byField = recordOrder(workbook, 'costs', columnId);
    if (byField === undefined) return undefined;
    return (line) => {
      if (line.driver === 'percent' && NOT_FOR_PERCENT.has(columnId)) return null;
      if (columnId === 'quantity') return line.quantity ?? profileFigures(line, plan).quantity;
      if (columnId !== 'unitCost') return byField(line);
      return line.unitCost === null ? profileFigures(line, plan).unitCost : decimalOf(line.unitCost);
    };
  };
}
