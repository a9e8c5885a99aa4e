/** The one window of the app. */
import path from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { ORIGIN } from './protocol';

/** The page is sandboxed, isolated and without Node; what is not listed keeps Electron's safe default. */
export function windowOptions(): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    show: false,
    backgroundColor: '#eff3f4',
    autoHideMenuBar: true,
    title: 'Golive Workbook',
    webPreferences: {
      preload: path.join(__dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      disableDialogs: true,
    },
  };
}

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
