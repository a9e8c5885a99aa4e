/** The folders of a plan and the numbered files in them. */
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { syncFolder, UNFINISHED, writeFileAtomically } from './atomicFile';
import { codeOf, writingProblem } from './systemProblem';

export interface PlanFolders {
  readonly plan: string;
  readonly journal: string;
  readonly checkpoints: string;
  readonly history: string;
  readonly backups: string;
}

export function foldersOf(plan: string): PlanFolders {
  return {
    plan,
    journal: path.join(plan, 'wal'),
    checkpoints: path.join(plan, 'ckpt'),
    history: path.join(plan, 'hist'),
    backups: path.join(plan, 'backup'),
  };
}

/** Creates what is missing, durably, and removes what an interrupted write left behind. */
export async function prepareFolders(folders: PlanFolders): Promise<Result<void, Problem>> {
  try {
    for (const folder of Object.values(folders) as string[]) {
      await mkdir(folder, { recursive: true });
      for (const name of await readdir(folder)) {
        if (UNFINISHED.test(name)) await unlink(path.join(folder, name));
      }
    }
    await syncFolder(folders.plan);
    await syncFolder(path.dirname(folders.plan));
    return ok(undefined);
  } catch (error) {
    return err(writingProblem(error, folders.plan));
  }
}

export async function isFolder(folder: string): Promise<boolean> {
  const present = await stat(folder).catch(() => undefined);
  return present?.isDirectory() === true;
}

export interface NumberedFile {
  readonly number: number;
  readonly file: string;
}

export function numberedName(number: number, extension: string): string {
  return `${String(number).padStart(8, '0')}.${extension}`;
}

/** The files `00000001.<extension>` of a folder in order; a folder that is not there has none. */
export async function numberedFiles(folder: string, extension: string): Promise<readonly NumberedFile[]> {
  const pattern = new RegExp(`^(\\d{8})\\.${extension}$`);
  return (await namesIn(folder))
    .map((name) => ({ number: Number(pattern.exec(name)?.[1] ?? 0), file: path.join(folder, name) }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => a.number - b.number);
}

/** One more than any number ever used in the folder, damaged files included, so that no name is used twice. */
export async function nextNumber(folder: string): Promise<number> {
  const numbers = (await namesIn(folder)).map((name) => Number(/^(\d{8})\./.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers) + 1;
}

export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

export async function removeFiles(folder: string, files: readonly NumberedFile[]): Promise<void> {
  for (const { file } of files) await unlink(file);
  if (files.length > 0) await syncFolder(folder);
}

/**
 * Puts a damaged file aside under a name of its own, keeping every byte.
 * @param good what takes its place; nothing does when it is left out
 * @returns whether it worked; a full or read-only disk leaves the file where it is
 */
export async function quarantine(file: string, bytes: Uint8Array, good?: Uint8Array): Promise<boolean> {
  const aside = await freeName(`${file}.damaged`);
  try {
    if (good === undefined) {
      await rename(file, aside);
      await syncFolder(path.dirname(file));
      return true;
    }
    const copied = await writeFileAtomically(aside, bytes);
    return copied.ok && (await writeFileAtomically(file, good)).ok;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}

async function freeName(wanted: string): Promise<string> {
  const taken = new Set(await namesIn(path.dirname(wanted)));
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? wanted : `${wanted}-${copy}`;
    if (!taken.has(path.basename(name))) return name;
  }
}

/** Cuts a file to a length, durably. */
export async function truncateFile(file: string, length: number): Promise<boolean> {
  try {
    const handle = await open(file, 'r+');
    try {
      await handle.truncate(length);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}
