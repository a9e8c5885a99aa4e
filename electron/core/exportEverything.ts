/**
 * Everything on this computer in one folder: each workbook as the file this app reads, and in forms that any browser,
 * spreadsheet or script reads without it.
 */
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { EverythingExported, ExportedWorkbook } from '../../shared/ipc/everything';
import { EXPORTS, type ExportKind } from '../../shared/ipc/exportKinds';
import type { ExportedContent } from '../../shared/ipc/exportedContent';
import { summaryName, type PlanSummary } from '../../shared/ipc/planSummary';
import { writeFileAtomically } from './atomicFile';
import { safeName } from './backups';
import { isFolder, namesIn } from './folders';
import { isDiskFull, writingProblem } from './systemProblem';

export interface EverythingSetting {
  readonly plans: readonly PlanSummary[];
  /** A workbook as a `.golive` file. */
  readonly read: (workbook: string) => Promise<Result<Uint8Array, Problem>>;
  readonly exportAs: (workbook: string, kind: ExportKind) => Promise<Result<ExportedContent, Problem>>;
  readonly now: Date;
  /** Called with the share that is done, 0 to 1. */
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

const FORMS: readonly { readonly kind: ExportKind; readonly ending: string }[] = [
  { kind: 'report', ending: ' report.html' },
  { kind: 'budget', ending: ' budget.xlsx' },
  { kind: 'json', ending: '.json' },
];

/**
 * Makes a folder of its own within the chosen one, so that nothing that is there is written over. It has its final name
 * when everything is in it; what is cancelled goes away whole. One form that fails keeps no other from being written.
 */
export async function exportEverything(
  chosen: string,
  setting: EverythingSetting,
): Promise<Result<EverythingExported, Problem>> {
  if (!(await isFolder(chosen))) return err(problem('file/notFound', { name: path.basename(chosen) }));
  const unfinished = await makeFolder(chosen, setting.now);
  if (!unfinished.ok) return unfinished;
  const workbooks = await writeAll(unfinished.value, setting);
  if (!workbooks.ok) {
    await rm(unfinished.value, { recursive: true, force: true });
    return workbooks;
  }
  const folder = unfinished.value.slice(0, -UNFINISHED.length);
  try {
    await rename(unfinished.value, folder);
    return ok({ folder, workbooks: workbooks.value });
  } catch (error) {
    return err(writingProblem(error, folder));
  }
}

const UNFINISHED = ' (not finished)';

async function makeFolder(chosen: string, now: Date): Promise<Result<string, Problem>> {
  const two = (count: number): string => String(count).padStart(2, '0');
  const day = `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  try {
    const taken = await namesIn(chosen);
    for (let copy = 1; ; copy++) {
      const name = `Golive Workbook ${day}${copy === 1 ? '' : ` (${String(copy)})`}`;
      if (taken.includes(name) || taken.includes(`${name}${UNFINISHED}`)) continue;
      const folder = path.join(chosen, `${name}${UNFINISHED}`);
      await mkdir(folder);
      return ok(folder);
    }
  } catch (error) {
    return err(writingProblem(error, path.join(chosen, 'Golive Workbook')));
  }
}

interface Draft {
  readonly workbook: string;
  readonly name: string;
  /** What the names of its files begin with. */
  readonly base: string;
  /** Nothing can be made of a workbook that could not be read. */
  readonly isRead: boolean;
  readonly files: string[];
  readonly problems: Problem[];
}

/** The files of the app come first, because everything else can be made from them. */
async function writeAll(
  folder: string,
  setting: EverythingSetting,
): Promise<Result<readonly ExportedWorkbook[], Problem>> {
  const { plans, signal, onProgress } = setting;
  const cancelled = err(problem('job/cancelled', {}));
  const steps = plans.length * (1 + FORMS.length);
  let done = 0;
  const write = async (draft: Draft, ending: string, bytes: Uint8Array): Promise<void> => {
    const file = `${draft.base}${ending}`;
    const written = await writeFileAtomically(path.join(folder, file), bytes);
    if (written.ok) draft.files.push(file);
    else draft.problems.push(written.error);
  };
  const drafts: Draft[] = [];
  for (const { id, ...plan } of plans) {
    if (signal.aborted) return cancelled;
    const name = summaryName(plan);
    const read = await setting.read(id);
    const draft: Draft = {
      ...{ workbook: id, name, base: freeBase(safeName(name), drafts), isRead: read.ok },
      ...{ files: [], problems: read.ok ? [] : [read.error] },
    };
    drafts.push(draft);
    if (read.ok) await write(draft, '.golive', read.value);
    onProgress(++done / steps);
    const full = draft.problems.find(isDiskFull);
    if (full !== undefined) return err(full);
  }
  for (const draft of drafts) {
    for (const { kind, ending } of FORMS) {
      if (signal.aborted) return cancelled;
      const made = draft.isRead ? await formOf(draft, kind, setting) : undefined;
      if (made?.ok === false) draft.problems.push(made.error);
      else if (made?.value.kind === 'file') await write(draft, ending, made.value.bytes);
      onProgress(++done / steps);
    }
  }
  if (signal.aborted) return cancelled;
  return ok(drafts.map(({ name, files, problems }) => ({ name, files, problems })));
}

/** What one form fails at, a bug of its own included, must not keep the others from being written. */
async function formOf(
  { workbook, base }: Draft,
  kind: ExportKind,
  { exportAs }: EverythingSetting,
): Promise<Result<ExportedContent, Problem>> {
  try {
    return await exportAs(workbook, kind);
  } catch {
    const reason = `the app could not make the ${EXPORTS[kind].title} of this plan`;
    return err(problem('file/unwritable', { name: base, reason }));
  }
}

/** Two workbooks may have one name; upper and lower case are one to some file systems. */
function freeBase(wanted: string, taken: readonly { readonly base: string }[]): string {
  const used = new Set(taken.map(({ base }) => base.toLowerCase()));
  for (let copy = 1; ; copy++) {
    const base = copy === 1 ? wanted : `${wanted} (${String(copy)})`;
    if (!used.has(base.toLowerCase())) return base;
  }
}
