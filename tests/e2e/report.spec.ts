/** The report as its readers get it: saved from the window, opened in a browser that has never seen the app. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe';
import { answerDialogs, closeApp, expect, openDemo, startApp, test, type RunningApp } from './support/app';

async function saveReport(app: RunningApp, file: string): Promise<void> {
  await openDemo(app);
  await answerDialogs(app, { save: file });
  await app.window.keyboard.press('Control+e');
  await app.window.getByRole('button', { name: 'Report as a web page' }).click();
  await expect(app.window.getByText('is written.')).toBeVisible();
}

/** A session of its own has none of the app's rules: only the page's count. */
async function browse({ electron }: RunningApp, file: string): Promise<Page> {
  const opened = electron.waitForEvent('window');
  await electron.evaluate(({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ width: 1280, height: 900, webPreferences: { partition: 'reader' } });
    void window.loadFile(address);
  }, file);
  const page = await opened;
  await page.waitForLoadState('load');
  return page;
}

test('the report is saved from the window and read in a browser, light and dark, wide and narrow', async ({
  profile,
  folder,
}) => {
  test.setTimeout(120_000);
  const app = await startApp(profile);
  const file = path.join(folder, 'plan.html');
  await saveReport(app, file);
  expect(await readFile(file, 'utf8')).toMatch(/^<!DOCTYPE html>/);

  const page = await browse(app, file);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alder Creek Family Medicine');
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: /^Risks/ })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: /Risks/ })).toBeInViewport();
  await expect(page.getByRole('table', { name: 'Tasks' })).toContainText('Charter and sponsor sign-off');
  await expect(page.getByRole('img', { name: 'Timeline' }).first()).toBeVisible();

  // Each look of the page once: colors do not depend on the width, nor does what can be reached on the colors.
  for (const [colorScheme, width, rules] of [
    ['light', 1280, 'all'],
    ['dark', 400, 'colors'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    expect(await axeFindings(page, rules), `${colorScheme} at ${String(width)}`).toEqual([]);
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overhang, `${colorScheme} at ${String(width)}`).toBeLessThanOrEqual(0);
  }
  const asked = app.requests.filter((address) => !/^(app:\/\/workbook\/|data:|blob:app:)/.test(address));
  expect(asked).toEqual([`file://${file}`]);
  expect(app.complaints).toEqual([]);
  await closeApp(app);
});
