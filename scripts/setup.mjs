/**
 * Gets a machine ready: the npm packages, an Electron, and the system libraries Electron needs. Uses nothing
 * outside Node itself, because it runs before anything else is there.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { resolveElectron, runsAsRoot } from './electronRuntime.mjs';
import { isProgram, projectRoot } from './processes.mjs';
import { hasDisplay } from './virtualDisplay.mjs';

const say = (message) => console.error(`[set-up] ${message}`);

/** Installs node_modules when it is missing or is not what package-lock.json says. */
export function ensureDependencies() {
  ensureNode();
  const reason = whyDependenciesAreStale();
  if (reason === undefined) return;
  refuseToEmptyAnother(reason);
  say(`${reason}: running npm ci …`);
  const install = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) throw new Error('npm ci failed; its messages are above');
}

/** npm ci empties node_modules first; behind a link that would be the one another checkout is working with. */
function refuseToEmptyAnother(reason) {
  const folder = path.join(projectRoot, 'node_modules');
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return;
  throw new Error(
    `${reason}, but node_modules is a link to ${readlinkSync(folder)}, which npm ci would empty. ` +
      'Install there, or remove the link here and try again; nothing was changed',
  );
}

function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node ${process.versions.node} is too old: Golive Workbook needs 20.19 or newer`);
  }
}

/**
 * npm writes down what it installed in node_modules/.package-lock.json. Comparing that record with the lock file
 * holds where comparing dates does not: a fresh checkout, a changed branch, a copied folder.
 */
function whyDependenciesAreStale() {
  const record = path.join(projectRoot, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'node_modules is missing';
  const installed = packagesIn(record);
  const locked = packagesIn(path.join(projectRoot, 'package-lock.json'));
  delete locked[''];
  for (const [folder, { version, optional }] of Object.entries(locked)) {
    const present = installed[folder];
    // Optional packages are mostly binaries for other systems, which npm rightly leaves out.
    if (present === undefined && optional) continue;
    if (present?.version !== version || !existsSync(path.join(projectRoot, folder))) {
      return `${folder} should be ${version}`;
    }
  }
  const extra = Object.keys(installed).find((folder) => locked[folder] === undefined);
  return extra === undefined ? undefined : `${extra} is not in package-lock.json`;
}

const packagesIn = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

/** Finds or fetches an Electron and makes sure that it can start here. */
export async function ensureElectron() {
  const electron = await resolveElectron();
  ensureSystemPackages(electron.executable);
  say(`Electron ${electron.version}, ${electron.source}: ready`);
  return electron;
}

/** The Debian and Ubuntu package of each library that Electron links to and a bare system may lack. */
const debianPackages = {
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgdk_pixbuf-2.0.so.0': 'libgdk-pixbuf-2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/** Installs what Electron lacks where that is ours to do (Debian, as root); elsewhere says what to install. */
export function ensureSystemPackages(electronExecutable) {
  if (process.platform !== 'linux') return;
  const missing = missingFromSystem(electronExecutable);
  if (missing.length === 0) return;

  const packages = [...new Set(missing.flatMap((thing) => thing.packages))];
  if (!runsAsRoot() || !isOnPath('apt-get')) throw new Error(adviceFor(missing, packages));

  say(`installing ${packages.join(', ')} …`);
  apt(['update']);
  apt(['install', '--yes', '--no-install-recommends', ...packages.map(currentPackageName)]);
  const stillMissing = missingFromSystem(electronExecutable);
  if (stillMissing.length > 0) throw new Error(adviceFor(stillMissing, packages));
}

function missingFromSystem(electronExecutable) {
  const missing = missingLibraries(electronExecutable).map((library) => ({
    name: library,
    packages: debianPackages[library] ?? [],
  }));
  if (!hasDisplay() && !isOnPath('Xvfb')) missing.push({ name: 'Xvfb', packages: ['xvfb', 'xauth'] });
  return missing;
}

function missingLibraries(executable) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  const lines = (stdout ?? '').split('\n').filter((line) => line.includes('=> not found'));
  return [...new Set(lines.map((line) => line.trim().split(' ')[0]))];
}

function apt(args) {
  const result = spawnSync(
    'apt-get',
    ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3', '-qq', ...args],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  if (result.status !== 0) throw new Error(`apt-get ${args[0]} failed; its messages are above`);
}

/**
 * Debian 13 and Ubuntu 24.04 renamed the libraries rebuilt for 64-bit times. The old names are only virtual
 * there, and some have two providers, between which apt does not choose.
 */
function currentPackageName(name) {
  const renamed = `${name}t64`;
  const policy = spawnSync('apt-cache', ['policy', renamed], { encoding: 'utf8' }).stdout ?? '';
  return /Candidate: (?!\(none\))/.test(policy) ? renamed : name;
}

function adviceFor(missing, packages) {
  const names = missing.map((thing) => thing.name).join(', ');
  const command = isOnPath('apt-get')
    ? `sudo apt-get install ${packages.join(' ')}`
    : isOnPath('dnf')
      ? 'sudo dnf install nss gtk3 mesa-libgbm alsa-lib xorg-x11-server-Xvfb'
      : 'install GTK 3, NSS, GBM, ALSA and Xvfb with the package manager of this system';
  return `Electron cannot start here: ${names} missing. To install: ${command}`;
}

function isOnPath(program) {
  try {
    execFileSync('sh', ['-c', 'command -v "$1"', 'find', program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

if (isProgram(import.meta.url)) {
  try {
    ensureDependencies();
    await ensureElectron();
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
