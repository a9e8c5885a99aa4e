/** What the export worker is told and what it answers. */
import type { Problem } from '../domain/base/problem';
import type { HistoryFound } from '../domain/history/changesFound';
import type { HistoryFilter } from '../domain/history/query';
import type { ViewFormat } from '../domain/records/shownRecords';
import type { MergeAccount, MergeReportFormat } from '../domain/review/mergeAccount';
import type { ExportTime } from './exportTime';
import type { ExportWish } from './planExport';

export interface ExportJob {
  /** Yjs V1 updates that hold the plan together, in any order, and have been validated. */
  readonly states: readonly Uint8Array[];
  readonly wish: ExportWish | MergeReportWish | HistoryWish;
  readonly time: ExportTime;
  /** The name of the what-if this is, which everything that is made for people bears. */
  readonly whatIf?: string | undefined;
}

/** The report of merges: what they brought, what was decided since and what waits. */
export interface MergeReportWish {
  readonly format: MergeReportFormat;
  readonly merges: readonly MergeAccount[];
}

/** A table of the history: what of it was found, and by what question. */
export interface HistoryWish {
  readonly format: ViewFormat;
  readonly found: HistoryFound;
  readonly filter: HistoryFilter;
  /** The time zone of the person, as `America/Chicago`. */
  readonly zone: string;
}

export type ExportMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | FinishedExport;

/** A finished file, with what is not in it in a sentence, or SVG pages or a web page that are still to be put on paper. */
export type FinishedExport =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly note?: string }
  | { readonly kind: 'pages'; readonly svgs: readonly string[] }
  | { readonly kind: 'paper'; readonly html: string; readonly size: 'letter' | 'a4' };
