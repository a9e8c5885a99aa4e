/** The exports of the window: which form each is, made from a workbook's bytes in a thread of its own. */
import { version } from '../../package.json';
import type { Problem } from '../../shared/domain/base/problem';
import { calendarDate } from '../../shared/domain/base/dates';
import type { Result } from '../../shared/domain/base/result';
import type { HistoryFound } from '../../shared/domain/history/changesFound';
import type { HistoryWish, MergeReportWish } from '../../shared/export/exportJob';
import type { ExportWish } from '../../shared/export/planExport';
import type { ExportedContent } from '../../shared/ipc/exportedContent';
import {
  EXPORTS,
  isHistoryKind,
  isMergeKind,
  type ExportChoice,
  type ExportKind,
  type HistoryKind,
  type MergeKind,
} from '../../shared/ipc/exportKinds';
import { runExport, type ExportOptions } from './runExport';

const WISHES: Readonly<Record<Exclude<ExportKind, MergeKind | HistoryKind>, ExportWish>> = {
  report: { format: 'html' },
  budget: { format: 'xlsx' },
  'gantt-svg': { format: 'svg', view: 'gantt' },
  'gantt-png': { format: 'png', view: 'gantt' },
  'gantt-pdf': { format: 'pdf', view: 'gantt' },
  'roadmap-svg': { format: 'svg', view: 'roadmap' },
  'roadmap-png': { format: 'png', view: 'roadmap' },
  'roadmap-pdf': { format: 'pdf', view: 'roadmap' },
  'tasks-csv': { format: 'csv', register: 'tasks' },
  'costs-csv': { format: 'csv', register: 'costs' },
  'risks-csv': { format: 'csv', register: 'risks' },
  calendar: { format: 'ics' },
  project: { format: 'xml' },
  json: { format: 'json' },
  'view-xlsx': { format: 'xlsx' },
  'view-csv': { format: 'csv' },
};

const REPORTS: Readonly<Record<MergeKind, MergeReportWish['format']>> = {
  'merge-html': 'html',
  'merge-pdf': 'pdf',
  'merge-xlsx': 'xlsx',
  'merge-json': 'json',
};

const NOTHING_FOUND: HistoryFound = {
  ...{ edits: [], leftOut: 0, people: [] },
  reach: { from: null, isWhole: true },
};

type Wish = ExportWish | MergeReportWish | HistoryWish;

function wishOf(
  { kind, shown, merge, history: filter = {}, baseline }: ExportChoice,
  found: HistoryFound,
): Wish {
  if (isHistoryKind(kind)) {
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    return { format: kind === 'history-csv' ? 'csv' : 'xlsx', filter, found, zone };
  }
  if (isMergeKind(kind)) return { format: REPORTS[kind], merges: merge === undefined ? [] : [merge] };
  return {
    ...WISHES[kind],
    ...(shown === undefined ? {} : { shown }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

/**
 * @param states what the store holds of the workbook, in any order
 * @param whatIf the name of the what-if it is
 * @param found of a table of the history: what the question found
 */
export function exportPlan(
  states: readonly Uint8Array[],
  choice: ExportChoice,
  {
    now,
    whatIf,
    found,
    ...options
  }: Omit<ExportOptions, 'name'> & {
    readonly now: Date;
    readonly whatIf?: string | undefined;
    readonly found?: HistoryFound | undefined;
  },
): Promise<Result<ExportedContent, Problem>> {
  // Today is the day where the person is.
  const today = calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  const time = { today, now: now.toISOString(), appVersion: version };
  return runExport(
    { states, wish: wishOf(choice, found ?? NOTHING_FOUND), time, whatIf },
    { ...options, name: EXPORTS[choice.kind].title },
  );
}
