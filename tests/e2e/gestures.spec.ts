/** Dragging and pasting in the real window, with the real mouse. */
import type { Locator, Page } from '@playwright/test';
import { expect, goTo, openDemo, test, untilSaved, type RunningApp } from './support/app';
import { cellOf, rowOf } from './support/grid';
import { barOf, boxOf, chartOf, drag, hold, PIXELS_PER_DAY, type Point } from './support/mouse';

const CHARTER = 'Charter and sponsor sign-off';
const STEERING = 'Steering group and decision rights';

async function openAt(app: RunningApp, page: string): Promise<Page> {
  await openDemo(app);
  await goTo(app.window, page);
  return app.window;
}

async function expectCell(window: Page, task: string, column: string, text: string): Promise<void> {
  await expect(await cellOf(window, task, column)).toHaveText(text);
}

/** A date cell; its year shows only where the plan and today are not of one year. */
async function expectDate(window: Page, task: string, column: string, date: string): Promise<void> {
  await expect(await cellOf(window, task, column)).toHaveText(new RegExp(`^${date}(, 2027)?$`));
}

const messages = (window: Page): Locator => window.getByRole('region', { name: 'Messages' });
const spoken = (window: Page): Locator => window.getByTestId('spoken');

/** At once, because a message may go by itself between being seen and being clicked. */
async function closeMessages(window: Page): Promise<void> {
  const close = messages(window).getByRole('button', { name: 'Close' });
  await close.evaluateAll((buttons: readonly HTMLElement[]) => {
    for (const button of buttons) button.click();
  });
  await expect(close).toHaveCount(0);
}

/** Takes the last step back with the keyboard and sees it named. */
async function undo(window: Page, label: string): Promise<void> {
  await closeMessages(window);
  await window.keyboard.press('Control+z');
  await expect(messages(window)).toContainText(`Undone: ${label}`);
  await closeMessages(window);
}

test('a bar is moved and stretched with the mouse, what waits for it follows, and undo names the step', async ({
  app,
}) => {
  const window = await openAt(app, 'Timeline');
  const charter = await barOf(window, CHARTER);
  await hold(window, charter.body, { ...charter.body, x: charter.body.x + 5 * PIXELS_PER_DAY });
  await expect(chartOf(window)).toHaveCSS('cursor', 'grabbing');
  await expectDate(window, CHARTER, 'Start', 'Jan 4');
  await window.mouse.up();
  // Five days on is a Saturday; work begins on the Monday after it.
  await expectDate(window, CHARTER, 'Start', 'Jan 11');
  await expectDate(window, CHARTER, 'Finish', 'Jan 15');
  await expectDate(window, STEERING, 'Start', 'Jan 18');
  await expect(spoken(window)).toContainText(`${CHARTER}: Mon, Jan 11 to Fri, Jan 15.`);
  await expect(spoken(window)).toContainText(/\d+ other tasks moved. Go-live is now/);
  await untilSaved(window);
  await undo(window, `Move task “${CHARTER}”.`);
  await expectDate(window, STEERING, 'Start', 'Jan 11');

  await drag(window, charter.end, { x: 3 * PIXELS_PER_DAY });
  await expectCell(window, CHARTER, 'Days', '6');
  await expectDate(window, CHARTER, 'Finish', 'Jan 11');
  await undo(window, `Change duration of “${CHARTER}”.`);
  await expectCell(window, CHARTER, 'Days', '5');

  await hold(window, charter.body, { ...charter.body, x: charter.body.x + 60 });
  await window.keyboard.press('Escape');
  await window.mouse.move(charter.body.x + 90, charter.body.y);
  await window.mouse.up();
  await expectDate(window, CHARTER, 'Start', 'Jan 4');
  await expect(window.getByRole('button', { name: /^Undo/ })).toBeDisabled();

  const select = await barOf(window, 'Select');
  await drag(window, select.body, { x: 7 * PIXELS_PER_DAY });
  await expectDate(window, 'Select', 'Start', 'Feb 22');
  await expectDate(window, 'Requirements and must-have interfaces', 'Start', 'Feb 22');
  await undo(window, 'Move task “Select”.');

  const budget = await barOf(window, 'Budget approval');
  await drag(window, budget.body, { x: -14 * PIXELS_PER_DAY });
  await expect(messages(window)).toContainText('its links hold it at Mon, Feb 1');
  await expectDate(window, 'Budget approval', 'Start', 'Feb 1');
  await undo(window, 'Move task “Budget approval”.');

  const { x, y, width } = await boxOf(chartOf(window));
  const offset = () => window.locator('.tg-right').evaluate((pane) => pane.scrollLeft);
  const before = await offset();
  await hold(window, budget.body, { x: x + width + 10, y: budget.body.y });
  await expect.poll(offset).toBeGreaterThan(before + 40);
  await window.keyboard.press('Escape');
  await window.mouse.up();
  await window.mouse.move(x + width / 2, y + 200);
  await expectDate(window, 'Budget approval', 'Start', 'Feb 1');

  await window.keyboard.press('Control+k');
  await window.getByRole('combobox').fill('take baseline');
  await window.keyboard.press('Enter');
  await window.getByRole('dialog').getByLabel('Name').fill('As signed');
  await window.getByRole('dialog').getByRole('button', { name: 'Take baseline' }).click();
  await expect(messages(window)).toContainText('“As signed” is taken');
  await window.getByRole('button', { name: 'Show a baseline: none' }).click();
  await window.getByRole('menuitem', { name: /^As signed/ }).click();

  const goLive = await barOf(window, 'Go-live');
  await expectCell(window, 'Go-live', 'Slip', '0');
  await drag(window, goLive.body, { x: 6 * PIXELS_PER_DAY });
  await expectDate(window, 'Go-live', 'Finish', 'Jul 19');
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(window.locator('.runup')).toContainText('Jul 19');
  await expectCell(window, 'Go-live', 'Slip', '+4');
  await expect(window.getByRole('main')).toContainText('4 working days later than in “As signed”');
  await goTo(window, 'Baselines');
  await expect(window.getByRole('main')).toContainText('4 working days later than agreed');
  await window.getByRole('button', { name: 'Go-live', exact: true }).click();
  await expect(window.getByRole('main', { name: 'Timeline' })).toBeVisible();
  await expectDate(window, 'Go-live', 'Finish', 'Jul 19');
});

