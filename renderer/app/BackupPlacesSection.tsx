/** Where the backups lie: on this computer, and in a second folder of the person's choice. */
import type { ReactNode } from 'react';
import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { problemText } from '../../shared/domain/base/problemText';
import type { BackupPlaces, SecondFolder } from '../../shared/ipc/backups';
import { showFolder } from './showFolder';

interface Props {
  readonly workbook: string;
  readonly places: BackupPlaces;
  readonly onChoose: () => void;
  readonly onForget: () => void;
}

export function BackupPlacesSection({ workbook, places, onChoose, onForget }: Props): ReactNode {
  const { own, second } = places;
  return (
    <section className="backup-part" aria-labelledby="backup-places">
      <h2 id="backup-places" className="h3">
        Where they lie
      </h2>
      <div className="backup-place">
        <div>
          <h3 className="med">On this computer</h3>
          <p className="place-path">{own}</p>
        </div>
        <button className="btn" onClick={() => void showFolder({ which: 'backups', workbook })}>
          Show in folder
        </button>
      </div>
      <div className="backup-place" role="group" aria-label="Second backup folder">
        <div>
          <h3 className="med">A second folder</h3>
          {second === null ? (
            <p className="t2">
              None chosen. A computer can be stolen or break: choose a folder on another drive, a USB stick or
              a network share, and every backup is put there too. Not one that a sync service empties by
              itself.
            </p>
          ) : (
            <>
              <p className="place-path">{second.folder}</p>
              <SecondState second={second} />
            </>
          )}
        </div>
        <div className="backup-acts">
          {second !== null && (
            <button className="btn" onClick={() => void showFolder({ which: 'second', workbook })}>
              Show in folder
            </button>
          )}
          <button className="btn" onClick={onChoose}>
            {second === null ? 'Choose a folder…' : 'Change…'}
          </button>
          {second !== null && (
            <button className="btn quiet" onClick={onForget}>
              Stop using it
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function SecondState({ second: { lastCopy, problem } }: { readonly second: SecondFolder }): ReactNode {
  if (problem !== null) {
    return (
      <p className="place-state">
        <CircleAlert className="i bad" aria-hidden="true" />
        <span>{problemText(problem)}</span>
      </p>
    );
  }
  return (
    <p className="place-state t2">
      {lastCopy === null ? (
        <CircleDashed className="i" aria-hidden="true" />
      ) : (
        <CircleCheck className="i good" aria-hidden="true" />
      )}
      <span className="num">
        {lastCopy === null
          ? 'No copy of this workbook is there yet; the next backup puts one there.'
          : `Last copy of this workbook: ${WHEN.format(lastCopy)}.`}{' '}
        Other workbooks get theirs when you open them.
      </span>
    </p>
  );
}
