/**
 * What the costs of a plan come to, in the words and figures a manager asks for first: the sentence under the title
 * and five figures, each with its basis. Everything is read from the budget; nothing here changes a plan.
 */
import { isCalendarDate, monthNumber, monthOf } from '../base/dates';
import { add, compare, decimalOf, isZero, times, ZERO, type Decimal } from '../base/decimal';
import type { Budget } from '../budget/budget';
import { formatNumber, formatPercent } from '../format/amounts';
import { formatMoney } from '../format/money';
import { capitalized, counted, countWord, plain, strong, type Sentence } from '../format/sentence';
import { acceptValue } from '../register/accept';
import { fundingSources } from '../registers/costs';
import type { Organisation } from '../registers/all';
import type { Plan } from '../plan';

/** A figure of the strip: what it is, how much, and what it rests on. */
export interface CostFigure {
  readonly id: 'untilGoLive' | 'yearly' | 'lostVisits' | 'contingency' | 'funding';
  readonly label: string;
  readonly figure: string;
  readonly basis: string;
  /** More than there is. */
  readonly short?: boolean;
}

const DOLLARS = new Set(['USD', 'CAD', 'AUD', 'NZD']);
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The budget's months in words: `five years`, `18 months`. */
export function horizonWords(budget: Pick<Budget, 'horizonMonths'>): string {
  const months = budget.horizonMonths;
  return months % 12 === 0 ? counted(months / 12, 'year') : counted(months, 'month');
}

/** Minor units of `amount` for each of `count`, rounded half-even; null without a count above zero. */
export function perUnit(amount: Decimal, count: number | null): number | null {
  const divisor = count === null ? ZERO : decimalOf(count);
  if (divisor.digits <= 0n) return null;
  return dividedHalfEven(amount, divisor);
}

/** The quotient as a whole number; a tie goes to the even one. The divisor is above zero. */
function dividedHalfEven(amount: Decimal, divisor: Decimal): number {
  const numerator = amount.digits * 10n ** BigInt(divisor.scale);
  const denominator = divisor.digits * 10n ** BigInt(amount.scale);
  const magnitude = numerator < 0n ? -numerator : numerator;
  const whole = magnitude / denominator;
  const twiceRest = (magnitude % denominator) * 2n;
  const up = twiceRest > denominator || (twiceRest === denominator && whole % 2n === 1n);
  const rounded = Number(up ? whole + 1n : whole);
  return numerator < 0n && rounded !== 0 ? -rounded : rounded;
}

/** Whole percent that `part` is of `whole`, rounded half-even; null when there is no whole. */
function percentShare(part: Decimal, whole: Decimal): number | null {
  return whole.digits <= 0n ? null : dividedHalfEven(times(part, decimalOf(100)), whole);
}

/** The sentence under the title: what everything costs, for each provider, and what the largest surprise in it is. */
export function costsAnswer({ workbook, budget }: Plan): Sentence {
  const lines = workbook.tables.costs.live;
  if (lines.length === 0) return [plain('Nothing is in the budget yet.')];
  const total = budget.totals.totalCostOfOwnership;
  if (isZero(total) && isZero(budget.totals.benefits)) {
    return [
      strong(`${capitalized(counted(lines.length, 'line'))} without an amount.`),
      plain(' Type what you are quoted under Unit cost, the largest first.'),
    ];
  }
  return [
    plain(
      `${capitalized(horizonWords(budget))} ${budget.horizonMonths === 12 || budget.horizonMonths === 1 ? 'costs' : 'cost'} `,
    ),
    strong(formatMoney(total, budget.currency)),
    ...providerPart(total, budget.currency, workbook.tables.organisation.live[0]),
    plain('.'),
    ...lostVisitsPart(budget),
    ...unpricedPart(budget),
  ];
}

function providerPart(total: Decimal, currency: string, organisation: Organisation | undefined): Sentence {
  const each = perUnit(total, organisation?.providers ?? null);
  return each === null ? [] : [plain(', or '), strong(formatMoney(each, currency)), plain(' per provider')];
}

function lostVisitsPart({ totals, currency }: Budget): Sentence {
  const percent = percentShare(totals.productivityLoss, totals.totalCostOfOwnership);
  if (percent === null || percent < 1) return [];
  return [
    plain(` ${shareWords(percent, DOLLARS.has(currency))} is visits you will not see while people learn.`),
  ];
}

/** `One dollar in five` where that is what it rounds to, else `37% of it`. */
function shareWords(percent: number, inDollars: boolean): string {
  const oneIn = Math.round(100 / percent);
  const isRound = oneIn >= 2 && oneIn <= 10 && Math.abs(100 / oneIn - percent) <= 1;
  return inDollars && isRound ? `One dollar in ${countWord(oneIn)}` : `${formatPercent(percent)} of it`;
}

function unpricedPart({ findings }: Budget): Sentence {
  const unpriced = findings.filter(({ problem }) => problem.code === 'budget/noPrice').length;
  if (unpriced === 0) return [];
  const have = unpriced === 1 ? 'has' : 'have';
  return [plain(' '), strong(capitalized(counted(unpriced, 'line'))), plain(` ${have} no price yet.`)];
}

/** The five figures of the strip, always all five, in their order. */
export function costFigures(plan: Plan): readonly CostFigure[] {
  return [
    untilGoLive(plan),
    eachYearAfter(plan),
    lostVisits(plan),
    contingency(plan),
    fundingOrPerProvider(plan),
  ];
}

