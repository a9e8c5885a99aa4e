/** The first page: what the implementation costs and whether the sheets agree. */
import { at } from '../sheetAddress';
import { SheetGrid } from '../sheetGrid';
import type { Look, Scalar, Sheet } from '../sheetModel';
import { moneyWidth } from './amounts';
import { highestMonth, monthExtremes } from './cashFlowSheet';
import { putChecks } from './checks';
import { SHEETS, type Layout } from './layout';
import { HEADING, LABEL, look, NOTE, TITLE } from './looks';
import type { BudgetSource } from './source';
import {
  AFTER_TABLES,
  allCategories,
  putCategories,
  putStreams,
  summaryConditions,
  summaryTotal,
} from './summaryTables';

const KEY_ROW = 5;
const STATUS = { row: KEY_ROW + 6, column: 2 } as const;

export function summarySheet(source: BudgetSource, layout: Layout): Sheet {
  const grid = new SheetGrid();
  putTitle(grid, source);
  const checks = putChecks(grid, AFTER_TABLES + 2, source, layout, {
    overall: at(STATUS.row, STATUS.column),
    streamTotal: summaryTotal,
    allCategories,
  });
  putKeyFigures(grid, source);
  grid.text(STATUS.row, 1, 'Do the sheets agree?', LABEL);
  grid.formula(STATUS.row, STATUS.column, checks.overall, 'OK', look('check', 'general', { align: 'right' }));
  putStreams(grid, source, layout);
  putCategories(grid, source, layout);
  const whole = source.money(source.budget.totals.totalCostOfOwnership);
  const width = moneyWidth(whole, source.budget.currency, 2);
  return {
    name: SHEETS.summary,
    columns: [50, width + 6, width, ...Array.from({ length: layout.yearCount }, () => width)],
    rows: grid.rows(),
    fills: [],
    tables: [],
    validations: [],
    conditions: [...summaryConditions(layout), ...checks.conditions],
    freeze: { rows: 3, columns: 1 },
    print: { pagesWide: 1, pagesTall: 1 },
    locked: true,
  };
}

function putTitle(grid: SheetGrid, { budget, profile, schedule, stamp }: BudgetSource): void {
  const name = profile.organisation?.name ?? '';
  grid.text(1, 1, name === '' ? 'Implementation budget' : `${name}: implementation budget`, TITLE);
  const months = `${budget.horizonMonths} months from ${budget.startMonth}, in ${budget.currency}`;
  const goLive = schedule.goLive === null ? '' : `. Go-live ${schedule.goLive}`;
  grid.text(2, 1, `${months}${goLive}.`, NOTE);
  const written = `Written ${stamp.now.slice(0, 16).replace('T', ' ')} UTC`;
  grid.text(
    3,
    1,
    `${written}. Figures are formulas: change the blue cells in Assumptions and Cost lines.`,
    NOTE,
  );
}

function putKeyFigures(grid: SheetGrid, source: BudgetSource): void {
  const { budget, rounded, profile, schedule } = source;
  const tco = summaryTotal('totalCostOfOwnership');
  const whole = rounded(budget.totals.totalCostOfOwnership);
  const providers = profile.organisation?.providers ?? 0;
  const { highest } = monthExtremes(source);
  grid.text(KEY_ROW, 1, 'Key figures', HEADING);
  const amount = look('calculation', 'currency', { strong: true });
  const put = (
    row: number,
    label: string,
    formula: string,
    result: Scalar,
    cellLook: Look = amount,
  ): void => {
    grid.text(row, 1, label, LABEL);
    grid.formula(row, 2, formula, result, cellLook);
  };
  put(KEY_ROW + 1, 'Total cost of ownership', tco, whole);
  put(KEY_ROW + 2, 'Cash outlay', summaryTotal('cashOutlay'), rounded(budget.totals.cashOutlay));
  const perProvider = `IF(N(Providers)>0,${tco}/Providers,0)`;
  put(KEY_ROW + 3, 'Total cost per provider', perProvider, providers > 0 ? whole / providers : 0);
  put(KEY_ROW + 4, 'Highest month of cash', highestMonth.amount, highest.amount);
  grid.formula(
    KEY_ROW + 4,
    3,
    highestMonth.month,
    highest.day,
    look('link', 'month', { align: 'left', indent: 1 }),
  );
  grid.text(KEY_ROW + 5, 1, 'Go-live', LABEL);
  grid.date(KEY_ROW + 5, 2, schedule.goLive, look('label', 'date', { align: 'right', strong: true }));
}
