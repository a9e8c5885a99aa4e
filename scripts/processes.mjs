/**
 * Starting other programs, the same way everywhere: from the project's root, without a shell, and never leaving
 * one behind when this process is told to stop.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Whether the module was started as a program (`node scripts/x.mjs`) rather than imported. */
export const isProgram = (moduleUrl) => path.resolve(process.argv[1] ?? '') === fileURLToPath(moduleUrl);

/**
 * The command line of a tool from node_modules. Its script is run with this very Node instead of through
 * node_modules/.bin, whose entries are shell scripts on some systems.
 */
export function toolCommand(packageName, toolName = packageName) {
  const folder = path.join(projectRoot, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin[toolName];
  return [process.execPath, path.join(folder, script)];
}

/**
 * Runs a command to its end and resolves to its exit code. With a `label` its output is passed on line by line
 * behind that label, so that two commands running at once stay readable; lines of standard error that `isNoise`
 * knows are left out.
 */
export function run([command, ...args], { env = process.env, label, timeoutSeconds, isNoise } = {}) {
  const ownGroup = process.platform !== 'win32';
  const child = spawn(command, args, {
    cwd: projectRoot,
    env,
    stdio: [
      label === undefined ? 'inherit' : 'ignore',
      label === undefined ? 'inherit' : 'pipe',
      label === undefined && isNoise === undefined ? 'inherit' : 'pipe',
    ],
    detached: ownGroup,
  });
  if (child.stdout !== null) passOnLines(child.stdout, process.stdout, { label });
  if (child.stderr !== null) passOnLines(child.stderr, process.stderr, { label, isNoise });

  const stop = (signal) => {
    try {
      if (ownGroup) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // It ended by itself in the meantime.
    }
  };
  const stopOnSignal = endWithThisProcess(stop);

  return new Promise((resolve, reject) => {
    const timer =
      timeoutSeconds === undefined
        ? undefined
        : setTimeout(() => {
            console.error(
              `${path.basename(args[0] ?? command)} did not end within ${timeoutSeconds} s: stopped`,
            );
            stop('SIGKILL');
          }, timeoutSeconds * 1000);
    const finished = () => {
      clearTimeout(timer);
      stopOnSignal.dispose();
    };
    child.on('error', (error) => {
      finished();
      reject(error);
    });
    child.on('close', (code) => {
      finished();
      resolve(code ?? 1);
    });
  });
}

/** Calls `stop` when this process is interrupted or exits; `dispose` once there is nothing left to stop. */
export function endWithThisProcess(stop) {
  const interrupted = () => {
    stop('SIGTERM');
    process.exit(130);
  };
  const exiting = () => stop('SIGKILL');
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, interrupted);
  process.on('exit', exiting);
  return {
    dispose: () => {
      for (const signal of signals) process.off(signal, interrupted);
      process.off('exit', exiting);
    },
  };
}

function passOnLines(from, to, { label, isNoise = () => false }) {
  const start = label === undefined ? '' : `${label} | `;
  createInterface({ input: from }).on('line', (line) => {
    if (!isNoise(line)) to.write(`${start}${line}\n`);
  });
}
