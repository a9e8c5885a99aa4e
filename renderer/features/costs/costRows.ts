/** The rows and cells of the cost grid, as values: what stands in which cell, in which tone, and why. */
import { majorText } from '../../../shared/domain/base/currency';
import { isCalendarDate } from '../../../shared/domain/base/dates';
import type { Decimal } from '../../../shared/domain/base/decimal';
import { problemText } from '../../../shared/domain/base/problemText';
import type { BudgetLine } from '../../../shared/domain/budget/budget';
import type { CategoryRows, RowSums } from '../../../shared/domain/commands/costsTable';
import {
  overriddenQuantity,
  profileFigures,
  quantityHelp,
  quantityText,
  sumInWords,
} from '../../../shared/domain/commands/costWords';
import { formatPercent } from '../../../shared/domain/format/amounts';
import { formatDate } from '../../../shared/domain/format/dates';
import { formatMoney, moneyCell } from '../../../shared/domain/format/money';
import type { Plan } from '../../../shared/domain/plan';
import { recordNotes, type RecordNotes } from '../../../shared/domain/records/recordNotes';
import { costs } from '../../../shared/domain/registers/costs';
import type { CostLine } from '../../../shared/domain/registers/all';
import type { GridCell } from '../../ui/grid/gridTypes';

export type CostRow =
  | { readonly kind: 'group'; readonly key: string; readonly group: CategoryRows; readonly isOpen: boolean }
  | { readonly kind: 'line'; readonly key: string; readonly line: CostLine };

export function groupKey(category: string): string {
  return `category:${category}`;
}

/** Groups with their lines; a closed group shows its head alone. */
export function costRows(groups: readonly CategoryRows[], closed: ReadonlySet<string>): readonly CostRow[] {
  return groups.flatMap((group): CostRow[] => {
    const isOpen = !closed.has(group.category);
    const head: CostRow = { kind: 'group', key: groupKey(group.category), group, isOpen };
    if (!isOpen) return [head];
    return [head, ...group.lines.map((line): CostRow => ({ kind: 'line', key: line.id, line }))];
  });
}

/** The category a row belongs to; undefined where there is no such row. */
export function categoryOf(rows: readonly CostRow[], key: string | null): CostLine['category'] | undefined {
  const row = rows.find((candidate) => candidate.key === key);
  if (row === undefined) return undefined;
  return row.kind === 'group' ? row.group.category : row.line.category;
}

/** What the cells are read from. */
export interface CostContext {
  readonly plan: Plan;
  readonly notes: RecordNotes;
}

export function costContext(plan: Plan): CostContext {
  return { plan, notes: recordNotes(plan, 'costs') };
}

const EMPTY: GridCell = { text: '' };

/** `y0` is the first fiscal year, `m0` the first month of the budget, `total` everything. */
export function amountAt(columnId: string, sums: RowSums): Decimal | undefined {
  if (columnId === 'total') return sums.total;
  const index = Number(columnId.slice(1));
  if (/^y\d+$/.test(columnId)) return sums.years[index];
  return /^m\d+$/.test(columnId) ? sums.months.get(index) : undefined;
}

export function isAmount(columnId: string): boolean {
  return columnId === 'total' || /^[ym]\d+$/.test(columnId);
}

function amountCell(columnId: string, sums: RowSums, currency: string): GridCell {
  const text = moneyCell(amountAt(columnId, sums), currency);
  const quiet = text === '–' ? { tone: 'muted' as const } : {};
  return { text, ...(columnId === 'total' ? {} : { calc: true }), ...quiet };
}

export function totalsCell(columnId: string, sums: RowSums, currency: string): GridCell {
  if (columnId === 'name') return { text: 'Total' };
  if (!isAmount(columnId)) return EMPTY;
  const amount = amountAt(columnId, sums);
  if (columnId === 'total') return { text: formatMoney(sums.total, currency) };
  return { text: moneyCell(amount, currency) };
}

export function costCell(row: CostRow, columnId: string, context: CostContext): GridCell {
  return row.kind === 'group'
    ? groupCell(row.group, columnId, context)
    : lineCell(row.line, columnId, context);
}

function groupCell({ label, lines, sums }: CategoryRows, columnId: string, { plan }: CostContext): GridCell {
  if (columnId === 'name') return { text: label, title: `${label}, ${String(lines.length)}` };
  if (isAmount(columnId)) return amountCell(columnId, sums, plan.budget.currency);
  if (columnId !== 'driver') return EMPTY;
  const [driver, ...others] = new Set(lines.map((line) => line.driver));
  const only = driver === undefined || driver === 'fixed' || others.length > 0;
  return only ? EMPTY : { text: costs.fields.driver.options[driver], tone: 'muted' };
}

