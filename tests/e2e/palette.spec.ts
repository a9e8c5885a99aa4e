/** Finding anything and doing anything from one field, by keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, goTo, openDemo, test } from './support/app';

const palette = (window: Page): Locator => window.getByRole('dialog', { name: 'Find or do anything' });
const option = (window: Page, name: RegExp | string): Locator =>
  palette(window).getByRole('option', { name });

async function find(window: Page, words: string): Promise<void> {
  // Whoever knows the key does not wait for the field, and nothing may end up in the plan.
  await window.keyboard.press('Control+k');
  await window.keyboard.type(words);
  await expect(palette(window).getByRole('combobox')).toHaveValue(words);
}

async function findings(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

test('records, commands, views and keys are found by their words and reached by keyboard', async ({
  app,
}) => {
  const { window } = app;

  await test.step('before a workbook is open', async () => {
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
    await find(window, 'contrast');
    await expect(option(window, /Colors: high contrast/)).toHaveAttribute('aria-selected', 'true');
    await window.keyboard.press('Escape');
    await expect(palette(window)).toHaveCount(0);
  });

  await openDemo(app);
  await goTo(window, 'Timeline');

  await test.step('a task by a word in its notes', async () => {
    await window.getByRole('row').filter({ hasText: 'Kick-off' }).first().getByRole('rowheader').click();
    await window.keyboard.press('Shift+F2');
    await window.getByRole('complementary').getByLabel('Notes').fill('Bring the zebrafish printer');
    await window.keyboard.press('Control+Enter');
    await goTo(window, 'Costs');
    await find(window, 'zebrafsh');
    const found = option(window, /Kick-off/);
    await expect(found).toContainText('Notes: Bring the zebrafish printer');
    await expect(found.locator('mark')).toHaveText('zebrafish');
    await expect(palette(window).getByRole('status')).toContainText('one entry listed');
    expect(await findings(window), 'The palette').toEqual([]);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('main', { name: 'Timeline' })).toBeVisible();
    await expect(window.getByRole('complementary').getByRole('heading', { level: 2 })).toContainText(
      'Kick-off',
    );
  });

  await test.step('a command, which is one step to undo and named there', async () => {
    await find(window, '>new person');
    await expect(palette(window).getByRole('option')).toHaveCount(1);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('main', { name: 'Team' })).toBeVisible();
    await expect(window.getByRole('rowheader', { name: 'New person' })).toBeVisible();
    await expect(window.getByRole('button', { name: 'Undo: Add person “New person”' })).toBeEnabled();
    await window.keyboard.type('Quentin');
    await window.keyboard.press('Enter');
    await find(window, 'quent');
    await expect(option(window, /Quentin.*Person/)).toBeVisible();
    await window.keyboard.press('Escape');
  });

  await test.step('a new task, named by what is typed next', async () => {
    await find(window, '>new task');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('main', { name: 'Timeline' })).toBeVisible();
    await expect(window.getByRole('rowheader', { name: 'New task' })).toBeVisible();
    await window.keyboard.type('Quiet hour');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('rowheader', { name: 'Quiet hour' })).toBeVisible();
  });

  await test.step('a view that was named', async () => {
    await goTo(window, 'Team');
    await window.getByRole('searchbox', { name: 'Filter people' }).fill('nurse');
    await window.getByRole('button', { name: 'Views' }).click();
    await window.getByLabel('Name for what is shown now').fill('Only nurses');
    await window.keyboard.press('Enter');
    await window.getByRole('searchbox', { name: 'Filter people' }).fill('');
    await goTo(window, 'Costs');
    await find(window, 'only nurses');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('main', { name: 'Team' })).toBeVisible();
    await expect(window.getByRole('searchbox', { name: 'Filter people' })).toHaveValue('nurse');
  });

  await test.step('nothing is said so, and focus comes back', async () => {
    const finder = window.getByRole('button', { name: 'Find or do anything' });
    await finder.focus();
    await window.keyboard.press('Enter');
    await window.keyboard.type('xylophone quartet');
    await expect(palette(window).getByRole('status')).toContainText('Nothing found');
    await expect(palette(window)).toContainText('Try fewer of them');
    await window.keyboard.press('Escape');
    await expect(finder).toBeFocused();
  });

  await test.step('the list of keys', async () => {
    await find(window, 'shortcuts');
    await window.keyboard.press('Enter');
    const keys = window.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(keys.getByRole('region', { name: 'In a table' })).toContainText('Fill down');
    await expect(keys.getByRole('region', { name: 'On the Gantt chart' })).toContainText('by a working day');
    expect(await findings(window), 'The list of keys').toEqual([]);
    await window.keyboard.press('Escape');
    await expect(keys).toHaveCount(0);
    await window.keyboard.press('Control+/');
    await expect(keys).toBeVisible();
  });
});
