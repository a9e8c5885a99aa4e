/**
 * The rows measured in the real window: the app and, beside it, a window that does only the least. Both are open at
 * once and take turns. What is timed begins with the click or key as the page receives it and ends when the frame
 * that shows the result has been painted.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import { answerDialogs, startApp, untilSaved, type RunningApp } from '../e2e/support/app';
import type { RowSamples } from './contest';
import { contestedPlan } from './contestedPlan';
import { gridRows } from './gridRows';
import { launchRows } from './launch';
import { phasedPlan } from './phasedPlan';
import { planFile } from './planFile';
import { installProbe } from './probe';
import { reviewRow } from './reviewRow';
import { staffList } from './staffList';
import { editRows, LARGE_PLAN, openRow, paintRow, scrollRows, SMALL_PLAN } from './timelineRows';

export interface WindowWish {
  /** Null for all. */
  readonly wanted: readonly string[] | null;
  /** 0 for each row's own number. */
  readonly runs: number;
  readonly folder: string;
}

/** So that a window behind another is painted as often as the one in front. */
const NEVER_ASLEEP = ['--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'];

export async function measureWindow({ wanted, runs, folder }: WindowWish): Promise<readonly RowSamples[]> {
  const wants = (...names: readonly string[]): boolean =>
    wanted === null || names.some((name) => wanted.includes(name));
  const rows: RowSamples[] = [];
  if (wants('launch')) rows.push(...(await launchRows(folder, runs)));
  if (!wants('open', 'paint', 'scroll', 'edit', 'saved', 'grid', 'review')) return rows;

  const limit = await startLimit(folder);
  try {
    if (wants('open', 'edit', 'saved')) {
      await withPlan(folder, phasedPlan(SMALL_PLAN), async (app) => {
        if (wants('open')) rows.push(await openRow(app.window, limit.page, folder, runs || 5));
        if (wants('edit', 'saved'))
          rows.push(...(await editRows(app.window, limit.page, SMALL_PLAN, folder, runs || 30)));
      });
    }
    if (wants('paint', 'scroll', 'edit')) {
      await withPlan(folder, phasedPlan(LARGE_PLAN), async (app) => {
        if (wants('paint')) rows.push(await paintRow(app.window, limit.page, runs || 7));
        if (wants('scroll')) rows.push(...(await scrollRows(app.window, limit.page, runs || 5)));
        if (wants('edit')) {
          const [edit] = await editRows(app.window, limit.page, LARGE_PLAN, folder, runs || 15);
          if (edit !== undefined) rows.push(edit);
        }
      });
    }
    if (wants('grid')) {
      await withPlan(folder, staffList(), async ({ window }) => {
        rows.push(...(await gridRows(window, limit.page, runs)));
      });
    }
    if (wants('review')) {
      await withPlan(folder, contestedPlan(), async ({ window }) => {
        rows.push(await reviewRow(window, runs || 7));
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
  plan: WorkbookDocument,
  use: (app: RunningApp) => Promise<void>,
): Promise<void> {
  const file = path.join(folder, `${plan.id}.golive`);
  writeFileSync(file, planFile(plan));
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
