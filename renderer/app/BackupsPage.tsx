/** Backups of this workbook: what there is, where it lies, making one now, and bringing one back as a workbook of its own. */
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { desktop } from '../platform/desktop';
import { say, sayProblem } from '../state/messages';
import { useSession } from '../state/session';
import type { BackupPlaces, BackupSummary } from '../../shared/ipc/backups';
import type { Recovery } from '../../shared/ipc/recoveries';
import { backUp } from './backUp';
import { BackupPlacesSection } from './BackupPlacesSection';
import { RecoveryList } from './RecoveryList';
import { restoreBackup } from './restoreBackup';
import './backups.css';

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });

const REASONS: Readonly<Record<BackupSummary['reason'], string>> = {
  daily: 'daily',
  'before-merge': 'before a merge',
  'before-going-back': 'before going back',
  'before-update': 'before a new version of the app',
  'by-hand': 'made by hand',
  fewer: 'kept although it holds far fewer records',
};

interface Props {
  readonly onRestored: (workbook: string) => void;
  readonly onExportEverything: () => void;
}

export function BackupsPage({ onRestored, onExportEverything }: Props): ReactNode {
  const session = useSession();
  const { workbook, backup } = session;
  const { kept, places, recoveries, lookAgain } = useBackups(workbook);

  const backUpHere = async (): Promise<void> => {
    await backUp(session);
    lookAgain();
  };
  const chooseSecond = async (): Promise<void> => {
    const chosen = await desktop.call('backups.chooseSecond', null);
    if (!chosen.ok) sayProblem(chosen.error);
    else if (chosen.value) {
      // A copy right away shows whether the folder is any good.
      const problem = await backup('by-hand');
      if (problem === null) say('A first copy is in the second folder.');
    }
    lookAgain();
  };
  const forgetSecond = async (): Promise<void> => {
    const forgotten = await desktop.call('backups.forgetSecond', null);
    if (forgotten.ok) say('No more copies go into that folder. The ones that are there stay.');
    else sayProblem(forgotten.error);
    lookAgain();
  };

  return (
    <>
      <div className="page-head">
        <div>
          <h1>Backups</h1>
          <p className="answer">
            {kept === null || kept.length === 0
              ? 'There is no backup of this workbook yet; one is made every day you work on it, and before every merge.'
              : `${kept.length === 1 ? 'One backup' : `${String(kept.length)} backups`} on this computer. Restoring one makes a new workbook; nothing you have is overwritten.`}
          </p>
        </div>
        <div className="acts">
          <button className="btn" onClick={() => void backUpHere()}>
            Back up now
          </button>
        </div>
      </div>
      <div className="scroll">
        {kept !== null && kept.length > 0 && (
          <BackupTable backups={kept} onRestore={(name) => void restoreBackup(workbook, name, onRestored)} />
        )}
        {places !== null && (
          <BackupPlacesSection
            workbook={workbook}
            places={places}
            onChoose={() => void chooseSecond()}
            onForget={() => void forgetSecond()}
          />
        )}
        <section className="backup-part" aria-labelledby="everything">
          <h2 id="everything" className="h3">
            Take everything with you
          </h2>
          <div className="backup-place">
            <p className="t2">
              Every workbook on this computer in one new folder: as a .golive file this app reads, and as a
              web page, an Excel budget and a JSON file that can be read without it. For a new computer, or
              for the day you no longer use the app.
            </p>
            <button className="btn" onClick={onExportEverything}>
              Export everything…
            </button>
          </div>
        </section>
        <RecoveryList recoveries={recoveries} />
      </div>
    </>
  );
}

interface Backups {
  /** Newest first; null until they are known. */
  readonly kept: readonly BackupSummary[] | null;
  readonly places: BackupPlaces | null;
  readonly recoveries: readonly Recovery[];
  readonly lookAgain: () => void;
}

function useBackups(workbook: string): Backups {
  const [kept, setKept] = useState<readonly BackupSummary[] | null>(null);
  const [places, setPlaces] = useState<BackupPlaces | null>(null);
  const [recoveries, setRecoveries] = useState<readonly Recovery[]>([]);
  const [looked, setLooked] = useState(0);
  useEffect(() => {
    void desktop.call('backups.list', { workbook }).then((listed) => {
      if (listed.ok) setKept([...listed.value].sort((a, b) => b.created - a.created));
      else sayProblem(listed.error);
    });
    void desktop.call('backups.places', { workbook }).then((found) => {
      if (found.ok) setPlaces(found.value);
    });
    void desktop.call('backups.recoveries', { workbook }).then((noted) => {
      if (noted.ok) setRecoveries(noted.value);
    });
  }, [workbook, looked]);
  const lookAgain = useCallback(() => {
    setLooked((count) => count + 1);
  }, []);
  return { kept, places, recoveries, lookAgain };
}

interface TableProps {
  readonly backups: readonly BackupSummary[];
  readonly onRestore: (backup: string) => void;
}

function BackupTable({ backups, onRestore }: TableProps): ReactNode {
  return (
    <table className="backups num">
      <thead>
        <tr>
          <th>Made</th>
          <th>Why</th>
          <th className="n">Records</th>
          <th>
            <span className="sr">Restore</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((kept) => (
          <tr key={kept.backup}>
            <td>{WHEN.format(kept.created)}</td>
            <td className="t2">{REASONS[kept.reason]}</td>
            <td className="n">{kept.records}</td>
            <td className="n">
              <button
                className="btn quiet"
                onClick={() => {
                  onRestore(kept.backup);
                }}
              >
                Restore as a new workbook
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
