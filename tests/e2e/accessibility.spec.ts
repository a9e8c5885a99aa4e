/** Every screen, in both themes, without a finding of axe; and the main ways by keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, goTo, openDemo, test } from './support/app';

const PAGES = [
  'Overview',
  'Organization',
  'Sites and departments',
  'Team',
  'Timeline',
  'Roadmap',
  'Costs',
  'Funding and actuals',
  'Risks',
  'Calendars and phases',
  'Problems',
  'Review',
  'Comments',
  'Backups',
];

async function findings(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing on any page in the ${theme} theme`, async ({ app }) => {
    test.setTimeout(360_000);
    const { window } = app;
    await window.getByRole('button', { name: theme === 'light' ? 'Light' : 'Dark', exact: true }).click();
    expect(await findings(window), 'Home').toEqual([]);
    await window.getByRole('button', { name: 'About' }).click();
    await expect(window.getByRole('dialog')).toContainText('Version');
    expect(await findings(window), 'About').toEqual([]);
    await window.keyboard.press('Escape');
    await openDemo(app);
    for (const page of PAGES) {
      await goTo(window, page);
      expect(await findings(window), page).toEqual([]);
    }
    await goTo(window, 'Calendars and phases');
    await window.getByRole('rowheader').first().click();
    await window.keyboard.press('Control+Enter');
    await expect(window.getByRole('complementary')).toBeVisible();
    expect(await findings(window), 'Details of a calendar').toEqual([]);
    await goTo(window, 'Funding and actuals');
    await window.getByRole('radio', { name: 'Actuals' }).click();
    expect(await findings(window), 'A register without records').toEqual([]);
    await goTo(window, 'Team');
    await window.getByRole('radio', { name: 'Board' }).click();
    expect(await findings(window), 'A board').toEqual([]);
    await window.getByRole('button', { name: 'Find and replace' }).click();
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await findings(window), 'Find and replace').toEqual([]);
    await window.keyboard.press('Escape');
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
