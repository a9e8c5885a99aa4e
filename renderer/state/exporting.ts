/** Saving what a page shows of a register, from wherever it is shown. */
import { createContext, useContext } from 'react';
import type { ShownRecords, ViewFormat } from '../../shared/domain/records/shownRecords';

export type SaveView = (format: ViewFormat, shown: ShownRecords) => void;

/** The frame of the window provides it. */
export const SaveViewContext = createContext<SaveView>(() => undefined);

export function useSaveView(): SaveView {
  return useContext(SaveViewContext);
}
