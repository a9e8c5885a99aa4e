/** The figures a decision rests on: kept with it as they were, and compared with what the plan says now. */
import type { CalendarDate } from '../base/dates';
import { roundHalfEven, type Decimal } from '../base/decimal';
import type { FieldValues } from '../edits/edit';
import { formatDate } from '../format/dates';
import { formatMoney } from '../format/money';
import type { Approval } from '../registers/all';
import type { Workbook } from '../workbook';
import { isGoNoGo } from './words';

/** What of a plan the facts are read from. */
export interface FactsOfPlan {
  readonly workbook: Workbook;
  readonly schedule: { readonly goLive: CalendarDate | null; readonly projectFinish: CalendarDate | null };
  readonly budget: { readonly currency: string; readonly totals: { readonly totalCostOfOwnership: Decimal } };
}

/** The values of a decision that say how the plan stands. @param counts errors and warnings that are open */
export function factsNow(
  { schedule, budget }: FactsOfPlan,
  counts: { readonly errors: number; readonly warnings: number },
): FieldValues {
  return {
    goLiveThen: schedule.goLive,
    finishThen: schedule.projectFinish,
    totalThen: roundHalfEven(budget.totals.totalCostOfOwnership),
    currencyThen: budget.currency,
    errorsThen: counts.errors,
    warningsThen: counts.warnings,
  };
}

/** A figure that is another now. */
export interface FactChange {
  readonly fact: 'goLive' | 'finish' | 'total';
  /** `go-live Aug 9, 2027` */
  readonly was: string;
  /** `Aug 16, 2027` */
  readonly is: string;
  /** Later, or dearer. */
  readonly isWorse: boolean;
}

/** Which figures a decision was about: a decision on money does not rest on a date. */
function watched(workbook: Workbook, approval: Approval): readonly FactChange['fact'][] {
  if (isGoNoGo(workbook, approval)) return ['goLive'];
  if (approval.about !== null) return [];
  switch (approval.kind) {
    case 'budget':
      return ['total'];
    case 'schedule':
      return ['goLive', 'finish'];
    default:
      return ['goLive', 'total'];
  }
}

/** What has changed since, of what the decision was about; nothing where it was not recorded. */
export function factChanges(approval: Approval, plan: FactsOfPlan): readonly FactChange[] {
  const { schedule, budget, workbook } = plan;
  const dated = (
    fact: 'goLive' | 'finish',
    name: string,
    [was, is]: readonly [CalendarDate | null, CalendarDate | null],
  ): readonly FactChange[] => {
    if (was === null || was === is) return [];
    const shown = is === null ? 'no date' : formatDate(is);
    return [{ fact, was: `${name} ${formatDate(was)}`, is: shown, isWorse: is === null || is > was }];
  };
  const changes = watched(workbook, approval).flatMap((fact): readonly FactChange[] => {
    if (fact === 'goLive') return dated(fact, 'go-live', [approval.goLiveThen, schedule.goLive]);
    if (fact === 'finish') return dated(fact, 'plan end', [approval.finishThen, schedule.projectFinish]);
    const now = roundHalfEven(budget.totals.totalCostOfOwnership);
    const was = approval.totalThen;
    const currency = approval.currencyThen || budget.currency;
    if (was === null || (was === now && currency === budget.currency)) return [];
    const isWorse = currency !== budget.currency || now > was;
    return [{ fact, was: `total ${moneyText(was, currency)}`, is: moneyText(now, budget.currency), isWorse }];
  });
  return changes;
}

function moneyText(amount: number, currency: string): string {
  return formatMoney(amount, currency, { cents: true });
}
