/** Which columns the cost grid shows, for how much room. */
import type { Budget } from '../../../shared/domain/budget/budget';
import { monthLabel, type RowSums } from '../../../shared/domain/commands/costsTable';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { formatMoney, moneyCell } from '../../../shared/domain/format/money';
import { capitalized } from '../../../shared/domain/format/sentence';
import { horizonWords } from '../../../shared/domain/commands/costsAnswer';
import { costs } from '../../../shared/domain/registers/costs';
import type { CostLine } from '../../../shared/domain/registers/all';
import type { PageColumn } from '../../ui/grid/columnView';
import type { GridColumn, GridOption } from '../../ui/grid/gridTypes';

export type CostView = 'category' | 'month';

/** Months shown one by one; what comes later is in the years. */
const MONTHS_SHOWN = 24;

function optionsOf(options: Readonly<Record<string, string>>): readonly GridOption[] {
  return Object.entries(options).map(([id, label]) => ({ id, label }));
}

const { fields } = costs;
const NAME: GridColumn = {
  id: 'name',
  label: 'Category and line',
  // With six fiscal years, their total is still in sight at 1280 px.
  width: 216,
  flex: 1,
  tree: true,
  sticky: true,
};

const BASIS: readonly GridColumn[] = [
  { id: 'driver', label: 'Driver', width: 104, kind: 'choice', options: optionsOf(fields.driver.options) },
  { id: 'quantity', label: 'Qty', width: 62, align: 'end', kind: 'number' },
  { id: 'unitCost', label: 'Unit cost', width: 96, align: 'end', kind: 'number' },
];

const BILLING: readonly GridColumn[] = [
  {
    id: 'frequency',
    label: 'Billed',
    width: 88,
    kind: 'choice',
    options: optionsOf(fields.frequency.options),
  },
  { id: 'start', label: 'From', width: 104, kind: 'date' },
  { id: 'end', label: 'Until', width: 104, kind: 'date' },
  { id: 'escalatorPercentPerYear', label: 'Yearly increase', width: 108, align: 'end', kind: 'number' },
];

/** What “Billing and dates” shows and takes away. */
export const BILLING_COLUMNS: readonly string[] = BILLING.map(({ id }) => id);

export interface CostColumnsInput {
  readonly budget: Budget;
  readonly lines: readonly CostLine[];
  /** The figures of the totals row, which are the widest of their columns. */
  readonly sums: RowSums;
  readonly view: CostView;
  /** Whether there is room for rhythm, dates and yearly increase. */
  readonly billing: boolean;
}

/** All that the grid can show. Figures are not cut unless somebody asks for it: a column is as wide as its longest. */
export function costColumns({ budget, lines, sums, view, billing }: CostColumnsInput): readonly PageColumn[] {
  const { currency } = budget;
  const years = budget.fiscalYears.map(({ label }, index) =>
    amount(`y${String(index)}`, label, widthFor([moneyCell(sums.years[index], currency)], 74)),
  );
  const total = amount(
    'total',
    capitalized(horizonWords(budget)),
    widthFor([formatMoney(sums.total, currency)], 90),
  );
  const prices = lines.map(({ unitCost }) =>
    unitCost === null ? '' : formatMoney(unitCost, currency, { cents: true, bare: true }),
  );
  const quantities = lines.map(({ quantity }) => (quantity === null ? '' : formatNumber(quantity)));
  const basis = BASIS.map((column) => {
    if (column.id === 'unitCost') return { ...column, width: widthFor(prices, column.width) };
    return column.id === 'quantity' ? { ...column, width: widthFor(quantities, column.width) } : column;
  });
  if (view === 'category') {
    const rhythm = BILLING.map((column) => ({ ...column, isExtra: !billing }));
    return [NAME, ...basis, ...rhythm, ...years, total];
  }
  const count = Math.min(MONTHS_SHOWN, budget.horizonMonths);
  const months = Array.from({ length: count }, (_, index) =>
    amount(
      `m${String(index)}`,
      monthLabel(budget.startMonth, index),
      widthFor([moneyCell(sums.months.get(index), currency)], 84),
    ),
  );
  return [NAME, ...months, ...years, total];
}

/** Widest tabular figure of the grid's type, and the padding of a cell. CSS px. */
const DIGIT_PX = 8;
const PADDING_PX = 26;

function widthFor(texts: readonly string[], least: number): number {
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
  return Math.max(least, longest * DIGIT_PX + PADDING_PX);
}

function amount(id: string, label: string, width: number): GridColumn {
  return { id, label, width, align: 'end', readOnly: true };
}
