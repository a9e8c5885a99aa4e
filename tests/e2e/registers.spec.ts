/** Registers that have no screen of their own: typed, pasted, looked up, and led to from elsewhere. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import {
  answerDialogs,
  closeApp,
  expect,
  goTo,
  openDemo,
  startApp,
  test,
  untilSaved,
  type RunningApp,
} from './support/app';

/** The cell of a record in the column with this head. */
async function cellOf(window: Page, table: string, record: string, column: string): Promise<Locator> {
  const grid = window.getByLabel(table, { exact: true }).and(window.locator('[role=grid], [role=treegrid]'));
  const heads = await grid.getByRole('columnheader').allInnerTexts();
  const row = grid
    .getByRole('row')
    .filter({ has: window.getByRole('rowheader', { name: record, exact: true }) });
  return row.locator(`[aria-colindex="${String(heads.indexOf(column) + 1)}"]`);
}

async function paste(window: Page, text: string): Promise<void> {
  await window.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('a person is added and described by typing alone, and undo takes it back word by word', async ({
  app,
}) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Team');
  await window.getByRole('rowheader', { name: 'Lin Abara' }).click();
  await window.keyboard.press('Insert');
  await expect(window.getByRole('rowheader', { name: 'New person' })).toBeVisible();
  await window.keyboard.type('Noor Haddad');
  await window.keyboard.press('Tab');
  await window.keyboard.type('NH');
  await window.keyboard.press('Tab');
  await window.keyboard.type('nurse');
  await window.keyboard.press('Tab');
  await window.keyboard.type('Cedar Fork');
  await window.keyboard.press('Enter');
  await expect(await cellOf(window, 'People', 'Noor Haddad', 'Job')).toHaveText('Nurse');
  await expect(await cellOf(window, 'People', 'Noor Haddad', 'Site')).toHaveText('Cedar Fork');
  await expect(window.locator('.answer')).toContainText('Nine people.');
  await window.keyboard.press('Control+z');
  await expect(await cellOf(window, 'People', 'Noor Haddad', 'Site')).toHaveText('');
  for (let step = 0; step < 4; step++) await window.keyboard.press('Control+z');
  await expect(window.locator('.answer')).toContainText('Eight people.');
});

test('people pasted from Excel arrive in one step; what does not fit is said and the rest is kept', async ({
  app,
}) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Team');
  await window.getByRole('rowheader', { name: 'Lin Abara' }).click();
  await paste(
    window,
    'Lin Abara\tLA\tMedical assistant\tCedar Fork\r\nAnn Ng\tAN\tNurse\tAlder Creek\r\nBo Lee\tBL\tFront desk\tNowhere\r\n' +
      '"A very long name that goes on, and on, and does not end where anybody would expect a name to end"\tAV\tIT\r\n',
  );
  await expect(window.locator('.answer')).toContainText('11 people');
  await expect(await cellOf(window, 'People', 'Ann Ng', 'Site')).toHaveText('Alder Creek');
  await expect(await cellOf(window, 'People', 'Bo Lee', 'Job')).toHaveText('Front desk');
  await expect(window.getByText(/1 left out\. Row 3: “Site” takes one of the sites/)).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(window.locator('.answer')).toContainText('Eight people.');
});

test('a shorter working week moves go-live everywhere', async ({ app }) => {
  const { window } = app;
  await openDemo(app);
  const before = await window.locator('.runup').innerText();
  await goTo(window, 'Calendars');
  await window.getByRole('rowheader', { name: 'Monday to Friday' }).click();
  await window.keyboard.press('Control+Enter');
  const friday = window.getByRole('complementary').getByRole('button', { name: 'Friday' });
  await friday.focus();
  await window.keyboard.press('Space');
  await expect(friday).toHaveAttribute('aria-pressed', 'false');
  await expect(await cellOf(window, 'Calendars', 'Monday to Friday', 'Working days')).toHaveText(
    'Monday to Thursday',
  );
  await goTo(window, 'Timeline');
  await expect(window.locator('.runup')).not.toHaveText(before);
  await window.keyboard.press('Control+z');
  await expect(window.locator('.runup')).toHaveText(before);
});

