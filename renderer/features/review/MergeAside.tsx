/** Beside the questions: what the last merge did to the plan and brought in, and how to take it back. */
import type { ReactNode } from 'react';
import { counted } from '../../../shared/domain/format/sentence';
import { takeBackMerge } from '../../../shared/domain/review/takeBackMerge';
import { useCommands } from '../../state/commands';
import { noteMerge, type LastMerge } from '../../state/lastMerge';
import { sayUntilRead } from '../../state/messages';
import { goTo } from '../../state/navigation';
import { Button } from '../../ui/Button';
import { ChangedRecords } from './MergeSummary';
import { MergeEffects } from './MergeEffects';

export function MergeAside({ merge }: { readonly merge: LastMerge }): ReactNode {
  const takeBack = useTakeBack(merge);
  return (
    <aside className="rv-aside scroll" aria-label={`Merged “${merge.fileName}”`} tabIndex={0}>
      <section>
        <h2>What “{merge.fileName}” did to the plan</h2>
        <MergeEffects merge={merge} />
      </section>
      <section>
        <h2>What came in</h2>
        <ChangedRecords merge={merge} />
      </section>
      <section>
        <h2>Not what you wanted?</h2>
        <p className="t2">
          Taking it back restores what nobody has changed since. The other sites receive that with the next
          merge. The plan as it was before lies in Backups, and can be opened beside this one.
        </p>
        <div className="rv-ways">
          <Button onPress={takeBack}>Take this merge back</Button>
          <Button
            variant="quiet"
            onPress={() => {
              goTo({ page: 'backups' });
            }}
          >
            Go to Backups
          </Button>
        </div>
      </section>
    </aside>
  );
}

function useTakeBack(merge: LastMerge): () => void {
  const { run, sayDone, workbook } = useCommands();
  return () => {
    const { command, count, kept, reason } = takeBackMerge(merge, workbook());
    const stays =
      kept === 0 ? '' : ` ${counted(kept, 'record')} changed since ${kept === 1 ? 'stays' : 'stay'}.`;
    if (command === undefined) {
      sayUntilRead(
        reason === undefined ? `Nothing is left to take back.${stays}` : `Nothing was taken back. ${reason}`,
      );
      return;
    }
    if (!run(command)) return;
    noteMerge(null);
    sayDone(`“${merge.fileName}” taken back in ${counted(count, 'record')}.${stays}`);
  };
}
