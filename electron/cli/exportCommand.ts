/** `golive export`: the plan in a form that others can use. */
import path from 'node:path';
import { version } from '../../package.json';
import { planOf } from '../../shared/domain/plan';
import { isRegisterId, registerIds } from '../../shared/domain/registers/all';
import { asWhatIf } from '../../shared/domain/scenario/asWhatIf';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { FinishedExport } from '../../shared/export/exportJob';
import type { ExportTime } from '../../shared/export/exportTime';
import {
  FORMATS,
  isForPeople,
  planExport,
  VIEWS,
  type ExportWish,
  type Format,
} from '../../shared/export/planExport';
import { scenarioIn } from '../../shared/sync/scenarioFile';
import { runExport } from '../core/runExport';
import { momentOption, readWords, usage, type Words } from './arguments';
import { dateOfMoment, done, failed, type Outcome } from './outcome';
import { isSameFile, writeOutput } from './outputFile';
import { paintPages, paintPaper } from './paintPages';
import { newReplica, openWorkbook, type OpenWorkbook } from './workbookFile';

const OPTIONS = ['format', 'register', 'view', 'paper', 'moment', 'output'];

export async function exportCommand(args: readonly string[]): Promise<Outcome> {
  const words = readWords(args, { options: OPTIONS, flags: [], files: { min: 1, max: 1 } });
  if (!words.ok) return failed(words.error);
  const wish = wishOf(words.value);
  if (!wish.ok) return failed(wish.error);
  const moment = momentOption(words.value);
  if (!moment.ok) return failed(moment.error);
  const output = words.value.options['output'];
  const isText = !['xlsx', 'png', 'pdf'].includes(wish.value.format);
  if (output === undefined && !isText) return failed(usage('-o is missing.'));

  const source = words.value.files[0] ?? '';
  if (output !== undefined && (await isSameFile(source, output)))
    return failed(usage('The export would take the place of the plan itself; give it a name of its own.'));
  const opened = await openWorkbook(source, newReplica(moment.value));
  if (!opened.ok) return failed(opened.error);
  const today = dateOfMoment(moment.value);
  const time = { today, now: new Date(moment.value).toISOString(), appVersion: version };
  const made = await exportOf(opened.value, wish.value, time, path.basename(output ?? ''));
  if (!made.ok) return failed(made.error);
  const bytes = await bytesOf(made.value, wish.value.format);
  if (!bytes.ok) return failed(bytes.error);
  const messages = leftOut(made.value, wish.value.format);
  if (output === undefined || output === '-') return done(bytes.value, messages);
  const written = await writeOutput(output, bytes.value);
  return written.ok ? done(undefined, messages) : failed(written.error);
}

/** A picture file holds one page. */
function leftOut(made: FinishedExport, format: Format): string[] {
  if (made.kind !== 'pages' || made.svgs.length < 2 || format === 'pdf') return [];
  return [`Only the first of ${String(made.svgs.length)} pages is in the picture; pdf holds all of them.`];
}

function wishOf({ options }: Words): Result<ExportWish, Problem> {
  const format = FORMATS.find((known) => known === options['format']);
  if (format === undefined) return err(usage(`--format takes one of ${FORMATS.join(', ')}.`));
  const { register, paper } = options;
  // The window calls its Gantt chart the timeline.
  const view = options['view'] === 'timeline' ? 'gantt' : options['view'];
  if (register !== undefined && !isRegisterId(register)) {
    return err(usage(`--register takes one of ${registerIds.join(', ')}.`));
  }
  const knownView = VIEWS.find((known) => known === view);
  if (view !== undefined && knownView === undefined)
    return err(usage(`--view takes one of ${VIEWS.join(', ')}.`));
  const isDrawing = format === 'svg' || format === 'png' || format === 'pdf';
  if (isDrawing && (register !== undefined || knownView === 'budget')) {
    return err(usage(`${format} draws --view gantt or --view roadmap.`));
  }
  if (!isDrawing && (knownView === 'gantt' || knownView === 'roadmap')) {
    return err(usage(`--view ${knownView} is drawn as svg, png or pdf.`));
  }
  if (knownView === 'budget' && (format !== 'xlsx' || register !== undefined)) {
    return err(usage('--view budget is a workbook of its own: --format xlsx without --register.'));
  }
  if (register !== undefined && format === 'html') {
    return err(usage(`html holds the whole plan; --register ${register} goes with xlsx, csv or json.`));
  }
  if (register !== undefined && register !== 'tasks' && (format === 'ics' || format === 'xml')) {
    return err(usage(`${format} holds the tasks; --register ${register} goes with xlsx, csv or json.`));
  }
  if (paper !== undefined && !isDrawing) return err(usage('--paper goes with svg, png or pdf.'));
  const papers = ['A4', 'Letter', 'A3'] as const;
  const knownPaper = papers.find((known) => known.toLowerCase() === paper?.toLowerCase());
  if (paper !== undefined && knownPaper === undefined)
    return err(usage(`--paper takes one of ${papers.join(', ')}.`));
  return ok({
    format,
    ...(register === undefined ? {} : { register }),
    ...(knownView === undefined ? {} : { view: knownView }),
    ...(knownPaper === undefined ? {} : { paper: knownPaper }),
  });
}

/** Excel files are written by a library that only the worker has, in a thread with memory of its own. */
async function exportOf(
  { file, document }: OpenWorkbook,
  wish: ExportWish,
  time: ExportTime,
  name: string,
): Promise<Result<FinishedExport, Problem>> {
  const { format } = wish;
  const whatIf = scenarioIn(file.otherMembers)?.name;
  if (format === 'xlsx') {
    const workerFile = path.join(__dirname, 'exportWorker.js');
    return runExport({ states: [file.state], wish, time, whatIf }, { workerFile, name });
  }
  const workbook = isForPeople(format) ? asWhatIf(document.workbook(), whatIf) : document.workbook();
  const made = planExport(planOf(workbook, time.today), { ...wish, format }, time);
  return ok(made.kind === 'pages' ? made : { kind: 'file', bytes: new TextEncoder().encode(made.text) });
}

async function bytesOf(made: FinishedExport, format: Format): Promise<Result<Uint8Array, Problem>> {
  if (made.kind === 'file') return ok(made.bytes);
  if (made.kind === 'paper') return paintPaper(made);
  if (format === 'png' || format === 'pdf') return paintPages(made.svgs, format);
  return made.svgs[0] === undefined
    ? err(problem('file/empty', { name: 'the drawing' }))
    : ok(new TextEncoder().encode(made.svgs[0]));
}
