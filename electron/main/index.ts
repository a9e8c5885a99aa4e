/** Where the app begins: puts the parts together and starts them, in an order that leaves no gap. */
import path from 'node:path';
import { app, nativeTheme, session, type BrowserWindow } from 'electron';
import type { Settings } from '../../shared/ipc/contract';
import { CoreProcess } from './coreProcess';
import { exportDemo, paintJob } from './demoExport';
import { handlersOf } from './handlers';
import { serve, tell } from './ipc';
import { setMenu } from './menu';
import { registerScheme, servePage } from './protocol';
import { guardEveryPage, refuseNetwork, refusePermissions } from './security';
import { SettingsFile } from './services/settings';
import { closeForGood, openWindow } from './window';

const CLOSING_LIMIT_MS = 10_000;

function argumentOf(name: string): string | undefined {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}

function prepare(): void {
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

async function run(): Promise<void> {
  const userData = app.getPath('userData');
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
    app.exit(await paintJob(painting));
    return;
  }
  const windows = new Map<number, BrowserWindow>();
  const core = new CoreProcess({ plans: path.join(userData, 'plans'), second: null }, () => {
    for (const window of windows.values()) tell(window, 'storage.restarted', null);
  });
  const demoFolder = argumentOf('demo-export');
  if (demoFolder !== undefined) {
    const exitCode = await exportDemo(core, demoFolder);
    await core.close();
    app.exit(exitCode);
    return;
  }

  const settings = new SettingsFile(path.join(userData, 'settings.json'));
  useTheme((await settings.read()).theme);
  const handlers = handlersOf({
    core,
    settings,
    useTheme,
    closeWindow: closeForGood,
  });
  serve(handlers, (contents) => windows.get(contents));
  setMenu((command) => {
    for (const window of windows.values()) tell(window, 'app.command', { command });
  });
  const window = openWindow((closing) => {
    tell(closing, 'app.closing', null);
    setTimeout(() => {
      closeForGood(closing);
    }, CLOSING_LIMIT_MS);
  });
  windows.set(window.webContents.id, window);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  onAllClosed.run = () => {
    void core.close().finally(() => {
      app.quit();
    });
  };
}

// Before the lock, which belongs to the store's folder.
placeStore();
if (app.requestSingleInstanceLock()) {
  prepare();
  void app.whenReady().then(run);
} else {
  app.quit();
}
