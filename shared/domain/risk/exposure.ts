/** What risks are expected to cost in money and time: the chance that one happens times what it does. */
import { add, decimalOf, percentOf, times, ZERO, type Decimal } from '../base/decimal';
import { acceptValue } from '../register/accept';
import { risks as register } from '../registers/risks';
import type { Risk } from '../registers/all';
import { isOpen } from './rating';

/**
 * The chance in percent that stands for a probability of 1 to 5 where no percentage is typed. A planning convention of
 * this workbook (2026), not a measurement: rare, unlikely, possible, likely, near sure.
 */
export const CHANCE_PERCENT: readonly number[] = [5, 20, 40, 65, 90];

export interface Exposure {
  /** Minor units of the plan's currency. */
  readonly cost: Decimal;
  /** Working days. */
  readonly days: Decimal;
}

export interface ExposureTotals extends Exposure {
  /** How many open risks were added up, with or without figures. */
  readonly openRisks: number;
}

/** The chance in percent that a risk happens, 0 to 100; null while it is not rated. */
export function chancePercent(risk: Risk): number | null {
  const { probability, probabilityPercent } = risk;
  if (probabilityPercent !== null && acceptValue(register.fields.probabilityPercent, probabilityPercent).ok) {
    return probabilityPercent;
  }
  return probability === null ? null : (CHANCE_PERCENT[probability - 1] ?? null);
}

/** Chance × cost and chance × days, exact; a figure that is missing counts as nothing. */
export function exposureOf(risk: Risk): Exposure {
  const percent = chancePercent(risk);
  if (percent === null) return { cost: ZERO, days: ZERO };
  const chance = percentOf(percent);
  return {
    cost: times(chance, figure(risk, 'costIfItHappens')),
    days: times(chance, figure(risk, 'daysIfItHappens')),
  };
}

/** The exposure of all open risks together. */
export function totalExposure(risks: readonly Risk[]): ExposureTotals {
  const open = risks.filter(isOpen);
  const exposures = open.map(exposureOf);
  return {
    openRisks: open.length,
    cost: exposures.map(({ cost }) => cost).reduce(add, ZERO),
    days: exposures.map(({ days }) => days).reduce(add, ZERO),
  };
}

function figure(risk: Risk, name: 'costIfItHappens' | 'daysIfItHappens'): Decimal {
  const value = risk[name];
  return value !== null && acceptValue(register.fields[name], value).ok ? decimalOf(value) : ZERO;
}
