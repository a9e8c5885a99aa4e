/** Saving what a page shows, from wherever it is shown: of a register, or of a merge. */
import { createContext, useContext } from 'react';
import type { ShownRecords, ViewFormat } from '../../shared/domain/records/shownRecords';
import type { MergeAccount, MergeReportFormat } from '../../shared/domain/review/mergeAccount';

export type SaveView = (format: ViewFormat, shown: ShownRecords) => void;

/** The frame of the window provides it. */
export const SaveViewContext = createContext<SaveView>(() => undefined);

export function useSaveView(): SaveView {
  return useContext(SaveViewContext);
}

/** @param merge what the last merge did; without it the report says only what waits */
export type SaveMergeReport = (format: MergeReportFormat, merge?: MergeAccount) => void;

export const SaveMergeReportContext = createContext<SaveMergeReport>(() => undefined);

export function useSaveMergeReport(): SaveMergeReport {
  return useContext(SaveMergeReportContext);
}
