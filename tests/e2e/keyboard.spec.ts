/**
 * Ten jobs of a day by keyboard alone, in one window: no step clicks, and each is told by what a screen reader hears
 * and by what the plan says afterwards.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import ExcelJS from 'exceljs';
import { Desk } from './cli/commandLine';
import { answerDialogs, expect, test, untilSaved } from './support/app';
import { cellOf } from './support/grid';
import { Keyboard } from './support/keyboard';

test('ten jobs by keyboard alone', async ({ app, folder }) => {
  test.setTimeout(150_000);
  const { window } = app;
  const keys = new Keyboard(window);
  const desk = new Desk();
  const inFolder = (name: string): string => path.join(folder, name);

  await test.step('make a plan', async () => {
    await expect(window.getByRole('heading', { name: 'Golive Workbook' })).toBeVisible();
    await keys.press('Tab');
    await keys.reach(/^button "New plan/);
    await keys.press('Enter');
    await keys.isAt(/^heading "Where do you begin\?"/);
    await keys.reach(/^button "Next:/);
    await keys.press('Enter');
    await keys.isAt(/^heading "Your practice"/);
    await keys.reach(/^textbox "Name of the practice"/);
    await keys.press('Control+a');
    await keys.type('Cedar Fork');
    await keys.reach(/^button "Make the plan now"/);
    await keys.press('Enter');
    await keys.isAt(/^main "Overview"/);
    await keys.hears(/Saved on this computer/);
  });

  await test.step('add a task under another', async () => {
    await keys.press('Control+2');
    await keys.isAt(/^rowheader "Mobilize"/);
    await keys.press('ArrowDown');
    await keys.isAt(/^rowheader "Charter and sponsor sign-off"/);
    for (const name of ['Badges and keys', 'Order the badges']) {
      await keys.press('Insert');
      await keys.isAt(/^textbox "Task"/);
      await keys.type(name);
      await keys.press('Enter', 'ArrowUp');
      await keys.isAt(new RegExp(`^rowheader "${name}"`));
    }
    await keys.press('Alt+Shift+ArrowRight');
    await keys.hears(/“Order the badges” is now under “Badges and keys”\./);
  });

  await test.step('link it with the next', async () => {
    await keys.press('Shift+ArrowDown');
    await keys.hears(/2 rows by 1 column selected/);
    await keys.press('Control+F2');
    await keys.hears(/Two tasks linked in order/);
    await expect(await cellOf(window, 'Steering group and decision rights', 'Predecessors')).toHaveText(
      '2; 4',
    );
  });

  await test.step('move it a week', async () => {
    await keys.press('ArrowUp');
    await keys.isAt(/^rowheader "Order the badges"/);
    const start = await cellOf(window, 'Order the badges', 'Start');
    const before = await start.innerText();
    for (let days = 0; days < 5; days += 1) await keys.press('Alt+ArrowRight');
    await keys.hears(/Order the badges: \w+, \w+ \d+/);
    await expect(start).not.toHaveText(before);
  });

  await test.step('add a cost line', async () => {
    await keys.press('Control+4');
    await keys.isAt(/^rowheader "Subscription and licenses"/);
    await keys.press('ArrowDown', 'Insert');
    await keys.isAt(/^rowheader "New cost line"/);
    await keys.type('Badge printer');
    await keys.press('Tab', 'Tab', 'Tab');
    await keys.isAt(/^gridcell "no price"/);
    await keys.type('180');
    await keys.press('Tab');
    await expect(window.getByRole('row', { name: /Badge printer/ })).toContainText('180.00');
  });

  await test.step('rate a risk and say that it has come true', async () => {
    await keys.press('Control+5');
    await keys.isAt(/^rowheader "Extract from the old vendor comes late"/);
    await keys.press('ArrowRight', 'ArrowRight');
    await keys.isAt(/^gridcell "4"/);
    await keys.type('5');
    await keys.press('Enter', 'ArrowUp');
    await keys.press('Control+Enter', 'F6');
    await keys.reach(/^button "Open Status"/);
    await keys.press('Enter');
    await keys.isAt(/^option "Open"/);
    await keys.reach(/^option "Occurred"/, 'ArrowDown');
    await keys.press('Enter');
    await keys.isAt(/^button "Occurred Status"/);
    await keys.press('Escape');
    await keys.isAt(/^gridcell/);
  });

  await test.step('send a copy, merge what comes back, and decide', async () => {
    const copy = inFolder('to-dr-shah.golive');
    await answerDialogs(app, { save: copy, open: copy });
    await untilSaved(window);
    await keys.press('Control+Shift+s');
    await keys.hears(/“to-dr-shah\.golive” holds the whole plan/);

    const { registers } = desk.dump(copy);
    const named = (register: string, field: string, text: string) =>
      registers[register]?.find((record) => record[field] === text);
    const parent = named('tasks', 'name', 'Badges and keys');
    const badges = named('tasks', 'name', 'Order the badges');
    const steering = named('tasks', 'name', 'Steering group and decision rights');
    const printer = named('costs', 'name', 'Badge printer');
    expect(badges).toMatchObject({ parent: parent?.id });
    expect(registers['links']).toContainEqual(
      expect.objectContaining({ predecessor: badges?.id, successor: steering?.id }),
    );
    expect(printer).toMatchObject({ unitCost: 180_00 });
    expect(named('risks', 'title', 'Extract from the old vendor comes late')).toMatchObject({
      status: 'occurred',
      probability: 5,
    });

    desk.edit(copy, [{ register: 'costs', id: printer?.id, set: { unitCost: 150_00 } }], '--as', 'Dr. Shah');
    await keys.press('Control+4');
    await keys.isAt(/^rowheader "Subscription and licenses"/);
    await keys.press('ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await keys.isAt(/^gridcell "180\.00"/);
    await keys.type('200');
    await keys.press('Enter');
    await untilSaved(window);
    await keys.press('Control+o');
    await keys.isAt(/^dialog "Merged “to-dr-shah\.golive”/);
    await keys.reach(/^button "Review 1 question"/);
    await keys.press('Enter');
    await keys.isAt(/^main "Review changes"/);
    await keys.reach(/^radio ".*\$\d+\.00/);
    await keys.reach(/^radio "Theirs .*Dr\. Shah/, 'ArrowDown');
    await keys.press('Space');
    await keys.isAt(/^radio "Theirs .*\$150\.00.*Dr\. Shah.*\[checked\]/);
    await keys.reach(/^button "Apply 1 choice"/);
    await keys.press('Enter');
    await keys.hears(/One choice applied/);
    await keys.isAt(/^main "Review changes"/);
  });

  await test.step('export the budget', async () => {
    await answerDialogs(app, { save: inFolder('budget.xlsx') });
    await keys.press('Control+e');
    await keys.isAt(/^dialog "Export"/);
    await keys.reach(/^button "Excel budget"/);
    await keys.press('Enter');
    await keys.hears(/“budget\.xlsx” is written/);
    const budget = new ExcelJS.Workbook();
    await budget.xlsx.readFile(inFolder('budget.xlsx'));
    const lines: string[] = [];
    budget.getWorksheet('Cost lines')?.eachRow((row) => lines.push(JSON.stringify(row.values)));
    expect(lines.find((line) => line.includes('Badge printer'))).toContain('150');
  });

  await test.step('print the Gantt', async () => {
    await answerDialogs(app, { save: inFolder('gantt.pdf') });
    await keys.press('Control+2');
    await keys.isAt(/^rowheader/);
    await keys.press('Control+p');
    await keys.hears(/“gantt\.pdf” is written/);
    expect((await readFile(inFolder('gantt.pdf'))).toString('latin1')).toMatch(/^%PDF/);
  });

  await test.step('restore a backup', async () => {
    await keys.reach(/^link "Overview"/, 'F6');
    await keys.reach(/^link "Backups"/);
    await keys.press('Enter');
    await keys.isAt(/^main "Backups"/);
    await keys.press('Tab');
    await keys.isAt(/^button "Back up now"/);
    await keys.press('Enter');
    await keys.hears(/Backed up\./);
    await keys.reach(/^button "Restore as a new workbook"/);
    await keys.press('Enter');
    await keys.hears(/Restored as a workbook of its own/);
    await keys.isAt(/^main "Overview"/);
    await keys.press('Control+2');
    await expect(await cellOf(window, 'Order the badges', 'Who')).toBeVisible();
  });

  await test.step('read in the guide, without a network', async () => {
    await keys.isAt(/^rowheader/);
    await keys.press('F1');
    await keys.isAt(/^heading "The timeline"/);
    const picture = window.getByRole('dialog').getByRole('img').first();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(600);
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join()}`),
    ).toEqual([]);
    await keys.reach(/^searchbox "Search the guide"/);
    await keys.type('full disk');
    await keys.hears(/\d places?/);
    await keys.reach(/^button "Saving, backups and trouble: When something goes wrong/);
    await keys.press('Enter');
    await keys.isAt(/^heading "When something goes wrong"/);
    await keys.press('Escape');
    await keys.isAt(/^rowheader/);
  });
});
