/** What is put into a page to time it from the inside: key to paint, click to paint, work per frame. */
import type { Page } from '@playwright/test';
import type { EditTimes } from './gridProbe';
import type { BareCanvas } from './limits/page/bareCanvas';
import type { BareTable } from './limits/page/bareTable';

declare global {
  interface Window {
    bareOpen: (address: string, tasks: number) => Promise<BareCanvas>;
    mountBareCanvas: (tasks: number) => BareCanvas;
    bareRows: (count: number) => string[][];
    mountBareTable: (rows: string[][]) => BareTable;
    benchRows?: string[][];
    benchCanvas?: BareCanvas;
    benchTable?: BareTable;
    /** Resolves with the time when the next frame has been painted. */
    benchPainted: () => Promise<number>;
    /** Resolves when something is in the page. */
    benchThere: <T>(find: () => T | null | undefined) => Promise<T>;
    /** Has every key do something, and `benchPressed` tell how long until it was painted. */
    benchOnKey: (press: (key: string) => void) => void;
    benchPressed: () => Promise<number>;
    benchTyped?: Promise<number>;
    benchEdit?: Promise<Pick<EditTimes, 'painted' | 'saved'>>;
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
    window.benchOnKey = (press) => {
      let latest: Promise<number> = Promise.resolve(0);
      document.onkeydown = (event) => {
        press(event.key);
        latest = window.benchPainted().then((painted) => painted - event.timeStamp);
      };
      window.benchPressed = () => latest;
    };
  });
}

/** What must be in the page for it to be shown. */
const SHOWN = {
  Overview: 'main[aria-label="Overview"] h1',
  Timeline: '[role="treegrid"] [role="rowheader"]',
  Team: '[role="grid"] [role="rowheader"]',
  Review: '.rv-card',
} as const;

/** @returns milliseconds from the click on a page in the rail until it has been painted */
export function goToPage(page: Page, title: keyof typeof SHOWN): Promise<number> {
  return page.evaluate(
    async ([wanted, shown]) => {
      const links = [...document.querySelectorAll<HTMLElement>('nav[aria-label="Chapters"] a')];
      const link = links.find(({ textContent }) => textContent.startsWith(wanted));
      const begun = performance.now();
      link?.click();
      await window.benchThere(() => document.querySelector(shown));
      return (await window.benchPainted()) - begun;
    },
    [title, SHOWN[title]] as const,
  );
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
