/** Making a plan from a starter pack in the real window. */
import type { Page } from '@playwright/test';
import { expect, goTo, test, untilSaved, type RunningApp } from './support/app';
import { axeFindings } from './support/axe';

async function openNewPlan({ window }: RunningApp): Promise<Page> {
  await window.getByRole('button', { name: /New plan/ }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Where do you begin?' })).toBeVisible();
  return window;
}

const preview = (window: Page) => window.getByRole('complementary', { name: 'What these answers give' });
const promised = (window: Page) => preview(window).getByRole('status');

/** `Go-live: Tue, Sep 28, 2027`, once the answers given so far are in it. */
async function promisedDate(window: Page): Promise<string> {
  await expect(preview(window)).toHaveAttribute('aria-busy', 'false');
  return (await promised(window).innerText()).replace(/^Go-live:\s*/, '');
}

async function next(window: Page, step: string): Promise<void> {
  await window.getByRole('button', { name: /^Next:/ }).click();
  await expect(window.getByRole('heading', { level: 1, name: step })).toBeFocused();
}

test('answers move the date and the money beside them, and the plan made keeps the promised date', async ({
  app,
}) => {
  const window = await openNewPlan(app);
  await window.getByLabel('First day of work').fill('2028-03-06');
  await window.keyboard.press('Tab');
  const before = await promisedDate(window);
  await window.getByRole('radio', { name: /Several sites, one after another/ }).check();
  await expect(promised(window)).not.toHaveText(new RegExp(before));
  await expect(preview(window)).toContainText('4 go-lives');

  await next(window, 'Your practice');
  await window.getByLabel('Name of the practice').fill('Cedar Fork Clinics');
  await window.getByLabel('Sites', { exact: true }).fill('Hill\nValley\nLake');
  await expect(preview(window)).toContainText('3 go-lives');
  await expect(preview(window)).toContainText('Your last answer, Sites: Go-live');
  await expect(preview(window).getByRole('row', { name: /^Lake/ })).toBeVisible();

  await next(window, 'Your people');
  await window.getByRole('textbox', { name: 'Providers' }).fill('40');
  await window.keyboard.press('Enter');
  await expect(preview(window)).toContainText(/Your last answer, Providers 40: .+\$[\d,]+ more\./);
  const date = await promisedDate(window);
  await window.getByRole('button', { name: 'Make the plan now' }).click();

  await expect(window.getByRole('button', { name: /Cedar Fork Clinics/ })).toBeVisible();
  await untilSaved(window);
  const [, day = ''] = /^\w+, (\w+ \d+), \d{4}$/.exec(date) ?? [];
  await expect(window.getByRole('main', { name: /^Overview/ })).toContainText(day);
  await goTo(window, 'Timeline');
  await expect(window.getByRole('treegrid', { name: 'Tasks' })).toContainText('Walk the rooms: Hill');
});

test('a wanted go-live counts the start back', async ({ app }) => {
  const window = await openNewPlan(app);
  await window.getByRole('radio', { name: 'The go-live' }).click();
  await expect(window.getByText('Choose the day to be live by.')).toBeVisible();
  await window.getByLabel('Live by').fill('2029-10-01');
  await window.keyboard.press('Enter');
  await expect(promised(window)).toContainText('Mon, Oct 1, 2029');
  await expect(preview(window)).toContainText(/after the start on \w+, \w+ \d+, 2029/);
});

test('what does not fit is said beside the field, and back and forward keep what was entered', async ({
  app,
}) => {
  const window = await openNewPlan(app);
  await next(window, 'Your practice');
  await window.getByLabel('Country').fill('USA');
  await expect(window.getByText('It takes exactly 2 letters.')).toBeVisible();
  await window.getByRole('button', { name: /^Step 5: Going live/ }).click();
  await window.getByRole('button', { name: 'How you switch' }).click();
  await window.getByRole('option', { name: 'Site by site' }).click();
  await expect(window.getByText(/Going live in steps needs at least two sites/)).toBeVisible();

  await window.getByRole('button', { name: 'Make the plan now' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Your practice' })).toBeFocused();
  await expect(window.getByLabel('Country')).toHaveValue('USA');
  await window.getByLabel('Country').fill('DE');
  await window.getByLabel('Sites', { exact: true }).fill('Hill\nValley');
  await window.getByRole('button', { name: 'Back' }).click();
  await next(window, 'Your practice');
  await expect(window.getByLabel('Country')).toHaveValue('DE');
  await window.getByRole('button', { name: /^Step 5: Going live/ }).click();
  await expect(window.getByText(/needs at least two sites/)).toHaveCount(0);
  await expect(preview(window)).toContainText('2 go-lives');
});

for (const [theme, rules] of [
  ['Light', 'all'],
  ['Dark', 'colors'],
] as const) {
  test(`axe finds nothing on any step in the ${theme.toLowerCase()} theme`, async ({ app }) => {
    test.setTimeout(120_000);
    await app.window.getByRole('button', { name: theme, exact: true }).click();
    const window = await openNewPlan(app);
    const steps = await window.getByRole('button', { name: /^Step \d/ }).count();
    expect(steps).toBe(6);
    for (let step = 1; step <= steps; step += 1) {
      await window.getByRole('button', { name: new RegExp(`^Step ${String(step)}:`) }).click();
      await expect(preview(window)).toHaveAttribute('aria-busy', 'false');
      expect(await axeFindings(window, rules), `step ${String(step)}`).toEqual([]);
    }
  });
}

test('every proposed figure shows its source and year', async ({ app }) => {
  const window = await openNewPlan(app);
  await next(window, 'Your practice');
  await next(window, 'Your people');
  const notes = await window
    .locator('.question')
    .filter({ has: window.locator('.input.num') })
    .allInnerTexts();
  expect(notes.length).toBeGreaterThan(5);
  for (const note of notes) expect(note).toMatch(/\b20\d\d\b/);
  await preview(window).getByText('Where the figures come from').click();
  await expect(preview(window)).toContainText('Ancker and others');
  await expect(preview(window)).toContainText('vendors list about $250 to $800 per provider and month');
});

for (const [width, height] of [
  [1280, 800],
  [1920, 1080],
  [640, 800],
] as const) {
  test(`nothing is cut off at ${String(width)}×${String(height)}`, async ({ app }) => {
    const { window } = app;
    await window.setViewportSize({ width, height });
    await openNewPlan(app);
    await expect(promised(window)).toBeVisible();
    await window.getByRole('button', { name: /^Step 5/ }).click();
    const overflow = await window.evaluate(() =>
      Array.from(document.querySelectorAll('.new-questions, .new-preview, .new-actions, html')).map(
        (part) => part.scrollWidth - part.clientWidth,
      ),
    );
    expect(overflow.every((excess) => excess <= 0)).toBe(true);
    await expect(window.getByRole('button', { name: /^Next/ })).toBeInViewport();
  });
}
