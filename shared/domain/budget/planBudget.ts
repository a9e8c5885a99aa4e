/**
 * The budget of a plan: every cost line spread over the months of the horizon and added up exactly. Total over
 * anything a merge can leave behind: what cannot be counted is left out and reported.
 */
import { monthOfNumber, type CalendarDate } from '../base/dates';
import { add, compare, decimalOf, roundHalfEven, times, ZERO, type Decimal } from '../base/decimal';
import { problem, type Finding } from '../base/problem';
import { acceptValue } from '../register/accept';
import { fundingSources } from '../registers/costs';
import type { CostLine, Organisation, RecordIn } from '../registers/all';
import type { Schedule } from '../schedule/schedule';
import type { Workbook } from '../workbook';
import type { Budget, BudgetLine } from './budget';
import { percentBaseOf, pricePercentLine } from './contingency';
import { horizonOf } from './horizon';
import { isCost, monthlyTotals, sumOfTotals, yearlyTotals } from './monthlySums';
import { priceLine, type PricedLine } from './priceLine';

type FundingSource = RecordIn<'fundingSources'>;

/** Everything a budget is computed from. */
interface Inputs {
  readonly costs: readonly CostLine[];
  readonly organisation: Organisation | undefined;
  readonly sites: readonly RecordIn<'sites'>[];
  readonly funding: readonly FundingSource[];
  readonly projectStart: CalendarDate;
}

const remembered = new WeakMap<readonly CostLine[], { readonly inputs: Inputs; readonly budget: Budget }>();

/** The budget of the plan as it stands; the same value for as long as nothing it reads has changed. */
export function budgetOf(workbook: Workbook, schedule: Pick<Schedule, 'projectStart'>): Budget {
  const { tables } = workbook;
  const inputs: Inputs = {
    costs: tables.costs.live,
    organisation: tables.organisation.live[0],
    sites: tables.sites.live,
    funding: tables.fundingSources.live,
    projectStart: schedule.projectStart,
  };
  const last = remembered.get(inputs.costs);
  if (last !== undefined && sameInputs(last.inputs, inputs)) return last.budget;
  const budget = computeBudget(inputs);
  remembered.set(inputs.costs, { inputs, budget });
  return budget;
}

function sameInputs(a: Inputs, b: Inputs): boolean {
  return (
    a.organisation === b.organisation &&
    a.sites === b.sites &&
    a.funding === b.funding &&
    a.projectStart === b.projectStart
  );
}

function computeBudget({ costs, organisation, sites, funding, projectStart }: Inputs): Budget {
  const currency = organisation === undefined || organisation.currency === '' ? 'USD' : organisation.currency;
  const horizon = horizonOf(organisation, projectStart);
  const profile = { organisation, siteCount: sites.length };

  const plain = new Map(
    costs
      .filter((cost) => cost.driver !== 'percent')
      .map((cost) => [cost, priceLine(cost, profile, horizon)] as const),
  );
  const base = percentBaseOf(plain, horizon);
  const priced = costs.map((cost) => plain.get(cost) ?? pricePercentLine(cost, base, profile, horizon));

  const lines = priced.map(({ line }) => line);
  const months = monthlyTotals(lines, horizon);
  const years = yearlyTotals(months, horizon);
  const totals = sumOfTotals(years);
  return {
    currency,
    startMonth: monthOfNumber(horizon.firstMonth),
    horizonMonths: horizon.months,
    fiscalYears: horizon.fiscalYears,
    lines,
    line: new Map(lines.map((line) => [line.id, line])),
    totals,
    byCategory: categoryTotals(costs, lines),
    months,
    years,
    findings: [
      ...priceFindings([...plain.values()]),
      ...priced.flatMap(({ findings }) => findings),
      ...fundingFindings(totals.cashOutlay, funding, currency),
    ],
  };
}

/** Every category with a line, also where the line costs nothing or is a benefit. */
function categoryTotals(costs: readonly CostLine[], lines: readonly BudgetLine[]): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  costs.forEach(({ category }, index) => {
    const line = lines[index];
    const share = line !== undefined && isCost(line.stream) ? line.total : ZERO;
    sums.set(category, add(sums.get(category) ?? ZERO, share));
  });
  return sums;
}

/** A budget without a single price says nothing; one finding says so, before those of the lines. */
function priceFindings(priced: readonly PricedLine[]): readonly Finding[] {
  const isUnpriced = ({ findings }: PricedLine): boolean =>
    findings.some(({ problem: { code } }) => code === 'budget/noPrice');
  if (priced.length < 2 || !priced.every(isUnpriced)) return [];
  const facts = { lines: priced.length };
  return [{ level: 'warning', problem: problem('budget/nothingPriced', facts), register: 'costs' }];
}

function fundingFindings(
  cashOutlay: Decimal,
  funding: readonly FundingSource[],
  currency: string,
): readonly Finding[] {
  const amounts = funding
    .map(({ amount }) => amount)
    .filter((amount) => amount !== null && acceptValue(fundingSources.fields.amount, amount).ok);
  if (amounts.length === 0) return [];
  const available = amounts.map((amount) => decimalOf(amount ?? 0)).reduce(add, ZERO);
  const over = add(cashOutlay, times(available, decimalOf(-1)));
  if (compare(over, ZERO) <= 0) return [];
  const facts = { over: roundHalfEven(over), funding: roundHalfEven(available), currency };
  return [{ level: 'warning', problem: problem('budget/aboveFunding', facts), register: 'fundingSources' }];
}
