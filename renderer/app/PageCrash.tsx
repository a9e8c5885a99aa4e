/** In the place of a page that stopped working; everything around it goes on. */
import type { ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { goTo, PAGES, type PageId } from '../state/navigation';
import { useSaving, useSession } from '../state/session';
import { showAppDialog } from './shownDialog';
import { saveCopy } from './saveCopy';

interface Props {
  readonly page: PageId;
  readonly onTryAgain: () => void;
}

export function PageCrash({ page, onTryAgain }: Props): ReactNode {
  const { workbook } = useSession();
  const { state } = useSaving();
  const elsewhere = page === 'overview' ? 'timeline' : 'overview';
  return (
    <div className="crash" role="alert">
      <h1>
        <CircleAlert className="i bad" aria-hidden="true" />“{PAGES[page].title}” stopped working
      </h1>
      <p>
        Only this page is concerned.{' '}
        {state === 'saved'
          ? 'Your plan is safe: everything is saved on this computer.'
          : 'What was shown as saved is safe on this computer; the rest is still being saved, as the bar below tells.'}{' '}
        The other pages go on working.
      </p>
      <p>
        Try again first. If it stops once more, go on with another page, keep a copy of the plan, and copy the
        diagnostics for whoever helps you; they hold nothing of your plan.
      </p>
      <div className="crash-acts">
        <button className="btn primary" onClick={onTryAgain}>
          Try again
        </button>
        <button
          className="btn"
          onClick={() => {
            goTo({ page: elsewhere });
          }}
        >
          Go to {PAGES[elsewhere].title}
        </button>
        <button className="btn" onClick={() => void saveCopy(workbook)}>
          Save a copy…
        </button>
        <button
          className="btn quiet"
          onClick={() => {
            showAppDialog('diagnostics');
          }}
        >
          Copy diagnostics…
        </button>
      </div>
    </div>
  );
}
