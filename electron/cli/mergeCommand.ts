/** `golive merge`: joins copies of one workbook, in any order, and reports every field written apart. */
import { basename, extname } from 'node:path';
import { mergeWorkbooks } from '../../shared/document/mergeWorkbooks';
import { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { Workbook } from '../../shared/domain/workbook';
import { mergeReport, REPORT_FORMS, type ReportForm } from '../../shared/export/mergeReport';
import type { GoliveFile } from '../../shared/sync/goliveFile';
import { withoutScenario } from '../../shared/sync/scenarioFile';
import { holds } from '../core/checkpoint';
import { momentOption, readWords, usage, workbookTarget } from './arguments';
import { done, failed, type Outcome } from './outcome';
import { isSameFile, writeTogether } from './outputFile';
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
    return failed(usage('--report takes a name that ends in .json, .txt or .html.'));
  }

  for (const path of reportPath === undefined ? [] : [output.value, ...words.value.files]) {
    if (await isSameFile(reportPath ?? '', path))
      return failed(usage('The report and the workbooks need names of their own.'));
  }

  const files: GoliveFile[] = [];
  const copies: { name: string; state: Uint8Array }[] = [];
  for (const path of words.value.files) {
    const file = await readWorkbookFile(path);
    if (!file.ok) return failed(file.error);
    files.push(file.value);
    copies.push({ name: nameAmong(words.value.files, path), state: file.value.state });
  }
  const merged = mergeWorkbooks(copies);
  if (!merged.ok) return failed(merged.error);
  const workbook = WorkbookDocument.open(merged.value, newReplica(moment.value)).workbook();
  const outputs = [
    {
      path: output.value,
      bytes: bytesOfState(merged.value, moment.value, unknownPartsOf(files)),
      verify: holds(merged.value, output.value),
    },
    ...(reportPath === undefined || form === undefined
      ? []
      : [{ path: reportPath, bytes: new TextEncoder().encode(mergeReport(workbook, form)) }]),
  ];
  const written = await writeTogether(outputs);
  return written.ok ? done(undefined, [mergedText(workbook)]) : failed(written.error, 'Nothing was merged.');
}

/** What tells a file from the others: its name, or its path where two folders hold one of that name. */
function nameAmong(paths: readonly string[], path: string): string {
  const name = basename(path);
  const isShared = paths.some((other) => other !== path && basename(other) === name);
  return isShared ? path : name;
}

export function mergedText({ conflicts }: Workbook): string {
  const count = conflicts.length;
  return count === 0
    ? 'Merged; nobody wrote the same field apart.'
    : `Merged; ${String(count)} ${count === 1 ? 'field was' : 'fields were'} written apart. All values are kept.`;
}

function formOf(path: string): ReportForm | undefined {
  return REPORT_FORMS.find((form) => `.${form}` === extname(path).toLowerCase());
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
