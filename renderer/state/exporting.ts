/** Saving what a page shows, from wherever it is shown: of a register, of a merge, or of the history. */
import { createContext, useContext } from 'react';
import type { HistoryFilter } from '../../shared/domain/history/query';
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

/** @param filter what of the history is asked for; all that is found is saved, whatever page of it is shown */
export type SaveHistory = (format: ViewFormat, filter: HistoryFilter) => void;

export const SaveHistoryContext = createContext<SaveHistory>(() => undefined);

export function useSaveHistory(): SaveHistory {
  return useContext(SaveHistoryContext);
}
