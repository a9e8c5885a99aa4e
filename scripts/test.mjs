/**
 * `npm test`: installs what is missing, then runs every check of the project, two at a time, and ends with a
 * table and the line `N passed, N failed`.
 *
 *   --long    also the soaks in tests/long, and every property tried twenty times as often
 *   --quick   only what needs no Electron (`npm run check`)
 */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isProgram, projectRoot, run, toolCommand } from './processes.mjs';
import { ensureDependencies } from './setup.mjs';

const lanes = 2;
const reportsFolder = path.join('out', 'test-reports');

/**
 * A stage waits for those it comes `after`, and is not run when one that it `needs` has failed. One that is
 * `alone` has the machine for itself: several Electrons beside a busy compiler would only test its patience.
 */
function stagesOf({ long, quick }) {
  const script = (name, ...args) => [process.execPath, path.join('scripts', `${name}.mjs`), ...args];
  const vitest = (projects, report) => [
    ...['run', ...projects.flatMap((project) => ['--project', project]), '--passWithNoTests'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ];
  const reportOf = (name) => path.join(reportsFolder, `${name}.json`);

  const build = { name: 'build', command: () => script('build') };
  const electron = { name: 'set-up', command: () => script('setup') };
  // The longest first, so that both lanes end together.
  const checks = [
    { name: 'lint', command: () => [...toolCommand('eslint'), '.', '--max-warnings', '0'] },
    {
      name: 'unit',
      after: ['build'],
      command: () => [...toolCommand('vitest'), ...vitest(['unit'], reportOf('unit'))],
      report: reportOf('unit'),
      count: countVitest,
    },
    { name: 'typecheck', command: () => script('typecheck') },
    { name: 'format', command: () => [...toolCommand('prettier'), '--check', '--log-level', 'warn', '.'] },
    { name: 'fences', command: () => [...toolCommand('dependency-cruiser', 'depcruise'), ...cruised] },
    { name: 'unused', command: () => toolCommand('knip') },
  ];
  const endToEnd = {
    name: 'e2e',
    needs: ['build', 'set-up'],
    alone: true,
    testFiles: { folder: 'tests/e2e', ending: '.spec.ts' },
    command: () => script('withElectron', 'playwright', 'test'),
    report: reportOf('e2e'),
    count: countPlaywright,
  };
  const soaks = {
    name: 'long',
    needs: ['build', 'set-up'],
    alone: true,
    testFiles: { folder: 'tests/long', ending: '.test.ts' },
    command: () => script('withElectron', 'vitest', ...vitest(['long', 'campaigns'], reportOf('long'))),
    report: reportOf('long'),
    count: countVitest,
  };
  if (quick) return [build, ...checks];
  return [build, electron, ...checks, endToEnd, ...(long ? [soaks] : [])];
}

const cruised = ['shared', 'electron', 'renderer', '--config', '.dependency-cruiser.cjs'];

/** Runs all stages and resolves to their results in the order in which the stages are listed. */
async function runStages(stages) {
  const waiting = [...stages];
  const running = new Map();
  const results = new Map();

  const canStart = (stage) =>
    [...(stage.after ?? []), ...(stage.needs ?? [])].every((name) => results.has(name)) &&
    (stage.alone ? running.size === 0 : running.size < lanes) &&
    ![...running.keys()].some((other) => other.alone);

  while (waiting.length + running.size > 0) {
    let next = waiting.findIndex(canStart);
    while (next >= 0) {
      const [stage] = waiting.splice(next, 1);
      const missed = (stage.needs ?? []).find((name) => results.get(name).failed > 0);
      running.set(stage, missed === undefined ? runStage(stage) : notRun(stage, `${missed} failed`));
      next = waiting.findIndex(canStart);
    }
    const result = await Promise.race(running.values());
    running.delete(result.stage);
    results.set(result.stage.name, result);
  }
  return stages.map(({ name }) => results.get(name));
}

async function runStage(stage) {
  if (stage.testFiles !== undefined && !hasFiles(stage.testFiles)) {
    const { folder, ending } = stage.testFiles;
    return { stage, seconds: 0, passed: 0, failed: 0, note: `there is no *${ending} in ${folder} yet` };
  }
  const startedAt = performance.now();
  console.log(`${stage.name} | started`);
  const code = await run(stage.command(), { label: stage.name });
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`${stage.name} | ended with code ${code} after ${seconds.toFixed(1)} s`);
  return { stage, seconds, ...outcomeOf(stage, code) };
}

function hasFiles({ folder, ending }) {
  const root = path.join(projectRoot, folder);
  return existsSync(root) && readdirSync(root, { recursive: true }).some((file) => file.endsWith(ending));
}

const notRun = async (stage, reason) => ({
  stage,
  seconds: 0,
  passed: 0,
  failed: 1,
  note: `not run: ${reason}`,
});

/** A stage of tests counts each of them, any other counts as one; an exit code that says failed is believed. */
function outcomeOf({ report, count }, code) {
  const failedAsWhole = code === 0 ? 0 : 1;
  if (count === undefined) return { passed: 1 - failedAsWhole, failed: failedAsWhole };
  const file = path.join(projectRoot, report);
  if (!existsSync(file)) return { passed: 0, failed: 1, note: 'wrote no report' };
  const { passed, failed, skipped } = count(JSON.parse(readFileSync(file, 'utf8')));
  return {
    passed,
    failed: Math.max(failed, failedAsWhole),
    ...(skipped > 0 && { note: `${skipped} skipped` }),
  };
}

function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  // A file that cannot even be loaded has no tests to count.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  };
}

function countPlaywright({ stats: { expected, unexpected, flaky, skipped }, errors }) {
  return { passed: expected, failed: unexpected + flaky + errors.length, skipped };
}

function printSummary(results, totalSeconds) {
  const row = (name, seconds, passed, failed, note) =>
    [
      name.padEnd(10),
      seconds.padStart(7),
      String(passed).padStart(7),
      String(failed).padStart(7),
      `  ${note}`,
    ]
      .join(' ')
      .trimEnd();
  console.log(`\n${row('stage', 'seconds', 'passed', 'failed', '')}`);
  for (const { stage, seconds, passed, failed, note } of results) {
    console.log(row(stage.name, seconds.toFixed(1), passed, failed, note ?? ''));
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(row('all', totalSeconds.toFixed(1), passed, failed, ''));
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed;
}

async function test(args) {
  const startedAt = performance.now();
  ensureDependencies();
  rmSync(path.join(projectRoot, reportsFolder), { recursive: true, force: true });
  const results = await runStages(
    stagesOf({ long: args.includes('--long'), quick: args.includes('--quick') }),
  );
  const failed = printSummary(results, (performance.now() - startedAt) / 1000);
  return failed === 0 ? 0 : 1;
}

if (isProgram(import.meta.url)) {
  try {
    process.exitCode = await test(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    console.log('\n0 passed, 1 failed');
    process.exitCode = 1;
  }
}
