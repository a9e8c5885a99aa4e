/** A what-if from its name to the plan and back, as a manager does it, in one window. */
import type { Locator, Page } from '@playwright/test';
import { expect, goTo, openDemo, test, untilSaved } from './support/app';
import { axeFindings } from './support/axe';
import { cellOf, rowOf } from './support/grid';

const TASK = 'Charter and sponsor sign-off';
const LINE = 'Exam room workstations and tablets';

async function setDays(window: Page, days: string): Promise<void> {
  await goTo(window, 'Timeline');
  await (await cellOf(window, TASK, 'Days')).click();
  await window.keyboard.type(days);
  await window.keyboard.press('Enter');
  await expect(await cellOf(window, TASK, 'Days')).toHaveText(days);
}

async function setUnitCost(window: Page, price: string): Promise<void> {
  await goTo(window, 'Costs');
  const heads = await window.getByRole('columnheader').allInnerTexts();
  const column = heads.findIndex((head) => head === 'Unit cost') + 1;
  await rowOf(window, LINE)
    .locator(`[aria-colindex="${String(column)}"]`)
    .click();
  await window.keyboard.type(price);
  await window.keyboard.press('Enter');
  await untilSaved(window);
}

const figure = (window: Page, id: string): Locator => window.locator(`tr[data-figure="${id}"] td`);

test('a what-if is tried, compared, taken into the plan and taken back', async ({ app }) => {
  test.setTimeout(120_000);
  const { window } = app;
  await openDemo(app);
  const goLive = await window.locator('.runup').innerText();
  await goTo(window, 'What-ifs');
  await expect(window.getByRole('heading', { name: 'What if we did it differently?' })).toBeVisible();
  await window.getByRole('button', { name: 'Try a what-if' }).click();
  await window.getByRole('textbox', { name: 'Name' }).fill('Longer preparation');
  await window.getByRole('button', { name: 'Make the copy and open it' }).click();

  // The whole app works in it, and says all the time where one is.
  const strip = window.getByRole('note', { name: 'What-if' });
  await expect(strip).toContainText('Longer preparation');
  await expect(strip).toContainText('Changes here do not touch the plan');
  await setDays(window, '25');
  await setUnitCost(window, '1200');
  await expect(window.locator('.runup')).not.toHaveText(goLive);
  const tried = await window.locator('.runup').innerText();

  await strip.getByRole('button', { name: 'Compare' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Longer preparation' })).toBeVisible();
  await expect(window.locator('.runup')).toHaveText(goLive);
  await expect(figure(window, 'goLive').last()).toContainText('working days later');
  await expect(figure(window, 'totalCostOfOwnership').last()).toContainText('+$');
  const change = window.getByRole('listitem').filter({ hasText: TASK });
  await expect(change).toContainText('25 working days');
  expect(await axeFindings(window, 'all')).toEqual([]);

  // The plan has its own way meanwhile: what both changed is a question, and what is not ticked stays out.
  await setDays(window, '3');
  await untilSaved(window);
  await expect(window.locator('.runup')).not.toHaveText(goLive);
  const before = await window.locator('.runup').innerText();
  await goTo(window, 'What-ifs');
  await expect(figure(window, 'goLive')).toHaveCount(2);
  await window.getByRole('button', { name: 'Compare “Longer preparation”' }).click();
  await expect(change.getByText('Both changed it')).toBeVisible();
  await change.getByRole('radio', { name: 'What-if' }).check();
  await window.getByRole('listitem').getByText(LINE).click();
  await window.getByRole('radio', { name: 'The plan with what is ticked' }).click();
  await expect(figure(window, 'totalCostOfOwnership').last()).not.toContainText('+$');
  await expect(figure(window, 'goLive').last()).toContainText('working days later');
  await window.getByRole('button', { name: 'Take 1 into the plan' }).click();

  await expect(window.getByText('“Longer preparation” is in the plan.')).toBeVisible();
  await expect(window.getByText('Nothing waits for a decision.')).toBeVisible();
  await expect(window.locator('.runup')).toHaveText(tried);
  const merge = window.getByRole('complementary', { name: /Longer preparation/ });
  await expect(merge).toContainText('Total cost unchanged');
  await merge.getByRole('button', { name: 'Take this merge back' }).click();
  await expect(window.locator('.runup')).toHaveText(before);

  // On the first screen it stands below its plan; deleted, it comes back.
  await window.keyboard.press('Control+k');
  await window.keyboard.type('All workbooks');
  await window.keyboard.press('Enter');
  await window
    .getByRole('list', { name: /What-ifs of/ })
    .getByRole('button', { name: /Longer preparation/ })
    .click();
  await strip.getByRole('button', { name: 'Back to the plan' }).click();
  await expect(strip).toHaveCount(0);
  await goTo(window, 'What-ifs');
  await window.getByRole('button', { name: 'More for “Longer preparation”' }).click();
  await window.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(window.getByText('One deleted what-if')).toBeVisible();
  await window.getByText('One deleted what-if').click();
  await window.getByRole('button', { name: /Bring back/ }).click();
  await expect(figure(window, 'goLive')).toHaveCount(2);
});
