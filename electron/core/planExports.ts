/** Makes the content of an export from a workbook's current state. Excel files are written in a thread of their own. */
import { version } from '../../package.json';
import { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { Problem } from '../../shared/domain/base/problem';
import { calendarDate } from '../../shared/domain/base/dates';
import { ok, type Result } from '../../shared/domain/base/result';
import { planOf } from '../../shared/domain/plan';
import { planExport, type ExportWish } from '../../shared/export/planExport';
import type { ExportedContent } from '../../shared/ipc/mainRequests';
import type { ExportKind } from '../../shared/ipc/exportKinds';
import { openForeignFile } from '../../shared/sync/foreignFile';
import { runExport } from './runExport';
import { nodeCodec } from './nodeCodec';

const WISHES: Readonly<Record<ExportKind, ExportWish>> = {
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
};

interface ExportOptions {
  /** The built `exportWorker.js`; where this code itself lies once it is built says nothing of it. */
  readonly workerFile: string;
  readonly now: Date;
  /** Called with the share that is done, 0 to 1. */
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** @param bytes the workbook as a `.golive` file */
export async function exportPlan(
  bytes: Uint8Array,
  what: ExportKind,
  { workerFile, now, onProgress, signal }: ExportOptions,
): Promise<Result<ExportedContent, Problem>> {
  const file = openForeignFile(bytes, 'the plan', nodeCodec);
  if (!file.ok) return file;
  const reader = { actor: 1, name: '', clock: () => now.getTime(), random: () => 0 };
  const workbook = WorkbookDocument.open(file.value.state, reader).workbook();
  // Today is the day where the person is.
  const today = calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  const made = planExport(planOf(workbook, today), WISHES[what], {
    today,
    now: now.toISOString(),
    appVersion: version,
  });
  switch (made.kind) {
    case 'text':
      return ok({ kind: 'file', bytes: new TextEncoder().encode(made.text) });
    case 'sheets': {
      const written = await runExport(made.model, { workerFile, onProgress, signal });
      return written.ok ? ok({ kind: 'file', bytes: written.value }) : written;
    }
    case 'pages':
      return WISHES[what].format === 'svg'
        ? ok({ kind: 'file', bytes: new TextEncoder().encode(made.svgs[0] ?? '') })
        : ok({ kind: 'pages', svgs: made.svgs });
  }
}
