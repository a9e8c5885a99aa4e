/**
 * `npm run bench`: how far the app is from the least its work can cost. Every row is ours ÷ limit, both measured in
 * this run and in turn, so that a slow or busy machine changes the times and hardly the ratios. Nothing fails here.
 *
 *   --only NAME    only rows whose name begins so (several with commas)
 *   --runs N       samples of each side, instead of each row's own number
 *   --json FILE    also writes every sample there
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { electronEnvironment, resolveElectron } from './electronRuntime.mjs';
import { endWithThisProcess, projectRoot, run } from './processes.mjs';
import { ensureDependencies, ensureElectron } from './setup.mjs';
import { hasDisplay, startVirtualDisplay } from './virtualDisplay.mjs';

const fromRoot = (...parts) => path.join(projectRoot, ...parts);
const built = (...parts) => fromRoot('out', 'bench', ...parts);
const longestStepSeconds = 600;

/** The newest of some files and folders, in milliseconds since 1970. */
function newest(files) {
  let latest = 0;
  for (const file of files) {
    if (!existsSync(file)) continue;
    const status = statSync(file);
    const inside = status.isDirectory() ? readdirSync(file).map((name) => path.join(file, name)) : [];
    latest = Math.max(latest, status.isDirectory() ? newest(inside) : status.mtimeMs);
  }
  return latest;
}

async function buildApp() {
  const product = ['main/index.js', 'preload/index.cjs', 'renderer/index.html', 'cli/golive.js'];
  const oldest = Math.min(...product.map((file) => newest([fromRoot('out', file)])));
  const sources = [
    'shared',
    'electron',
    'renderer',
    'resources',
    'package-lock.json',
    'electron.vite.config.ts',
  ];
  if (newest(sources.map((file) => fromRoot(file))) < oldest) return;
  const code = await run([process.execPath, fromRoot('scripts', 'build.mjs')]);
  if (code !== 0) throw new Error('the app could not be built; its messages are above');
}

/** The rows, and the small programs and the page that are the limits. */
async function buildBench() {
  const { build } = await import('vite');
  const common = { configFile: false, root: projectRoot, logLevel: 'warn' };
  const program = (entry, format, extension) =>
    build({
      ...common,
      build: {
        ...{ ssr: fromRoot('tests', 'bench', entry), outDir: built(), emptyOutDir: false, target: 'node18' },
        rolldownOptions: {
          external: ['electron'],
          output: {
            format,
            entryFileNames: `[name].${extension}`,
            chunkFileNames: `[name]-[hash].${extension}`,
          },
        },
      },
    });
  rmSync(built(), { recursive: true, force: true });
  await program('rows.bench.ts', 'es', 'mjs');
  await program('limits/blankWindow.bench.ts', 'cjs', 'cjs');
  await program('launchHook.bench.ts', 'cjs', 'cjs');
  const page = fromRoot('tests', 'bench', 'limits', 'page');
  await build({
    ...common,
    root: page,
    build: {
      ...{
        outDir: built('page'),
        emptyOutDir: true,
        target: 'chrome114',
        modulePreload: { polyfill: false },
      },
      rolldownOptions: { input: path.join(page, 'canvas.html') },
    },
  });
}

/** Runs the rows' program to its end and resolves to what it answered. */
function ask(args, env = process.env) {
  const flags = [
    '--expose-gc',
    '--max-old-space-size=6144',
    ...(env.GOLIVE_BENCH_NODE_FLAGS ?? '').split(' '),
  ];
  const command = [...flags.filter((flag) => flag !== ''), built('rows.bench.mjs'), ...args.map(String)];
  const child = spawn(process.execPath, command, {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lifetime = endWithThisProcess((signal) => child.kill(signal));
  const timer = setTimeout(() => child.kill('SIGKILL'), longestStepSeconds * 1000);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      lifetime.dispose();
      if (code !== 0) reject(new Error(`${args.slice(0, 2).join(' ')} ended with code ${code}`));
      else resolve(JSON.parse(output.trim().split('\n').at(-1)));
    });
  });
}

async function measureRow(row, runs, folder) {
  const { name, title, goal, mode, hasNote } = row;
  const times = runs ?? row.runs;
  await ask(['prepare', name, folder]);
  const samples =
    mode === 'warm' ? await ask(['warm', name, times, folder]) : await freshSamples(name, times, folder);
  const note = hasNote ? await ask(['note', name, folder]) : undefined;
  return { name, title, goal, unit: 'cpu', ...samples, note };
}

async function freshSamples(name, times, folder) {
  const samples = { ours: [], limit: [] };
  for (let time = 0; time < times; time += 1) {
    samples.ours.push(await ask(['fresh', name, 'ours', folder]));
    samples.limit.push(await ask(['fresh', name, 'limit', folder]));
  }
  return samples;
}

