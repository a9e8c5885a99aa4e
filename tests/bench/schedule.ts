/** The schedule beside a forward and a backward pass over typed arrays. */
import { addDays } from '../../shared/domain/base/dates';
import { compileNetwork } from '../../shared/domain/schedule/compileNetwork';
import { criticalPathOf } from '../../shared/domain/schedule/criticalPath';
import { scheduleOf } from '../../shared/domain/schedule/planSchedule';
import { ratio, type Contest, type Sides } from './contest';
import { barePass, runBarePass, type BareNetwork } from './limits/criticalPath';
import { networkOf, START, workbookOf } from './networkWorkbook';

/** Two answers that differ are not worth timing. The bare pass does not know milestones off their calendar. */
function expectSameFinish(network: BareNetwork): void {
  const whole = { ...network, duration: network.duration.map((days) => Math.max(1, days)) };
  const ours = scheduleOf(workbookOf(whole), START).projectFinish;
  const bare = addDays(START, runBarePass(barePass(whole)) - 1);
  if (ours !== bare) throw new Error(`the schedule ends on ${ours}, the bare pass on ${bare}`);
}

function passes(tasks: number): Sides {
  const network = networkOf(tasks);
  expectSameFinish(network);
  const bare = barePass(network);
  const compiled = compileNetwork(workbookOf(network), START);
  return { ours: () => criticalPathOf(compiled), limit: () => runBarePass(bare) };
}

function fromRecords(tasks: number): Sides {
  const network = networkOf(tasks);
  const workbook = workbookOf(network);
  return {
    // A new outline each time: what is remembered of one belongs to edits that leave it as it is.
    ours: () => criticalPathOf(compileNetwork({ ...workbook, outline: { ...workbook.outline } }, START)),
    limit: () => runBarePass(barePass(network)),
  };
}

export const scheduleContests: readonly Contest[] = [10_000, 100_000].flatMap((tasks): Contest[] => {
  const count = tasks.toLocaleString('en-US');
  const common = { mode: 'warm', runs: tasks > 10_000 ? 7 : 15 } as const;
  return [
    {
      ...common,
      name: `schedule-${String(tasks / 1000)}k`,
      title: `Schedule of ${count} tasks: both passes`,
      goal: ratio(3),
      begin: () => passes(tasks),
    },
    {
      ...common,
      name: `schedule-${String(tasks / 1000)}k-compiled`,
      title: `Schedule of ${count} tasks: from records`,
      goal: null,
      begin: () => fromRecords(tasks),
    },
  ];
});
