/** Going back: what it would do is worked out before anything is done, and a backup is made before it is. */
import { useEffect, useMemo, useState } from 'react';
import { problemText } from '../../shared/domain/base/problemText';
import type { WriterChoice } from '../../shared/domain/history/people';
import type { Moment } from '../../shared/domain/history/query';
import type { PlanSince } from '../../shared/domain/history/since';
import type { RegisterId } from '../../shared/domain/registers/all';
import { goBack, type GoingBack } from '../../shared/domain/review/goingBack';
import { asOfThen, withoutTheirWrites } from '../../shared/domain/review/wantedRecords';
import type { BackupSummary } from '../../shared/ipc/backups';
import { useCommands } from './commands';
import { useKeptBackups } from './keptBackups';
import { say, sayProblem } from './messages';
import { usePlan, useSession } from './session';

/** What is to go back to a moment. */
export type Aim =
  | { readonly kind: 'plan'; readonly moment: Moment }
  | { readonly kind: 'record'; readonly moment: Moment; readonly register: RegisterId; readonly id: string }
  | {
      readonly kind: 'person';
      readonly moment: Moment;
      readonly writer: WriterChoice;
      /** What they are called, with their computer where they have several. */
      readonly name: string;
    };

export interface GoingBackShown {
  /** Null until it is worked out. */
  readonly back: GoingBack | null;
  readonly since: PlanSince | null;
  readonly trouble: string | null;
  /** The newest backup made before the moment. */
  readonly backup: BackupSummary | null;
  /** @returns whether it was done */
  readonly run: () => Promise<boolean>;
}

/** @param label of the command; @param aim undefined while it is not known */
export function useGoingBack(aim: Aim | undefined, label: string): GoingBackShown {
  const session = useSession();
  const commands = useCommands();
  const { workbook } = usePlan();
  const [since, setSince] = useState<PlanSince | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const backups = useKeptBackups(session.workbook);
  useEffect(() => {
    let isOver = false;
    if (aim === undefined) return undefined;
    const record = aim.kind === 'record' ? aim.id : null;
    const writer = aim.kind === 'person' ? aim.writer : null;
    void session.since({ moment: aim.moment, record, writer }).then((answer) => {
      if (isOver) return;
      setSince(answer.ok ? answer.value : null);
      setTrouble(answer.ok ? null : problemText(answer.error));
    });
    return () => {
      isOver = true;
    };
  }, [aim, session, workbook]);
  const back = useMemo(() => {
    if (since === null || aim === undefined) return null;
    const wanted =
      aim.kind === 'person' ? withoutTheirWrites(since.fields, workbook) : asOfThen(since.fields);
    return goBack(workbook, wanted, label);
  }, [since, aim, workbook, label]);
  const until = aim !== undefined && 'at' in aim.moment ? aim.moment.at : (since?.at ?? null);
  return {
    ...{ back, since, trouble },
    backup: until === null ? null : (backups.find(({ created }) => created <= until) ?? null),
    run: async () => {
      if (back?.command === undefined) return false;
      const problem = await session.backup('before-going-back');
      if (problem !== null) {
        sayProblem(problem);
        say('Nothing was changed, because no backup could be made before.');
        return false;
      }
      return commands.run(back.command);
    },
  };
}
