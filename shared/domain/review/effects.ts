/**
 * What a choice would do to the plan: the go-live date, the total cost and who has too much work with it, against the
 * plan as it stands.
 */
import { add, isZero, times, decimalOf, type Decimal } from '../base/decimal';
import type { CalendarDate } from '../base/dates';
import { projectTime, workingDaysTo } from '../commands/runUp';
import { daysInWords, formatPercent } from '../format/amounts';
import { formatDate } from '../format/dates';
import { formatMoney } from '../format/money';
import { planOf, type Plan } from '../plan';
import type { RegisterId } from '../registers/all';
import { loadPercent } from '../resources/load';
import { overloadChanges } from '../resources/overloads';
import { withValues } from '../withValues';
import type { Decision, DecisionOption } from './decisions';

/** Fields that move dates, money or work without changing the outline or the links, so that the rest can be computed again. */
const WITH_EFFECT: Readonly<Partial<Record<RegisterId, readonly string[]>>> = {
  tasks: ['durationDays', 'constraint', 'constraintDate', 'calendar', 'kind'],
  links: ['lagDays', 'type'],
  costs: [
    'quantity',
    'unitCost',
    'kind',
    'internal',
    'driver',
    'frequency',
    'start',
    'end',
    'escalatorPercentPerYear',
    'contingencyPercent',
  ],
  assignments: ['task', 'person', 'role', 'unitsPercent'],
  people: ['employmentPercent', 'projectPercent', 'calendar'],
  roles: ['person'],
  organisation: ['start', 'calendar', 'contingencyPercent', 'revenuePerVisit', 'dipPreset', 'budgetMonths'],
};

/** Of the people it concerns so many are named. */
const MOST_NAMES = 2;

export function hasEffect({ register, fields }: Pick<Decision, 'register' | 'fields'>): boolean {
  return fields.some((field) => WITH_EFFECT[register]?.includes(field) === true);
}

/** A value to choose, or one that could be written. */
export type Considered = Pick<DecisionOption, 'values'> & { readonly isShown?: boolean };

/** `Go-live Jul 16, 2027, 3 working days later`, `Total +$402.50`; empty where nothing of this would change. */
export function effectText(
  plan: Plan,
  decision: Decision,
  { option, today }: { option: Considered; today: CalendarDate },
): string {
  if (option.isShown === true || !hasEffect(decision)) return '';
  const after = planOf(withValues(plan.workbook, decision, option.values), today);
  return [goLiveEffect(plan, after), costEffect(plan, after), loadEffect(plan, after)]
    .filter((part) => part !== '')
    .join('; ');
}

function goLiveEffect(before: Plan, after: Plan): string {
  const [from, to] = [before.schedule.goLive, after.schedule.goLive];
  if (from === null || to === null || from === to) return '';
  const days = workingDaysTo(projectTime(before.workbook), from, to);
  return `Go-live ${formatDate(to)}, ${daysInWords(Math.abs(days))} ${to > from ? 'later' : 'earlier'}`;
}

function costEffect(before: Plan, after: Plan): string {
  const difference = minus(
    after.budget.totals.totalCostOfOwnership,
    before.budget.totals.totalCostOfOwnership,
  );
  if (isZero(difference)) return '';
  const sign = difference.digits > 0n ? '+' : '';
  return `Total ${sign}${formatMoney(difference, before.budget.currency, { cents: true })}`;
}

/** `“Maria Ortega” at 150%`: whom it leaves with more work than time, and who has time again. */
function loadEffect(before: Plan, after: Plan): string {
  const parts = overloadChanges(before, after).map(({ before: was, after: is }) => {
    const name = `“${(is ?? was)?.load.person.name ?? ''}”`;
    if (is === undefined) return `${name} no longer above 100%`;
    const percent = loadPercent(is.worst);
    return percent === null ? `${name} without time for it` : `${name} at ${formatPercent(percent)}`;
  });
  const rest = parts.length - MOST_NAMES;
  const named = parts.slice(0, MOST_NAMES).join(', ');
  return rest > 0 ? `${named} and ${String(rest)} more` : named;
}

function minus(a: Decimal, b: Decimal): Decimal {
  return add(a, times(b, decimalOf(-1)));
}
