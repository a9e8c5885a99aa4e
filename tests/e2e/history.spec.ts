/** The history of the whole plan in the real window: what was done last time, found, put back, gone back and undone. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { Desk } from './cli/commandLine';
import { answerDialogs, closeApp, expect, goTo, openDemo, startApp, test, untilSaved } from './support/app';
import { cellOf } from './support/grid';

const CHARTER = 'Charter and sponsor sign-off';

async function setDays(window: Page, task: string, days: string): Promise<void> {
  await (await cellOf(window, task, 'Days')).click();
  await window.keyboard.type(days);
  await window.keyboard.press('Enter');
}

async function choose(window: Page, field: string, choice: RegExp): Promise<void> {
  await window.getByRole('button', { name: field }).click();
  await window.getByRole('option', { name: choice }).click();
}

/** Changes a copy of the plan under the name of this computer's user, as another computer of theirs would. */
function editElsewhere(copy: string, task: string, durationDays: number): void {
  const desk = new Desk();
  const { registers } = desk.dump(copy);
  const id = registers['tasks']?.find(({ name }) => name === task)?.id;
  desk.edit(copy, [{ register: 'tasks', id, set: { durationDays } }]);
}

test('what was changed last time is listed, exported, found, put back, and the plan goes back and forth', async ({
  profile,
  folder,
}) => {
  const first = await startApp(profile);
  await openDemo(first);
  await goTo(first.window, 'Timeline');
  const charter = await (await cellOf(first.window, CHARTER, 'Days')).innerText();
  await setDays(first.window, 'Budget approval', '7');
  await setDays(first.window, CHARTER, '19');
  await untilSaved(first.window);
  await closeApp(first);

  const app = await startApp(profile);
  const { window, electron, complaints } = app;
  await goTo(window, 'History');
  const entries = window.locator('.hy-entry');
  await choose(window, 'Period', /^Since I was last here/);
  await expect(window.getByText('Nothing of this kind was changed.')).toBeVisible();
  await choose(window, 'Period', /^When I was last here/);
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText(`set Days from ${charter} working days to 19 working days`);

  const save = path.join(folder, 'changes.csv');
  await answerDialogs(app, { save });
  await window.getByRole('button', { name: 'Export this view' }).click();
  await window.getByRole('menuitem', { name: 'CSV, every change that is found' }).click();
  await expect(window.getByText('“changes.csv” is written.')).toBeVisible();
  const [, newest = '', oldest = '', ...others] = (await readFile(save, 'utf8')).trim().split('\r\n');
  expect(newest).toContain(`,Tasks,${CHARTER},Days,${charter},19,working days,`);
  expect(oldest).toContain(',Tasks,Budget approval,Days,5,7,working days,');
  expect(others).toEqual([]);

  await window.getByRole('searchbox', { name: 'Search the history' }).fill('budget appr');
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('Budget approval');
  await entries.getByRole('button', { name: /^Put back/ }).click();
  await window.getByRole('searchbox', { name: 'Search the history' }).fill('');
  await choose(window, 'Period', /^Since I was last here/);
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('set Days from 7 working days to 5 working days');

  await choose(window, 'Period', /^Any time/);
  const ofCharter = entries.filter({ hasText: '19 working days' });
  await ofCharter.getByRole('button', { name: /^Go back to before this/ }).click();
  await window.getByRole('menuitem', { name: /^The whole plan/ }).click();
  const dialog = window.getByRole('dialog', { name: 'Go back to the plan as it was' });
  await expect(dialog).toContainText('2 values change, in 2 records altogether.');
  await expect(dialog).toContainText('A backup is made before.');
  await dialog.getByRole('button', { name: 'Go back' }).click();
  await expect(entries.first()).toContainText(/: Go back to the plan as it was\s*2 changes in 2 records/);
  await goTo(window, 'Timeline');
  await expect(await cellOf(window, CHARTER, 'Days')).toHaveText(charter);
  await expect(await cellOf(window, 'Budget approval', 'Days')).toHaveText('7');
  await window.keyboard.press('Control+z');
  await expect(await cellOf(window, CHARTER, 'Days')).toHaveText('19');
  await expect(await cellOf(window, 'Budget approval', 'Days')).toHaveText('5');

  // From a task to all that happened to it, and to this task alone as it was.
  await (await cellOf(window, CHARTER, 'Task')).click();
  await window.getByRole('button', { name: 'Details of the chosen task' }).click();
  const drawer = window.getByRole('complementary', { name: CHARTER });
  await drawer.getByRole('button', { name: 'Changes', exact: true }).click();
  await drawer.getByRole('button', { name: 'Show in History' }).click();
  await expect(window.getByRole('button', { name: `Remove filter: Changes of “${CHARTER}”` })).toBeVisible();
  await expect(entries).toHaveCount(3);
  await entries
    .last()
    .getByRole('button', { name: /^Go back to before this/ })
    .click();
  await window.getByRole('menuitem', { name: new RegExp(`^“${CHARTER}” as it was`) }).click();
  const ofOne = window.getByRole('dialog', { name: `Go back to “${CHARTER}” as it was` });
  await expect(ofOne).toContainText('1 value changes, in 1 record altogether.');
  await ofOne.getByRole('button', { name: 'Go back' }).click();
  await expect(entries).toHaveCount(4);

  // A task that was moved, and what another computer of the same name did, which comes with a merge.
  const copy = path.join(folder, 'laptop.golive');
  await answerDialogs(app, { save: copy, open: copy });
  await window.getByRole('button', { name: 'Send a copy' }).click();
  await expect(window.getByText('“laptop.golive” holds the whole plan.')).toBeVisible();
  editElsewhere(copy, CHARTER, 11);
  await goTo(window, 'Timeline');
  await (await cellOf(window, CHARTER, 'Task')).click();
  await window.keyboard.press('Alt+Shift+ArrowDown');
  await window.keyboard.press('Control+o');
  await window.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
  await goTo(window, 'History');
  await expect(entries.nth(1)).toContainText(
    'moved it behind “Steering group and decision rights”; before, it stood first',
  );
  await entries
    .nth(1)
    .getByRole('button', { name: /^Put back/ })
    .click();
  await expect(entries.first()).toContainText('moved it to the first place');
  await choose(window, 'Person', /\(another computer, since /);
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText(/\(another computer, since .*\) set Days from/);
  await entries.getByRole('button', { name: /^Go back to before this/ }).click();
  await window.getByRole('menuitem', { name: /^Take back what .* \(another computer, since / }).click();
  const ofLaptop = window.getByRole('dialog', { name: /^Take back what .* \(another computer/ });
  await expect(ofLaptop).toContainText('1 value changes, in 1 record altogether.');
  await ofLaptop.getByRole('button', { name: 'Take it back' }).click();
  await expect(ofLaptop).toHaveCount(0);
  await goTo(window, 'Timeline');
  await expect(await cellOf(window, CHARTER, 'Days')).toHaveText(charter);

  await goTo(window, 'Backups');
  await expect(window.getByRole('cell', { name: 'before going back' })).toHaveCount(3);
  await closeApp({ electron });
  expect(complaints).toEqual([]);
});
