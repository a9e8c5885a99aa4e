/**
 * Takes the pictures of the user guide from the real app, built before: `npm run guide:pictures`. The demo plan, a day
 * and a window size that never change make a picture differ only where the app does.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { electronEnvironment, resolveElectron } from './electronRuntime.mjs';
import { projectRoot } from './processes.mjs';
import { hasDisplay, startVirtualDisplay } from './virtualDisplay.mjs';

const PICTURES = path.join(projectRoot, 'docs/guide/pictures');
/** The third day of the demo's plan. */
const TODAY = '2027-01-06T10:00:00';
const WINDOW = { width: 1280, height: 800 };
/** The status bar tells of real clocks, so it is left out. */
const STATUS_BAR = 28;

const folder = mkdtempSync(path.join(tmpdir(), 'golive-pictures-'));
const display = hasDisplay() ? undefined : await startVirtualDisplay();
const env = electronEnvironment(await resolveElectron());
if (display !== undefined) env.DISPLAY = display.name;
Object.assign(process.env, env);

const app = await _electron.launch({
  args: ['.', '--disable-dev-shm-usage', '--lang=en-US', `--user-data-dir=${path.join(folder, 'profile')}`],
  cwd: projectRoot,
  env: { ...env, LANGUAGE: 'en_US', TZ: 'UTC' },
});
try {
  const window = await app.firstWindow();
  await window.waitForLoadState('domcontentloaded');
  await window.clock.setFixedTime(TODAY);
  await window.setViewportSize(WINDOW);
  await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await window.reload();
  await takeAll(window);
} finally {
  await app.close();
  display?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function takeAll(window) {
  const click = (role, name, options) =>
    window
      .getByRole(role, { name, ...options })
      .first()
      .click();
  const press = async (...keys) => {
    for (const key of keys) await window.keyboard.press(key);
  };
  /** @param part what of the window: a selector, or everything down to a height */
  const take = async (name, part = WINDOW.height - STATUS_BAR) => {
    // What goes by itself, such as messages and marks of what has just changed, is not part of a picture.
    await window.locator('.toast').waitFor({ state: 'detached' });
    await window.waitForTimeout(900);
    const file = path.join(PICTURES, `${name}.png`);
    if (typeof part === 'number')
      await window.screenshot({ path: file, clip: { x: 0, y: 0, width: WINDOW.width, height: part } });
    else
      await window.screenshot({ path: file, clip: inside(await window.locator(part).first().boundingBox()) });
    console.log(name);
  };
  const answer = (open, save) =>
    app.evaluate(
      ({ dialog }, files) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [files.open] });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: files.save });
      },
      { open, save },
    );

  await window.getByLabel('Your name, as colleagues').fill('Maria Ortega');
  await window.locator(':focus').blur();
  await take('home', 552);

  await click('button', /^New plan/);
  await click('button', /^Step 3/);
  await window.getByRole('complementary').waitFor();
  await take('new-plan', '.new-plan');
  await click('button', 'Cancel');

  await click('button', /See the demo/);
  await window.getByRole('navigation', { name: 'Chapters' }).waitFor();
  await click('button', 'Hide these notes');
  await take('overview');

  await press('Control+2');
  await take('timeline');
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Shift+F2');
  await take('task');
  await press('Escape');

  await press('Control+4');
  await take('costs');
  await press('Control+5');
  await take('risks');
  await press('Control+3');
  await take('roadmap');

  await press('Control+1');
  await click('button', /^Prepare/);
  await click('link', /^Team/);
  await take('table');
  const list = path.join(folder, 'staff.csv');
  writeFileSync(
    list,
    'Full name,Job,E-mail\nDana Whitfield,Front desk lead,dana@aldercreek.example\nLuis Prado,Nurse,luis@aldercreek.example\nKim Osei,Biller or coder,\n',
  );
  await answer(list, '');
  await click('button', /workbook menu/);
  await click('menuitem', /Import from Excel/);
  await window.getByRole('dialog').waitFor();
  await take('import', '[role="dialog"]');
  await click('button', 'Cancel');

  await press('Control+e');
  await take('export', '[role="dialog"]');
  await press('Escape');

  const copy = path.join(folder, 'alder-creek.golive');
  await answer(copy, copy);
  await press('Control+Shift+s');
  await window.getByText(/holds the whole plan/).waitFor();
  asColleague(copy);
  await asMe(window, press);
  await press('Control+o');
  await window.getByRole('dialog').waitFor();
  await take('merged', '[role="dialog"]');
  await click('button', /^Review \d/);
  await take('review');

  await click('link', /^Backups/);
  // Below the list stands a folder of the computer the pictures are taken on.
  await take('backups', '.backups');
}

/** Without the pixels at its edge that show what lies below. */
function inside({ x, y, width, height }) {
  const left = Math.ceil(x) + 1;
  const top = Math.ceil(y) + 1;
  return {
    x: left,
    y: top,
    width: Math.floor(x + width) - 1 - left,
    height: Math.floor(y + height) - 1 - top,
  };
}

/** What a colleague changed in the copy. */
function asColleague(copy) {
  const golive = (...args) =>
    execFileSync(process.execPath, [path.join(projectRoot, 'out/cli/golive.js'), ...args], {
      encoding: 'utf8',
    });
  const { registers } = JSON.parse(golive('dump', copy));
  const task = (name) => registers.tasks.find((one) => one.name === name).id;
  const edits = path.join(folder, 'edits.json');
  writeFileSync(
    edits,
    JSON.stringify([
      { register: 'tasks', id: task('Charter and sponsor sign-off'), set: { durationDays: 8 } },
      { register: 'tasks', id: task('Budget approval'), set: { durationDays: 7 } },
      { register: 'tasks', add: { name: 'Book the conference room for training' } },
    ]),
  );
  // Later than what is written here, so that it is always the same value that stands.
  golive('edit', copy, '--from', edits, '--as', 'Dr. Shah', '--moment', '2027-01-06T11:30:00Z');
}

/** The same field, changed here meanwhile. */
async function asMe(window, press) {
  await press('Control+2');
  const row = window.getByRole('row').filter({
    has: window.getByRole('rowheader', { name: 'Charter and sponsor sign-off', exact: true }),
  });
  await row.getByRole('gridcell').nth(1).click();
  await window.keyboard.type('6');
  await press('Enter');
  await window.getByText('Saved on this computer').waitFor();
}
