/** Drives the real app: starts it on a profile of its own, and fails a test on anything a user must never meet. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly window: Page;
  /** Everything the window asked for over any protocol. */
  readonly requests: readonly string[];
  /** Broken content policy rules and uncaught errors of the window. */
  readonly complaints: readonly string[];
}

export async function startApp(profile: string, ...more: readonly string[]): Promise<RunningApp> {
  const electron = await _electron.launch({
    args: ['.', '--disable-dev-shm-usage', `--user-data-dir=${profile}`, ...more],
    env: { ...process.env, ...ownDisplay() },
    timeout: 30_000,
  });
  const requests: string[] = [];
  const complaints: string[] = [];
  electron.context().on('request', (request) => requests.push(request.url()));
  const window = await electron.firstWindow();
  window.on('pageerror', (error) => complaints.push(error.message));
  window.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  // Nobody does anything before there is something to see.
  await window.locator('#root > *').first().waitFor({ state: 'attached' });
  return { electron, window, requests, complaints };
}

/** What keeps this worker's windows, focus and clipboard apart from those of the others. */
function ownDisplay(): { DISPLAY?: string } {
  const displays = process.env['GOLIVE_DISPLAYS']?.split(' ');
  const display = displays?.[Number(process.env['TEST_PARALLEL_INDEX'])];
  return display === undefined ? {} : { DISPLAY: display };
}

/** Opens the demo plan from the first screen. */
export async function openDemo({ window }: RunningApp): Promise<void> {
  await window.getByRole('button', { name: /See the demo/ }).click();
  await expect(window.getByRole('navigation', { name: 'Chapters' })).toBeVisible();
}

const PAGES_WITH_KEYS = ['Overview', 'Timeline', 'Roadmap', 'Costs', 'Risks', 'Problems'];

/** By its keys where it has some, else by the rail, which opens its chapter first. */
export async function goTo(window: Page, page: string): Promise<void> {
  const chapters = window.getByRole('navigation', { name: 'Chapters' });
  await expect(chapters).toBeVisible();
  const link = chapters.getByRole('link', { name: new RegExp(`^${page}`) });
  const key = PAGES_WITH_KEYS.indexOf(page) + 1;
  if (key > 0) await window.keyboard.press(`Control+${String(key)}`);
  else {
    // The overview leaves the rail its width.
    if ((await link.count()) === 0) await window.keyboard.press('Control+1');
    for (const chapter of ['Prepare', 'Plan', 'Go live']) {
      if ((await link.count()) === 0)
        await chapters.getByRole('button', { name: new RegExp(`^${chapter}`) }).click();
    }
    await link.click();
  }
  await expect(window.getByRole('main', { name: new RegExp(`^${page}`) })).toBeVisible();
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Waits until the status bar says that everything is on the disk. */
export async function untilSaved(window: Page): Promise<void> {
  await expect(window.getByTestId('saving')).toContainText('Saved on this computer');
}

/** Answers the next system dialogs: the file to open, or the place to save to. */
export async function answerDialogs(
  app: RunningApp,
  answers: { open?: string; save?: string },
): Promise<void> {
  await app.electron.evaluate(({ dialog }, { open, save }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: open === undefined, filePaths: open === undefined ? [] : [open] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: save === undefined, filePath: save ?? '' });
  }, answers);
}

/** A process that stays keeps its lock, so nothing shows at the next start. */
const ENDING_LIMIT_MS = 30_000;

/** Closes the app as a person does, and insists that it ends. */
export async function closeApp(app: Pick<RunningApp, 'electron'>): Promise<void> {
  const { pid } = app.electron.process();
  let isStuck = false;
  const limit = setTimeout(() => {
    isStuck = true;
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }, ENDING_LIMIT_MS);
  await app.electron.close();
  clearTimeout(limit);
  expect(isStuck, 'the app was closed and did not end').toBe(false);
}

/** Ends every process of the app at once, as a power cut would. */
export async function killApp(app: RunningApp): Promise<void> {
  const pids = await app.electron.evaluate(({ app: main }) => main.getAppMetrics().map(({ pid }) => pid));
  const closed = app.electron.waitForEvent('close');
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Already gone with its parent.
    }
  }
  await closed;
}

interface Fixtures {
  /** A profile folder that is removed afterwards. */
  readonly profile: string;
  readonly folder: string;
  /** The app on that profile; closed, and asked for complaints, afterwards. */
  readonly app: RunningApp;
}

async function temporary(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'golive-e2e-'));
  await use(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

export const test = base.extend<Fixtures>({
  // Playwright wants a destructuring pattern even where nothing is needed.
  profile: async ({}, use) => temporary(use),
  folder: async ({}, use) => temporary(use),
  app: async ({ profile }, use) => {
    const app = await startApp(profile);
    await use(app);
    await closeApp(app);
    expect(app.complaints).toEqual([]);
    expect(app.requests.filter((address) => !/^(app:\/\/workbook\/|data:|blob:app:)/.test(address))).toEqual(
      [],
    );
  },
});

export { expect } from '@playwright/test';
