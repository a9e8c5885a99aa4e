/** Beside the questions: what the last merge did to the plan and brought in, and how to take it back. */
import type { ReactNode } from 'react';
import { capitalized, counted } from '../../../shared/domain/format/sentence';
import { countToDecide } from '../../../shared/domain/review/decisions';
import { takeBackMerge } from '../../../shared/domain/review/takeBackMerge';
import type { Workbook } from '../../../shared/domain/workbook';
import { useCommands } from '../../state/commands';
import { useKeptBackups } from '../../state/keptBackups';
import { noteMerge, type LastMerge, type ToldMerge } from '../../state/lastMerge';
import { sayUntilRead } from '../../state/messages';
import { useSession } from '../../state/session';
import { Button } from '../../ui/Button';
import { momentText } from '../../ui/moments';
import { ChangedRecords } from './MergeSummary';
import { EffectLine, MergeEffects } from './MergeEffects';

interface MergeAsideProps {
  readonly merge: LastMerge | ToldMerge;
  /** Opens a backup as a workbook of its own. */
  readonly onOpenBackup: (backup: string) => void;
}

export function MergeAside({ merge, onOpenBackup }: MergeAsideProps): ReactNode {
  return (
    <aside className="rv-aside scroll" aria-label={`Merged “${merge.fileName}”`} tabIndex={0}>
      <section>
        <h2>What “{merge.fileName}” did to the plan</h2>
        {'workbook' in merge ? (
          <>
            <p className="t2">Merged {momentText(new Date(merge.at).toISOString())}.</p>
            <MergeEffects merge={merge} />
          </>
        ) : (
          <ToldEffects checks={merge.checks} />
        )}
      </section>
      {'workbook' in merge && (
        <>
          <section>
            <h2>What came in</h2>
            <ChangedRecords
              merge={merge}
              none="News of what was written apart. Every field shows what it did before."
            />
          </section>
          <WaysBack merge={merge} onOpenBackup={onOpenBackup} />
        </>
      )}
    </aside>
  );
}

function ToldEffects({ checks }: Pick<ToldMerge, 'checks'>): ReactNode {
  return (
    <>
      <ul className="ms-facts">
        {checks.map(({ tone, text }) => (
          <EffectLine key={text} tone={tone}>
            {text}
          </EffectLine>
        ))}
      </ul>
      <p className="t2">
        What came in is in the report. The plan as it was before is no longer among the backups, so it cannot
        be taken back here.
      </p>
    </>
  );
}

interface WaysBackProps {
  readonly merge: LastMerge;
  readonly onOpenBackup: MergeAsideProps['onOpenBackup'];
}

function WaysBack({ merge, onOpenBackup }: WaysBackProps): ReactNode {
  const takeBack = useTakeBack(merge);
  const before = useKeptBackups(merge.workbook).find(
    ({ reason, created }) => reason === 'before-merge' && created <= merge.at,
  );
  return (
    <section>
      <h2>Not what you wanted?</h2>
      <p className="t2">
        Taking it back restores what nobody has changed since; values written apart go on waiting here. The
        other sites receive that with the next merge. The plan as it was before can be opened as a workbook of
        its own, and this one stays.
      </p>
      <div className="rv-ways">
        <Button onPress={takeBack}>Take this merge back</Button>
        {before !== undefined && (
          <Button
            variant="quiet"
            onPress={() => {
              onOpenBackup(before.backup);
            }}
          >
            Open the plan as it was
          </Button>
        )}
      </div>
    </section>
  );
}

function useTakeBack(merge: LastMerge): () => void {
  const { run, sayDone, workbook } = useCommands();
  const session = useSession();
  return () => {
    const { command, count, toBin, kept, reason } = takeBackMerge(merge, workbook());
    const stays =
      kept === 0
        ? ''
        : ` ${capitalized(counted(kept, 'record'))} changed since ${kept === 1 ? 'stays' : 'stay'}.`;
    if (command === undefined) {
      sayUntilRead(
        reason === undefined
          ? `Nothing is left to take back.${stays}${waitingText(workbook())}`
          : `Nothing was taken back. ${reason}`,
      );
      return;
    }
    if (!run(command)) return;
    noteMerge(session, null);
    const binned = toBin === 0 ? '' : ` ${capitalized(counted(toBin, 'record'))} went to the bin.`;
    sayDone(
      `“${merge.fileName}” taken back in ${counted(count, 'record')}.${binned}${stays}${waitingText(workbook())}`,
    );
  };
}

/** With a space before it. */
function waitingText(workbook: Workbook): string {
  const asked = countToDecide(workbook);
  if (asked === 0) return '';
  return ` ${capitalized(counted(asked, 'question'))} ${asked === 1 ? 'waits' : 'wait'} in Review.`;
}
