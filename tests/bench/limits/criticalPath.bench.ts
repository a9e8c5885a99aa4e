import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { bench, describe, expect } from 'vitest';
import { addDays } from '../../../shared/domain/base/dates';
import { outlineOf } from '../../../shared/domain/outline';
import { emptyRecord } from '../../../shared/domain/register/record';
import { links as linkRegister, tasks as taskRegister } from '../../../shared/domain/registers/tasks';
import type { Link, Task } from '../../../shared/domain/registers/all';
import type * as compiling from '../../../shared/domain/schedule/compileNetwork';
import type * as passes from '../../../shared/domain/schedule/criticalPath';
import type * as scheduling from '../../../shared/domain/schedule/planSchedule';
import type { Table, Workbook } from '../../../shared/domain/workbook';
import { makeWorkbook } from '../../support/makeWorkbook';
import type * as limits from './criticalPath';
import type { BareNetwork } from './criticalPath';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Ours and the limit, bundled as the app ships them: the test runner turns each imported constant into a look-up, which
 * costs an inner loop more than its work. What lies under node_modules it loads untouched.
 */
const bundles = here('../../../node_modules/.cache/bench-critical-path');
await build({
  ...{ configFile: false, logLevel: 'silent' },
  build: {
    ...{ outDir: bundles, emptyOutDir: true, minify: false, target: 'es2022' },
    lib: {
      entry: {
        limits: here('./criticalPath.ts'),
        compiling: here('../../../shared/domain/schedule/compileNetwork.ts'),
        passes: here('../../../shared/domain/schedule/criticalPath.ts'),
        scheduling: here('../../../shared/domain/schedule/planSchedule.ts'),
      },
      formats: ['es'],
      fileName: (_, name) => `${name}.mjs`,
    },
  },
});
const bundled = async <T>(name: string): Promise<T> =>
  (await import(pathToFileURL(`${bundles}/${name}.mjs`).href)) as T;
const { bareCalendar, barePass, randomNetwork, runBarePass } = await bundled<typeof limits>('limits');
const { compileNetwork } = await bundled<typeof compiling>('compiling');
const { criticalPathOf } = await bundled<typeof passes>('passes');
const { scheduleOf } = await bundled<typeof scheduling>('scheduling');

/** A Monday, as day 0 of the bare calendars is. */
const START = '2027-01-04';
const WEEKS = [
  [true, true, true, true, true, false, false],
  [true, true, true, true, true, true, true],
  [true, true, true, true, false, false, false],
];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The same plan as a workbook. */
function workbookOf(network: BareNetwork): Workbook {
  const frame = makeWorkbook({
    organisation: [
      { id: 'organisation', name: 'Test practice', currency: 'USD', start: START, calendar: '0' },
    ],
    calendars: WEEKS.map((week, index) => ({
      ...{ id: String(index), name: `Calendar ${index}` },
      workingWeek: DAYS.filter((_, weekday) => week[weekday]),
    })),
  });
  const calendars = frame.tables.calendars.live.map(({ id }) => id);
  const tasks = Array.from({ length: network.tasks }, (_, task): Task => {
    const earliest = network.startNoEarlier[task] ?? 0;
    const latest = network.finishNoLater[task] ?? 0;
    return {
      ...(emptyRecord(taskRegister, `t${task}`) as unknown as Task),
      name: `Task ${task}`,
      durationDays: network.duration[task] ?? 0,
      calendar: (network.calendar[task] ?? 0) === 0 ? null : (calendars[network.calendar[task] ?? 0] ?? null),
      constraint: earliest > 0 ? 'snet' : latest > 0 ? 'fnlt' : 'asap',
      constraintDate:
        earliest > 0 ? addDays(START, earliest) : latest > 0 ? addDays(START, latest - 1) : null,
    };
  });
  const links = Array.from({ length: network.links }, (_, link): Link => ({
    ...(emptyRecord(linkRegister, `l${link}`) as unknown as Link),
    predecessor: `t${network.from[link] ?? 0}`,
    successor: `t${network.to[link] ?? 0}`,
    type: (['FS', 'SS', 'FF', 'SF'] as const)[network.type[link] ?? 0] ?? 'FS',
    lagDays: network.lag[link] ?? 0,
  }));
  const outline = outlineOf(
    tasks.map(({ id }, at) => ({ id, parent: null, order: String(at).padStart(9, '0') })),
  );
  return { ...frame, tables: { ...frame.tables, tasks: table(tasks), links: table(links) }, outline };
}

function table<T extends { readonly id: string }>(live: readonly T[]): Table<T> {
  return { live, archived: [], byId: new Map(live.map((record) => [record.id, record])) };
}

/** Two answers that differ are not worth timing. The bare pass does not know milestones off their calendar. */
function expectSameFinish(network: BareNetwork): void {
  const { projectFinish } = scheduleOf(workbookOf(network), START);
  expect(addDays(START, runBarePass(barePass(network)) - 1)).toBe(projectFinish);
}

describe.each([10_000, 100_000])('a plan of %i tasks', (tasks) => {
  const calendars = WEEKS.map((week) => bareCalendar(80_000, week));
  const network = randomNetwork(tasks, 1, calendars);
  const bare = barePass(network);
  const workbook = workbookOf(network);
  const compiled = compileNetwork(workbook, START);
  expectSameFinish({ ...network, duration: network.duration.map((days) => Math.max(1, days)) });

  bench('limit: bare passes', () => void runBarePass(bare));
  bench('passes over the compiled plan', () => void criticalPathOf(compiled));
  bench('compile the plan', () => void compileNetwork(workbook, START));
  bench('schedule from records, all tasks read', () => {
    const fresh = scheduleOf(
      { ...workbook, tables: { ...workbook.tables, tasks: { ...workbook.tables.tasks } } },
      START,
    );
    for (const { id } of workbook.tables.tasks.live) fresh.task(id);
  });
});
