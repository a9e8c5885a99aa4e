/** The truth about this computer: what is saved, when it was backed up, what deserves a look. */
import { useMemo, type ReactNode } from 'react';
import { Check, CircleAlert, Eye, LoaderCircle, TriangleAlert } from 'lucide-react';
import { formatNumber } from '../../shared/domain/format/amounts';
import { countToDecide } from '../../shared/domain/review/decisions';
import type { SavingStatus } from '../platform/saving';
import { goTo } from '../state/navigation';
import { usePlanAtRest, useSaving, useSession } from '../state/session';

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const DAY_AND_TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export function StatusBar({ onExplain }: { readonly onExplain: () => void }): ReactNode {
  const saving = useSaving();
  const plan = usePlanAtRest();
  const { document } = useSession();
  const problems = useMemo(() => plan.findings.filter(({ level }) => level !== 'info').length, [plan]);
  const toDecide = useMemo(() => countToDecide(plan.workbook), [plan.workbook]);
  return (
    <footer className="status" aria-label="Status">
      <span role="status" aria-live="polite" data-testid="saving">
        {document.format.readOnly && saving.trouble === null ? (
          <>
            <Eye className="i" aria-hidden="true" />
            <b>Open for reading only</b>
            <span className="clip">made by a newer version of the app</span>
          </>
        ) : (
          <Saving saving={saving} onExplain={onExplain} />
        )}
      </span>
      <span className="sep" />
      <span>
        {saving.lastBackup === null ? 'No backup yet' : `Backup ${DAY_AND_TIME.format(saving.lastBackup)}`}
      </span>
      {saving.diskFull && saving.trouble === null && (
        <span>
          <CircleAlert className="i bad" aria-hidden="true" />
          <b>The disk is full.</b>
          <span className="clip">Free some space; what you change now is not saved until then.</span>
        </span>
      )}
      <span className="sp" />
      {toDecide > 0 && (
        <button
          className="status-link"
          onClick={() => {
            goTo({ page: 'review' });
          }}
        >
          <b>{formatNumber(toDecide)} to decide</b>
        </button>
      )}
      <button
        className="status-link"
        onClick={() => {
          goTo({ page: 'problems' });
        }}
      >
        {problems > 0 && <TriangleAlert className="i warn" aria-hidden="true" />}
        {problems === 0 ? 'No problems' : problems === 1 ? '1 problem' : `${formatNumber(problems)} problems`}
      </button>
    </footer>
  );
}

function Saving({ saving, onExplain }: { saving: SavingStatus; onExplain: () => void }): ReactNode {
  switch (saving.state) {
    case 'saving':
      return (
        <>
          <LoaderCircle className="i spin" aria-hidden="true" />
          <b>Saving</b>
        </>
      );
    case 'notSaved':
      return (
        <>
          <CircleAlert className="i bad" aria-hidden="true" />
          <b className="bad">{saving.diskFull ? 'Not saved: the disk is full' : 'Not saved'}</b>
          <button className="status-link is-call" onClick={onExplain}>
            What to do
          </button>
        </>
      );
    case 'saved':
      return (
        <>
          <Check className="i good" aria-hidden="true" />
          <b>Saved on this computer</b>
          {saving.savedAt !== null && <span>{TIME.format(saving.savedAt)}</span>}
        </>
      );
  }
}
