/** The main job in the real window: a plan is made, edited, kept, handed over and merged, with no network. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from '@playwright/test';
import { answerDialogs, closeApp, expect, goTo, openDemo, startApp, test, untilSaved } from './support/app';
import { cellOf } from './support/grid';

async function type(window: Page, task: string, column: string, text: string): Promise<void> {
  const cell = await cellOf(window, task, column);
  await cell.click();
  await window.keyboard.type(text);
  await window.keyboard.press('Enter');
}

/** A plan counts time in seconds: of two values written in the same one, either may be the one shown. */
async function untilAnotherSecond(): Promise<void> {
  const second = (): number => Math.floor(Date.now() / 1000);
  const now = second();
  await expect.poll(second, { intervals: [50] }).toBeGreaterThan(now);
}

test('a duration typed into the grid moves go-live, undo moves it back, and both survive a restart', async ({
  profile,
}) => {
  const first = await startApp(profile);
  await openDemo(first);
  await goTo(first.window, 'Timeline');
  const before = await first.window.locator('.runup').innerText();
  const inMenu = (): Promise<readonly string[]> =>
    first.electron.evaluate(({ Menu }) => {
      const edit = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Edit');
      return (edit?.submenu?.items ?? []).slice(0, 2).map(({ label }) => label);
    });
  await expect.poll(inMenu).toEqual(['Undo', 'Redo']);
  await type(first.window, 'Charter and sponsor sign-off', 'Days', '10');
  await expect(first.window.locator('.runup')).not.toHaveText(before);
  const change = ': Change days of “Charter and sponsor sign-off”';
  await expect.poll(inMenu).toEqual([`Undo${change}`, 'Redo']);
  await first.window.keyboard.press('Control+z');
  await expect.poll(inMenu).toEqual(['Undo', `Redo${change}`]);
  await expect(first.window.locator('.runup')).toHaveText(before);
  await type(first.window, 'Charter and sponsor sign-off', 'Days', '7');
  await untilSaved(first.window);
  await closeApp(first);

  const second = await startApp(profile);
  await goTo(second.window, 'Timeline');
  await expect(await cellOf(second.window, 'Charter and sponsor sign-off', 'Days')).toHaveText('7');
  await closeApp(second);
});

test('what does not fit is refused in words and changes nothing', async ({ app }) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Timeline');
  await type(window, 'Budget approval', 'Days', '-3');
  await expect(window.locator('body')).toContainText(/must lie between/);
  await window.keyboard.press('Escape');
  await expect(await cellOf(window, 'Budget approval', 'Days')).toHaveText('5');
});

test('rows pasted from Excel become tasks in one step that undo takes back', async ({ app }) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Timeline');
  await (await cellOf(window, 'Charter and sponsor sign-off', 'Task')).click();
  await window.keyboard.press('Control+End');
  await (await cellOf(window, 'Close and lessons learned', 'Task')).click();
  await window.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/plain',
      'Close and lessons learned\t5\r\nArchive the papers\t3\r\n"Thank everyone,\r\nwith cake"\t1\r\n',
    );
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(window.getByRole('rowheader', { name: 'Archive the papers' })).toBeVisible();
  await expect(await cellOf(window, 'Archive the papers', 'Days')).toHaveText('3');
  await window.keyboard.press('Control+z');
  await expect(window.getByRole('rowheader', { name: 'Archive the papers' })).toHaveCount(0);
});

test('the Excel budget is saved where the person says and carries the totals', async ({ app, folder }) => {
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Costs');
  const target = path.join(folder, 'budget.xlsx');
  await answerDialogs(app, { save: target });
  await window.getByRole('button', { name: 'Excel workbook' }).click();
  await expect(window.getByText('“budget.xlsx” is written.')).toBeVisible({ timeout: 30_000 });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(target);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'Summary',
      'Assumptions',
      'Cost lines',
      'Monthly',
      'Yearly',
      'Cash flow',
      'Risks',
      'Schedule',
    ]),
  );
  const results: unknown[] = [];
  workbook.getWorksheet('Summary')?.eachRow((row) => row.eachCell((cell) => results.push(cell.result)));
  expect(results).toContain(387855.38);
});