/** What is measured together in the window, and the rows that come of it. */
const windowRows = {
  launch: ['launch', 'launch-plan', 'launch-plan-5k'],
  open: ['open'],
  paint: ['paint'],
  scroll: ['scroll', 'scroll-fast'],
  edit: ['edit-paint-5k', 'edit-paint-20k'],
  saved: ['edit-saved'],
  grid: ['grid-open', 'grid-scroll', 'grid-scroll-fast', 'grid-type', 'grid-edit', 'grid-sort'],
  review: ['review'],
};

async function measureWindowRows(wanted, runs, folder) {
  const electron = await resolveElectron();
  const env = electronEnvironment(electron);
  env.GOLIVE_BENCH_ELECTRON = electron.executable;
  const display = hasDisplay(env) ? undefined : await startVirtualDisplay();
  try {
    return await ask(
      ['window', wanted.join(','), runs ?? 0, folder],
      display === undefined ? env : { ...env, DISPLAY: display.name },
    );
  } finally {
    display?.stop();
  }
}

function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? NaN;
  return below + ((sorted[Math.ceil(at)] ?? NaN) - below) * (at - Math.floor(at));
}

const median = (samples) => quantile(samples, 0.5);
const milliseconds = (value) =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US');

function tableLine({ name, title, goal, unit, ours, limit }) {
  const ratio = median(ours) / median(limit);
  // Each of ours against its neighbor: what a single lucky or unlucky pair would have said.
  const pairs = ours.map((value, at) => value / (limit[at] ?? median(limit)));
  const reached = goal?.kind === 'ratio' ? ratio : quantile(ours, goal?.of === 'p95' ? 0.95 : 0.5);
  return [
    name,
    title,
    `${milliseconds(median(ours))} (p95 ${milliseconds(quantile(ours, 0.95))})`,
    milliseconds(median(limit)),
    ratio.toFixed(2),
    `${Math.min(...pairs).toFixed(2)}–${Math.max(...pairs).toFixed(2)}`,
    goal === null ? '–' : goal.kind === 'ratio' ? `≤ ${goal.atMost}` : `≤ ${goal.atMost} ms ${goal.of}`,
    goal === null ? '' : reached <= goal.atMost ? 'yes' : 'no',
    unit === 'cpu' ? 'processor' : 'clock',
  ];
}

function printTable(rows) {
  const head = ['row', 'what', 'ours, ms', 'limit, ms', 'ratio', 'min–max', 'goal', 'met', 'time'];
  const lines = [head, ...rows.map(tableLine)];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const toRight = new Set([2, 3, 4, 5]);
  const print = (line) =>
    console.log(
      `| ${line.map((cell, at) => (toRight.has(at) ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join(' | ')} |`,
    );
  console.log('');
  print(head);
  console.log(
    `|${widths.map((width, at) => `${'-'.repeat(width + 1)}${toRight.has(at) ? ':' : '-'}`).join('|')}|`,
  );
  for (const line of lines.slice(1)) print(line);
  console.log('');
  for (const { name, note } of rows) if (note) console.log(`${name}: ${note}.`);
  console.log(
    `${process.platform} ${process.arch}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}.`,
  );
}

async function bench() {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, runs: { type: 'string' }, json: { type: 'string' } },
  });
  const wanted = values.only?.split(',');
  const isWanted = (name) => wanted === undefined || wanted.some((word) => name.startsWith(word));
  const runs = values.runs === undefined ? undefined : Math.max(1, Number(values.runs));
  const startedAt = performance.now();
  ensureDependencies();
  const inWindow = Object.keys(windowRows).filter((group) => windowRows[group].some(isWanted));
  if (inWindow.length > 0) {
    await ensureElectron();
    await buildApp();
  }
  await buildBench();

  const folder = mkdtempSync(path.join(tmpdir(), 'golive-bench-'));
  const rows = [];
  try {
    for (const row of (await ask(['list'])).filter(({ name }) => isWanted(name))) {
      console.error(`[bench] ${row.title} …`);
      rows.push(await measureRow(row, runs, folder));
    }
    if (inWindow.length > 0) {
      console.error('[bench] the window …');
      const measured = await measureWindowRows(inWindow, runs, folder);
      rows.push(...measured.filter(({ name }) => isWanted(name)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  printTable(rows);
  console.log(`Measured in ${((performance.now() - startedAt) / 60_000).toFixed(1)} minutes.`);
  if (values.json !== undefined) {
    mkdirSync(path.dirname(path.resolve(values.json)), { recursive: true });
    writeFileSync(values.json, JSON.stringify(rows, null, 2));
  }
}

try {
  await bench();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