test('a link is drawn from bar to bar, a circle is refused in words, and keys move a task', async ({
  app,
}) => {
  const window = await openAt(app, 'Timeline');
  const charter = await barOf(window, CHARTER);
  const budget = await barOf(window, 'Budget approval');
  await hold(window, charter.handle, budget.body);
  await expect(chartOf(window)).toHaveCSS('cursor', 'crosshair');
  await window.mouse.up();
  await rowOf(window, 'Budget approval').getByRole('rowheader').click();
  await window.getByRole('button', { name: 'Details of the chosen task' }).click();
  await expect(window.getByRole('button', { name: `Remove the link with ${CHARTER}` })).toBeVisible();
  await window.getByRole('button', { name: 'Close the details' }).click();

  await hold(window, budget.handle, charter.body);
  await window.mouse.up();
  await expect(messages(window)).toContainText(`would close a circle: ${CHARTER} →`);
  await expectCell(window, CHARTER, 'Predecessors', '');
  await undo(window, 'Link tasks.');
  await expectCell(window, 'Budget approval', 'Predecessors', '5; 7');

  await rowOf(window, CHARTER).getByRole('rowheader').click();
  await window.keyboard.press('Alt+ArrowRight');
  await expect(spoken(window)).toContainText(`${CHARTER}: Tue, Jan 5 to Mon, Jan 11.`);
  await window.keyboard.press('Alt+ArrowLeft');
  await expectDate(window, CHARTER, 'Start', 'Jan 4');

  // What is being typed belongs to its own cell, wherever the next press lands.
  await (await cellOf(window, CHARTER, 'Days')).click();
  await window.keyboard.type('9');
  await window.mouse.click(budget.body.x, budget.body.y);
  await expectCell(window, CHARTER, 'Days', '9');
  await expectCell(window, 'Budget approval', 'Days', '5');
});

test('a roadmap item is dragged to another quarter and lane, by keys as well', async ({ app }) => {
  const window = await openAt(app, 'Roadmap');
  const item = window.getByRole('button', { name: /^Imaging viewer,/ });
  const lane = (name: string) =>
    window.getByRole('group', { name }).getByRole('button', { name: /^Imaging/ });
  const middle = async (locator: Locator): Promise<Point> => {
    const { x, y, width, height } = await boxOf(locator);
    return { x: x + width / 2, y: y + height / 2 };
  };
  await item.scrollIntoViewIfNeeded();
  const from = await middle(item);
  // A quarter is as wide as the item that fills one.
  const quarter = (await boxOf(item)).width + 4;
  const patients = await middle(window.getByRole('group', { name: 'Patients' }));
  const there = { x: from.x + quarter, y: patients.y };

  await hold(window, from, there);
  await expect(item).toHaveCSS('cursor', 'grabbing');
  await expect(window.getByText('Jan 1, 2028 to Mar 31, 2028, in Patients', { exact: true })).toBeVisible();
  await window.keyboard.press('Escape');
  await window.mouse.up();
  await expect(lane('Connections')).toHaveAccessibleName(/Oct 1, 2027 to Dec 31, 2027/);

  await hold(window, from, there);
  await window.mouse.up();
  await expect(lane('Patients')).toHaveAccessibleName(/Jan 1, 2028 to Mar 31, 2028/);
  await expect(lane('Patients')).toBeFocused();
  await untilSaved(window);
  await undo(window, 'Move “Imaging viewer”.');
  await expect(lane('Connections')).toHaveAccessibleName(/Oct 1, 2027 to Dec 31, 2027/);

  const held = await middle(window.getByRole('button', { name: /^Prepare and select/ }));
  await drag(window, held, { x: quarter });
  await expect(messages(window)).toContainText('“Prepare and select” follows its tasks.');

  await item.focus();
  await window.keyboard.press('Alt+ArrowDown');
  await window.keyboard.press('Alt+ArrowRight');
  await expect(lane('Patients')).toHaveAccessibleName(/Nov 1, 2027 to Jan 31, 2028/);
  await expect(lane('Patients')).toBeFocused();
  await expect(spoken(window)).toContainText('Oct 1, 2027 to Dec 31, 2027, in Patients.');
});

