/** What a pack cannot bring into a plan in another currency: it knows no exchange rate, and an old one would mislead. */
import { problem, type Problem } from '../base/problem';
import type { Plan } from '../plan';
import type { Pack } from './pack';

/** Said when the prices of a pack stayed out of a plan made from it; undefined where they came along. */
export function pricesLeftOut(pack: Pick<Pack, 'priceCurrency'>, { budget }: Plan): Problem | undefined {
  const lines = budget.findings.filter(({ problem: { code } }) => code === 'budget/noPrice').length;
  if (budget.currency === pack.priceCurrency || lines === 0) return undefined;
  return problem('pack/pricesLeftOut', { prices: pack.priceCurrency, plan: budget.currency, lines });
}
