/** Opens a backup as a workbook of its own; the one it is of stays as it is. */
import { desktop } from '../platform/desktop';
import { say, sayProblem } from '../state/messages';

export async function restoreBackup(
  workbook: string,
  backup: string,
  onRestored: (workbook: string) => void,
): Promise<void> {
  const restored = await desktop.call('backups.restore', { workbook, backup });
  if (!restored.ok) {
    sayProblem(restored.error);
    return;
  }
  say(
    'Restored as a workbook of its own. The one you had is untouched. Both are under “All workbooks”, where this one says of when it is.',
  );
  onRestored(restored.value.workbook);
}
