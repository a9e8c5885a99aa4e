/** Shows a folder of the app in the system's file manager. */
import type { ShownFolder } from '../../shared/ipc/contract';
import { desktop } from '../platform/desktop';
import { sayProblem } from '../state/messages';

export async function showFolder(folder: ShownFolder): Promise<void> {
  const shown = await desktop.call('folders.show', folder);
  if (!shown.ok) sayProblem(shown.error);
}