test('days off are pasted as a list, and one is taken out again', async ({ app }) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Calendars');
  await window.getByRole('rowheader', { name: 'Monday to Friday' }).click();
  await window.keyboard.press('Control+Enter');
  const drawer = window.getByRole('complementary');
  const list = drawer.getByLabel('Days off: add a list of days');
  await list.fill('1/1/2027\nMay 31, 2027\n5 Jul 2027');
  await list.press('Control+Enter');
  await expect(drawer.getByText('Mon, May 31')).toBeVisible();
  await expect(window.locator('.answer')).toHaveText('One calendar.');
  await drawer.getByRole('button', { name: 'Remove Monday, May 31, 2027' }).click();
  await expect(drawer.getByText('Mon, May 31')).toHaveCount(0);
  await expect(drawer.getByText('Fri, Jan 1')).toBeVisible();
});

test('the organization is a form: a device more changes the budget, and a wrong currency is refused', async ({
  app,
}) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Organization');
  await window.getByLabel('Devices').fill('15');
  await window.getByLabel('Devices').press('Enter');
  await window.getByLabel('Currency').fill('EURO');
  await window.getByLabel('Currency').press('Enter');
  await expect(window.getByText(/“Currency” is 4 characters long/)).toBeVisible();
  await expect(window.getByRole('button', { name: /Undo/ }).first()).toBeEnabled();
  await goTo(window, 'Costs');
  await expect(window.getByRole('row').filter({ hasText: 'Exam room workstations' })).toContainText('15');
});

test('filter, order and heads change what is shown, and nothing else', async ({ app }) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Team');
  await window.getByLabel('Filter people').fill('cedar');
  await expect(window.getByRole('rowheader')).toHaveText(['Jordan Reyes', 'Lin Abara']);
  await expect(window.getByRole('toolbar')).toContainText('2 of 8');
  await window.getByLabel('Filter people').fill('');
  await window.getByRole('button', { name: /Group/ }).click();
  await window.getByRole('option', { name: 'By site' }).click();
  await expect(window.getByRole('rowheader').first()).toHaveText('Alder Creek, 6');
  await window.getByRole('button', { name: /Order/ }).click();
  await window.getByRole('option', { name: 'Ordered by name' }).click();
  await expect(window.getByRole('rowheader').nth(1)).toHaveText('Dr. Anders Kowalczyk');
  await window.getByRole('button', { name: 'Columns' }).click();
  await window.getByRole('menuitemcheckbox', { name: 'Cost per hour' }).click();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('columnheader', { name: 'Cost per hour' })).toBeVisible();
  await goTo(window, 'Costs');
  await goTo(window, 'Team');
  await expect(window.getByRole('rowheader').nth(1)).toHaveText('Dr. Anders Kowalczyk');
});

test('a record goes to the bin with what names it told, and comes back from there', async ({ app }) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Team');
  await window.getByRole('rowheader', { name: 'Theo Washington' }).click();
  await window.keyboard.press('Control+Delete');
  await expect(window.getByText(/“Theo Washington” is in the bin\. .+ still name it\./)).toBeVisible();
  await expect(window.getByRole('rowheader', { name: 'Theo Washington' })).toHaveCount(0);
  await window.getByRole('button', { name: 'In the bin 1' }).click();
  await window.getByRole('rowheader', { name: 'Theo Washington' }).click();
  await window.getByRole('button', { name: 'Bring back' }).click();
  await window.getByRole('button', { name: /In the bin/ }).click();
  await expect(window.getByRole('rowheader', { name: 'Theo Washington' })).toBeVisible();
});

test('a problem leads to its record and is mended with one press, by keyboard', async ({ app }) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Calendars');
  // A calendar nobody can work by: the app says so and counts Monday to Friday.
  await window.getByRole('rowheader', { name: 'Monday to Friday' }).click();
  await window.keyboard.press('Control+Enter');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    await window.getByRole('complementary').getByRole('button', { name: day }).click();
  }
  await goTo(window, 'Problems');
  const show = window.getByRole('button', {
    name: /^Show: The calendar “Monday to Friday” has no working day/,
  });
  await show.focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('main', { name: 'Calendars and phases' })).toBeVisible();
  const focused = window.getByRole('row').filter({ has: window.locator('.dg-cell.has-focus') });
  await expect(focused.getByRole('rowheader')).toHaveText('Monday to Friday');
  await expect(window.locator('.dg-cell.has-focus')).toHaveAttribute('title', /has no working day/);
  await goTo(window, 'Problems');
  await window.getByRole('button', { name: 'Work Monday to Friday: “Monday to Friday”' }).focus();
  await window.keyboard.press('Enter');
  await expect(window.getByText('Work Monday to Friday: “Monday to Friday”: done.')).toBeVisible();
  await expect(show).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(window.getByText('Undone: Work Monday to Friday: “Monday to Friday”.')).toBeVisible();
  await expect(show).toBeVisible();
});

