/** What is put into a page to time it from the inside: key to paint, click to paint, work per frame. */
import type { Page } from '@playwright/test';
import type { BareCanvas } from './limits/page/bareCanvas';

declare global {
  interface Window {
    bareOpen: (address: string, tasks: number) => Promise<BareCanvas>;
    mountBareCanvas: (tasks: number) => BareCanvas;
    benchCanvas?: BareCanvas;
    /** Resolves with the time when the next frame has been painted. */
    benchPainted: () => Promise<number>;
    /** Resolves when something is in the page. */
    benchThere: <T>(find: () => T | null | undefined) => Promise<T>;
    /** Has every Enter do something, and `benchEdited` tell how long until it was painted. */
    benchEditOnEnter: (edit: () => void) => void;
    benchEdited: () => Promise<number>;
    benchEdit?: Promise<{ painted: number; saved: number }>;
  }
}

export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.benchPainted = () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          // A message sent in a frame arrives when the frame has been painted.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now());
          channel.port2.postMessage(0);
        });
      });
    window.benchThere = (find) =>
      new Promise((resolve, reject) => {
        const look = (): boolean => {
          const found = find();
          if (found === null || found === undefined) return false;
          resolve(found);
          return true;
        };
        if (look()) return;
        setTimeout(() => reject(new Error(`waited in vain for ${String(find)}`)), 60_000);
        const observer = new MutationObserver(() => {
          if (look()) observer.disconnect();
        });
        observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
      });
    window.benchEditOnEnter = (edit) => {
      let latest: Promise<number> = Promise.resolve(0);
      document.onkeydown = (event) => {
        if (event.key !== 'Enter') return;
        edit();
        latest = window.benchPainted().then((painted) => painted - event.timeStamp);
      };
      window.benchEdited = () => latest;
    };
  });
}

/** @returns milliseconds from the click on a chapter until its page has been painted */
export function goToPage(page: Page, chapter: 'Overview' | 'Timeline'): Promise<number> {
  return page.evaluate(async (wanted) => {
    const links = [...document.querySelectorAll<HTMLElement>('nav[aria-label="Chapters"] a')];
    const link = links.find(({ textContent }) => textContent.startsWith(wanted));
    const begun = performance.now();
    link?.click();
    await window.benchThere(() =>
      wanted === 'Timeline'
        ? document.querySelector('[role="treegrid"] [role="rowheader"]')
        : document.querySelector('main[aria-label="Overview"] h1'),
    );
    return (await window.benchPainted()) - begun;
  }, chapter);
}

/** From choosing a workbook in the list, by way of its overview, until the timeline shows rows. */
export function openFromList(page: Page, name: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.home-list button')];
    const begun = performance.now();
    buttons.find(({ textContent }) => textContent.includes(wanted))?.click();
    const link = await window.benchThere(() =>
      [...document.querySelectorAll<HTMLElement>('nav[aria-label="Chapters"] a')].find(({ textContent }) =>
        textContent.startsWith('Timeline'),
      ),
    );
    link.click();
    await window.benchThere(() => document.querySelector('[role="treegrid"] [role="rowheader"]'));
    return (await window.benchPainted()) - begun;
  }, name);
}

/** Processor milliseconds of the page's main thread for each frame of a scroll. */
export async function busyPerFrame(
  page: Page,
  scroller: string,
  pixels: number,
  frames: number,
): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  const scroll = (steps: number): Promise<void> =>
    page.evaluate(
      async ([selector, distance, count]) => {
        const box = document.querySelector(selector);
        if (box === null) throw new Error(`there is no ${selector}`);
        box.scrollTop = 0;
        for (let frame = 0; frame < count; frame++) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          box.scrollTop += distance;
        }
        await window.benchPainted();
      },
      [scroller, pixels, steps] as const,
    );
  const before = await busy();
  await scroll(frames);
  const used = (await busy()) - before;
  await session.detach();
  return (used * 1000) / frames;
}

/** Types a figure into the days of a task. Milliseconds from Enter until it is painted, and until it is saved. */
export async function timeEdit(
  page: Page,
  task: string,
  text: string,
): Promise<{ painted: number; saved: number }> {
  const heads = await page.getByRole('treegrid', { name: 'Tasks' }).getByRole('columnheader').allInnerTexts();
  const column = String(heads.indexOf('Days') + 1);
  const line = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: task, exact: true }) });
  await line.locator(`[aria-colindex="${column}"]`).click();
  await page.keyboard.type(text);
  await page.evaluate(
    ([name, place, wanted]) => {
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
    },
    [task, column, text] as const,
  );
  await page.keyboard.press('Enter');
  const times = await page.evaluate(() => window.benchEdit);
  if (times === undefined) throw new Error('the edit was not seen');
  return times;
}
