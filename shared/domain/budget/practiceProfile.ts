/** What the practice profile says about quantities and prices that a cost line leaves open. */
import { decimalOf, times, type Decimal } from '../base/decimal';
import { acceptValue } from '../register/accept';
import { organisation as organisationRegister } from '../registers/organisation';
import type { CostLine, Organisation } from '../registers/all';
import { dipPresets, lostWeeks } from './dipPresets';

type Driver = CostLine['driver'];
type Figure =
  'providers' | 'users' | 'devices' | 'interfaces' | 'charts' | 'visitsPerProviderDay' | 'clinicDaysPerWeek';

export interface PracticeProfile {
  readonly organisation: Organisation | undefined;
  readonly siteCount: number;
}

/**
 * How many of what a driver counts the practice has; null when the profile does not say. A practice has at least one
 * site. `fixed` and `per-hour` count one; `percent` is the practice-wide contingency.
 */
export function profileQuantity(driver: Driver, { organisation, siteCount }: PracticeProfile): number | null {
  switch (driver) {
    case 'fixed':
    case 'per-hour':
      return 1;
    case 'per-provider':
      return figure(organisation, 'providers');
    case 'per-user':
      return figure(organisation, 'users');
    case 'per-device':
      return figure(organisation, 'devices');
    case 'per-site':
      return Math.max(1, siteCount);
    case 'per-interface':
      return figure(organisation, 'interfaces');
    case 'per-chart':
      return figure(organisation, 'charts');
    case 'lost-weeks':
      return organisation !== undefined && Object.hasOwn(dipPresets, organisation.dipPreset)
        ? lostWeeks(organisation.dipPreset)
        : null;
    case 'percent':
      return contingencyPercent(organisation);
  }
}

/** True when the driver's quantity is something the profile knows, so that a typed one can differ from it. */
export function countsTheProfile(driver: Driver): boolean {
  return driver !== 'fixed' && driver !== 'per-hour' && driver !== 'percent';
}

/** Revenue of a normal week in minor units: providers × visits a day × clinic days × revenue per visit. */
export function weeklyRevenue(organisation: Organisation | undefined): Decimal | null {
  const providers = figure(organisation, 'providers');
  const visits = figure(organisation, 'visitsPerProviderDay');
  const days = figure(organisation, 'clinicDaysPerWeek');
  const revenue = organisation?.revenuePerVisit ?? null;
  if (providers === null || visits === null || days === null || revenue === null) return null;
  if (!acceptValue(organisationRegister.fields.revenuePerVisit, revenue).ok) return null;
  return [visits, days, revenue].map(decimalOf).reduce(times, decimalOf(providers));
}

function contingencyPercent(organisation: Organisation | undefined): number | null {
  const percent = organisation?.contingencyPercent ?? null;
  return percent !== null && acceptValue(organisationRegister.fields.contingencyPercent, percent).ok
    ? percent
    : null;
}

function figure(organisation: Organisation | undefined, name: Figure): number | null {
  const value = organisation?.[name] ?? null;
  return value !== null && acceptValue(organisationRegister.fields[name], value).ok ? value : null;
}
