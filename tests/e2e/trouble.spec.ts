/** What the window does when something is in the way: it tells the truth, loses nothing and goes on. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rename, rm, writeFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import * as Y from 'yjs';
import type { Locator, Page } from '@playwright/test';
import { nodeCodec } from '../../electron/core/nodeCodec';
import { contentDigest } from '../../shared/document/fingerprint';
import { documentOf } from '../../shared/document/stateDecoder';
import { factsOf } from '../../shared/document/stateFacts';
import { decodeGoliveFile, encodeGoliveFile, type GoliveFile } from '../../shared/sync/goliveFile';
import { mountSmallDisk, type SmallDisk } from '../support/smallDisk';
import {
  answerDialogs,
  closeApp,
  expect,
  goTo,
  killApp,
  openDemo,
  startApp,
  test,
  untilSaved,
  type RunningApp,
} from './support/app';
import { axeFindings } from './support/axe';

function golive(...args: readonly string[]): void {
  execFileSync(process.execPath, [path.resolve('out/cli/golive.js'), ...args], { stdio: 'ignore' });
}

async function decoded(file: string): Promise<GoliveFile> {
  const content = decodeGoliveFile(new Uint8Array(await readFile(file)), path.basename(file), nodeCodec);
  if (!content.ok) throw new Error(content.error.code);
  return content.value;
}

async function open(window: Page): Promise<void> {
  await window.getByRole('button', { name: /Open a file/ }).click();
  // A large plan takes its time on a busy machine.
  await expect(window.getByRole('navigation', { name: 'Chapters' })).toBeVisible({ timeout: 30_000 });
}

test('an export shows how far it is, and cancelling it leaves nothing behind', async ({ app, folder }) => {
  const { window } = app;
  const plan = path.join(folder, 'large.golive');
  const costs = path.join(folder, 'costs.csv');
  const line = (index: number): string =>
    `Line ${String(index)},licenses,recurring,fixed,2,12.50,monthly,2027-04-01`;
  const lines = Array.from({ length: 2500 }, (_, index) => line(index));
  await writeFile(
    costs,
    ['name,category,kind,driver,quantity,unitCost,frequency,start', ...lines].join('\n'),
  );
  golive('new', '--pack', 'small-practice-saas', '--start', '2027-01-04', '-o', plan);
  golive('import', costs, '--into', plan, '--register', 'costs');
  const target = path.join(folder, 'budget.xlsx');
  await writeFile(target, 'the budget of last week');
  const before = (await readdir(folder)).sort();

  await answerDialogs(app, { open: plan, save: target });
  await open(window);
  await goTo(window, 'Costs');
  await window.getByRole('button', { name: 'Excel workbook' }).click();
  const progress = window.getByRole('group', { name: 'Export: Excel budget' });
  await expect(progress).toBeVisible();
  await expect(progress).toContainText(/\d %/);
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByText('Canceled. Nothing was written.')).toBeVisible();
  await expect(progress).toBeHidden();
  expect((await readdir(folder)).sort()).toEqual(before);
  expect(await readFile(target, 'utf8')).toBe('the budget of last week');

  const csv = path.join(folder, 'costs-out.csv');
  await answerDialogs(app, { save: csv });
  await window.keyboard.press('Control+e');
  await window.getByRole('button', { name: 'Cost lines as CSV' }).click();
  await expect(window.getByText('“costs-out.csv” is written.')).toBeVisible();
  expect(await readFile(csv, 'utf8')).toContain('Line 2499');
});

/** The plan of a newer app: of a format this one knows only by its number. */
async function makeNewer(file: string): Promise<void> {
  golive('new', '--pack', 'small-practice-saas', '--start', '2027-01-04', '-o', file);
  const content = await decoded(file);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, content.state);
  doc.getMap('meta').set('format', 2);
  doc.getMap('meta').set('minWriter', 2);
  const state = Y.encodeStateAsUpdate(doc);
  await writeFile(file, encodeGoliveFile({ ...content, state, format: 2 }, nodeCodec));
}

