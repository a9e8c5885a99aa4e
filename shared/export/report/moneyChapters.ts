/** What the plan costs, who pays, and what has been spent: the same sums as the pages of the app. */
import { add, decimalOf, ZERO } from '../../domain/base/decimal';
import { isCost } from '../../domain/budget/monthlySums';
import type { Budget } from '../../domain/budget/budget';
import { CASH_SERIES, cashColumns } from '../../domain/commands/cashColumns';
import { costFigures, costsAnswer, horizonWords, type CostFigure } from '../../domain/commands/costsAnswer';
import { cashByMonth, costsByCategory, grandSums, monthLabel, sumOf } from '../../domain/commands/costsTable';
import { moneyCell, formatMoney } from '../../domain/format/money';
import type { Plan } from '../../domain/plan';
import type { AnyRecord } from '../../domain/register/record';
import { registers } from '../../domain/registers/all';
import { TOTAL_ROWS } from '../budgetSheets/layout';
import { isSumRow, totalIn, totalLabel } from '../budgetSheets/totals';
import { cashFigure } from './cashFigure';
import { count, type Chapter, type ReportSource } from './chapter';
import { answer, drawing, markup, type Markup, type Part } from './markup';
import { recordsOf, registerTable } from './registerTable';
import { table, type ReportColumn, type ReportRow } from './table';

/** Columns of a chart that can still be told apart. */
const MOST_MONTHS_DRAWN = 60;

export function budgetChapter({ plan }: ReportSource): Chapter {
  const { budget, workbook } = plan;
  const lines = workbook.tables.costs.live;
  const gist = formatMoney(budget.totals.totalCostOfOwnership, budget.currency);
  const words = costsAnswer(plan);
  if (lines.length === 0) return { id: 'budget', title: 'Budget', gist, body: markup`${answer(words)}` };
  const body = markup`${answer(words)}
${figures(costFigures(plan))}
<p class="note">Whole ${budget.currency}. Every figure is rounded once from its exact amount, so that rounded parts may
differ from a rounded sum by one. Benefits are in no sum.</p>
<h3>By kind of cost</h3>
${byKind(budget)}
<h3>By category</h3>
${byCategory(plan)}
<h3>Cash by month</h3>
${cash(budget)}
<h3 id="cost-lines">Cost lines</h3>
${costLines(plan)}`;
  return {
    id: 'budget',
    title: 'Budget',
    gist,
    body,
    parts: [{ id: 'cost-lines', title: 'Cost lines' }],
  };
}

function figures(all: readonly CostFigure[]): Markup {
  return markup`<dl class="fig is-small">
${all.map(
  ({ label, figure, basis, short }) => markup`<div><dt>${label}</dt>
<dd${short === true && markup` class="bad"`}>${figure}<small>${basis}</small></dd></div>
`,
)}</dl>`;
}

function yearColumns({ fiscalYears }: Budget, first: string): readonly ReportColumn[] {
  return [
    { label: first },
    { label: 'Total', isNumeric: true },
    ...fiscalYears.map(({ label }) => ({ label, isNumeric: true })),
  ];
}

function byKind(budget: Budget): Markup {
  const { currency } = budget;
  return table({
    caption: 'Kinds of cost by fiscal year',
    isHeaded: true,
    columns: yearColumns(budget, 'Kind of cost'),
    rows: TOTAL_ROWS.map((total) => ({
      cells: [
        totalLabel(total),
        moneyCell(totalIn(budget.totals, total), currency),
        ...budget.years.map((year) => moneyCell(totalIn(year, total), currency)),
      ],
      ...(isSumRow(total) ? { weight: 'group' as const } : {}),
    })),
  });
}

function byCategory({ workbook, budget }: Plan): Markup {
  const { currency } = budget;
  const row = (label: string, { total, years }: ReturnType<typeof grandSums>): ReportRow => ({
    cells: [label, moneyCell(total, currency), ...years.map((year) => moneyCell(year, currency))],
  });
  const categories = costsByCategory(workbook.tables.costs.live, budget);
  return table({
    caption: 'Categories by fiscal year',
    isHeaded: true,
    columns: yearColumns(budget, 'Category'),
    rows: [
      ...categories.map(({ label, sums }) => row(label, sums)),
      { ...row('Total cost of ownership', grandSums(budget)), weight: 'total' },
    ],
  });
}

