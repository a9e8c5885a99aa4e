/** A spreadsheet comes into the plan: chosen, looked through, taken over in one step, and taken back in one. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Locator } from '@playwright/test';
import { answerDialogs, expect, goTo, openDemo, test, untilSaved, type RunningApp } from './support/app';
import { axeFindings } from './support/axe';

async function riskFile(folder: string): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Read me').addRow(['Fill in the next sheet']);
  const sheet = workbook.addWorksheet('Our risks');
  sheet.addRows([
    ['Risks of the clinic'],
    [],
    ['Risk', 'Likelihood', 'Responsible', 'Cost if it happens', 'Next review', 'Mood'],
    [
      'Clearinghouse rejects the first claims',
      4,
      'Maria Ortega',
      { formula: '2*900', result: 1800 },
      new Date(Date.UTC(2027, 4, 3)),
      'calm',
    ],
    ['Two printers never arrive', 'maybe', 'Jo Newcomer', 250.5, '', ''],
    ['Power loss during clinic hours', 5, '', '', '', ''],
    ['', 2, '', '', '', ''],
  ]);
  const file = path.join(folder, 'our risks.xlsx');
  await workbook.xlsx.writeFile(file);
  return file;
}

async function chooseFile(app: RunningApp, file: string): Promise<Locator> {
  await answerDialogs(app, { open: file });
  await app.window.getByRole('button', { name: /workbook menu/ }).click();
  await app.window.getByRole('menuitem', { name: 'Import from Excel or CSV…' }).click();
  return app.window.getByRole('dialog');
}

async function resize({ electron }: RunningApp, width: number): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, wide) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(wide, 800);
  }, width);
}

test('risks from Excel are guessed, previewed, taken over in one step and taken back in one', async ({
  app,
  folder,
}) => {
  test.setTimeout(120_000);
  const { window } = app;
  await openDemo(app);
  const dialog = await chooseFile(app, await riskFile(folder));
  await expect(dialog.getByRole('heading', { name: 'Import “our risks.xlsx”' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /Sheet/ })).toContainText('Our risks');
  await expect(dialog.getByRole('button', { name: /Each row is a record of/ })).toContainText('Risks');
  await expect(dialog.getByRole('textbox', { name: 'Heads stand in row' })).toHaveValue('3');
  await expect(dialog.getByRole('button', { name: 'Likelihood goes to' })).toContainText('Probability');
  await expect(dialog.getByRole('button', { name: 'Mood goes to' })).toContainText('Leave out');
  await expect(dialog.getByRole('status')).toContainText(
    '2 records are added, 1 changed. 1 row and 1 cell are left out. Also added: Jo Newcomer.',
  );
  const wrong = dialog
    .getByRole('group', { name: 'Preview' })
    .getByRole('row')
    .filter({ hasText: 'Two printers never arrive' });
  await expect(wrong).toContainText('“Probability” takes a number, and “maybe” is not one.');

  expect(await axeFindings(window)).toEqual([]);

  await resize(app, 640);
  await expect(dialog.getByRole('button', { name: 'Import 3 records' })).toBeInViewport({ ratio: 1 });
  await resize(app, 1280);

  await dialog.getByRole('button', { name: 'Mood goes to' }).click();
  await window.getByRole('option', { name: 'Notes' }).click();
  await dialog.getByRole('button', { name: 'Import 3 records' }).click();
  await expect(dialog.getByRole('heading', { name: 'Imported “our risks.xlsx”' })).toBeVisible();
  await expect(dialog).toContainText('Row 7');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await expect(window.getByRole('main', { name: 'Risks' })).toBeVisible();
  const added = window.getByRole('row').filter({ hasText: 'Clearinghouse rejects the first claims' });
  await expect(added).toBeVisible();
  await untilSaved(window);
  await window.getByRole('button', { name: 'Undo: Import of our risks.xlsx' }).click();
  await expect(added).toHaveCount(0);
  await goTo(window, 'Team');
  await expect(window.getByText('Jo Newcomer')).toHaveCount(0);
});

test('a list of people in CSV is taken over by keyboard, and the same again changes nothing', async ({
  app,
  folder,
}) => {
  const { window } = app;
  await openDemo(app);
  const file = path.join(folder, 'staff.csv');
  await writeFile(file, 'Name;E-mail;Phone\r\nIda Berg;ida@clinic.example;555-0199\r\n');
  const dialog = await chooseFile(app, file);
  await expect(dialog.getByRole('status')).toContainText('1 record is added.');
  await dialog.getByRole('button', { name: 'Import 1 record' }).focus();
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(window.getByRole('main', { name: 'Team' })).toBeVisible();
  await expect(window.getByText('ida@clinic.example')).toBeVisible();

  const again = await chooseFile(app, file);
  await expect(again.getByRole('status')).toContainText('1 stays as it is.');
  await expect(again.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await window.keyboard.press('Escape');
  await expect(again).toHaveCount(0);
});

test('a file that is none is refused in words, and nothing changes', async ({ app, folder }) => {
  const { window } = app;
  await openDemo(app);
  const file = path.join(folder, 'broken.xlsx');
  await writeFile(file, 'PK no zip at all');
  await answerDialogs(app, { open: file });
  await window.getByRole('button', { name: /workbook menu/ }).click();
  await window.getByRole('menuitem', { name: 'Import from Excel or CSV…' }).click();
  await expect(window.getByText('“broken.xlsx” could not be read')).toBeVisible();
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect(window.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});
