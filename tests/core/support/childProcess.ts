/** Running a script of the tests as a process of its own, which can be killed without harm to anyone else. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles a script into one file that plain Node runs. @returns its path */
export async function bundleScript(script: URL, folder: string): Promise<string> {
  const file = fileURLToPath(script);
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: file,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  });
  return path.join(folder, `${path.basename(file, '.ts')}.cjs`);
}

export interface Child {
  readonly process: ChildProcess;
  /** Whole lines printed so far. */
  readonly lines: () => readonly string[];
  readonly errors: () => string;
  /** Resolves when the process is gone and everything it printed has arrived. */
  readonly ended: Promise<void>;
}

export function runScript(script: string, ...args: readonly string[]): Child {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return { process: child, lines: () => output.split('\n').slice(0, -1), errors: () => errors, ended };
}

/** Runs a command of the system to its end. @throws when it fails */
export function runCommand(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
