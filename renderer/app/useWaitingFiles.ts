/** Opens, one after another, the files that were double-clicked or dropped on the app's icon. */
import { useEffect, useRef } from 'react';
import type { OpenedFile } from '../../shared/ipc/contract';
import { desktop } from '../platform/desktop';
import { say, sayProblem } from '../state/messages';

/**
 * @param isFree whether a file can be shown now; one that comes in between waits until it can
 * @param show resolves when the file is shown
 */
export function useWaitingFiles(isFree: boolean, show: (file: OpenedFile) => Promise<void>): void {
  const isOpening = useRef(false);
  useEffect(() => {
    const openNext = async (): Promise<void> => {
      if (isOpening.current) return;
      isOpening.current = true;
      const file = await desktop.call('workbooks.openWaiting', null);
      if (file.ok && file.value !== null) await show(file.value);
      isOpening.current = false;
      if (file.ok) return;
      sayProblem(file.error);
      await openNext();
    };
    if (isFree) void openNext();
    return desktop.listen('files.waiting', () => {
      if (isFree) void openNext();
      else say('A file waits to be opened. It opens as soon as you are done here.');
    });
  }, [isFree, show]);
}
