/**
 * The rows measured in the real window: the app and, beside it, a window that does only the least. Both are open at
 * once and take turns. What is timed begins with the click or key as the page receives it and ends when the frame
 * that shows the result has been painted.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { answerDialogs, startApp, untilSaved, type RunningApp } from '../e2e/support/app';
import { milliseconds, ratio, type Goal, type RowSamples } from './contest';
import { launchRows } from './launch';
import { bareSaves } from './limits/bareSave';
import { phasedPlan, phasedPlanFile, planName, taskName } from './phasedPlan';
import { busyPerFrame, goToPage, installProbe, openFromList, timeEdit } from './probe';

export interface WindowWish {
  /** Null for all. */
  readonly wanted: readonly string[] | null;
  /** 0 for each row's own number. */
  readonly runs: number;
  readonly folder: string;
}

const SMALL = 5_000;
const LARGE = 20_000;
/** So that a window behind another is painted as often as the one in front. */
const NEVER_ASLEEP = ['--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'];

export async function measureWindow({ wanted, runs, folder }: WindowWish): Promise<readonly RowSamples[]> {
  const wants = (...names: readonly string[]): boolean =>
    wanted === null || names.some((name) => wanted.includes(name));
  const rows: RowSamples[] = [];
  if (wants('launch')) rows.push(...(await launchRows(folder, runs)));
  if (!wants('open', 'paint', 'scroll', 'edit', 'saved')) return rows;

  const limit = await startLimit(folder);
  try {
    if (wants('open', 'edit', 'saved')) {
      await withPlan(folder, SMALL, async (app) => {
        if (wants('open')) rows.push(await openRow(app.window, limit.page, folder, runs || 5));
        if (wants('edit', 'saved'))
          rows.push(...(await editRows(app.window, limit.page, SMALL, folder, runs || 30)));
      });
    }
    if (wants('paint', 'scroll', 'edit')) {
      await withPlan(folder, LARGE, async (app) => {
        if (wants('paint')) rows.push(await paintRow(app.window, limit.page, runs || 7));
        if (wants('scroll')) rows.push(...(await scrollRows(app.window, limit.page, runs || 5)));
        if (wants('edit')) {
          const [edit] = await editRows(app.window, limit.page, LARGE, folder, runs || 15);
          if (edit !== undefined) rows.push(edit);
        }
      });
    }
  } finally {
    await limit.electron.close();
  }
  return rows;
}

/** The window of the limits, on its canvas page. */
async function startLimit(folder: string): Promise<{ electron: ElectronApplication; page: Page }> {
  const program = path.resolve('out/bench/blankWindow.bench.cjs');
  const profile = mkdtempSync(path.join(folder, 'blank-'));
  const electron = await _electron.launch({
    args: [
      ...[program, '--disable-dev-shm-usage', `--user-data-dir=${profile}`, ...NEVER_ASLEEP],
      ...['--page=canvas', `--inputs=${folder}`],
    ],
  });
  const page = await electron.firstWindow();
  await page.waitForFunction('typeof window.mountBareCanvas === "function"');
  await installProbe(page);
  return { electron, page };
}

/** The app with a plan that came into it as any file does. */
async function withPlan(
  folder: string,
  tasks: number,
  use: (app: RunningApp) => Promise<void>,
): Promise<void> {
  const file = path.join(folder, `${String(tasks)}.golive`);
  writeFileSync(file, phasedPlanFile(tasks));
  const app = await startApp(mkdtempSync(path.join(folder, 'profile-')), ...NEVER_ASLEEP);
  try {
    await answerDialogs(app, { open: file });
    await app.window.getByRole('button', { name: /Open a file/ }).click();
    const chapters = app.window.getByRole('navigation', { name: 'Chapters' });
    await chapters.waitFor({ timeout: 120_000 });
    await untilSaved(app.window);
    await installProbe(app.window);
    await use(app);
  } finally {
    await app.electron.close();
  }
}

interface Turns {
  readonly ours: () => Promise<number>;
  readonly limit: () => Promise<number>;
}

/** The first turn warms both up and is not counted. */
async function inTurn({ ours, limit }: Turns, runs: number): Promise<{ ours: number[]; limit: number[] }> {
  console.error(`[bench] … ${String(runs)} turns in the window`);
  const samples: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
  for (let run = -1; run < runs; run++) {
    const pair = [await ours(), await limit()] as const;
    if (run < 0) continue;
    samples.ours.push(pair[0]);
    samples.limit.push(pair[1]);
  }
  return samples;
}

const row = (
  name: string,
  title: string,
  goal: Goal | null,
  samples: Pick<RowSamples, 'ours' | 'limit'>,
  unit: RowSamples['unit'] = 'wall',
): RowSamples => ({ name, title, goal, unit, ...samples });