/** Pastes what a clipboard would bring; a picture has neither text nor HTML. */
async function paste(window: Page, content: { readonly text?: string; readonly html?: string }) {
  await window.evaluate(({ text, html }) => {
    const clipboardData = new DataTransfer();
    if (text !== undefined) clipboardData.setData('text/plain', text);
    if (html !== undefined) clipboardData.setData('text/html', html);
    if (clipboardData.types.length === 0) clipboardData.items.add(new File(['png'], 'picture.png'));
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, content);
}

test('a block from Excel goes into the costs in one step, and what does not fit is named', async ({
  app,
}) => {
  const window = await openAt(app, 'Costs');
  const cells = (name: string) => rowOf(window, name).getByRole('gridcell');
  const workstations = 'Exam room workstations and tablets';
  const focus = () => window.getByRole('rowheader', { name: workstations, exact: true }).click();
  const before = await window.getByRole('treegrid').innerText();

  // Two lines stand under Hardware; the third and fourth are new there, and the next category stays as it is.
  await focus();
  await paste(window, {
    text:
      'Tablets\tper device\t20\t$1,250.50\r\n"Label printers\r\nand ""wedge"" scanners"\tper banana\t2\t-5\r\n' +
      'Carts\tfixed\t3\t1.250,50 €\r\nMounts\tfixed\tmany\t $ -   \r\n',
  });
  await expect(cells('Tablets').nth(2)).toHaveText('1,250.50');
  await expect(cells('Label printers and "wedge" scanners').nth(2)).toHaveText('3,000.00');
  await expect(cells('Carts').nth(2)).toHaveText('1,250.50');
  await expect(cells('Mounts').nth(2)).toHaveText('0.00');
  await expect(messages(window)).toContainText('13 cells pasted, 3 left out.');
  await expect(messages(window)).toContainText(/Row 2: “Driver” takes one of: .*“per banana”/);
  await expect(messages(window)).toContainText(/Row 2: “Unit cost” must lie between .*“-5”/);
  await expect(messages(window)).toContainText(/Row 4: “Qty” takes a number, and “many”/);
  await undo(window, 'Add 2 cost lines.');
  expect(await window.getByRole('treegrid').innerText()).toBe(before);

  await window.getByRole('button', { name: 'Billing and dates' }).click();
  await focus();
  await paste(window, {
    text: 'not this',
    html:
      '<table><tr><td>Exam room<br style="mso-data-placement:same-cell">tablets</td><td>per device</td>' +
      '<td align=right>1.000</td><td align=right>&nbsp;2.000,75 </td><td>Yearly</td>' +
      '<td>3/4/2027</td><td>25/12/2028</td><td>3,5 %</td></tr></table>',
  });
  const tablets = cells('Exam room tablets');
  await expect(tablets.nth(1)).toHaveText('1,000');
  await expect(tablets.nth(2)).toHaveText('2,000.75');
  await expect(tablets.nth(4)).toHaveText('Apr 3, 2027');
  await expect(tablets.nth(6)).toHaveText('3.5%');
  await undo(window, 'Change 8 cells of “');

  for (const [nonsense, words] of [
    [{}, 'the clipboard holds no text'],
    [{ text: 'x'.repeat(5_000_000) }, '5,000,000 characters long; at most'],
    [{ text: 'Line\tfixed\t1\t2\r\n'.repeat(300_000) }, 'more than the 2,000 rows'],
  ] as const) {
    await focus();
    await paste(window, nonsense);
    await expect(messages(window)).toContainText(words);
    await closeMessages(window);
  }
  await expect(rowOf(window, workstations)).toBeVisible();
  await expect(window.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});
