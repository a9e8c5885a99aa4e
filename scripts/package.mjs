/**
 * `npm run package`: makes the packages of the app for this system in dist/, then starts the packaged app once,
 * lets it write the demo plan's files and reads its fuses back. On Linux: the unpacked folder, a tar.gz and a deb;
 * on Windows and macOS what electron-builder.yml lists.
 *
 *   --trial   take the fallback Electron where the official one is not to be had. What comes out proves that
 *             packaging works and lies in dist/trial; it must not be given to anyone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, run, toolCommand } from './processes.mjs';
import { ensureDependencies, ensureElectron } from './setup.mjs';

const debianArchitecture = { x64: 'amd64', arm64: 'arm64' };
const smokeTimeoutSeconds = 180;

async function makePackages({ trial }) {
  ensureDependencies();
  const electron = await ensureElectron();
  if (electron.source !== 'official' && !trial) {
    throw new Error(
      'Packages are made from the official Electron only, and it is not here. Allow its download, or run ' +
        '`npm run package -- --trial` to try the packaging with the fallback; nobody may be given the result.',
    );
  }
  await must([process.execPath, path.join('scripts', 'build.mjs')]);
  const output = path.join(projectRoot, 'dist', ...(electron.source === 'official' ? [] : ['trial']));
  rmSync(output, { recursive: true, force: true });
  await must([
    ...toolCommand('electron-builder'),
    ...['--publish', 'never', `-c.directories.output=${output}`],
    ...(electron.source === 'official'
      ? ['-c.electronFuses.grantFileProtocolExtraPrivileges=false']
      : ['--dir', `-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`]),
  ]);
  if (process.platform !== 'linux') return output;

  const unpacked = path.join(output, unpackedFolderIn(output));
  // Electron would start this one only if app.asar were missing, and then it must not start at all.
  rmSync(path.join(unpacked, 'resources', 'default_app.asar'), { force: true });
  await smoke(unpacked, output);
  await archive(unpacked, output);
  return output;
}

async function archive(unpacked, output) {
  const { makeDebianPackage } = await import('./debianPackage.mjs');
  const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  const name = `golive-workbook-${version}-linux-${process.arch}`;
  await must([
    ...['tar', '--owner=0', '--group=0', '-czf', path.join(output, `${name}.tar.gz`)],
    ...[`--transform=s,^${path.basename(unpacked)},${name},`, '-C', output, path.basename(unpacked)],
  ]);
  makeDebianPackage({
    unpacked,
    draft: path.join(output, 'debian-draft'),
    target: path.join(output, `${name}.deb`),
    version,
    architecture: debianArchitecture[process.arch] ?? process.arch,
  });
}

/** Starts the packaged app as a user's machine would and reads back what is burned into it. */
async function smoke(unpacked, output) {
  const { runProgram } = await import('./withElectron.mjs');
  const executable = path.join(unpacked, 'golive-workbook');
  const demo = path.join(output, 'smoke');
  mkdirSync(demo, { recursive: true });
  const profile = path.join(output, 'smoke-profile');
  const ended = await runProgram(
    [executable, '--disable-dev-shm-usage', `--user-data-dir=${profile}`, `--demo-export=${demo}`],
    { timeoutSeconds: smokeTimeoutSeconds },
  );
  const written = readdirSync(demo).filter((file) => statSync(path.join(demo, file)).size > 0);
  rmSync(profile, { recursive: true, force: true });
  rmSync(demo, { recursive: true, force: true });
  if (ended !== 0 || written.length === 0) {
    throw new Error(`the packaged app wrote ${written.length} files and ended with code ${ended}`);
  }
  console.log(`[package] the packaged app starts and wrote ${written.join(', ')}`);
  await checkFuses(executable);
}

const fusesThatMustBeOff = [
  'RunAsNode',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'GrantFileProtocolExtraPrivileges',
];

/** What the fuse wire holds for one that is on: the character 1. */
const on = '1'.charCodeAt(0);

async function checkFuses(executable) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  const wrong = fusesThatMustBeOff.filter((name) => wire[FuseV1Options[name]] === on);
  if (wire[FuseV1Options.OnlyLoadAppFromAsar] !== on) wrong.push('OnlyLoadAppFromAsar');
  if (wrong.length > 0) throw new Error(`fuses are not as they must be: ${wrong.join(', ')}`);
  console.log('[package] the fuses are as they must be');
}

const unpackedFolderIn = (output) => readdirSync(output).find((name) => /^linux.*unpacked$/.test(name)) ?? '';

async function must(command) {
  const code = await run(command);
  if (code !== 0) throw new Error(`${path.basename(command[1] ?? command[0])} ended with code ${code}`);
}

try {
  const output = await makePackages({ trial: process.argv.includes('--trial') });
  for (const name of readdirSync(output).filter((file) => existsSync(path.join(output, file)))) {
    console.log(`  ${path.join(path.relative(projectRoot, output), name)}`);
  }
} catch (error) {
  console.error(`[package] ${error.message}`);
  process.exitCode = 1;
}
