/** What times a table from inside its page: a cell typed into, and rows put in order by a column. */
import type { Locator, Page } from '@playwright/test';

/** Milliseconds from a key to the frame that shows what it did, or to the words of the status bar. */
export interface EditTimes {
  /** The first letter until the cell is open and has it. */
  readonly typed: number;
  /** Enter until the cell shows the new text. */
  readonly painted: number;
  /** Enter until it is saved. */
  readonly saved: number;
}

export interface CellPlace {
  /** The label of the table. */
  readonly table: string;
  /** The head of the row. */
  readonly row: string;
  /** The head of the column. */
  readonly column: string;
}

const tableCalled = (page: Page, label: string): Locator =>
  page.getByLabel(label, { exact: true }).and(page.locator('[role=grid], [role=treegrid]'));

export async function timeEdit(page: Page, place: CellPlace, text: string): Promise<EditTimes> {
  const table = tableCalled(page, place.table);
  const heads = await table.getByRole('columnheader').allInnerTexts();
  const column = String(heads.indexOf(place.column) + 1);
  const line = table
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: place.row, exact: true }) });
  await line.locator(`[aria-colindex="${column}"]`).click();
  await watchTyping(page);
  await page.keyboard.type(text);
  const typed = await page.evaluate(() => window.benchTyped);
  await watchEnter(page, [place.row, column, text]);
  await page.keyboard.press('Enter');
  const times = await page.evaluate(() => window.benchEdit);
  if (times === undefined || typed === undefined) throw new Error('the edit was not seen');
  return { typed, ...times };
}

/** Has `benchTyped` tell how long the next key takes until an open editor is painted. */
function watchTyping(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.benchTyped = new Promise((resolve) => {
      const press = (event: KeyboardEvent): void => {
        void window
          .benchThere(() => document.querySelector('.dg-editor.is-open input'))
          .then(() => window.benchPainted())
          .then((painted) => resolve(painted - event.timeStamp));
      };
      window.addEventListener('keydown', press, { capture: true, once: true });
    });
  });
}

/** Has `benchEdit` tell how long the next Enter takes until the cell shows the text, and until it is saved. */
function watchEnter(page: Page, edit: readonly [row: string, column: string, text: string]): Promise<void> {
  return page.evaluate(([name, place, wanted]) => {
    const cell = (): Element | undefined =>
      [...document.querySelectorAll('[role="row"]')]
        .find((candidate) => candidate.querySelector('[role="rowheader"]')?.textContent.trim() === name)
        ?.querySelector(`[aria-colindex="${place}"]`) ?? undefined;
    const status = document.querySelector('[data-testid="saving"]');
    window.benchEdit = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`the edit of ${name} was not seen`)), 30_000);
      const press = (event: KeyboardEvent): void => {
        if (event.key !== 'Enter') return;
        window.removeEventListener('keydown', press, true);
        const times = { painted: 0, saved: 0 };
        const done = (): void => {
          if (times.painted > 0 && times.saved > 0) resolve(times);
        };
        let wasSaving = false;
        const observer = new MutationObserver(() => {
          const words = status?.textContent ?? '';
          if (words.startsWith('Saving')) wasSaving = true;
          else if (wasSaving && words.startsWith('Saved')) {
            observer.disconnect();
            times.saved = performance.now() - event.timeStamp;
            done();
          }
        });
        if (status !== null)
          observer.observe(status, { childList: true, subtree: true, characterData: true });
        const look = (): void => {
          const shown = cell();
          if (shown?.textContent.trim() !== wanted || shown.querySelector('input') !== null) {
            requestAnimationFrame(look);
            return;
          }
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            times.painted = performance.now() - event.timeStamp;
            done();
          };
          channel.port2.postMessage(0);
        };
        requestAnimationFrame(look);
      };
      window.addEventListener('keydown', press, true);
    });
  }, edit);
}

/** @returns milliseconds from the press on the head of a column, which must not order the rows yet, to the new order */
export function timeSort(page: Page, table: string, column: string): Promise<number> {
  return tableCalled(page, table)
    .getByRole('columnheader', { name: column, exact: true })
    .evaluate(async (head: HTMLElement) => {
      if (head.hasAttribute('aria-sort')) throw new Error('the rows are in that order already');
      const begun = performance.now();
      head.click();
      await window.benchThere(() => (head.hasAttribute('aria-sort') ? head : null));
      return (await window.benchPainted()) - begun;
    });
}