function lineCell(line: CostLine, columnId: string, context: CostContext): GridCell {
  const { plan } = context;
  const priced = plan.budget.line.get(line.id);
  if (priced === undefined) return columnId === 'name' ? { text: line.name } : EMPTY;
  if (isAmount(columnId)) return lineAmount(columnId, priced, plan.budget.currency);
  const comments = columnId === 'name' ? context.notes.comments(line.id) : undefined;
  return {
    ...fieldCell(line, columnId, priced, plan),
    ...warnings(line.id, columnId, context),
    ...(comments === undefined ? {} : { comments }),
  };
}

function lineAmount(columnId: string, priced: BudgetLine, currency: string): GridCell {
  const sums: RowSums = { years: priced.byFiscalYear, months: priced.months, total: priced.total };
  const cell = amountCell(columnId, sums, currency);
  if (priced.stream !== 'benefit' || cell.text === '–') return cell;
  return { ...cell, tone: 'good', title: 'A benefit: in none of the totals' };
}

function fieldCell(line: CostLine, columnId: string, priced: BudgetLine, plan: Plan): GridCell {
  const { fields } = costs;
  switch (columnId) {
    case 'name':
      return { text: line.name, title: line.name };
    case 'driver':
      return { text: fields.driver.options[line.driver] };
    case 'quantity':
      return quantityCell(line, priced, plan);
    case 'unitCost':
      return unitCostCell(line, priced, plan);
    case 'frequency':
      return line.driver === 'percent' ? NOT_FOR_PERCENT : { text: fields.frequency.options[line.frequency] };
    case 'start':
      return dateCell(line.start);
    case 'end':
      return line.driver === 'percent' ? NOT_FOR_PERCENT : dateCell(line.end);
    case 'escalatorPercentPerYear':
      return line.driver === 'percent' ? NOT_FOR_PERCENT : percentCell(line.escalatorPercentPerYear);
    default:
      return EMPTY;
  }
}

const NOT_FOR_PERCENT: GridCell = {
  text: '',
  readOnly: true,
  title: 'A percentage follows the cost it is taken of',
};

function quantityCell(line: CostLine, priced: BudgetLine, plan: Plan): GridCell {
  const typed = line.quantity !== null;
  const known = typed || profileFigures(line, plan).quantity !== null;
  const overridden = overriddenQuantity(line, plan);
  return {
    text: known ? quantityText(line, priced.quantity) : '',
    editText: known ? String(priced.quantity) : '',
    help: quantityHelp(line, priced, plan),
    ...(typed ? {} : { calc: true, readOnly: false, title: 'From the practice profile' }),
    ...(overridden === undefined ? {} : { overridden, title: overridden }),
  };
}

function unitCostCell(line: CostLine, priced: BudgetLine, plan: Plan): GridCell {
  if (line.driver === 'percent') return NOT_FOR_PERCENT;
  const { currency } = plan.budget;
  const sum = sumInWords(line, priced, plan);
  const help = sum === undefined ? {} : { help: `${sum}.` };
  if (line.unitCost !== null) {
    const text = formatMoney(line.unitCost, currency, { cents: true, bare: true });
    const source = line.source === '' ? {} : { title: line.source };
    return { text, editText: majorText(line.unitCost, currency), ...source, ...help };
  }
  const { unitCost } = profileFigures(line, plan);
  if (unitCost === null) return { text: 'no price', editText: '', tone: 'warn' };
  const text = formatMoney(unitCost, currency, { cents: true, bare: true });
  const title = 'A week of normal visits, from the practice profile';
  return { text, editText: '', calc: true, readOnly: false, title, ...help };
}

function dateCell(date: string | null): GridCell {
  return date === null
    ? EMPTY
    : { text: formatDate(date, 'medium'), ...(isCalendarDate(date) ? {} : { title: date }) };
}

function percentCell(percent: number | null): GridCell {
  return percent === null ? EMPTY : { text: formatPercent(percent), editText: String(percent) };
}

/** What the plan finds wrong with a field, and whether it waits for a choice. */
function warnings(id: string, columnId: string, { notes }: CostContext): Partial<GridCell> {
  const found = notes.findings(id).find(({ field, level }) => field === columnId && level === 'warning');
  const waiting = notes.waiting(id);
  const invalid =
    found === undefined || waiting?.has(columnId) === true ? {} : { invalid: problemText(found.problem) };
  if (waiting === undefined) return invalid;
  if (waiting.has(columnId)) {
    return { conflict: true, title: 'Two values were written apart. Open the line to choose.' };
  }
  return columnId === 'name' ? { ...invalid, mark: 'decide' } : invalid;
}
