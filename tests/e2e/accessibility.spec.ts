/** Every screen, in both themes, without a finding of axe; and the main ways by keyboard alone. */
import { closeApp, expect, goTo, openDemo, startApp, test } from './support/app';
import { axeFindings } from './support/axe';
import { cellOf } from './support/grid';

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
  'Resources',
  'Calendars and phases',
  'Gates',
  'Gate criteria',
  'Approvals',
  'Problems',
  'Review',
  'What-ifs',
  'Comments',
  'History',
  'Backups',
];

for (const [theme, rules] of [
  ['Light', 'all'],
  ['Dark', 'colors'],
] as const) {
  test(`axe finds nothing on any page in the ${theme.toLowerCase()} theme`, async ({ app }) => {
    test.setTimeout(360_000);
    const { window } = app;
    await window.getByRole('button', { name: theme, exact: true }).click();
    expect(await axeFindings(window, rules), 'Home').toEqual([]);
    await window.getByRole('button', { name: 'About' }).click();
    await expect(window.getByRole('dialog')).toContainText('Version');
    expect(await axeFindings(window, rules), 'About').toEqual([]);
    await window.keyboard.press('Escape');
    await openDemo(app);
    for (const page of PAGES) {
      await goTo(window, page);
      expect(await axeFindings(window, rules), page).toEqual([]);
    }
    await window.keyboard.press('Control+k');
    await window.getByRole('combobox').fill('take baseline');
    await window.keyboard.press('Enter');
    await window.getByRole('dialog').getByRole('button', { name: 'Take baseline' }).click();
    await goTo(window, 'Timeline');
    await (await cellOf(window, 'Charter and sponsor sign-off', 'Days')).click();
    await window.keyboard.type('30');
    await window.keyboard.press('Enter');
    await goTo(window, 'Baselines');
    await expect(window.getByRole('main')).toContainText('later than agreed');
    expect(await axeFindings(window, rules), 'Baselines').toEqual([]);
    await goTo(window, 'Calendars and phases');
    await window.getByRole('rowheader').first().click();
    await window.keyboard.press('Control+Enter');
    await expect(window.getByRole('complementary')).toBeVisible();
    expect(await axeFindings(window, rules), 'Details of a calendar').toEqual([]);
    await goTo(window, 'Funding and actuals');
    await window.getByRole('radio', { name: 'Actuals' }).click();
    expect(await axeFindings(window, rules), 'A register without records').toEqual([]);
    await goTo(window, 'Gates');
    await window.getByRole('button', { name: 'Add the usual gates' }).click();
    await expect(window.getByRole('table', { name: 'Criteria of 90 days out' })).toBeVisible();
    expect(await axeFindings(window, rules), 'Gates').toEqual([]);
    await window.getByRole('button', { name: 'Decide…' }).click();
    await window.getByRole('button', { name: /Decision$/ }).click();
    await window.getByRole('option', { name: 'No-go, refused' }).click();
    const name = window.getByRole('textbox', { name: 'Name as written' });
    await name.fill('Dr. Shah '.repeat(60));
    await window.getByRole('button', { name: 'Add the decision' }).click();
    await expect(window.getByRole('alert').filter({ hasText: 'Nothing was added' })).toBeVisible();
    await name.fill('Dr. Shah');
    expect(await axeFindings(window, rules), 'A decision').toEqual([]);
    await window.getByRole('button', { name: 'Add the decision' }).click();
    await expect(window.getByRole('complementary')).toContainText('Dr. Shah');
    expect(await axeFindings(window, rules), 'A decided gate').toEqual([]);
    await goTo(window, 'Team');
    await window.getByRole('radio', { name: 'Board' }).click();
    expect(await axeFindings(window, rules), 'A board').toEqual([]);
    await window.getByRole('button', { name: 'Find and replace' }).click();
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await axeFindings(window, rules), 'Find and replace').toEqual([]);
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+e');
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await axeFindings(window, rules), 'Export').toEqual([]);
  });
}

test('axe finds nothing in high contrast with comfortable rows, and both are kept', async ({ profile }) => {
  test.setTimeout(120_000);
  const app = await startApp(profile);
  const { window } = app;
  await openDemo(app);
  await window.getByRole('button', { name: /workbook menu/ }).click();
  await window.getByRole('menuitem', { name: 'Colors: high contrast' }).click();
  const low = (await window.getByRole('button', { name: 'Export' }).last().boundingBox())?.height ?? 0;
  await window.getByRole('button', { name: /workbook menu/ }).click();
  await window.getByRole('menuitem', { name: 'Rows: comfortable' }).click();
  await expect
    .poll(async () => (await window.getByRole('button', { name: 'Export' }).last().boundingBox())?.height)
    .toBeGreaterThan(low);
  for (const page of ['Overview', 'Timeline', 'Costs', 'Risks']) {
    await goTo(window, page);
    expect(await axeFindings(window, 'colors'), page).toEqual([]);
  }
  // On paper a list has all its rows, on the screen those in view.
  await goTo(window, 'Costs');
  const grid = window.getByRole('treegrid', { name: 'Cost lines' });
  const rows = grid.getByRole('row');
  const all = Number(await grid.getAttribute('aria-rowcount'));
  expect(await rows.count()).toBeLessThan(all);
  await window.evaluate("dispatchEvent(new Event('beforeprint'))");
  await expect(rows).toHaveCount(all);
  await window.evaluate("dispatchEvent(new Event('afterprint'))");
  await expect.poll(() => rows.count()).toBeLessThan(all);
  await closeApp(app);

  const again = await startApp(profile);
  await expect(again.window.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await expect(again.window.locator('html')).toHaveAttribute('data-density', 'comfortable');
  await closeApp(again);
});

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

  // The week with the most work is told at once; arrows lead to the others.
  await goTo(window, 'Resources');
  const busiest = window.getByRole('gridcell', { selected: true });
  await expect(busiest).toHaveText('133%, more than there is time');
  await busiest.focus();
  await window.keyboard.press('ArrowLeft');
  await expect(busiest).toBeFocused();
  await expect(window.getByRole('region', { name: /^Theo Washington, week of Mon, May 17/ })).toContainText(
    'Interface tests with each partner',
  );
});