test('a view is named, comes back after a restart with the heads of other tables, and is forgotten', async ({
  profile,
}) => {
  const first = await startApp(profile);
  await openDemo(first);
  await goTo(first.window, 'Team');
  await first.window.getByLabel('Filter people').fill('cedar');
  await first.window.getByRole('button', { name: 'Views' }).click();
  await first.window.getByLabel('Name for what is shown now').fill('Cedar Fork only');
  await first.window.keyboard.press('Enter');
  await expect(first.window.getByRole('button', { name: 'View: Cedar Fork only' })).toBeVisible();
  await goTo(first.window, 'Risks');
  await first.window.getByRole('columnheader', { name: 'Prob.' }).focus();
  await first.window.keyboard.press('Enter');
  await goTo(first.window, 'Timeline');
  const days = first.window.getByRole('columnheader', { name: 'Days' });
  await days.focus();
  await first.window.keyboard.press('Alt+ArrowRight');
  const wide = (await days.boundingBox())?.width ?? 0;
  const kept = (): Promise<string> => readFile(path.join(profile, 'settings.json'), 'utf8');
  await expect.poll(kept).toMatch(/"timeline[^]*"durationDays": \d+/);
  await untilSaved(first.window);
  await closeApp(first);

  const { window, electron } = await startApp(profile);
  await goTo(window, 'Timeline');
  expect((await window.getByRole('columnheader', { name: 'Days' }).boundingBox())?.width).toBe(wide);
  await goTo(window, 'Risks');
  await expect(window.getByRole('columnheader', { name: 'Prob.' })).toHaveAttribute('aria-sort', 'ascending');
  await goTo(window, 'Team');
  await expect(window.getByRole('toolbar')).toContainText('8 people');
  await window.getByRole('button', { name: 'Views' }).click();
  await window.getByRole('button', { name: 'Cedar Fork only', exact: true }).click();
  await expect(window.getByRole('rowheader')).toHaveText(['Jordan Reyes', 'Lin Abara']);
  await window.getByRole('button', { name: 'View: Cedar Fork only' }).click();
  await window.getByRole('button', { name: 'Forget the view Cedar Fork only' }).click();
  await expect(window.getByRole('dialog')).toContainText('A view keeps filter, order, heads and columns');
  await closeApp({ electron });
});

test('words are found in what is shown, counted before they are replaced, and one undo brings them back', async ({
  app,
}) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Team');
  await window.getByRole('rowheader', { name: 'Maria Ortega' }).click();
  await window.keyboard.press('Control+h');
  const panel = window.getByRole('dialog', { name: 'Find and replace' });
  await panel.getByLabel('Find', { exact: true }).fill('aldercreek.example');
  await expect(panel.getByRole('status')).toContainText('Found eight times in eight cells.');
  await panel.getByLabel('Replace with').fill('alder.example');
  await expect(panel.getByRole('status')).toContainText('maria@alder.example');
  await window.keyboard.press('Enter');
  await expect(await cellOf(window, 'People', 'Maria Ortega', 'Email')).toHaveText('maria@alder.example');
  await expect(window.getByText('Eight cells changed.')).toBeVisible();
  await window.getByRole('rowheader', { name: 'Maria Ortega' }).click();
  await window.keyboard.press('Control+z');
  await expect(await cellOf(window, 'People', 'Maria Ortega', 'Email')).toHaveText(
    'maria@aldercreek.example',
  );
  await expect(await cellOf(window, 'People', 'Lin Abara', 'Email')).toHaveText('lin@aldercreek.example');
});

