/** Merging a copy: backs up first, joins, and then shows what came in and what waits for a decision. */
import { useEffect, useState, type ReactNode } from 'react';
import type { FieldChange } from '../../shared/domain/edits/change';
import { formatNumber } from '../../shared/domain/format/amounts';
import { countToDecide, decisionsOf } from '../../shared/domain/review/decisions';
import type { Merge } from '../../shared/domain/review/takeBackMerge';
import type { OpenedFile } from '../../shared/ipc/contract';
import { MergeSummary } from '../features/review/MergeSummary';
import { SaveReportMenu } from '../features/review/SaveReportMenu';
import { noteMerge } from '../state/lastMerge';
import { say, sayProblem } from '../state/messages';
import { goTo } from '../state/navigation';
import { useSession } from '../state/session';
import { DialogBox } from '../ui/DialogBox';

interface Props {
  readonly file: OpenedFile;
  readonly onDone: () => void;
}

interface Done extends Merge {
  readonly changes: readonly FieldChange[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

export function MergeDialog({ file, onDone }: Props): ReactNode {
  const session = useSession();
  const [merged, setMerged] = useState<Done | null>(null);
  const [givenUp, setGivenUp] = useState(false);
  useEffect(() => {
    let dropped = false;
    const merge = async (): Promise<void> => {
      const problem = await session.backup('before-merge');
      if (dropped) return;
      if (problem !== null) {
        sayProblem(problem);
        say(`“${file.name}” was not merged, because no backup could be made before. Open it again later.`);
        setGivenUp(true);
        return;
      }
      const before = session.document.workbook();
      if (file.state !== null) session.document.merge(file.state, file.name);
      const changes = session.document.changesSince(before);
      const done = { before, after: session.document.workbook(), changes, at: Date.now() };
      setMerged(done);
      // The same copy again brings nothing, and hides nothing of the merge before it.
      if (changes.length > 0)
        noteMerge(session, { ...done, workbook: session.workbook, fileName: file.name });
    };
    void merge();
    return () => {
      dropped = true;
    };
  }, [file, session]);
  useEffect(() => {
    if (givenUp) onDone();
  }, [givenUp, onDone]);
  if (merged === null) return null;
  // Where none needs a person, those of which the newer value was kept can still be looked at.
  const toReview = countToDecide(merged.after) || decisionsOf(merged.after).length;
  return (
    <DialogBox
      title={`Merged “${file.name}” into the workbook kept here`}
      onClose={onDone}
      foot={
        <>
          {toReview > 0 && (
            <button
              className="btn primary"
              onClick={() => {
                goTo({ page: 'review' });
                onDone();
              }}
            >
              Review {formatNumber(toReview)} {toReview === 1 ? 'question' : 'questions'}
            </button>
          )}
          <SaveReportMenu merge={{ ...merged, fileName: file.name }} />
          <button className="btn" onClick={onDone}>
            {toReview > 0 ? 'Later' : 'Close'}
          </button>
        </>
      }
    >
      <MergeSummary merge={merged} fileName={file.name} onLeave={onDone} />
    </DialogBox>
  );
}
