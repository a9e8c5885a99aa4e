/** Taking a what-if into the open plan: a backup, a merge like any other, and one command for what was left out. */
import { useCallback, useState } from 'react';
import { capitalized, counted } from '../../../shared/domain/format/sentence';
import { decisionsOf } from '../../../shared/domain/review/decisions';
import type { Choices } from '../../../shared/domain/scenario/choices';
import { closedQuestions, closedText } from '../../../shared/domain/scenario/closedQuestions';
import type { ScenarioComparison } from '../../../shared/domain/scenario/compareScenario';
import { settleTakeIn } from '../../../shared/domain/scenario/takeIn';
import { useCommands } from '../../state/commands';
import { noteMerge } from '../../state/lastMerge';
import { say, sayProblem, sayUntilRead } from '../../state/messages';
import { goTo } from '../../state/navigation';
import type { ReadScenario } from '../../state/scenarios';
import { useSession } from '../../state/session';

export interface TakeIn {
  readonly take: (read: ReadScenario, comparison: ScenarioComparison, choices: Choices) => void;
  /** The backup is being made. */
  readonly isBusy: boolean;
}

export function useTakeIn(name: string): TakeIn {
  const session = useSession();
  const { attempt } = useCommands();
  const [isBusy, setBusy] = useState(false);
  const take = useCallback<TakeIn['take']>(
    (read, comparison, choices) => {
      const takeIn = async (): Promise<void> => {
        const problem = await session.backup('before-merge');
        if (problem !== null) {
          sayProblem(problem);
          say(`“${name}” was not taken in, because no backup could be made before. Try again later.`);
          return;
        }
        const { document, workbook } = session;
        const before = document.workbook();
        document.merge(read.state, name);
        const states = { before, scenario: read.scenario, merged: document.workbook() };
        const { command, kept, unasked, reason } = settleTakeIn(states, comparison, choices);
        const done = command === undefined ? undefined : attempt(command);
        const after = document.workbook();
        const changes = document.changesSince(before);
        noteMerge(session, { before, after, changes, workbook, fileName: name, at: Date.now() });
        goTo({ page: 'review' });
        const known = new Set(decisionsOf(before).map(({ key }) => key));
        const questions = decisionsOf(after).filter(({ key }) => !known.has(key)).length;
        const waiting =
          questions > 0
            ? ` ${capitalized(counted(questions, 'question waits', 'questions wait'))} here.`
            : '';
        say(`“${name}” is in the plan.${waiting}`);
        const closed = closedQuestions({ before, after }, comparison, choices);
        if (closed.length > 0) sayUntilRead(closedText(name, closed));
        if (unasked > 0)
          sayUntilRead(
            `In ${counted(unasked, 'record')} the plan’s value stays and nothing is asked: “${name}” was taken in before, and what was settled then is not asked again. To have its value, choose it beside the plan’s.`,
          );
        if (done?.ok === false) sayProblem(done.error);
        else if (kept > 0)
          sayUntilRead(
            `In ${counted(kept, 'record')} a rule of the plan kept your choice from being made. ${reason ?? ''}`,
          );
      };
      setBusy(true);
      void takeIn().finally(() => {
        setBusy(false);
      });
    },
    [session, attempt, name],
  );
  return { take, isBusy };
}
