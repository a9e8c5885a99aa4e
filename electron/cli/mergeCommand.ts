/** `golive merge`: joins copies of one workbook, in any order, and reports what came together and what waits. */
import path, { basename, extname } from 'node:path';
import { version } from '../../package.json';
import { mergeWorkbooks, type Copy } from '../../shared/document/mergeWorkbooks';
import { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { CalendarDate } from '../../shared/domain/base/dates';
import type { Problem } from '../../shared/domain/base/problem';
import { ok, type Result } from '../../shared/domain/base/result';
import { planOf } from '../../shared/domain/plan';
import { mergeAccount, type MergeAccount } from '../../shared/domain/review/mergeAccount';
import type { Workbook } from '../../shared/domain/workbook';
import { mergeReport, REPORT_FORMS, type ReportForm } from '../../shared/export/mergeReport/mergeReport';
import type { GoliveFile } from '../../shared/sync/goliveFile';
import { withoutScenario } from '../../shared/sync/scenarioFile';
import { holds } from '../core/checkpoint';
import { momentOption, readWords, usage, workbookTarget } from './arguments';
import { runExport } from '../core/runExport';
import { dateOfMoment, done, failed, type Outcome } from './outcome';
import { isSameFile, writeTogether } from './outputFile';
import { paintPaper } from './paintPages';
import { bytesOfState, newReplica, readWorkbookFile } from './workbookFile';

export async function mergeCommand(args: readonly string[]): Promise<Outcome> {
  const grammar = { options: ['output', 'report', 'moment'], flags: [], files: { min: 1, max: 1000 } };
  const words = readWords(args, grammar);
  if (!words.ok) return failed(words.error);
  const output = workbookTarget(words.value);
  if (!output.ok) return failed(output.error);
  const moment = momentOption(words.value);
  if (!moment.ok) return failed(moment.error);
  const reportPath = words.value.options['report'];
  const form = reportPath === undefined ? undefined : formOf(reportPath);
  if (reportPath !== undefined && form === undefined) {
    return failed(usage('--report takes a name that ends in .html, .pdf, .xlsx, .json or .txt.'));
  }

  for (const file of reportPath === undefined ? [] : [output.value, ...words.value.files]) {
    if (await isSameFile(reportPath ?? '', file))
      return failed(usage('The report and the workbooks need names of their own.'));
  }

  const files: GoliveFile[] = [];
  const copies: { name: string; state: Uint8Array }[] = [];
  for (const named of words.value.files) {
    const file = await readWorkbookFile(named);
    if (!file.ok) return failed(file.error);
    files.push(file.value);
    copies.push({ name: nameAmong(words.value.files, named), state: file.value.state });
  }
  const merged = mergeWorkbooks(copies);
  if (!merged.ok) return failed(merged.error);
  const document = WorkbookDocument.open(merged.value, newReplica(moment.value));
  const report = form === undefined ? undefined : await reportOf({ document, copies }, form, moment.value);
  if (report !== undefined && !report.ok) return failed(report.error, 'Nothing was merged.');
  const outputs = [
    {
      path: output.value,
      bytes: bytesOfState(merged.value, moment.value, unknownPartsOf(files)),
      verify: holds(merged.value, output.value),
    },
    ...(reportPath === undefined || report === undefined ? [] : [{ path: reportPath, bytes: report.value }]),
  ];
  const written = await writeTogether(outputs);
  return written.ok
    ? done(undefined, [mergedText(document.workbook())])
    : failed(written.error, 'Nothing was merged.');
}

interface Merged {
  readonly document: WorkbookDocument;
  readonly copies: readonly Copy[];
}

async function reportOf(
  { document, copies }: Merged,
  form: ReportForm,
  moment: number,
): Promise<Result<Uint8Array, Problem>> {
  const time = { today: dateOfMoment(moment), now: new Date(moment).toISOString(), appVersion: version };
  const merges = accountsOf({ document, copies }, moment, time.today);
  if (form === 'xlsx' || form === 'pdf') {
    // Excel files are written by a library that only the worker has.
    const workerFile = path.join(__dirname, 'exportWorker.js');
    const job = { states: [document.encodeState()], wish: { format: form, merges }, time };
    const made = await runExport(job, { workerFile, name: `the report as ${form}` });
    if (!made.ok) return made;
    if (made.value.kind === 'file') return ok(made.value.bytes);
    if (made.value.kind === 'paper') return paintPaper(made.value);
  }
  const source = { workbook: document.workbook(), merges, writerOf: document.writerOf.bind(document) };
  const text = mergeReport(source, form === 'txt' || form === 'json' ? form : 'html', time);
  return ok(new TextEncoder().encode(text));
}

/** Of every copy, what it did not have: the same in whatever order they are named. */
function accountsOf({ document, copies }: Merged, moment: number, today: CalendarDate): MergeAccount[] {
  const byName = new Map(copies.map((copy) => [copy.name, copy]));
  const state = document.encodeState();
  return [...byName.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, state: own }) => {
      const copy = WorkbookDocument.open(own, newReplica(moment));
      const before = copy.workbook();
      copy.merge(state);
      const plans = { before: planOf(before, today), after: planOf(copy.workbook(), today) };
      const from = [...byName.keys()].filter((other) => other !== name);
      return mergeAccount({ into: name, from }, { ...plans, changes: copy.changesSince(before) });
    });
}

/** What tells a file from the others: its name, or its path where two folders hold one of that name. */
function nameAmong(files: readonly string[], file: string): string {
  const name = basename(file);
  const isShared = files.some((other) => other !== file && basename(other) === name);
  return isShared ? file : name;
}

export function mergedText({ conflicts }: Workbook): string {
  if (conflicts.length === 0) return 'Merged; nobody wrote the same field apart.';
  const decided = conflicts.filter(({ cause }) => cause === 'contradictory').length;
  const written = conflicts.length - decided;
  const parts = [
    written > 0 && `${String(written)} ${written === 1 ? 'field was' : 'fields were'} written apart`,
    decided > 0 && `${String(decided)} ${decided === 1 ? 'matter was' : 'matters were'} decided both ways`,
  ].filter((part) => part !== false);
  return `Merged; ${parts.join(', ')}. Everything written is kept.`;
}

function formOf(file: string): ReportForm | undefined {
  return REPORT_FORMS.find((form) => `.${form}` === extname(file).toLowerCase());
}

/** What this version does not know of the files stays in the merged one: of each kind, one. */
export function unknownPartsOf(files: readonly GoliveFile[]): GoliveFile | undefined {
  const [first] = files;
  if (first === undefined) return undefined;
  const sections = new Map(
    files.flatMap((file) => file.otherSections).map((section) => [section.entry.name, section]),
  );
  const newest = files.reduce((a, b) => (b.format > a.format ? b : a), first);
  const joined = { ...newest, otherSections: [...sections.values()] };
  // A what-if that is joined with its plan becomes part of the plan.
  return files.every(({ workbook }) => workbook === first.workbook) ? joined : withoutScenario(joined);
}
