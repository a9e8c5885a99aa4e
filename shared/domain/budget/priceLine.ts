/** Reads one cost line: which total it goes to, how many of what at which price, and what is doubtful about it. */
import { isCalendarDate } from '../base/dates';
import { decimalOf, isZero, times, ZERO, type Decimal } from '../base/decimal';
import { problem, type Finding, type Problem } from '../base/problem';
import { acceptValue } from '../register/accept';
import { costs } from '../registers/costs';
import type { CostLine } from '../registers/all';
import type { BudgetLine, Stream } from './budget';
import type { Horizon } from './horizon';
import { billedMonths, phase, rhythmOf, type Phasing } from './phasing';
import { countsTheProfile, profileQuantity, weeklyRevenue, type PracticeProfile } from './practiceProfile';

export interface PricedLine {
  readonly line: BudgetLine;
  readonly findings: readonly Finding[];
}

export type Quantity = Pick<BudgetLine, 'quantity' | 'quantitySource'>;

/** Own staff time is kept apart whatever its kind; what is not recurring is paid once. */
export function streamOf(cost: CostLine): Stream {
  if (cost.kind === 'benefit') return 'benefit';
  if (cost.internal) return 'internalStaffTime';
  if (cost.kind === 'contingency') return 'contingency';
  if (cost.kind === 'induced') return 'productivityLoss';
  return cost.kind === 'recurring' ? 'recurring' : 'externalOneTime';
}

/** A line that is not a percentage of others: quantity × unit cost, spread over the months it is billed in. */
export function priceLine(cost: CostLine, profile: PracticeProfile, horizon: Horizon): PricedLine {
  const refusal = refusalOf(cost);
  if (refusal !== undefined) return refuse(cost, refusal, horizon);

  const quantity = quantityOf(cost, profile);
  const unitCost = unitCostOf(cost, profile);
  const price = unitCost === null ? ZERO : times(decimalOf(quantity.quantity), unitCost);
  const phasing = phase(price, cost.escalatorPercentPerYear ?? 0, rhythmOf(cost, horizon), horizon);
  const findings = [
    ...quantityFindings(cost, profile),
    ...(unitCost === null
      ? [finding(cost, 'info', problem('budget/noPrice', { title: cost.name }), 'unitCost')]
      : []),
    ...dateFindings(cost, isZero(price), horizon),
  ];
  return { line: budgetLine(cost, quantity, phasing), findings };
}

export function budgetLine(cost: CostLine, quantity: Quantity, phasing: Phasing): BudgetLine {
  return { id: cost.id, stream: streamOf(cost), ...quantity, ...phasing };
}

/** A line that cannot be counted: it stays in the budget with nothing in it. */
export function refuse(cost: CostLine, refusal: Refusal, horizon: Horizon): PricedLine {
  const nothing = phase(ZERO, 0, rhythmOf(cost, horizon), horizon);
  const quantity: Quantity = { quantity: 0, quantitySource: cost.quantity === null ? 'profile' : 'typed' };
  return {
    line: budgetLine(cost, quantity, nothing),
    findings: [finding(cost, 'warning', refusal.problem, refusal.field)],
  };
}

export function finding(cost: CostLine, level: Finding['level'], found: Problem, field: string): Finding {
  return { level, problem: found, register: 'costs', id: cost.id, field };
}

export interface Refusal {
  readonly problem: Problem;
  readonly field: string;
}

/** Why a line is not counted at all: a stored figure its own field would refuse, or an end before the start. */
export function refusalOf(cost: CostLine): Refusal | undefined {
  const figures = ['quantity', 'unitCost', 'escalatorPercentPerYear', 'contingencyPercent'] as const;
  const absurd = figures.find(
    (name) => cost[name] !== null && !acceptValue(costs.fields[name], cost[name]).ok,
  );
  if (absurd !== undefined)
    return { problem: problem('budget/negative', { title: cost.name }), field: absurd };
  const { start, end } = cost;
  if (isCalendarDate(start) && isCalendarDate(end) && end < start) {
    return { problem: problem('budget/endBeforeStart', { title: cost.name }), field: 'end' };
  }
  return undefined;
}

/** As typed; else what the practice profile says; else none. */
export function quantityOf(cost: CostLine, profile: PracticeProfile): Quantity {
  if (cost.quantity !== null) return { quantity: cost.quantity, quantitySource: 'typed' };
  return { quantity: profileQuantity(cost.driver, profile) ?? 0, quantitySource: 'profile' };
}

function quantityFindings(cost: CostLine, profile: PracticeProfile): readonly Finding[] {
  const fromProfile = profileQuantity(cost.driver, profile);
  const facts = { title: cost.name, driver: costs.fields.driver.options[cost.driver] };
  if (cost.quantity === null) {
    if (fromProfile !== null) return [];
    return [finding(cost, 'warning', problem('budget/noQuantity', facts), 'quantity')];
  }
  if (fromProfile === null || fromProfile === cost.quantity || !countsTheProfile(cost.driver)) return [];
  const differing = { ...facts, typed: String(cost.quantity), profile: String(fromProfile) };
  return [finding(cost, 'info', problem('budget/quantityDiffers', differing), 'quantity')];
}

/** As typed; a week of lost visits costs a week's revenue unless the line says otherwise. */
function unitCostOf(cost: CostLine, profile: PracticeProfile): Decimal | null {
  if (cost.unitCost !== null) return decimalOf(cost.unitCost);
  return cost.driver === 'lost-weeks' ? weeklyRevenue(profile.organisation) : null;
}

function dateFindings(cost: CostLine, costsNothing: boolean, horizon: Horizon): readonly Finding[] {
  const facts = { title: cost.name };
  if (billedMonths(rhythmOf(cost, horizon), horizon).length === 0) {
    return [finding(cost, 'warning', problem('budget/outsideHorizon', facts), 'start')];
  }
  if (isCalendarDate(cost.start) || costsNothing) return [];
  return [finding(cost, 'info', problem('budget/noStart', facts), 'start')];
}
