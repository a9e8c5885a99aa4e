/** Reads a plan from its bytes and makes an export of it, with everything that takes time: dates, money, pages, cells. */
import { emptyDocument, takeIn } from '../../shared/document/copies';
import { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { FieldPlace } from '../../shared/domain/edits/baseValues';
import type { Problem } from '../../shared/domain/base/problem';
import { ok, type Result } from '../../shared/domain/base/result';
import { planOf } from '../../shared/domain/plan';
import { asWhatIf } from '../../shared/domain/scenario/asWhatIf';
import type { ExportJob, FinishedExport, HistoryWish, MergeReportWish } from '../../shared/export/exportJob';
import { paperOf } from '../../shared/export/budgetSheets/budgetSheets';
import { historyCsv } from '../../shared/export/history/historyCsv';
import { historySheet } from '../../shared/export/history/historySheet';
import { missingText, wallTime } from '../../shared/export/history/historyTable';
import { mergeReport } from '../../shared/export/mergeReport/mergeReport';
import { mergeSheets } from '../../shared/export/mergeReport/mergeSheets';
import { isForPeople, planExport, planSheets } from '../../shared/export/planExport';
import type { Workbook } from '../../shared/domain/workbook';
import { writeWorkbook } from './writeWorkbook';

/** @param onProgress called with the share that is done, 0 to 1 */
export async function makeExport(
  { states, wish, time, whatIf }: ExportJob,
  onProgress: (share: number) => void,
): Promise<Result<FinishedExport, Problem>> {
  const doc = emptyDocument();
  for (const state of states) takeIn(doc, state);
  const reader = { actor: 1, name: '', clock: () => Date.parse(time.now), random: () => 0 };
  const document = new WorkbookDocument(doc, reader);
  if ('merges' in wish) return makeMergeReport(document, wish, { time, onProgress });
  const workbook = document.workbook();
  if ('found' in wish) return makeHistory(asWhatIf(workbook, whatIf), wish, { time, onProgress });
  const { format } = wish;
  const plan = planOf(isForPeople(format) ? asWhatIf(workbook, whatIf) : workbook, time.today);
  if (format === 'xlsx') {
    const written = await writeWorkbook(planSheets(plan, wish, time), { onProgress });
    return written.ok ? ok({ kind: 'file', bytes: written.value }) : written;
  }
  const made = planExport(plan, { ...wish, format }, time);
  return ok(made.kind === 'pages' ? made : { kind: 'file', bytes: new TextEncoder().encode(made.text) });
}

interface Making extends Pick<ExportJob, 'time'> {
  readonly onProgress: (share: number) => void;
}

async function makeHistory(
  workbook: Workbook,
  { format, filter, found, zone }: HistoryWish,
  { time, onProgress }: Making,
): Promise<Result<FinishedExport, Problem>> {
  const wall = wallTime(zone);
  const missing = missingText(found, wall);
  const finished = (bytes: Uint8Array): Result<FinishedExport, Problem> =>
    ok({ kind: 'file', bytes, ...(missing === '' ? {} : { note: missing }) });
  if (format === 'csv') return finished(new TextEncoder().encode(historyCsv(workbook, found, wall)));
  const written = await writeWorkbook(historySheet(workbook, { filter, found, wall, time }), { onProgress });
  return written.ok ? finished(written.value) : written;
}

async function makeMergeReport(
  document: WorkbookDocument,
  { format, merges }: MergeReportWish,
  { time, onProgress }: Making,
): Promise<Result<FinishedExport, Problem>> {
  const workbook = document.workbook();
  const source = { workbook, merges, writerOf: (place: FieldPlace) => document.writerOf(place) };
  if (format === 'xlsx') {
    const written = await writeWorkbook(mergeSheets(source, time), { onProgress });
    return written.ok ? ok({ kind: 'file', bytes: written.value }) : written;
  }
  if (format === 'pdf') {
    const size = paperOf(workbook.tables.organisation.live[0]?.country ?? '');
    return ok({ kind: 'paper', html: mergeReport(source, 'html', time), size });
  }
  return ok({ kind: 'file', bytes: new TextEncoder().encode(mergeReport(source, format, time)) });
}
