/** Backups of this workbook: what there is, making one now, and bringing one back as a workbook of its own. */
import { useEffect, useState, type ReactNode } from 'react';
import { desktop } from '../platform/desktop';
import { say, sayProblem } from '../state/messages';
import { useSession } from '../state/session';
import type { BackupSummary } from '../../shared/ipc/backups';
import { backUp } from './backUp';
import './backups.css';

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });

const REASONS: Readonly<Record<BackupSummary['reason'], string>> = {
  daily: 'daily',
  'before-merge': 'before a merge',
  'by-hand': 'made by hand',
  fewer: 'kept although it holds far fewer records',
};

export function BackupsPage({ onRestored }: { readonly onRestored: (workbook: string) => void }): ReactNode {
  const session = useSession();
  const { document } = session;
  const [backups, setBackups] = useState<readonly BackupSummary[] | null>(null);
  const [made, setMade] = useState(0);
  useEffect(() => {
    void desktop.call('backups.list', { workbook: document.id }).then((listed) => {
      if (listed.ok) setBackups([...listed.value].sort((a, b) => b.created - a.created));
      else sayProblem(listed.error);
    });
  }, [document.id, made]);

  const backUpHere = async (): Promise<void> => {
    await backUp(session);
    setMade((count) => count + 1);
  };
  const restore = async (name: string): Promise<void> => {
    const restored = await desktop.call('backups.restore', { workbook: document.id, backup: name });
    if (!restored.ok) {
      sayProblem(restored.error);
      return;
    }
    say('Restored as a workbook of its own. The one you had is untouched, in the list of workbooks.');
    onRestored(restored.value.workbook);
  };

  return (
    <>
      <div className="page-head">
        <div>
          <h1>Backups</h1>
          <p className="answer">
            {backups === null || backups.length === 0
              ? 'There is no backup of this workbook yet; one is made every day you work on it, and before every merge.'
              : `${backups.length === 1 ? 'One backup' : `${String(backups.length)} backups`} on this computer. Restoring one makes a new workbook; nothing you have is overwritten.`}
          </p>
        </div>
        <div className="acts">
          <button className="btn" onClick={() => void backUpHere()}>
            Back up now
          </button>
        </div>
      </div>
      <div className="scroll">
        {backups !== null && backups.length > 0 && (
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
                    <button className="btn quiet" onClick={() => void restore(kept.backup)}>
                      Restore as a new workbook
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}