/** Where a bar can be taken hold of, somewhere in the row of a task. */
async function barOf(window: Page, row: Locator): Promise<{ x: number; y: number }> {
  const [box, chart] = [await row.boundingBox(), await window.locator('canvas').last().boundingBox()];
  if (box === null || chart === null) throw new Error('the row is not to be seen');
  const y = box.y + box.height / 2;
  for (let x = chart.x + 4; x < chart.x + chart.width; x += 8) {
    await window.mouse.move(x, y);
    const cursor = await window.evaluate(
      ([left, top]) => getComputedStyle(document.elementFromPoint(left, top) ?? document.body).cursor,
      [x, y] as const,
    );
    if (cursor === 'grab') return { x, y };
  }
  throw new Error('there is no bar in this row');
}

test('a workbook of a newer app is shown and passed on, and not one byte of it is changed', async ({
  app,
  folder,
}) => {
  const { window } = app;
  const file = path.join(folder, 'newer.golive');
  await makeNewer(file);
  const [bytes, original] = [await readFile(file), await decoded(file)];
  const copy = path.join(folder, 'copy.golive');
  await answerDialogs(app, { open: file, save: copy });
  await open(window);
  await expect(window.getByText('Open for reading only.')).toBeVisible();
  await expect(window.getByTestId('saving')).toContainText('Open for reading only');

  await goTo(window, 'Timeline');
  const reason = window.getByRole('alert').filter({ hasText: 'It is open for reading; update the app' });
  const refused = async (attempt: () => Promise<void>): Promise<void> => {
    await attempt();
    await expect(reason).toBeVisible();
    await reason.getByRole('button', { name: 'Close' }).click();
    await expect(reason).toBeHidden();
  };
  const rows = await window.getByRole('rowheader').allInnerTexts();
  const name = window.getByRole('rowheader', { name: 'Charter and sponsor sign-off' });
  await refused(async () => {
    await name.click();
    await window.keyboard.type('Mine');
  });
  await refused(async () => {
    await name.click();
    await window.keyboard.press('Control+Delete');
  });
  await refused(() => window.getByRole('button', { name: 'Add task' }).click());
  const row = window.getByRole('row').filter({ has: name });
  const cells = await row.innerText();
  const bar = await barOf(window, row);
  await refused(async () => {
    await window.mouse.move(bar.x, bar.y);
    await window.mouse.down();
    await window.mouse.move(bar.x + 90, bar.y, { steps: 4 });
    await window.mouse.up();
  });
  expect(await row.innerText()).toBe(cells);
  expect(await window.getByRole('rowheader').allInnerTexts()).toEqual(rows);

  await name.click();
  await window.keyboard.press('Shift+F2');
  const details = window.getByRole('complementary');
  await expect(details.getByRole('heading', { level: 2 })).toHaveText('Charter and sponsor sign-off');
  await expect(details.getByText('5 working days').first()).toBeVisible();
  await expect(details.getByRole('textbox')).toHaveCount(0);

  await window.getByRole('button', { name: /workbook menu/ }).click();
  await window.getByRole('menuitem', { name: 'Send a copy…' }).click();
  await expect(window.getByText('“copy.golive” holds the whole plan')).toBeVisible();
  const csv = path.join(folder, 'tasks.csv');
  await answerDialogs(app, { save: csv });
  await window.keyboard.press('Control+e');
  await window.getByRole('button', { name: 'Tasks as CSV' }).click();
  await expect(window.getByText('“tasks.csv” is written.')).toBeVisible();

  const passedOn = await decoded(copy);
  expect(passedOn.format).toBe(2);
  expect(factsOf(passedOn.state).format).toBe(2);
  expect(contentDigest(documentOf(passedOn.state))).toBe(contentDigest(documentOf(original.state)));
  expect(await readFile(file)).toEqual(bytes);
});

/** The second row of the timeline, which every test here renames. */
function second(window: Page): Locator {
  return window.getByRole('row').nth(2).getByRole('rowheader');
}

async function nameSecond(window: Page, text: string): Promise<void> {
  await second(window).click();
  await window.keyboard.type(text);
  await window.keyboard.press('Enter');
  await expect(second(window)).toHaveText(text);
}

async function openAgain(profile: string): Promise<RunningApp> {
  const app = await startApp(profile);
  await goTo(app.window, 'Timeline');
  return app;
}

