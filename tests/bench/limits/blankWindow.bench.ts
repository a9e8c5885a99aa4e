/**
 * The least an Electron program with a window can be: one empty page, served over a scheme of its own as the app's is.
 * With `--page=NAME` it shows one of the limits' pages instead.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, protocol, session } from 'electron';

const BLANK = '<!doctype html><meta charset="utf-8"><title>Blank</title><h1>Blank</h1>';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

const argumentOf = (name: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);

async function respond(address: string): Promise<Response> {
  const { pathname } = new URL(address);
  if (pathname === '/blank.html')
    return new Response(BLANK, { headers: { 'content-type': TYPES['.html'] ?? '' } });
  const inputs = argumentOf('inputs');
  const isInput = pathname.startsWith('/inputs/') && inputs !== undefined;
  const folder = isInput ? inputs : path.join(__dirname, 'page');
  const file = path.join(folder, path.normalize(isInput ? pathname.slice('/inputs'.length) : pathname));
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  return new Response(new Uint8Array(await readFile(file)), { headers: { 'content-type': type } });
}

async function run(): Promise<void> {
  await app.whenReady();
  session.defaultSession.protocol.handle('app', ({ url }) => respond(url));
  const window = new BrowserWindow({
    ...{ width: 1280, height: 800, show: false, autoHideMenuBar: true },
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  await window.loadURL(`app://limits/${argumentOf('page') ?? 'blank'}.html`);
}

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
void run();
