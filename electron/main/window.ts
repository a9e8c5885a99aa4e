/** The one window of the app. */
import { BrowserWindow } from 'electron';
import { ORIGIN } from './addresses';
import { windowOptions } from './windowOptions';

/** @param onClosing asked before the window closes, so that nothing unsaved goes with it */
export function openWindow(onClosing: (window: BrowserWindow) => void): BrowserWindow {
  const window = new BrowserWindow(windowOptions());
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', (event) => {
    if (!closable.has(window)) {
      event.preventDefault();
      onClosing(window);
    }
  });
  void window.loadURL(`${ORIGIN}/index.html`);
  return window;
}

const closable = new WeakSet<BrowserWindow>();

/** Lets a window go that has said everything is saved. */
export function closeForGood(window: BrowserWindow): void {
  closable.add(window);
  if (!window.isDestroyed()) window.close();
}