interface FullDisk {
  readonly makeRoom: () => Promise<void>;
}

/**
 * Takes the room away from a running app. Where a disk of its own may be mounted, everything on it fails as on any full
 * disk. Elsewhere the system is asked to let the core process write no more, which anyone may ask for their own.
 */
async function takeRoom(app: RunningApp, disk: SmallDisk | undefined): Promise<FullDisk> {
  if (disk !== undefined) {
    await disk.fill();
    return disk;
  }
  const core = await app.electron.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'golive-core')?.pid,
  );
  const limit = (size: string): void => {
    execFileSync('prlimit', ['--pid', String(core), `--fsize=${size}:`]);
  };
  limit('0');
  return {
    makeRoom: () => {
      limit('unlimited');
      return Promise.resolve();
    },
  };
}

/** Fills what is left in the journal's last block, and then the room that is kept for this moment. */
async function untilNoticed(window: Page): Promise<void> {
  const rows = Array.from({ length: 40 }, (_, index) => `Thank you note number ${String(index)}\t1`);
  await second(window).click();
  await window.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  }, rows.join('\r\n'));
  await expect(window.getByText('The disk is full.')).toBeVisible();
  await untilSaved(window);
}

test('a full disk is told, work goes on, nothing shown as saved is lost, and all is saved when there is room', async ({
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'There is no way to fill a disk here without filling all of it.');
  const disk = mountSmallDisk(26);
  try {
    const profile = path.join(disk?.folder ?? folder, 'profile');
    const first = await startApp(profile);
    await openDemo(first);
    await goTo(first.window, 'Timeline');
    await nameSecond(first.window, 'Edit 1');
    await untilSaved(first.window);
    await takeRoom(first, disk);
    if (disk !== undefined) await untilNoticed(first.window);
    const saved = await second(first.window).innerText();
    await nameSecond(first.window, 'Edit 2');
    const dialog = first.window.getByRole('alertdialog', { name: 'Not saved' });
    await expect(dialog).toContainText(disk === undefined ? 'send a copy' : 'Free some space');
    await expect(dialog).toContainText('1 change since');
    await dialog.getByRole('button', { name: 'Keep working' }).click();
    await expect(first.window.getByTestId('saving')).toContainText('Not saved');
    await nameSecond(first.window, 'Edit 3');
    await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect(dialog).toContainText('If the window closes now, what is not saved may be lost.');
    await expect(dialog).toContainText('2 changes since');
    await killApp(first);

    const reopened = await openAgain(profile);
    const { window } = reopened;
    await expect(second(window)).toHaveText(new RegExp(`${saved}|Edit 3`));
    const full = disk ?? (await takeRoom(reopened, undefined));
    await nameSecond(window, 'Edit 4');
    await expect(window.getByRole('alertdialog', { name: 'Not saved' })).toBeVisible();
    await full.makeRoom();
    await expect(window.getByText('Everything is saved again.')).toBeVisible();
    await expect(window.getByRole('alertdialog')).toBeHidden();
    await untilSaved(window);
    await killApp(reopened);

    const third = await openAgain(profile);
    await expect(second(third.window)).toHaveText('Edit 4');
    await closeApp(third);
  } finally {
    disk?.remove();
  }
});

