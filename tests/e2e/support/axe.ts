/** What axe finds in the window as it stands: rule and element, one line each. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The only rules whose answer another theme of the same page can change. */
const OF_COLORS = ['color-contrast', 'link-in-text-block'];

/** @param rules of `colors` where the page has been looked at whole in another theme */
export async function axeFindings(window: Page, rules: 'all' | 'colors' = 'all'): Promise<string[]> {
  const axe = new AxeBuilder({ page: window }).setLegacyMode(true);
  const { violations } = await (rules === 'all' ? axe : axe.withRules(OF_COLORS)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
