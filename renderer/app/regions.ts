/** F6 leads from one part of the window to the next, Shift+F6 back, each at the place where the keyboard last was. */
import { useEffect } from 'react';

const REGIONS = [
  '.topbar',
  '.rail',
  '.main .page-head',
  '.main [role="toolbar"]',
  '.main .dg-table',
  '.main .drawer',
  '.toasts',
  '.status',
].join(', ');

const TABBABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** These keep the keyboard until they are closed. */
const CLOSED_WORLD = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Where the keyboard last was in each region. */
const lastIn = new WeakMap<Element, HTMLElement>();

/** Remembers where the keyboard was, for `goToRegion`. */
export function useRegions(): void {
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      const region = target instanceof HTMLElement ? target.closest(REGIONS) : null;
      if (region !== null && target instanceof HTMLElement) lastIn.set(region, target);
    };
    document.addEventListener('focusin', remember);
    return () => {
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

/** @returns whether there are regions to go to; a dialog or a menu keeps the keyboard */
export function goToRegion(step: 1 | -1): boolean {
  if (document.querySelector(`:is(${CLOSED_WORLD}):focus-within`) !== null) return false;
  const stops = Array.from(document.querySelectorAll(REGIONS)).flatMap((region) => {
    const last = lastIn.get(region);
    const stop = last !== undefined && region.contains(last) && isTabbable(last) ? last : firstStop(region);
    return stop === undefined ? [] : [{ region, stop }];
  });
  const here = stops.findIndex(({ region }) => region.contains(document.activeElement));
  stops.at((here + step) % stops.length)?.stop.focus();
  return stops.length > 0;
}

/**
 * Where the keyboard begins on a page that was just opened, or goes when a key has removed what it was on: in the table
 * of the page, else on the page itself, whose name is then read. It stays where it is if it is anywhere else than in the
 * rail, which has led to the page and has done its part.
 */
export function useStartOfPage(page: string): void {
  useEffect(() => {
    startOfPage('.rail');
  }, [page]);
  useEffect(() => {
    let pressed: Element | null = null;
    const press = (): void => {
      pressed = document.querySelector('.main :focus');
    };
    const release = (): void => {
      const removed = pressed;
      // What the key did is on the screen in the next frame.
      requestAnimationFrame(() => {
        if (removed?.isConnected === false) startOfPage();
      });
    };
    window.addEventListener('keydown', press, true);
    window.addEventListener('keyup', release);
    return () => {
      window.removeEventListener('keydown', press, true);
      window.removeEventListener('keyup', release);
    };
  }, []);
}

/** @param behind a region that is left */
function startOfPage(behind?: string): void {
  const main = document.querySelector<HTMLElement>('.main');
  const here = document.activeElement;
  const isLeft = behind !== undefined && document.querySelector(`${behind} :focus`) !== null;
  if (!isLeft && here !== document.body && here !== main && here !== null) return;
  (main?.querySelector<HTMLElement>('.dg-input') ?? main)?.focus({ preventScroll: true });
}

function firstStop(region: Element): HTMLElement | undefined {
  return Array.from(region.querySelectorAll<HTMLElement>(TABBABLE)).find(isTabbable);
}

function isTabbable(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && element.matches(TABBABLE) && element.getClientRects().length > 0;
}
