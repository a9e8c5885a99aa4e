/**
 * What the processes started by scripts/bench.mjs run.
 *
 *   list | prepare NAME FOLDER | warm NAME RUNS FOLDER | fresh NAME ours|limit FOLDER | note NAME FOLDER |
 *   window NAMES RUNS FOLDER
 *
 * The answer is the last line of the output, as JSON.
 */
import { documentContests } from './document';
import { excelContests } from './excel';
import { inTurn, timed } from './measure';
import { reviewContests } from './review';
import { scheduleContests } from './schedule';
import type { Contest } from './contest';

const contests: readonly Contest[] = [
  ...scheduleContests,
  ...documentContests,
  ...reviewContests,
  ...excelContests,
];

function contest(name: string | undefined): Contest {
  const found = contests.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`there is no row ${String(name)}`);
  return found;
}

async function answer([task, name, ...rest]: readonly string[]): Promise<unknown> {
  switch (task) {
    case 'list':
      return contests.map(({ name: row, title, goal, mode, runs, note }) => ({
        ...{ name: row, title, goal, mode, runs, hasNote: note !== undefined },
      }));
    case 'prepare':
      await contest(name).prepare?.(rest[0] ?? '');
      return null;
    case 'warm':
      return inTurn(await contest(name).begin(rest[1] ?? ''), Number(rest[0]));
    case 'fresh': {
      const sides = await contest(name).begin(rest[1] ?? '');
      // What setting up left behind is not the row's to clear.
      globalThis.gc?.();
      return timed(rest[0] === 'ours' ? sides.ours : sides.limit);
    }
    case 'note':
      return contest(name).note?.(rest[0] ?? '');
    case 'window': {
      const { measureWindow } = await import('./window');
      return measureWindow({
        wanted: name === undefined || name === '' ? null : name.split(','),
        runs: Number(rest[0]),
        folder: rest[1] ?? '',
      });
    }
    default:
      throw new Error(`there is no task ${String(task)}`);
  }
}

console.log(`\n${JSON.stringify((await answer(process.argv.slice(2))) ?? null)}`);