function cash(budget: Budget): Markup {
  const { currency, horizonMonths } = budget;
  const drawn = Math.min(horizonMonths, MOST_MONTHS_DRAWN);
  const picture = cashFigure({
    title: 'Cash by month',
    description: `Stacked columns for ${count(drawn, 'month')}. The table under it has the same figures.`,
    series: CASH_SERIES,
    columns: cashColumns(budget, drawn),
    currency,
  });
  let soFar = ZERO;
  const rows = cashByMonth(budget, horizonMonths).map(
    ({ external, internal, lostVisits }, index): ReportRow => {
      const all = [external, internal, lostVisits].reduce(add, ZERO);
      soFar = add(soFar, all);
      const amounts = [external, internal, lostVisits, all, soFar].map((amount) =>
        moneyCell(amount, currency),
      );
      return { cells: [monthLabel(budget.startMonth, index), ...amounts] };
    },
  );
  const heads = [...CASH_SERIES.map(({ label }) => label), 'Total', 'So far'];
  return markup`<figure class="drawn" role="group" aria-label="Cash by month, picture" tabindex="0">
<ul class="legend">${CASH_SERIES.map(({ label, tone, isHatched }) => markup`<li>${swatch(tone, isHatched === true)}${label}</li>`)}</ul>
${drawing(picture)}
</figure>
${table({
  caption: `Cash by month, ${horizonWords(budget)}`,
  isHeaded: true,
  columns: [{ label: 'Month' }, ...heads.map((label) => ({ label, isNumeric: true }))],
  rows,
})}`;
}

function swatch(tone: string, isHatched: boolean): Markup {
  const shape = isHatched
    ? markup`<rect x="0.5" y="0.5" width="8" height="8" fill="none" stroke="var(--${tone})"/><path d="M1 9l8-8M1 5l4-4M5 9l4-4" stroke="var(--${tone})"/>`
    : markup`<rect width="9" height="9" rx="2" fill="var(--${tone})"/>`;
  return markup`<svg viewBox="0 0 9 9" aria-hidden="true">${shape}</svg>`;
}

function costLines({ workbook, budget }: Plan): Markup {
  const totalOf = (records: readonly AnyRecord[]): string => {
    const counted = records
      .flatMap(({ id }) => budget.line.get(id) ?? [])
      .filter(({ stream }) => isCost(stream));
    return moneyCell(sumOf(counted, 0).total, budget.currency);
  };
  const byId = new Map(recordsOf(workbook, 'costs').map((record) => [record.id, record]));
  return registerTable(workbook, 'costs', {
    after: [
      {
        label: 'Total',
        isNumeric: true,
        cell: ({ id }) => moneyCell(budget.line.get(id)?.total, budget.currency),
        sum: totalOf,
      },
    ],
    groups: costsByCategory(workbook.tables.costs.live, budget).map(({ label, lines }) => ({
      label,
      records: lines.flatMap(({ id }) => byId.get(id) ?? []),
    })),
    total: 'Total cost of ownership',
    without: ['category'],
  });
}

export function fundingChapter({ plan }: ReportSource): Chapter {
  const { workbook } = plan;
  const [sources, spent] = (['fundingSources', 'actuals'] as const).map(
    (id) => recordsOf(workbook, id).length,
  );
  const funding = costFigures(plan).filter(({ id }) => id === 'funding');
  const body = markup`${
    sources === 0
      ? nothing('No funding source is written down yet.')
      : markup`${figures(funding)}
<h3>${registers.fundingSources.title}</h3>
${registerTable(workbook, 'fundingSources')}`
  }
${
  spent === 0
    ? nothing('Nothing has been ordered, invoiced or paid yet.')
    : markup`${spending(plan)}
<h3>${registers.actuals.title}</h3>
${registerTable(workbook, 'actuals')}`
}`;
  return { id: 'funding', title: 'Funding and actuals', gist: '', body };
}

function nothing(text: string): Part {
  return markup`<p class="answer">${text}</p>`;
}

/** What has been committed, invoiced and paid, each by itself. */
function spending({ workbook, budget }: Plan): Markup {
  const kinds = Object.entries(registers.actuals.fields.kind.options);
  const rows = kinds.map(([kind, label]): ReportRow => {
    const entries = workbook.tables.actuals.live.filter((entry) => entry.kind === kind);
    const sum = entries.map(({ amount }) => decimalOf(amount ?? 0)).reduce(add, ZERO);
    return { cells: [label, String(entries.length), moneyCell(sum, budget.currency)] };
  });
  return table({
    caption: 'Actuals by kind',
    columns: [{ label: 'Kind' }, { label: 'Entries', isNumeric: true }, { label: 'Amount', isNumeric: true }],
    rows,
  });
}
