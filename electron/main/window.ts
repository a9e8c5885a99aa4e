/** The one window of the app. */
import { BrowserWindow } from 'electron';
import { ORIGIN } from './addresses';
import { windowOptions } from './windowOptions';

/** A window that has not even heard within this time that it should close has stopped working. */
const HEARING_LIMIT_MS = 10_000;

/** @param onClosing tells the window before it closes, so that nothing unsaved goes with it */
export function openWindow(onClosing: (window: BrowserWindow) => void): BrowserWindow {
  const window = new BrowserWindow(windowOptions());
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', (event) => {
    if (closable.has(window) || !awake.has(window)) return;
    event.preventDefault();
    leaveClosingTo(window);
    unheard.set(
      window,
      setTimeout(() => {
        closeForGood(window);
      }, HEARING_LIMIT_MS),
    );
    onClosing(window);
  });
  void window.loadURL(`${ORIGIN}/index.html`);
  return window;
}

const awake = new WeakSet<BrowserWindow>();
const closable = new WeakSet<BrowserWindow>();
const unheard = new WeakMap<BrowserWindow, NodeJS.Timeout>();

/** The page has made its first call. Before that it listens to nothing and holds nothing that could be lost. */
export function noteAwake(window: BrowserWindow): void {
  awake.add(window);
}

/** The window has heard that it should close. From now on it decides, however long saving takes. */
export function leaveClosingTo(window: BrowserWindow): void {
  clearTimeout(unheard.get(window));
}

/** Lets a window go that has said it is ready. */
export function closeForGood(window: BrowserWindow): void {
  closable.add(window);
  if (!window.isDestroyed()) window.close();
}