test('a plan whose folder is deleted or replaced is never shown as saved, and is kept again as soon as it can be', async ({
  profile,
  folder,
}) => {
  const app = await startApp(profile);
  const { window } = app;
  await openDemo(app);
  await goTo(window, 'Timeline');
  await nameSecond(window, 'Edit 1');
  await untilSaved(window);
  const plans = path.join(profile, 'plans');
  const [id = ''] = (await readdir(plans)).filter((name) => /^[0-9a-f-]{36}$/.test(name));
  const plan = path.join(plans, id);

  await rm(plan, { recursive: true });
  await expect(window.getByText('It has been made anew and holds the whole plan')).toBeVisible();
  await untilSaved(window);
  await expect.poll(() => readdir(path.join(plan, 'backup')).catch(() => [])).toHaveLength(1);

  await rename(plan, path.join(folder, 'moved'));
  await writeFile(plan, 'in the way');
  const dialog = window.getByRole('alertdialog', { name: 'Not saved' });
  await expect(dialog).toContainText('a file is where its folder should be');
  expect(await axeFindings(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep working' }).click();
  await nameSecond(window, 'Edit 2');
  await expect(window.getByTestId('saving')).toContainText('Not saved');
  await window.getByRole('button', { name: 'What to do' }).click();
  await expect(dialog).toBeVisible();
  await rm(plan);
  // Saving is tried again by itself too, which may take the dialog away before the click.
  await dialog
    .getByRole('button', { name: 'Try again' })
    .click({ timeout: 3_000 })
    .catch(() => undefined);
  await expect(window.getByText('Everything is saved again.')).toBeVisible();
  await untilSaved(window);
  await killApp(app);

  await rm(path.join(profile, 'IndexedDB'), { recursive: true });
  const again = await openAgain(profile);
  await expect(second(again.window)).toHaveText('Edit 2');
  await closeApp(again);
});

test('a file opened from the desktop is shown by the app that runs, or by the one it starts', async ({
  profile,
  folder,
}) => {
  const [file, copy, edits] = ['plan.golive', 'copy.golive', 'edits.json'].map((name) =>
    path.join(folder, name),
  );
  if (file === undefined || copy === undefined || edits === undefined) throw new Error('three names');
  golive('new', '--pack', 'small-practice-saas', '--start', '2027-01-04', '-o', file);
  await writeFile(copy, await readFile(file));
  await writeFile(edits, JSON.stringify([{ register: 'tasks', add: { name: 'Ask the neighbors' } }]));
  golive('edit', copy, '--from', edits);
  await writeFile(path.join(folder, 'foreign.golive'), 'These are not the plans you are looking for.');
  const bytes = [await readFile(file), await readFile(copy)];

  const app = await startApp(profile, file);
  const { window } = app;
  await expect(window.getByText('“plan.golive” is now kept on this computer')).toBeVisible();
  await goTo(window, 'Timeline');
  await nameSecond(window, 'Edit 1');
  await untilSaved(window);

  /** A double click: another start of the app, from any folder, which hands the file over and ends. */
  const { spawnfile, spawnargs } = app.electron.process();
  const asRoot = spawnargs.includes('--no-sandbox') ? ['--no-sandbox'] : [];
  const words = [...asRoot, path.resolve('.'), `--user-data-dir=${profile}`];
  const doubleClick = async (name: string): Promise<void> => {
    const other = spawn(spawnfile, [...words, name], { cwd: folder, stdio: 'ignore' });
    expect(await once(other, 'exit')).toEqual([0, null]);
  };
  await doubleClick('copy.golive');
  const merged = window.getByRole('dialog', { name: 'Merged “copy.golive”' });
  await expect(merged).toContainText('Ask the neighbors');
  // What comes while another is being looked at waits for its turn.
  await app.electron.evaluate(
    ({ app: main }, foreign) => {
      main.emit('open-file', { preventDefault: () => undefined }, foreign);
    },
    path.join(folder, 'foreign.golive'),
  );
  await expect(window.getByText('A file waits to be opened.')).toBeVisible();
  await merged.getByRole('button', { name: 'Close' }).click();
  await expect(window.getByText('“foreign.golive” is not a Golive Workbook file')).toBeVisible();
  await doubleClick(`file://${folder}/no%20such.golive`);
  await expect(window.getByText('“no such.golive” is not there')).toBeVisible();
  await expect(second(window)).toHaveText('Edit 1');
  await untilSaved(window);

  // A double click in the moment between the window and the end of the app.
  await app.electron.evaluate(
    ({ app: main }, start) => {
      main.once('window-all-closed', () => main.emit('second-instance', {}, start, start[0]));
    },
    [spawnfile, ...words],
  );
  const first = app.electron.process().pid;
  await closeApp(app);
  const holder = async (): Promise<number> =>
    Number((await readlink(path.join(profile, 'SingletonLock')).catch(() => '')).split('-').at(-1));
  await expect.poll(holder).not.toBe(first);
  await expect.poll(holder).toBeGreaterThan(1);
  process.kill(await holder());
  await expect.poll(holder).toBe(0);
  expect([await readFile(file), await readFile(copy)]).toEqual(bytes);
});