/** Month index of go-live within the budget; null without a go-live date or outside the budget's months. */
export function goLiveMonth({ schedule, budget }: Pick<Plan, 'schedule' | 'budget'>): number | null {
  if (!isCalendarDate(schedule.goLive)) return null;
  const index = monthNumber(monthOf(schedule.goLive)) - monthNumber(budget.startMonth);
  return index >= 0 && index < budget.horizonMonths ? index : null;
}

/** Invoices that are paid whatever happens: one-time and recurring, without contingency. */
function externalCash(budget: Budget, from: number, until: number): Decimal {
  return budget.months
    .slice(from, until + 1)
    .map(({ externalOneTime, recurring }) => add(externalOneTime, recurring))
    .reduce(add, ZERO);
}

function untilGoLive({ schedule, budget }: Plan): CostFigure {
  const goLive = goLiveMonth({ schedule, budget });
  const last = goLive ?? Math.min(12, budget.horizonMonths) - 1;
  const month = (monthNumber(budget.startMonth) + last) % 12;
  const figure = formatMoney(externalCash(budget, 0, last), budget.currency);
  const months = last === 0 ? 'month 1' : `months 1–${String(last + 1)}`;
  const label = goLive === null ? 'Paid in the first year' : `Paid by the end of ${MONTH_NAMES[month] ?? ''}`;
  return { id: 'untilGoLive', label, figure, basis: `external cash, ${months}` };
}

/** The recurring cost of the first whole fiscal year that begins after go-live, and what it grows to. */
function eachYearAfter({ schedule, budget }: Plan): CostFigure {
  const goLive = goLiveMonth({ schedule, budget }) ?? 0;
  const whole = budget.fiscalYears.flatMap(({ label, firstMonth, lastMonth }, index) => {
    const recurring = budget.years[index]?.recurring;
    return firstMonth > goLive && lastMonth - firstMonth === 11 && recurring !== undefined
      ? [{ label, recurring }]
      : [];
  });
  const [first] = whole;
  const last = whole.at(-1);
  const label = 'Recurring, each year after';
  if (first === undefined || last === undefined)
    return { id: 'yearly', label, figure: '–', basis: 'no whole year after go-live in the budget' };
  const figure = formatMoney(first.recurring, budget.currency);
  const grows = compare(first.recurring, last.recurring) !== 0;
  const end = grows ? `; ${formatMoney(last.recurring, budget.currency)} in ${last.label}` : '';
  return { id: 'yearly', label, figure, basis: `in ${first.label}${end}` };
}

function lostVisits({ workbook, budget }: Plan): CostFigure {
  const label = 'Visits lost while learning';
  const figure = formatMoney(budget.totals.productivityLoss, budget.currency);
  const weeks = workbook.tables.costs.live
    .filter(({ driver }) => driver === 'lost-weeks')
    .map(({ id }) => decimalOf(budget.line.get(id)?.quantity ?? 0))
    .reduce(add, ZERO);
  const number = Number(weeks.digits) / 10 ** weeks.scale;
  const basis = isZero(weeks) ? 'no line counts them' : `${formatNumber(number)} weeks of visits`;
  return { id: 'lostVisits', label, figure, basis };
}

function contingency({ workbook, budget }: Plan): CostFigure {
  const lines = workbook.tables.costs.live.filter(
    (line) => budget.line.get(line.id)?.stream === 'contingency',
  );
  const [first] = lines;
  const percent = first?.driver === 'percent' ? budget.line.get(first.id)?.quantity : undefined;
  const basis =
    first === undefined
      ? 'no line sets money aside'
      : lines.length === 1 && percent !== undefined
        ? `${formatPercent(percent)} of one-time cost`
        : counted(lines.length, 'line');
  const figure = formatMoney(budget.totals.contingency, budget.currency);
  return { id: 'contingency', label: 'Contingency', figure, basis };
}

/** What is left of the funding after cash outlay; without funding, the total cost for each provider. */
function fundingOrPerProvider({ workbook, budget }: Plan): CostFigure {
  const amounts = workbook.tables.fundingSources.live.flatMap(({ amount }) =>
    amount !== null && acceptValue(fundingSources.fields.amount, amount).ok ? [decimalOf(amount)] : [],
  );
  if (amounts.length === 0) return perProvider({ workbook, budget });
  const available = amounts.reduce(add, ZERO);
  const spent = budget.totals.cashOutlay;
  const left = add(available, times(spent, decimalOf(-1)));
  const short = compare(left, ZERO) < 0;
  const amount = formatMoney(short ? times(left, decimalOf(-1)) : left, budget.currency);
  const share = percentShare(left, spent);
  const overrun = share === null ? 'nothing is spent yet' : `a ${formatPercent(share)} overrun spends it`;
  return {
    id: 'funding',
    label: `Of ${formatMoney(available, budget.currency)} funding`,
    figure: `${amount} ${short ? 'short' : 'left'}`,
    basis: short ? 'cash outlay is above the funding' : overrun,
    short,
  };
}

function perProvider({ workbook, budget }: Pick<Plan, 'workbook' | 'budget'>): CostFigure {
  const providers = workbook.tables.organisation.live[0]?.providers ?? null;
  const each = perUnit(budget.totals.totalCostOfOwnership, providers);
  const label = 'Per provider';
  if (each === null) return { id: 'funding', label, figure: '–', basis: 'no providers in the profile' };
  const count = `${String(providers)} ${providers === 1 ? 'provider' : 'providers'}`;
  return {
    id: 'funding',
    label,
    figure: formatMoney(each, budget.currency),
    basis: `${horizonWords(budget)}, ${count}`,
  };
}
