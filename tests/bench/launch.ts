/** Starting the app on a stored plan beside starting a program that only opens a window. */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerDialogs, startApp, untilSaved } from '../e2e/support/app';
import { milliseconds, ratio, type RowSamples } from './contest';
import { phasedPlan } from './phasedPlan';
import { planFile } from './planFile';

const RUNS = 5;
const USUAL = 500;
const LARGE = 5_000;
const LIMIT_MS = 60_000;

/** Milliseconds from the start of the process. */
interface Launch {
  readonly shown: number;
  readonly content: number;
}

export async function launchRows(folder: string, runs: number): Promise<readonly RowSamples[]> {
  const usual = await profileWith(folder, USUAL);
  const large = await profileWith(folder, LARGE);
  const blank = mkdtempSync(path.join(folder, 'blank-'));
  const samples: { usual: Launch[]; large: Launch[]; blank: Launch[] } = { usual: [], large: [], blank: [] };
  // The first round finds everything cold and is not counted.
  for (let run = -1; run < (runs || RUNS); run++) {
    const round = {
      usual: await launch('.', usual, 'nav[aria-label="Chapters"]'),
      blank: await launch(path.resolve('out/bench/blankWindow.bench.cjs'), blank, 'h1'),
      large: await launch('.', large, 'nav[aria-label="Chapters"]'),
    };
    if (run < 0) continue;
    samples.usual.push(round.usual);
    samples.blank.push(round.blank);
    samples.large.push(round.large);
  }
  const shown = (launches: readonly Launch[]): number[] => launches.map((each) => each.shown);
  const content = (launches: readonly Launch[]): number[] => launches.map((each) => each.content);
  const common = { unit: 'wall' } as const;
  return [
    {
      ...common,
      ...{ name: 'launch', title: 'Launch: window shown, a plan of 500 tasks stored', goal: ratio(1.3) },
      ...{ ours: shown(samples.usual), limit: shown(samples.blank) },
    },
    {
      ...common,
      ...{ name: 'launch-plan', title: 'Launch: plan of 500 tasks on the screen', goal: null },
      ...{ ours: content(samples.usual), limit: content(samples.blank) },
    },
    {
      ...common,
      ...{
        name: 'launch-plan-5k',
        title: 'Launch: plan of 5,000 tasks on the screen',
        goal: milliseconds(2_500),
      },
      ...{ ours: content(samples.large), limit: content(samples.blank) },
    },
  ];
}

/** A profile in which a plan was opened from a file and the app closed. */
async function profileWith(folder: string, tasks: number): Promise<string> {
  const profile = mkdtempSync(path.join(folder, 'profile-'));
  const file = path.join(folder, `launch-${String(tasks)}.golive`);
  writeFileSync(file, planFile(phasedPlan(tasks)));
  const app = await startApp(profile);
  await answerDialogs(app, { open: file });
  await app.window.getByRole('button', { name: /Open a file/ }).click();
  await app.window.getByRole('navigation', { name: 'Chapters' }).waitFor({ timeout: 60_000 });
  await untilSaved(app.window);
  await app.electron.close();
  return profile;
}

/** @param selector what must be in the page for its content to count as there */
function launch(program: string, profile: string, selector: string): Promise<Launch> {
  const electron = process.env['GOLIVE_BENCH_ELECTRON'];
  if (electron === undefined) throw new Error('started without an Electron');
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const switches = [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-dev-shm-usage',
    `--user-data-dir=${profile}`,
  ];
  const hook = path.resolve('out/bench/launchHook.bench.cjs');
  const begun = Date.now();
  const child = spawn(electron, [...switches, '-r', hook, program], {
    env: { ...process.env, GOLIVE_BENCH_SELECTOR: selector },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      const told = /^BENCH (.*)$/m.exec(output)?.[1];
      if (told === undefined) {
        reject(new Error(`${program} showed no window`));
        return;
      }
      const { shown, content } = JSON.parse(told) as Launch;
      resolve({ shown: shown - begun, content: content - begun });
    });
  });
}
