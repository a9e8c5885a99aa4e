/** The timeline in the real window beside a bare canvas: opening a plan, first paint, scrolling, editing. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { milliseconds, ratio, type RowSamples } from './contest';
import { timeEdit } from './gridProbe';
import { bareSaves } from './limits/bareSave';
import { phasedPlan, planName, taskName } from './phasedPlan';
import { busyPerFrame, goToPage, openFromList } from './probe';
import { inTurn, row } from './turns';

/** Tasks. */
export const SMALL_PLAN = 5_000;
export const LARGE_PLAN = 20_000;

export async function openRow(app: Page, limit: Page, folder: string, runs: number): Promise<RowSamples> {
  writeFileSync(path.join(folder, 'state.bin'), phasedPlan(SMALL_PLAN).encodeState());
  const ours = async (): Promise<number> => {
    await app.getByRole('button', { name: /workbook menu$/ }).click();
    await app.getByRole('menuitem', { name: 'All workbooks' }).click();
    await app.getByRole('heading', { name: 'On this computer' }).waitFor();
    return openFromList(app, planName(SMALL_PLAN));
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
      ['app://limits/inputs/state.bin', SMALL_PLAN] as const,
    );
  const title = 'Open 5,000 tasks: choose in the list to rows on the timeline';
  return row('open', title, milliseconds(2_500), await inTurn({ ours, limit: bare }, runs));
}

export async function paintRow(app: Page, limit: Page, runs: number): Promise<RowSamples> {
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
    }, LARGE_PLAN);
  const samples = await inTurn({ ours, limit: bare }, runs);
  return row('paint', 'Timeline of 20,000 tasks: click to first paint', ratio(4), samples);
}

/** An even pace of three rows a frame, and a fling in which every frame has other rows. */
export async function scrollRows(app: Page, limit: Page, runs: number): Promise<RowSamples[]> {
  await goToPage(app, 'Timeline');
  await limit.evaluate((tasks) => {
    window.benchCanvas = window.mountBareCanvas(tasks);
  }, LARGE_PLAN);
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
export async function editRows(
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
    const place = { table: 'Tasks', row: taskName(task), column: 'Days' };
    const edit = await timeEdit(app, place, String(20 + (turn++ % 70)));
    saved.push(edit.saved);
    return edit.painted;
  };
  await limit.evaluate((count) => {
    window.benchCanvas = window.mountBareCanvas(count);
    window.benchOnKey(() => window.benchCanvas?.edit(3, 1 + Math.floor(Math.random() * 9)));
  }, tasks);
  const bare = async (): Promise<number> => {
    await limit.keyboard.press('Enter');
    return limit.evaluate(() => window.benchPressed());
  };
  const painted = await inTurn({ ours, limit: bare }, runs);
  await limit.evaluate(() => window.benchCanvas?.remove());
  const count = tasks.toLocaleString('en-US');
  const [name, atMost] = tasks === LARGE_PLAN ? ['edit-paint-20k', 33.4] : ['edit-paint-5k', 25];
  return [
    row(name, `Edit of ${count} tasks: Enter to paint`, milliseconds(atMost, 'p95'), painted),
    row('edit-saved', `Edit of ${count} tasks: Enter to “Saved”`, milliseconds(50, 'p95'), {
      ours: saved.slice(1),
      limit: await bareSaves(folder, runs),
    }),
  ];
}