async function openRow(app: Page, limit: Page, folder: string, runs: number): Promise<RowSamples> {
  writeFileSync(path.join(folder, 'state.bin'), phasedPlan(SMALL).encodeState());
  const ours = async (): Promise<number> => {
    await app.getByRole('button', { name: /workbook menu$/ }).click();
    await app.getByRole('menuitem', { name: 'All workbooks' }).click();
    await app.getByRole('heading', { name: 'On this computer' }).waitFor();
    return openFromList(app, planName(SMALL));
  };
  const bare = (): Promise<number> =>
    limit.evaluate(
      async ([address, tasks]) => {
        const begun = performance.now();
        const canvas = await window.bareOpen(address, tasks);
        const ended = await window.benchPainted();
        canvas.remove();
        return ended - begun;
      },
      ['app://limits/inputs/state.bin', SMALL] as const,
    );
  const title = 'Open 5,000 tasks: choose in the list to rows on the timeline';
  return row('open', title, milliseconds(2_500), await inTurn({ ours, limit: bare }, runs));
}

async function paintRow(app: Page, limit: Page, runs: number): Promise<RowSamples> {
  const ours = async (): Promise<number> => {
    await goToPage(app, 'Overview');
    return goToPage(app, 'Timeline');
  };
  const bare = (): Promise<number> =>
    limit.evaluate(async (tasks) => {
      const begun = performance.now();
      const canvas = window.mountBareCanvas(tasks);
      const ended = await window.benchPainted();
      canvas.remove();
      return ended - begun;
    }, LARGE);
  const samples = await inTurn({ ours, limit: bare }, runs);
  return row('paint', 'Timeline of 20,000 tasks: click to first paint', ratio(4), samples);
}

/** An even pace of three rows a frame, and a fling in which every frame has other rows. */
async function scrollRows(app: Page, limit: Page, runs: number): Promise<RowSamples[]> {
  await goToPage(app, 'Timeline');
  await limit.evaluate((tasks) => {
    window.benchCanvas = window.mountBareCanvas(tasks);
  }, LARGE);
  const rows: RowSamples[] = [];
  for (const [name, title, pixels, frames] of [
    ['scroll', 'Scroll 20,000 tasks, 84 px a frame: busy per frame', 84, 120],
    ['scroll-fast', 'Scroll 20,000 tasks, 1,500 px a frame: busy per frame', 1_500, 40],
  ] as const) {
    const turns = {
      ours: () => busyPerFrame(app, '.tg-scroller', pixels, frames),
      limit: () => busyPerFrame(limit, 'body > div', pixels, frames),
    };
    rows.push(row(name, title, ratio(3), await inTurn(turns, runs), 'cpu'));
  }
  await limit.evaluate(() => window.benchCanvas?.remove());
  return rows;
}

/** A duration typed into a cell: Enter to the frame with the new figure, and Enter to the words of the status bar. */
async function editRows(
  app: Page,
  limit: Page,
  tasks: number,
  folder: string,
  runs: number,
): Promise<RowSamples[]> {
  await goToPage(app, 'Overview');
  await goToPage(app, 'Timeline');
  const saved: number[] = [];
  let turn = 0;
  const ours = async (): Promise<number> => {
    // Tasks 1 to 8 lie in sight; a task that is a milestone has no length.
    const task = 1 + (turn % 8);
    const edit = await timeEdit(app, taskName(task), String(20 + (turn++ % 70)));
    saved.push(edit.saved);
    return edit.painted;
  };
  await limit.evaluate((count) => {
    window.benchCanvas = window.mountBareCanvas(count);
    window.benchEditOnEnter(() => window.benchCanvas?.edit(3, 1 + Math.floor(Math.random() * 9)));
  }, tasks);
  const bare = async (): Promise<number> => {
    await limit.keyboard.press('Enter');
    return limit.evaluate(() => window.benchEdited());
  };
  const painted = await inTurn({ ours, limit: bare }, runs);
  await limit.evaluate(() => window.benchCanvas?.remove());
  const count = tasks.toLocaleString('en-US');
  const [name, atMost] = tasks === LARGE ? ['edit-paint-20k', 33.4] : ['edit-paint-5k', 25];
  return [
    row(name, `Edit of ${count} tasks: Enter to paint`, milliseconds(atMost, 'p95'), painted),
    row('edit-saved', `Edit of ${count} tasks: Enter to “Saved”`, milliseconds(50, 'p95'), {
      ours: saved.slice(1),
      limit: await bareSaves(folder, runs),
    }),
  ];
}