test('a board moves cards by mouse and by keyboard, and undo moves them back', async ({ app }) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Team');
  await window.getByRole('radio', { name: 'Board' }).click();
  await window.getByRole('button', { name: /Group/ }).click();
  await window.getByRole('option', { name: 'By site' }).click();
  const column = (name: RegExp): Locator => window.getByRole('region', { name });
  await expect(column(/^Alder Creek, 6/)).toBeVisible();
  await column(/^Alder Creek/)
    .getByRole('button', { name: /^Theo Washington/ })
    .focus();
  await window.keyboard.press('Alt+ArrowRight');
  await expect(column(/^Cedar Fork, 3/)).toContainText('Theo Washington');
  await expect(column(/^Cedar Fork/).getByRole('button', { name: /Theo Washington/ })).toBeFocused();
  await window.keyboard.press('ArrowUp');
  await expect(window.getByRole('button', { name: /^Jordan Reyes/ })).toBeFocused();
  await window.keyboard.press('Control+z');
  await expect(column(/^Alder Creek, 6/)).toContainText('Theo Washington');
  await window.getByRole('button', { name: /^Lin Abara/ }).dragTo(column(/^No site/));
  await expect(column(/^No site, 1/)).toContainText('Lin Abara');
  await window.getByRole('button', { name: /^Lin Abara/ }).press('Enter');
  await expect(window.getByRole('complementary')).toContainText('Lin Abara');
});

test('what is shown is printed whole, with its heads, and the window is as before', async ({ app }) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Team');
  await window.getByRole('button', { name: /Group/ }).click();
  await window.getByRole('option', { name: 'By site' }).click();
  // The system's dialog cannot be answered here: what it would be handed is looked at instead.
  await window.evaluate(() => {
    globalThis.print = () => {
      globalThis.dispatchEvent(new Event('beforeprint'));
      document.title = document.querySelector('.print-sheet')?.textContent ?? 'nothing to print';
      globalThis.dispatchEvent(new Event('afterprint'));
    };
  });
  const printed =
    /^PeopleEight people.*Alder Creek Family Medicine, as of .*Alder Creek, 6.*Cedar Fork, 2.*Lin Abara/;
  await window.getByRole('button', { name: 'Print this page' }).click();
  await expect(window).toHaveTitle(printed);
  await expect(window.locator('.print-sheet')).toHaveCount(0);
  await window.evaluate(() => {
    document.title = '';
  });
  await window.keyboard.press('Control+p');
  await expect(window).toHaveTitle(printed);
  await expect(window.locator('.print-sheet')).toHaveCount(0);
});

test('a table ordered and widened at its heads, by mouse and by keyboard, is saved as a file just as it is shown', async ({
  app,
  folder,
}) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Team');
  const head = (name: string): Locator => window.getByRole('columnheader', { name });
  const spoken = window.getByTestId('spoken');
  // The page begins in its table, wherever it was opened from.
  await expect(window.getByRole('main')).toContainText('Lin Abara');
  await expect(window.locator('.main :focus')).toHaveCount(1);
  await head('Job').click();
  await expect(head('Job')).toHaveAttribute('aria-sort', 'ascending');
  await window.getByRole('rowheader').first().click();
  await window.keyboard.press('Control+ArrowUp');
  await expect(head('Name')).toBeFocused();
  await window.keyboard.press('Shift+Enter');
  await window.keyboard.press('Shift+Enter');
  const before = await head('Name').boundingBox();
  await window.keyboard.press('Alt+ArrowRight');
  await expect.poll(async () => (await head('Name').boundingBox())?.width).toBe((before?.width ?? 0) + 16);
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Alt+Shift+ArrowRight');
  await expect(window.getByRole('columnheader').nth(1)).toContainText('Job');
  await window.keyboard.press('Escape');
  await window.getByLabel('Filter people').fill('alder');
  await expect(window.getByRole('rowheader')).toHaveCount(8);
  const names = await window.getByRole('rowheader').allInnerTexts();
  const target = path.join(folder, 'team.csv');
  await answerDialogs(app, { save: target });
  await window.getByRole('button', { name: 'Export this view' }).click();
  await window.getByRole('menuitem', { name: 'CSV, just what is shown' }).click();
  await expect(window.getByText('“team.csv” is written.')).toBeVisible();
  const rows = (await readFile(target, 'utf8')).trim().split('\r\n');
  expect(rows[0]).toBe('Name,Job,Initials,Site,Department,Phone,Email');
  expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(names);

  // The pages with tables of their own are no different; on the timeline the outline is the order of the rows.
  const nth = (at: number): Locator => window.getByRole('columnheader').nth(at);
  await goTo(window, 'Costs');
  await window.getByRole('columnheader').last().click();
  await expect(window.getByRole('columnheader').last()).toHaveAttribute('aria-sort', 'ascending');
  await goTo(window, 'Risks');
  await head('Prob.').focus();
  await window.keyboard.press('Enter');
  await expect(head('Prob.')).toHaveAttribute('aria-sort', 'ascending');
  await expect(spoken).toContainText('Ordered by Prob..');
  await goTo(window, 'Timeline');
  await expect(nth(2)).toContainText('Days');
  await nth(2).focus();
  await window.keyboard.press('Enter');
  await expect(spoken).toContainText('The rows of this table keep their order.');
  await window.keyboard.press('Alt+Shift+ArrowRight');
  await expect(head('Days')).toBeFocused();
  await expect(spoken).toContainText('Days is column 4 of 9.');
  await expect(nth(3)).toContainText('Days');
  await window.getByRole('button', { name: 'Columns' }).click();
  await window.getByRole('menuitemcheckbox', { name: 'Slack' }).click();
  await window.keyboard.press('Escape');
  await expect(head('Slack')).toHaveCount(0);
  await goTo(window, 'Costs');
  await goTo(window, 'Timeline');
  await expect(nth(3)).toContainText('Days');
  await expect(head('Slack')).toHaveCount(0);

  await goTo(window, 'Roadmap');
  await window.getByText('List', { exact: true }).click();
  await head('From').click();
  await window.getByRole('button', { name: 'Export this view' }).click();
  await answerDialogs(app, { save: path.join(folder, 'roadmap.csv') });
  await window.getByRole('menuitem', { name: 'CSV, just what is shown' }).click();
  await expect(window.getByText('“roadmap.csv” is written.')).toBeVisible();
  const titles = await window.getByRole('rowheader').allInnerTexts();
  const [firstItem = ''] = (await readFile(path.join(folder, 'roadmap.csv'), 'utf8')).split('\r\n').slice(1);
  expect(firstItem).toContain(titles[0]);
});

