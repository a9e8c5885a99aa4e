/** How one cost line is explained: the sum in words, and where its quantity and price come from. */
import { decimalOf, times, type Decimal } from '../base/decimal';
import type { BudgetLine } from '../budget/budget';
import { countsTheProfile, profileQuantity, weeklyRevenue } from '../budget/practiceProfile';
import { formatNumber, formatPercent } from '../format/amounts';
import { formatMoney } from '../format/money';
import type { CostLine } from '../registers/all';
import type { Plan } from '../plan';

/** What the practice profile knows about a line. */
export interface ProfileFigures {
  /** How many of what the line counts; null where the profile does not say. */
  readonly quantity: number | null;
  /** The price the profile supplies, minor units; null for lines whose price is typed. */
  readonly unitCost: Decimal | null;
}

export function profileFigures(line: CostLine, { workbook }: Pick<Plan, 'workbook'>): ProfileFigures {
  const organisation = workbook.tables.organisation.live[0];
  const siteCount = workbook.tables.sites.live.length;
  return {
    quantity: profileQuantity(line.driver, { organisation, siteCount }),
    unitCost: line.driver === 'lost-weeks' ? weeklyRevenue(organisation) : null,
  };
}

const EACH_TIME: Readonly<Record<CostLine['frequency'], string>> = {
  once: '',
  monthly: ' a month',
  quarterly: ' a quarter',
  yearly: ' a year',
};

/** `14 × $1,100.00 = $15,400.00`, with how often; undefined while there is no price, and for percentages. */
export function sumInWords(
  line: CostLine,
  priced: BudgetLine,
  plan: Pick<Plan, 'workbook' | 'budget'>,
): string | undefined {
  if (line.driver === 'percent') return undefined;
  const { currency } = plan.budget;
  const unitCost = line.unitCost === null ? profileFigures(line, plan).unitCost : decimalOf(line.unitCost);
  if (unitCost === null) return undefined;
  const sum = times(decimalOf(priced.quantity), unitCost);
  const cents = { cents: true };
  return `${formatNumber(priced.quantity)} × ${formatMoney(unitCost, currency, cents)} = ${formatMoney(sum, currency, cents)}${EACH_TIME[line.frequency]}`;
}

/** Help under the quantity while it is edited: the sum, where the number comes from, and what typing does. */
export function quantityHelp(
  line: CostLine,
  priced: BudgetLine,
  plan: Pick<Plan, 'workbook' | 'budget'>,
): string {
  const sum = sumInWords(line, priced, plan);
  const shown = quantityText(line, priced.quantity);
  const { quantity } = profileFigures(line, plan);
  const source =
    priced.quantitySource === 'profile'
      ? quantity === null
        ? 'The practice profile does not say how many. Type the number here.'
        : `${shown} comes from the practice profile. Typing overrides it. Esc keeps ${shown}.`
      : quantity !== null && countsTheProfile(line.driver) && quantity !== priced.quantity
        ? `The practice profile says ${quantityText(line, quantity)}. Delete goes back to it.`
        : '';
  return [sum === undefined ? '' : `${sum}.`, source].filter((part) => part !== '').join(' ');
}

/** `14`, or `15%` where the line is a percentage of others. */
export function quantityText(line: Pick<CostLine, 'driver'>, quantity: number): string {
  return line.driver === 'percent' ? formatPercent(quantity) : formatNumber(quantity);
}

/** `was 14, from the practice profile`; undefined where nothing was overridden. */
export function overriddenQuantity(line: CostLine, plan: Pick<Plan, 'workbook'>): string | undefined {
  if (line.quantity === null || !countsTheProfile(line.driver)) return undefined;
  const { quantity } = profileFigures(line, plan);
  if (quantity === null || quantity === line.quantity) return undefined;
  return `was ${quantityText(line, quantity)}, from the practice profile`;
}
