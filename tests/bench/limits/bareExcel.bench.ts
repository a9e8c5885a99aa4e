import { bench, describe, expect } from 'vitest';
import { writeWorkbook } from '../../../electron/workers/writeWorkbook';
import { budgetOf } from '../../../shared/domain/budget/planBudget';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import type { Workbook } from '../../../shared/domain/workbook';
import { budgetSheets } from '../../../shared/export/budgetSheets/budgetSheets';
import { cellCount, type SheetModel } from '../../../shared/export/sheetModel';
import { makeWorkbook } from '../../support/makeWorkbook';
import { bareExcel } from './bareExcel';

const MONTHS = 60;
const START = '2027-01-04';

function planOf(lines: number): Workbook {
  return makeWorkbook({
    organisation: [{ id: 'o', name: 'Practice', currency: 'USD', start: START, budgetMonths: MONTHS }],
    costs: Array.from({ length: lines }, (_, index) => ({
      ...{ id: `c${index}`, name: `Line ${index}`, quantity: (index % 17) + 1, unitCost: 12_345 + index },
      frequency: (['once', 'monthly', 'quarterly', 'yearly'] as const)[index % 4] ?? 'once',
      kind: index % 2 === 0 ? ('one-time' as const) : ('recurring' as const),
      start: `2027-0${(index % 9) + 1}-01`,
      escalatorPercentPerYear: index % 3 === 0 ? 5 : null,
    })),
  });
}

async function written(model: SheetModel): Promise<void> {
  const made = await writeWorkbook(model);
  expect(made.ok).toBe(true);
}

describe.each([1000, 10_000])('a budget of %i lines', (lines) => {
  const workbook = planOf(lines);
  const schedule = scheduleOf(workbook, START);
  const budget = budgetOf(workbook, schedule);
  const sheets = (): SheetModel =>
    budgetSheets(workbook, schedule, budget, { now: '2027-01-04T09:30:00.000Z', appVersion: '0.1.0' });
  const model = sheets();
  const few = { time: 0, iterations: 3, warmupTime: 0, warmupIterations: 1 };

  bench(
    'limit: bare ExcelJS',
    async () => {
      const { cells } = await bareExcel({ lines, months: MONTHS });
      // Two files that differ in size are not worth timing.
      expect(Math.abs(cells / cellCount(model) - 1)).toBeLessThan(0.1);
    },
    few,
  );
  bench('write the sheets', () => written(model), few);
  bench(
    'sheets from the plan, handed to another thread, written',
    () => written(structuredClone(sheets())),
    few,
  );
});