test('Gantt and roadmap are written as SVG, PNG and PDF', async ({ app, folder }) => {
  const { window } = app;
  await openDemo(app);
  for (const [label, file, magic] of [
    ['Gantt as PDF', 'gantt.pdf', '%PDF'],
    ['Gantt as PNG', 'gantt.png', '\x89PNG'],
    ['Gantt as SVG', 'gantt.svg', '<?xml'],
    ['Roadmap as PDF', 'roadmap.pdf', '%PDF'],
  ] as const) {
    const target = path.join(folder, file);
    await answerDialogs(app, { save: target });
    await window.keyboard.press('Control+e');
    await window.getByRole('button', { name: label }).click();
    await expect(window.getByText(`“${file}” is written.`)).toBeVisible({ timeout: 30_000 });
    expect((await readFile(target)).toString('latin1').startsWith(magic)).toBe(true);
  }
});

test('two people edit apart; opening the copy merges it, shows both values, and a choice settles it', async ({
  folder,
  profile,
}) => {
  const copy = path.join(folder, 'to-dr-shah.golive');
  const back = path.join(folder, 'back.golive');
  const task = 'Charter and sponsor sign-off';
  const maria = await startApp(profile);
  await openDemo(maria);
  await answerDialogs(maria, { save: copy, open: back });
  await maria.window.getByRole('button', { name: 'Send a copy' }).click();
  await expect(maria.window.getByText(/holds the whole plan/)).toBeVisible();

  const shah = await startApp(path.join(folder, 'other-profile'));
  await answerDialogs(shah, { open: copy, save: back });
  await shah.window.getByRole('button', { name: /Open a file/ }).click();
  await goTo(shah.window, 'Timeline');
  await type(shah.window, task, 'Days', '9');
  await type(shah.window, 'Budget approval', 'Days', '6');
  await untilSaved(shah.window);
  await shah.window.getByRole('button', { name: 'Send a copy' }).click();
  await expect(shah.window.getByText(/holds the whole plan/)).toBeVisible();

  await goTo(maria.window, 'Timeline');
  await untilAnotherSecond();
  await type(maria.window, task, 'Days', '7');
  await maria.window.keyboard.press('Control+o');
  const dialog = maria.window.getByRole('dialog');
  await expect(dialog).toContainText('back.golive');
  await dialog.getByRole('button', { name: /Review 1 question/ }).click();
  await expect(maria.window.getByRole('main')).toContainText(task);
  const merge = maria.window.getByRole('complementary', { name: /back\.golive/ });
  await expect(merge).toContainText(/Go-live unchanged.*Changed Budget approval: days/);
  const before = /^Before 5 working days/;
  await expect(maria.window.getByRole('radio', { name: before })).toBeVisible();
  // Both go by the name of the one user of this machine, and still are two.
  await expect(maria.window.getByRole('radio', { name: /^Mine.*7 working days/ })).toBeVisible();
  await expect(maria.window.getByRole('radio', { name: /^Theirs.*9 working days/ })).toBeVisible();

  for (const [form, file] of [
    [/Web page/, 'report.html'],
    [/PDF/, 'report.pdf'],
  ] as const) {
    await answerDialogs(maria, { save: path.join(folder, file) });
    await maria.window.getByRole('button', { name: 'Save the report…' }).click();
    await maria.window.getByRole('menuitem', { name: form }).click();
    await expect(maria.window.getByText(`“${file}” is written.`)).toBeVisible({ timeout: 30_000 });
  }
  expect(await readFile(path.join(folder, 'report.html'), 'utf8')).toMatch(
    /“Budget approval”[^]*6 working days/,
  );
  expect((await readFile(path.join(folder, 'report.pdf'))).toString('latin1')).toMatch(/^%PDF/);

  // The other way round it is the same question, with the same value before it.
  const forth = path.join(folder, 'forth.golive');
  await answerDialogs(maria, { save: forth, open: back });
  await maria.window.getByRole('button', { name: 'Send a copy' }).click();
  await expect(maria.window.getByText(/“forth\.golive” holds the whole plan/)).toBeVisible();
  await answerDialogs(shah, { open: forth });
  await shah.window.keyboard.press('Control+o');
  await shah.window
    .getByRole('dialog')
    .getByRole('button', { name: /Review 1 question/ })
    .click();
  await expect(shah.window.getByRole('radio', { name: before })).toBeVisible();
  await shah.window.getByRole('button', { name: 'Open the plan as it was' }).click();
  await expect(shah.window.getByText(/Restored as a workbook of its own/)).toBeVisible();
  await expect(shah.window.getByRole('main', { name: /^Overview/ })).toBeVisible();
  await goTo(shah.window, 'Timeline');
  await expect(await cellOf(shah.window, task, 'Days')).toHaveText('9');
  await expect(shah.window.getByRole('button', { name: /to decide/ })).toHaveCount(0);
  const earlier = shah.window.getByRole('note', { name: 'Earlier state of the plan' });
  await expect(earlier).toContainText('This is the plan as it was on');
  await earlier.getByRole('button', { name: 'Go to the plan' }).click();
  await expect(shah.window.getByRole('button', { name: /to decide/ })).toBeVisible();
  await expect(earlier).toHaveCount(0);
  await closeApp(shah);

  // Another day, the merge is there with all that it did, and can still be taken back.
  await closeApp(maria);
  const again = await startApp(profile);
  await goTo(again.window, 'Review');

  const kept = again.window.getByRole('complementary', { name: /back\.golive/ });
  await expect(kept).toContainText(/Go-live unchanged.*Changed Budget approval: days/);
  await expect(kept.getByRole('button', { name: 'Open the plan as it was' })).toBeVisible();
  await kept.getByRole('button', { name: 'Take this merge back' }).click();
  await expect(again.window.getByText(/“back\.golive” taken back in one record/)).toBeVisible();
  await goTo(again.window, 'Timeline');
  await expect(await cellOf(again.window, 'Budget approval', 'Days')).not.toHaveText('6');
  const undoInMessage = again.window.getByLabel('Messages').getByRole('button', { name: 'Undo' });
  await expect(undoInMessage).toHaveCount(1);
  await again.window.keyboard.press('Control+z');
  await expect(await cellOf(again.window, 'Budget approval', 'Days')).toHaveText('6');
  // Pressed now, it would take back something else.
  await expect(undoInMessage).toHaveCount(0);

  // The same file again changes nothing more.
  await answerDialogs(again, { open: back });
  await again.window.keyboard.press('Control+o');
  await expect(again.window.getByRole('dialog')).toContainText('back.golive');
  await again.window.getByRole('dialog').getByRole('button', { name: 'Later' }).click();
  await type(again.window, task, 'Days', '9');
  await expect(again.window.getByRole('button', { name: /to decide/ })).toHaveCount(0);
  await closeApp(again);
});

