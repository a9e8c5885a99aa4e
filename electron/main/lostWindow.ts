/** A page whose process ended is loaded again, and tells what happened; one that ends again and again is left closed. */
import { dialog, type BrowserWindow } from 'electron';
import { Restarts } from './restarts';
import type { Crashes } from './services/machine';
import { closeForGood } from './window';

export function bringBackAfterCrash(window: BrowserWindow, crashes: Crashes): void {
  const restarts = new Restarts();
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes.add('window', reason);
    const { wait } = restarts.ended(performance.now());
    if (wait === null) void giveUp(window);
    else setTimeout(() => reload(window), wait);
  });
}

function reload(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.webContents.reload();
}

/** The page cannot speak for itself, so that the system's dialog has to. */
async function giveUp(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Golive Workbook',
    message: 'The window stopped working several times.',
    detail:
      'Everything that was shown as saved is safe on this computer. Close the app and start it again. If it goes on, ' +
      'restart the computer: a driver or too little memory is the usual cause.',
    buttons: ['Close the app', 'Try again'],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1) reload(window);
  else closeForGood(window);
}
