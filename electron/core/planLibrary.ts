/** All workbooks kept on this computer: which there are, and how one comes in from a file. */
import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isRecordId, uuidFromBytes } from '../../shared/domain/base/ids';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { PlanSummary } from '../../shared/ipc/planSummary';
import { openForeignFile, openWorkbookFile } from '../../shared/sync/foreignFile';
import type { GoliveContent } from '../../shared/sync/goliveFile';
import { asRestored, restoredIn } from '../../shared/sync/restoredFile';
import { asScenario, baseIn, withoutScenario } from '../../shared/sync/scenarioFile';
import { syncFolder } from './atomicFile';
import { listBackups } from './backups';
import { peekFile, writeCheckpoint } from './checkpoint';
import type { DocumentReader } from './documentReader';
import { foldersOf, namesIn, numberedFiles, prepareFolders, type PlanFolders } from './folders';
import { nodeCodec } from './nodeCodec';
import { fileContent, recoverPlan } from './planRecovery';
import { scenarioFacts, unmarkedScenario } from './scenarios';
import { writingProblem } from './systemProblem';

export interface Library {
  /** Holds one folder per workbook, named by its id. */
  readonly folder: string;
  readonly reader: DocumentReader;
  readonly now: () => Date;
}

/** @throws when the id is none: nothing but an id may become a part of a path */
export function planFolder(library: Library, workbook: string): string {
  if (!isRecordId(workbook)) throw new Error('A workbook is named by its id');
  return path.join(library.folder, workbook);
}

/** The workbooks, last changed first. Damaged ones are listed too: opening one restores it. */
export async function listPlans(library: Library): Promise<readonly PlanSummary[]> {
  const ids = (await namesIn(library.folder)).filter(isRecordId);
  const summaries = await Promise.all(ids.map((id) => summaryOf(library, id)));
  return summaries.filter((summary) => summary !== undefined).sort((a, b) => b.modified - a.modified);
}

async function summaryOf(library: Library, id: string): Promise<PlanSummary | undefined> {
  const folders = foldersOf(planFolder(library, id));
  const checkpoint = (await numberedFiles(folders.checkpoints, 'ckpt')).at(-1);
  const journal = (await numberedFiles(folders.journal, 'wal')).at(-1);
  if (checkpoint === undefined && journal === undefined) return summaryOfBackup(folders, id);
  const modified = Math.max(await modifiedAt(checkpoint?.file), await modifiedAt(journal?.file));
  const header = checkpoint === undefined ? undefined : await peekFile(checkpoint.file);
  if (header !== undefined) {
    const scenario = await scenarioFacts(folders.plan, header.others);
    const restored = restoredIn(header.others);
    return { id, name: header.name, modified, records: header.records, scenario, restored };
  }
  const { state, carried } = await recoverPlan(folders, id, library.reader, false);
  const { name, records, workbook } = library.reader.factsOf(state);
  const isUnmarked = carried === undefined && isRecordId(workbook) && workbook !== id;
  const scenario = isUnmarked
    ? await unmarkedScenario(folders.plan, workbook)
    : await scenarioFacts(folders.plan, carried?.otherMembers ?? {});
  return { id, name, modified, records, scenario, restored: restoredIn(carried?.otherMembers ?? {}) };
}

/** Of a plan of which nothing else is whole: opening it brings it back, from here or from the fast copy. */
async function summaryOfBackup({ plan, backups }: PlanFolders, id: string): Promise<PlanSummary | undefined> {
  const [newest] = await listBackups(backups);
  if (newest === undefined) return undefined;
  const header = await peekFile(path.join(backups, newest.backup));
  const scenario = await scenarioFacts(plan, header?.others ?? {});
  const restored = restoredIn(header?.others ?? {});
  const { created: modified, records } = newest;
  return { id, name: header?.name ?? '', modified, records, scenario, restored };
}

async function modifiedAt(file: string | undefined): Promise<number> {
  if (file === undefined) return 0;
  const present = await stat(file).catch(() => undefined);
  return present === undefined ? 0 : Math.round(present.mtimeMs);
}

/** The current content of a workbook nobody has open; nothing in its folder is changed. */
export async function contentOfPlan(
  library: Library,
  workbook: string,
): Promise<Result<GoliveContent, Problem>> {
  const { reader } = library;
  const folders = foldersOf(planFolder(library, workbook));
  const { state, carried, isNew } = await recoverPlan(folders, workbook, reader, false);
  if (isNew) return err(problem('file/notFound', { name: workbook }));
  return ok(fileContent(workbook, state, carried, library.now(), reader));
}

/** Takes in a workbook from a file. One that is here already is left alone: joining the two is for people to review. */
export async function createFromFile(
  library: Library,
  bytes: Uint8Array,
  name: string,
): Promise<Result<{ workbook: string; existed: boolean }, Problem>> {
  const file = openWorkbookFile(bytes, name, nodeCodec);
  if (!file.ok) return file;
  const base = baseIn(file.value, nodeCodec);
  if (!base.ok) return base;
  const { workbook } = file.value;
  if ((await namesIn(library.folder)).includes(workbook)) return ok({ workbook, existed: true });
  const created = await createPlan(library, workbook, file.value);
  return created.ok ? ok({ workbook, existed: false }) : created;
}

/** Takes in the content of a file as a workbook of its own, which will not merge with the one it was copied from. */
export async function restoreAsNew(
  library: Library,
  bytes: Uint8Array,
  name: string,
): Promise<Result<{ workbook: string }, Problem>> {
  const file = openForeignFile(bytes, name, nodeCodec);
  if (!file.ok) return file;
  const workbook = uuidFromBytes(randomBytes(16));
  const state = library.reader.stateAsNewWorkbook(file.value.state, workbook);
  const from = { at: file.value.created, plan: file.value.workbook };
  const content = { ...asRestored(withoutScenario(file.value), from), workbook, state };
  const created = await createPlan(library, workbook, content);
  return created.ok ? ok({ workbook }) : created;
}

/** Makes a copy of a plan to try something in, which goes on from the plan’s document and can be merged into it. */
export async function makeScenario(
  library: Library,
  plan: GoliveContent,
  name: string,
): Promise<Result<{ workbook: string }, Problem>> {
  const workbook = uuidFromBytes(randomBytes(16));
  const made = library.now().getTime();
  const created = await createPlan(library, workbook, asScenario(plan, { workbook, name, made }, nodeCodec));
  return created.ok ? ok({ workbook }) : created;
}

/** Prepared under another name, so that a folder with the name of a workbook always holds one. */
async function createPlan(
  library: Library,
  workbook: string,
  file: GoliveContent,
): Promise<Result<void, Problem>> {
  const final = planFolder(library, workbook);
  const unfinished = path.join(library.folder, `.new-${randomBytes(8).toString('hex')}`);
  try {
    await mkdir(library.folder, { recursive: true });
    const folders = foldersOf(unfinished);
    const prepared = await prepareFolders(folders);
    const written = prepared.ok ? await writeCheckpoint(folders.checkpoints, 1, file) : prepared;
    if (!written.ok) {
      await rm(unfinished, { recursive: true, force: true });
      return written;
    }
    await rename(unfinished, final);
    await syncFolder(library.folder);
    return ok(undefined);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    return err(writingProblem(error, final));
  }
}