test('a damaged or foreign file is refused in words, and the plan stays as it was', async ({
  app,
  folder,
}) => {
  const { window } = app;
  await openDemo(app);
  await answerDialogs(app, { open: path.join(folder, 'missing.golive') });
  await window.keyboard.press('Control+o');
  await expect(window.getByText('“missing.golive” is not there')).toBeVisible();
  await answerDialogs(app, { open: path.resolve('package.json') });
  await window.keyboard.press('Control+o');
  await expect(window.getByText('“package.json” is not a Golive Workbook file')).toBeVisible();
  await untilSaved(window);
});

test('the plan comes back when the fast copy is gone, and when the journal is gone', async ({ profile }) => {
  const first = await startApp(profile);
  await openDemo(first);
  await goTo(first.window, 'Timeline');
  await type(first.window, 'Charter and sponsor sign-off', 'Days', '7');
  await untilSaved(first.window);
  await closeApp(first);

  await rm(path.join(profile, 'IndexedDB'), { recursive: true, force: true });
  const second = await startApp(profile);
  await goTo(second.window, 'Timeline');
  await expect(await cellOf(second.window, 'Charter and sponsor sign-off', 'Days')).toHaveText('7');
  await closeApp(second);

  const plans = path.join(profile, 'plans');
  for (const plan of await readdir(plans)) await rm(path.join(plans, plan), { recursive: true, force: true });
  const third = await startApp(profile);
  await goTo(third.window, 'Timeline');
  await expect(await cellOf(third.window, 'Charter and sponsor sign-off', 'Days')).toHaveText('7');
  await expect(third.window.getByText(/was damaged and has been restored/)).toBeVisible();
  await closeApp(third);
});
