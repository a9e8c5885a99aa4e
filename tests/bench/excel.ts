/** The Excel budget beside ExcelJS given as many cells of the same kinds by the shortest way. */
import { planOf } from '../../shared/domain/plan';
import type { CostLine } from '../../shared/domain/registers/all';
import { budgetSheets } from '../../shared/export/budgetSheets/budgetSheets';
import { cellCount, type SheetModel } from '../../shared/export/sheetModel';
import { writeWorkbook } from '../../electron/workers/writeWorkbook';
import { makeWorkbook } from '../support/makeWorkbook';
import { ratio, type Contest } from './contest';
import { bareExcel } from './limits/bareExcel';

const LINES = 10_000;
const MONTHS = 36;
const START = '2027-01-04';
const FREQUENCIES = ['once', 'monthly', 'yearly'] as const;

function workbook() {
  const costs = Array.from({ length: LINES }, (_, line): Partial<CostLine> & { id: string } => ({
    id: `c${String(line)}`,
    name: `Cost line ${String(line)}`,
    quantity: 1 + (line % 7),
    unitCost: 10_000 + line,
    frequency: FREQUENCIES[line % 3] ?? 'once',
    start: `2027-${String(1 + (line % 12)).padStart(2, '0')}-01`,
  }));
  const practice = { id: 'o', name: 'Practice', currency: 'USD', start: START, budgetMonths: MONTHS };
  return makeWorkbook({ organisation: [practice], costs });
}

function ourSheets(): SheetModel {
  const plan = planOf(workbook(), START);
  const stamp = { now: '2027-01-04T00:00:00Z', appVersion: '1.0.0' };
  return budgetSheets(plan.workbook, plan.schedule, plan.budget, stamp);
}

/** Cells of the limit are made as many as ours by its number of lines. */
const BARE_CELLS_PER_LINE = 22 + 12 + MONTHS + 10;
const bareSize = (cells: number) => ({ lines: Math.round(cells / BARE_CELLS_PER_LINE), months: MONTHS });

export const excelContests: readonly Contest[] = [
  {
    name: 'excel',
    title: 'Excel budget of 10,000 lines',
    goal: ratio(1.25),
    mode: 'fresh',
    runs: 3,
    begin: () => {
      const cells = cellCount(ourSheets());
      const plan = planOf(workbook(), START);
      const stamp = { now: '2027-01-04T00:00:00Z', appVersion: '1.0.0' };
      return {
        ours: async () => {
          const written = await writeWorkbook(budgetSheets(plan.workbook, plan.schedule, plan.budget, stamp));
          if (!written.ok) throw new Error(JSON.stringify(written.error));
        },
        limit: () => bareExcel(bareSize(cells)),
      };
    },
    note: () => `${String(cellCount(ourSheets()))} cells, and as many in the limit but for a part of a line`,
  },
];
