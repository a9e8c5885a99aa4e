/** Where the app begins: puts the parts together and starts them, in an order that leaves no gap. */
import path from 'node:path';
import { app, Menu, nativeTheme, session } from 'electron';
import type { Settings } from '../../shared/ipc/contract';
import { CoreProcess } from './coreProcess';
import { exportDemo, paintJob } from './demoExport';
import { endApp } from './ending';
import { handlersOf } from './handlers';
import { serve, tell } from './ipc';
import { bringBackAfterCrash } from './lostWindow';
import { AppMenu } from './menu';
import { registerScheme, servePage } from './protocol';
import { guardEveryPage, refuseNetwork, refusePermissions } from './security';
import { Crashes } from './services/machine';
import { SettingsFile } from './services/settings';
import { filesNamedIn, WaitingFiles } from './services/waitingFiles';
import { noteAwake, openWindow } from './window';

function argumentOf(name: string): string | undefined {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}

function prepare(): void {
  // Ours comes later; Electron would make one of its own before the window.
  Menu.setApplicationMenu(null);
  registerScheme();
  guardEveryPage();
  // Asking for the sandbox takes back --no-sandbox, without which nothing starts as root.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

function useTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme === 'dark' ? 'dark' : theme === 'system' ? 'system' : 'light';
}

/** The store lies under local, never roaming, application data: it must not travel with a Windows profile. */
function placeStore(): void {
  const local = process.env['LOCALAPPDATA'];
  if (process.platform === 'win32' && local !== undefined && !app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', path.join(local, 'Golive Workbook'));
  }
}

async function run(userData: string, settings: SettingsFile): Promise<void> {
  refusePermissions(session.defaultSession);
  refuseNetwork(session.defaultSession);
  servePage(session.defaultSession, path.join(__dirname, '../renderer'));

  // Without this, painting a page in a hidden window and closing it would end the app.
  const onAllClosed = { run: (): void => undefined };
  app.on('window-all-closed', () => {
    onAllClosed.run();
  });

  const painting = argumentOf('paint');
  if (painting !== undefined) {
    await endApp(await paintJob(painting));
    return;
  }
  const plans = path.join(userData, 'plans');
  const demoFolder = argumentOf('demo-export');
  if (demoFolder !== undefined) {
    const ignore = (): void => undefined;
    const core = new CoreProcess({ plans, second: null }, { onEnd: ignore, onRestart: ignore });
    const exitCode = await exportDemo(core, demoFolder);
    await core.close();
    await endApp(exitCode);
    return;
  }

  const { theme, lastWorkbook, secondFolder } = await settings.read();
  useTheme(theme);
  // The window takes longest, so it comes first; its page asks for nothing before all of this stands.
  const window = openWindow((closing) => {
    tell(closing, 'app.closing', null);
  });
  const crashes = new Crashes();
  bringBackAfterCrash(window, crashes);
  const core = new CoreProcess(
    { plans, second: secondFolder },
    {
      onEnd: ({ times, wait }, code) => {
        crashes.add('storage', String(code));
        tell(window, 'storage.ended', { times, isFinal: wait === null });
      },
      onRestart: () => {
        tell(window, 'storage.restarted', null);
      },
    },
  );
  if (lastWorkbook !== null) void core.ask({ kind: 'openAhead', workbook: lastWorkbook });
  const menu = new AppMenu((command) => {
    tell(window, 'app.command', { command });
  });
  const handlers = handlersOf({ core, settings, useTheme, waitingFiles, crashes, menu });
  serve(handlers, (contents) => {
    if (contents !== window.webContents.id) return undefined;
    noteAwake(window);
    return window;
  });
  // Making it takes time that the window does not have before it is shown.
  window.once('ready-to-show', () => {
    menu.show();
  });
  waitingFiles.onArrival(() => {
    tell(window, 'files.waiting', null);
  });
  app.on('second-instance', (_event, commandLine) => {
    if (window.isDestroyed()) {
      // It came while this one saves and ends, and somebody waits for a window.
      app.relaunch({ args: commandLine.slice(1) });
      return;
    }
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  onAllClosed.run = () => {
    void core.close().finally(() => endApp());
  };
}

const waitingFiles = new WaitingFiles();
const startsWithApp = process.defaultApp;
waitingFiles.add(filesNamedIn(process.argv, process.cwd(), startsWithApp));
// Both may come before there is a window. macOS names files in an event of its own.
app.on('second-instance', (_event, commandLine, folder) => {
  waitingFiles.add(filesNamedIn(commandLine, folder, startsWithApp));
});
app.on('open-file', (event, file) => {
  event.preventDefault();
  waitingFiles.add([file]);
});

// Before the lock, which belongs to the store's folder.
placeStore();
if (app.requestSingleInstanceLock()) {
  prepare();
  const userData = app.getPath('userData');
  const settings = new SettingsFile(path.join(userData, 'settings.json'));
  // Read while the browser engine starts.
  void settings.read();
  void app.whenReady().then(() => run(userData, settings));
} else {
  void endApp();
}
