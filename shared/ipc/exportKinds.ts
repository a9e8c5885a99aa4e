import { isRecordId } from '../domain/base/ids';
import { parseHistoryFilter, type HistoryFilter } from '../domain/history/query';
import { parseShownRecords, type ShownRecords } from '../domain/records/shownRecords';
import { parseMergeAccount, type MergeAccount } from '../domain/review/mergeAccount';

/** The forms in which the window can save a plan. */
export const EXPORTS = {
  report: { extension: 'html', title: 'Report as a web page' },
  budget: { extension: 'xlsx', title: 'Excel budget' },
  'gantt-svg': { extension: 'svg', title: 'Gantt as SVG' },
  'gantt-png': { extension: 'png', title: 'Gantt as PNG' },
  'gantt-pdf': { extension: 'pdf', title: 'Gantt as PDF' },
  'roadmap-svg': { extension: 'svg', title: 'Roadmap as SVG' },
  'roadmap-png': { extension: 'png', title: 'Roadmap as PNG' },
  'roadmap-pdf': { extension: 'pdf', title: 'Roadmap as PDF' },
  'tasks-csv': { extension: 'csv', title: 'Tasks as CSV' },
  'costs-csv': { extension: 'csv', title: 'Cost lines as CSV' },
  'risks-csv': { extension: 'csv', title: 'Risks as CSV' },
  calendar: { extension: 'ics', title: 'Calendar (ICS)' },
  project: { extension: 'xml', title: 'Microsoft Project (XML)' },
  json: { extension: 'json', title: 'Everything as JSON' },
  'view-xlsx': { extension: 'xlsx', title: 'This view as Excel' },
  'view-csv': { extension: 'csv', title: 'This view as CSV' },
  'history-xlsx': { extension: 'xlsx', title: 'History as Excel' },
  'history-csv': { extension: 'csv', title: 'History as CSV' },
  'merge-html': { extension: 'html', title: 'Merge report as a web page' },
  'merge-pdf': { extension: 'pdf', title: 'Merge report as PDF' },
  'merge-xlsx': { extension: 'xlsx', title: 'Merge report as Excel' },
  'merge-json': { extension: 'json', title: 'Merge report as JSON' },
} as const;

export type ExportKind = keyof typeof EXPORTS;

/** What a page shows of a register. It says of which records and columns; every other form is of the whole plan. */
export type ViewKind = Extract<ExportKind, `view-${string}`>;

export function isViewKind(kind: ExportKind): kind is ViewKind {
  return kind === 'view-xlsx' || kind === 'view-csv';
}

/** The report of what a merge brought, did and left to decide. */
export type MergeKind = Extract<ExportKind, `merge-${string}`>;

export function isMergeKind(kind: ExportKind): kind is MergeKind {
  return kind.startsWith('merge-');
}

/** Who changed what, when, as a table. */
export type HistoryKind = Extract<ExportKind, `history-${string}`>;

export function isHistoryKind(kind: ExportKind): kind is HistoryKind {
  return kind === 'history-xlsx' || kind === 'history-csv';
}

/** What is to be made: a form, and for a view of a register what is in it. */
export interface ExportChoice {
  readonly kind: ExportKind;
  readonly shown?: ShownRecords;
  /** Of the timeline: the id of a baseline that is drawn with it. */
  readonly baseline?: string;
  /** Of a merge report: what the last merge did. Left out, what was kept of it is told. */
  readonly merge?: MergeAccount;
  /** Of the history: what is asked for. Left out, all of it. */
  readonly history?: HistoryFilter;
}

/** Undefined when the value is no such choice. */
export function parseExportChoice(raw: {
  readonly kind?: unknown;
  readonly shown?: unknown;
  readonly baseline?: unknown;
  readonly merge?: unknown;
  readonly history?: unknown;
}): ExportChoice | undefined {
  const { kind } = raw;
  if (!isExportKind(kind)) return undefined;
  if (isMergeKind(kind) && raw.merge !== undefined) {
    const merge = parseMergeAccount(raw.merge);
    return merge === undefined ? undefined : { kind, merge };
  }
  if (isHistoryKind(kind) && raw.history !== undefined) {
    const history = parseHistoryFilter(raw.history);
    return history === undefined ? undefined : { kind, history };
  }
  const { baseline } = raw;
  if (!isViewKind(kind)) return isRecordId(baseline) ? { kind, baseline } : { kind };
  const shown = parseShownRecords(raw.shown);
  return shown === undefined ? undefined : { kind, shown };
}

export function isExportKind(value: unknown): value is ExportKind {
  return typeof value === 'string' && Object.hasOwn(EXPORTS, value);
}
