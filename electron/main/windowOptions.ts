/** How every window of the app is made. */
import path from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';

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
    // Windows and macOS take it from the program itself.
    ...(process.platform === 'linux' && { icon: path.join(__dirname, '../resources/icons/icon.png') }),
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
