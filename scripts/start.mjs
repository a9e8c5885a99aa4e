/**
 * `npm start`: installs what is missing, builds, and opens the app. With no display to open it on, the same app
 * runs on a virtual one, writes the demo plan's files to out/demo and ends.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, run } from './processes.mjs';
import { ensureDependencies, ensureElectron } from './setup.mjs';
import { hasDisplay } from './virtualDisplay.mjs';
import { runWithElectron } from './withElectron.mjs';

const demoFolder = path.join(projectRoot, 'out', 'demo');
const demoTimeoutSeconds = 300;

async function start() {
  ensureDependencies();
  await ensureElectron();
  const built = await run([process.execPath, path.join(projectRoot, 'scripts', 'build.mjs')]);
  if (built !== 0) return built;
  return hasDisplay() ? runWithElectron(['electron', '.', ...process.argv.slice(2)]) : exportDemo();
}

async function exportDemo() {
  console.log('There is no display here: the demo plan will be exported instead of shown.');
  rmSync(demoFolder, { recursive: true, force: true });
  mkdirSync(demoFolder, { recursive: true });
  // Containers often have a /dev/shm too small for Chromium.
  const code = await runWithElectron(
    ['electron', '--disable-dev-shm-usage', '.', `--demo-export=${demoFolder}`],
    { timeoutSeconds: demoTimeoutSeconds },
  );
  const files = readdirSync(demoFolder, { withFileTypes: true }).filter((entry) => entry.isFile());
  if (files.length === 0) {
    console.error(`The app wrote nothing to ${demoFolder} and ended with code ${code}.`);
    return code || 1;
  }
  console.log(`\nThe demo plan was written to ${demoFolder}:`);
  for (const { name } of files) {
    const kilobytes = Math.ceil(statSync(path.join(demoFolder, name)).size / 1024);
    console.log(`  ${name}  (${kilobytes} kB)`);
  }
  return code;
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
