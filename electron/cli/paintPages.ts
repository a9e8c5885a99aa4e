/** PNG and PDF need a browser engine: the app's own, started without a window. Where it is not there, that is said. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';

const LIMIT_MS = 120_000;

/** Starts the app hidden to paint SVG pages. @returns the picture of the first page, or a PDF of all */
export function paintPages(
  svgs: readonly string[],
  format: 'png' | 'pdf',
): Promise<Result<Uint8Array, Problem>> {
  return paint({ svgs, format }, 'or export as svg, which needs nothing more');
}

/** Starts the app hidden to put a web page on paper. @returns a PDF */
export function paintPaper(page: {
  readonly html: string;
  readonly size: 'letter' | 'a4';
}): Promise<Result<Uint8Array, Problem>> {
  return paint(page, 'or take html, which needs nothing more');
}

/** @param otherwise what a person can do where there is no engine */
async function paint(what: object, otherwise: string): Promise<Result<Uint8Array, Problem>> {
  const runtime = findRuntime();
  if (runtime === undefined) {
    return err(
      problem('runtime/missing', {
        what: `it is not installed beside this command. Run “npm start” once in the project, ${otherwise}.`,
      }),
    );
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'golive-paint-'));
  try {
    const job = path.join(folder, 'pages.json');
    const target = path.join(folder, 'painted');
    await writeFile(job, JSON.stringify({ ...what, target }));
    const reason = await runApp(runtime, [
      `--paint=${job}`,
      `--user-data-dir=${path.join(folder, 'profile')}`,
    ]);
    if (reason !== undefined)
      return err(problem('runtime/missing', { what: `it did not paint the page (${reason}).` }));
    return ok(await readFile(target));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Runtime {
  readonly command: string;
  readonly args: readonly string[];
}

/** In a checkout the project's own script knows which Electron runs and supplies a virtual display. */
function findRuntime(): Runtime | undefined {
  const root = path.join(__dirname, '..', '..');
  const starter = path.join(root, 'scripts', 'withElectron.mjs');
  if (!existsSync(starter) || !existsSync(path.join(root, 'out', 'main', 'index.js'))) return undefined;
  return { command: process.execPath, args: [starter, 'electron', root] };
}

/** @returns why it failed, or undefined when it worked */
function runApp({ command, args }: Runtime, more: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args, ...more], { stdio: ['ignore', 'ignore', 'pipe'] });
    const limit = setTimeout(() => {
      child.kill();
    }, LIMIT_MS);
    let lastWords = '';
    child.stderr.on('data', (chunk: Buffer) => {
      lastWords = `${lastWords}${chunk.toString()}`.slice(-500);
    });
    child.on('error', (error) => {
      resolve(error.message);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      const reason = lastWords.trim().split('\n').at(-1) ?? '';
      resolve(code === 0 ? undefined : reason === '' ? `code ${String(code)}` : reason);
    });
  });
}
