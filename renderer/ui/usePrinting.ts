/** Whether the window is on its way to paper: then a list shows all its rows, and what is wider than a page is scaled. */
import { useSyncExternalStore } from 'react';

/** Width of the narrower of A4 and Letter, landscape, within margins of 11 mm. CSS px. */
export const PAGE_PX = 972;
/** What may be wider than a page and must not be cut. */
const WIDE = '.dg-table, .rm-grid';

let isPrinting = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  // A register that has put a sheet of its own beside the page is printed from that.
  isPrinting = next && document.querySelector('.print-sheet') === null;
  for (const listener of listeners) listener();
  // Behind the render that the listeners have asked for, and before the page is laid out.
  queueMicrotask(scaleToPage);
}

function scaleToPage(): void {
  const widest = [...document.querySelectorAll(WIDE)].reduce(
    (most, { scrollWidth }) => Math.max(most, scrollWidth),
    PAGE_PX,
  );
  document.documentElement.style.setProperty('--print-scale', String(PAGE_PX / widest));
}

window.addEventListener('beforeprint', () => {
  set(true);
});
window.addEventListener('afterprint', () => {
  set(false);
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting);
}
