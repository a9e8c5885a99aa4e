/** Every screen, in both themes, without a finding of axe; and the main ways by keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, goTo, openDemo, test } from './support/app';

const PAGES = ['Overview', 'Timeline', 'Roadmap', 'Costs', 'Risks', 'Problems', 'Review', 'Backups'];

async function findings(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing on any page in the ${theme} theme`, async ({ app }) => {
    test.setTimeout(120_000);
    const { window } = app;
    await window.getByRole('button', { name: theme === 'light' ? 'Light' : 'Dark', exact: true }).click();
    expect(await findings(window), 'Home').toEqual([]);
    await openDemo(app);
    for (const page of PAGES) {
      await goTo(window, page);
      expect(await findings(window), page).toEqual([]);
    }
    await window.keyboard.press('Control+e');
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await findings(window), 'Export').toEqual([]);
  });
}

test('pages, undo and export are reached by keyboard alone', async ({ app }) => {
  const { window } = app;
  await openDemo(app);
  for (const [index, title] of ['Overview', 'Timeline', 'Roadmap', 'Costs', 'Risks', 'Problems'].entries()) {
    await window.keyboard.press(`Control+${String(index + 1)}`);
    await expect(window.getByRole('main', { name: title })).toBeVisible();
  }
  await window.keyboard.press('Control+e');
  await expect(window.getByRole('dialog')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
});
