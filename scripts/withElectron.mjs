/**
 * Runs a program that needs Electron: finds one, names it in the environment, and gives the program a virtual
 * display where there is no real one.
 *
 *   node scripts/withElectron.mjs playwright test      a tool of node_modules
 *   node scripts/withElectron.mjs electron .           Electron itself
 */
import { isElectronNoise } from './electronNoise.mjs';
import { electronEnvironment, resolveElectron, runsAsRoot } from './electronRuntime.mjs';
import { isProgram, run, toolCommand } from './processes.mjs';
import { hasDisplay, startVirtualDisplay } from './virtualDisplay.mjs';

const packageOfTool = { playwright: '@playwright/test' };

/**
 * Two windows on one display would take the focus and the clipboard from each other. A test of a window waits half of
 * its time, so three keep two cores busy.
 */
const displaysOfTool = { playwright: 3 };

/** Runs `[tool, ...args]` and resolves to its exit code. */
export async function runWithElectron([tool, ...args], options = {}) {
  const electron = await resolveElectron();
  console.error(`[electron] using ${electron.version}, ${electron.source}`);
  const env = electronEnvironment(electron);
  return tool === 'electron'
    ? runProgram([electron.executable, ...args], { ...options, env })
    : onSomeDisplay([...toolCommand(packageOfTool[tool] ?? tool, tool), ...args], {
        ...options,
        env,
        count: displaysOfTool[tool] ?? 1,
      });
}

/** Runs a program that is an Electron itself, the way this user and this machine allow. */
export function runProgram([executable, ...args], options = {}) {
  const command = [executable, ...(runsAsRoot() ? ['--no-sandbox'] : []), ...args];
  return onSomeDisplay(command, { ...options, isNoise: isElectronNoise });
}

/** @param count how many displays a program can use at once; it finds them in GOLIVE_DISPLAYS */
async function onSomeDisplay(command, { env = process.env, count = 1, ...options }) {
  if (hasDisplay(env)) return run(command, { ...options, env });
  const displays = await Promise.all(Array.from({ length: count }, startVirtualDisplay));
  const names = displays.map(({ name }) => name);
  try {
    return await run(command, {
      ...options,
      env: { ...env, DISPLAY: names[0], GOLIVE_DISPLAYS: names.join(' ') },
    });
  } finally {
    for (const display of displays) display.stop();
  }
}

if (isProgram(import.meta.url)) {
  try {
    process.exitCode = await runWithElectron(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
