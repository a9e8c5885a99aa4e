/** The backups of a workbook on this computer, for pages that offer to open one. */
import { useEffect, useState } from 'react';
import type { BackupSummary } from '../../shared/ipc/backups';
import { desktop } from '../platform/desktop';

/** Newest first; empty until they are known. */
export function useKeptBackups(workbook: string): readonly BackupSummary[] {
  const [backups, setBackups] = useState<readonly BackupSummary[]>([]);
  useEffect(() => {
    void desktop.call('backups.list', { workbook }).then((listed) => {
      if (listed.ok) setBackups([...listed.value].sort((a, b) => b.created - a.created));
    });
  }, [workbook]);
  return backups;
}
