/** What the export worker is told and what it answers. */
import type { Problem } from '../domain/base/problem';
import type { ExportTime } from './exportTime';
import type { ExportWish } from './planExport';

export interface ExportJob {
  /** Yjs V1 updates that hold the plan together, in any order, and have been validated. */
  readonly states: readonly Uint8Array[];
  readonly wish: ExportWish;
  readonly time: ExportTime;
}

export type ExportMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | FinishedExport;

/** A finished file, or SVG pages that are still to be painted. */
export type FinishedExport =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'pages'; readonly svgs: readonly string[] };
