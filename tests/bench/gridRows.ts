/** A register of 10,000 records in the real window beside a bare table: opening its page, scrolling, ordering, typing. */
import type { Page } from '@playwright/test';
import { goTo } from '../e2e/support/app';
import { milliseconds, ratio, type RowSamples } from './contest';
import { timeEdit, timeSort, type EditTimes } from './gridProbe';
import { busyPerFrame, goToPage } from './probe';
import { PEOPLE, personName } from './staffList';
import { inTurn, row } from './turns';

/** @param runs 0 for each row's own number */
export async function gridRows(app: Page, limit: Page, runs: number): Promise<RowSamples[]> {
  // The rail lists the page from now on.
  await goTo(app, 'Team');
  await limit.evaluate((count) => {
    window.benchRows = window.bareRows(count);
  }, PEOPLE);
  const opened = await openRow(app, limit, runs || 7);
  await limit.evaluate(() => {
    window.benchTable = window.mountBareTable(window.benchRows ?? []);
    window.benchOnKey((key) => window.benchTable?.press(key));
  });
  const rows = [
    opened,
    ...(await scrollRows(app, limit, runs || 5)),
    ...(await typingRows(app, limit, runs || 20)),
    await sortRow(app, limit, runs || 8),
  ];
  await limit.evaluate(() => window.benchTable?.remove());
  return rows;
}

async function openRow(app: Page, limit: Page, runs: number): Promise<RowSamples> {
  const ours = async (): Promise<number> => {
    await goToPage(app, 'Overview');
    return goToPage(app, 'Team');
  };
  const bare = (): Promise<number> =>
    limit.evaluate(async () => {
      const begun = performance.now();
      const table = window.mountBareTable(window.benchRows ?? []);
      const ended = await window.benchPainted();
      table.remove();
      return ended - begun;
    });
  const samples = await inTurn({ ours, limit: bare }, runs);
  return row('grid-open', 'Register of 10,000 rows: click to first paint', milliseconds(100), samples);
}

async function scrollRows(app: Page, limit: Page, runs: number): Promise<RowSamples[]> {
  const rows: RowSamples[] = [];
  for (const [name, pixels, frames] of [
    ['grid-scroll', 84, 120],
    ['grid-scroll-fast', 1_500, 40],
  ] as const) {
    const turns = {
      ours: () => busyPerFrame(app, '.dg-scroller', pixels, frames),
      limit: () => busyPerFrame(limit, 'body > div', pixels, frames),
    };
    const title = `Scroll 10,000 rows, ${pixels.toLocaleString('en-US')} px a frame: busy per frame`;
    rows.push(row(name, title, ratio(3), await inTurn(turns, runs), 'cpu'));
  }
  return rows;
}

/** Texts typed into the first rows: the first letter to the open cell, Enter to the new text. */
async function typingRows(app: Page, limit: Page, runs: number): Promise<RowSamples[]> {
  const [ours, bare]: [EditTimes[], EditTimes[]] = [[], []];
  await goToPage(app, 'Overview');
  await goToPage(app, 'Team');
  const press = async (key: string): Promise<number> => {
    await limit.keyboard.press(key);
    return limit.evaluate(() => window.benchPressed());
  };
  await inTurn(
    {
      ours: async () => {
        const place = { table: 'People', row: personName(ours.length % 8), column: 'Phone' };
        const times = await timeEdit(app, place, `556-${String(1000 + ours.length)}`);
        ours.push(times);
        return times.painted;
      },
      limit: async () => {
        bare.push({ typed: await press('5'), painted: await press('Enter'), saved: 0 });
        return bare.at(-1)?.painted ?? 0;
      },
    },
    runs,
  );
  const samples = (of: 'typed' | 'painted') => ({
    ours: ours.slice(1).map((times) => times[of]),
    limit: bare.slice(1).map((times) => times[of]),
  });
  const goal = milliseconds(25, 'p95');
  return [
    row('grid-type', 'Type into one of 10,000 rows: first letter to paint', goal, samples('typed')),
    row('grid-edit', 'Edit one of 10,000 rows: Enter to paint', goal, samples('painted')),
  ];
}

/** By one column of texts and then by the other, so that every press puts all rows in another order. */
async function sortRow(app: Page, limit: Page, runs: number): Promise<RowSamples> {
  const columns = ['Email', 'Phone'] as const;
  let turn = 0;
  const ours = (): Promise<number> => timeSort(app, 'People', columns[turn++ % 2] ?? 'Email');
  const bare = (): Promise<number> =>
    limit.evaluate(async (column) => {
      const begun = performance.now();
      window.benchTable?.sort(column);
      return (await window.benchPainted()) - begun;
    }, turn % columns.length);
  const samples = await inTurn({ ours, limit: bare }, runs);
  return row('grid-sort', 'Order 10,000 rows by a column of texts', ratio(3), samples);
}