test('what is said about a record and what was changed in it stay with it, and a value is put back', async ({
  profile,
}) => {
  const first = await startApp(profile);
  await openDemo(first);
  await goTo(first.window, 'Team');
  const details = async ({ window }: RunningApp): Promise<Locator> => {
    await window.getByRole('rowheader', { name: /^Theo Washington/ }).click();
    await window.keyboard.press('Control+Enter');
    return window.getByRole('complementary');
  };
  const drawer = await details(first);
  await drawer.getByLabel('Phone').fill('555 0199');
  await drawer.getByLabel('Phone').press('Enter');
  await drawer.getByRole('button', { name: 'Copy a link to this' }).click();
  await expect(first.window.getByText(/The link is copied/)).toBeVisible();
  await drawer.getByLabel('Write a comment').fill('Does he cover both sites? ');
  await drawer.getByLabel('Write a comment').press('Control+v');
  await drawer.getByLabel('Write a comment').press('Enter');
  await drawer.getByRole('button', { name: /^Answer: Does he cover/ }).click();
  await first.window.keyboard.type('Until noon.');
  await first.window.keyboard.press('Enter');
  await expect(first.window.getByRole('img', { name: '1 open comment' })).toBeVisible();
  await untilSaved(first.window);
  await closeApp(first);

  const second = await startApp(profile);
  await goTo(second.window, 'Team');
  const again = await details(second);
  const talk = again.getByRole('region', { name: 'Comments' });
  await expect(talk).toContainText('Until noon.');
  // The link in the comment leads to the record it was copied from.
  await expect(talk.getByRole('button', { name: 'Theo Washington', exact: true })).toBeVisible();
  await talk.getByRole('button', { name: /^Settle/ }).click();
  await expect(second.window.getByRole('img', { name: '1 open comment' })).toHaveCount(0);
  await again.getByRole('button', { name: 'Changes' }).click();
  const changes = again.getByRole('region', { name: 'Changes' });
  await expect(changes).toContainText('set Phone from “555-0105” to “555 0199”');
  await changes.getByRole('button', { name: /^Put back: .* set Phone/ }).click();
  await expect(again.getByRole('textbox', { name: 'Phone' })).toHaveValue('555-0105');
  await expect(changes.getByRole('listitem')).toHaveCount(2);
  await second.window.keyboard.press('Control+z');
  await expect(again.getByRole('textbox', { name: 'Phone' })).toHaveValue('555 0199');
  await closeApp(second);
});
