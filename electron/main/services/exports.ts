/** Saving the plan as something others can use. The core makes the content; pictures and paper are made here. */
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { problem, type Problem } from '../../../shared/domain/base/problem';
import { err, ok, type Result } from '../../../shared/domain/base/result';
import type { SavedFile } from '../../../shared/ipc/contract';
import { definitionOf } from '../../../shared/domain/registers/all';
import type { EverythingExported } from '../../../shared/ipc/everything';
import { EXPORTS, type ExportChoice, type ExportKind } from '../../../shared/ipc/exportKinds';
import type { CoreProcess, JobOptions } from '../coreProcess';
import { tell } from '../ipc';
import { askForFolder, askWhereToSave } from './files';
import { pageOf, renderPaper, renderPdf, renderPng } from './render';

export interface ExportRequest extends ExportChoice {
  readonly workbook: string;
}

/**
 * Makes the content of an export and writes it; what is not in it is in the note. When it is canceled nothing is left at
 * the target that was not there.
 * @param target an absolute path from a dialog or the command line
 */
export async function writeExport(
  core: CoreProcess,
  request: ExportRequest,
  target: string,
  options: JobOptions = {},
): Promise<Result<{ readonly note?: string }, Problem>> {
  const { workbook, ...what } = request;
  const made = await core.ask({ kind: 'export', workbook, what }, options);
  if (!made.ok) return made;
  const content = made.value;
  try {
    const bytes =
      content.kind === 'file'
        ? content.bytes
        : content.kind === 'paper'
          ? await renderPaper(content)
          : await paint(request.kind, content.svgs);
    const written = await core.ask({ kind: 'writeFile', target, bytes }, options);
    if (!written.ok) return written;
    return ok(content.kind === 'file' && content.note !== undefined ? { note: content.note } : {});
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(problem('file/unwritable', { name: path.basename(target), reason }));
  }
}

/** A drawing as it is, or painted. @throws what the browser engine says when it cannot paint the pages */
async function paint(kind: ExportKind, svgs: readonly string[]): Promise<Uint8Array> {
  const { extension } = EXPORTS[kind];
  if (extension === 'svg') return new TextEncoder().encode(svgs[0] ?? '');
  const pages = svgs.map(pageOf);
  const [first] = pages;
  if (extension === 'pdf' || first === undefined) return renderPdf(pages);
  return renderPng(first);
}

/** What a file of this form is of, as a word in its name. */
function subjectOf({ kind, shown }: ExportRequest): string {
  if (shown !== undefined) return definitionOf(shown.register).title.toLowerCase();
  return kind.split('-')[0] ?? kind;
}

/** Running exports, by the number the window gave them. */
export class ExportJobs {
  private readonly running = new Map<string, AbortController>();
  private lastEverything: string | undefined;

  constructor(private readonly core: CoreProcess) {}

  async save(
    request: ExportRequest & { job: string },
    planName: string,
    window: BrowserWindow,
  ): Promise<Result<SavedFile, Problem>> {
    const { job, ...choice } = request;
    const { extension, title } = EXPORTS[request.kind];
    const name = `${planName} ${subjectOf(request)}`;
    const target = await askWhereToSave(window, { title, name, extension });
    if (target === undefined) return ok({ name: null });
    const control = new AbortController();
    this.running.set(job, control);
    const onProgress = (done: number): void => {
      tell(window, 'exports.progress', { job, done });
    };
    onProgress(0);
    const written = await writeExport(this.core, choice, target, { onProgress, signal: control.signal });
    this.running.delete(job);
    return written.ok ? ok({ name: path.basename(target), ...written.value }) : written;
  }

  /** Writes every workbook into a new folder in the one the person chooses. */
  async everything(job: string, window: BrowserWindow): Promise<Result<EverythingExported | null, Problem>> {
    const title = 'Export everything: choose where the new folder goes';
    const folder = await askForFolder(window, { title, buttonLabel: 'Export here' });
    if (folder === undefined) return ok(null);
    const control = new AbortController();
    this.running.set(job, control);
    const onProgress = (done: number): void => {
      tell(window, 'exports.progress', { job, done });
    };
    onProgress(0);
    const exported = await this.core.ask(
      { kind: 'exportEverything', folder },
      { onProgress, signal: control.signal },
    );
    this.running.delete(job);
    if (exported.ok) this.lastEverything = exported.value.folder;
    return exported;
  }

  /** The folder that "everything" was last exported to. */
  get everythingFolder(): string | undefined {
    return this.lastEverything;
  }

  cancel(job: string): void {
    this.running.get(job)?.abort();
  }
}
