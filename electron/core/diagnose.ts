/** Sizes and counts of what lies on the disk, for somebody who helps from afar: nothing that names or tells a plan. */
import { stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { CoreFacts, FolderFacts, StoreFacts } from '../../shared/ipc/diagnostics';
import { listBackups } from './backups';
import { foldersOf, isFolder, namesIn } from './folders';
import { listPlans, planFolder, type Library } from './planLibrary';

/** @param asked the workbook the question is about, which is marked in the answer */
export async function diagnose(
  library: Library,
  asked: string | null,
  secondFolder: string | null,
): Promise<CoreFacts> {
  const workbooks: StoreFacts[] = [];
  for (const { id, records } of await listPlans(library)) {
    workbooks.push({ ...(await factsOf(planFolder(library, id))), records, isAsked: id === asked });
  }
  const isThere = secondFolder !== null && (await isFolder(secondFolder));
  return {
    workbooks,
    secondFolder: secondFolder === null ? 'none' : isThere ? 'there' : 'missing',
    free: await freeBytes(library.folder),
  };
}

async function factsOf(plan: string): Promise<Omit<StoreFacts, 'records' | 'isAsked'>> {
  const folders = foldersOf(plan);
  const names = [...(await namesIn(folders.journal)), ...(await namesIn(folders.checkpoints))];
  return {
    journal: await sizeOf(folders.journal),
    checkpoints: await sizeOf(folders.checkpoints),
    history: await sizeOf(folders.history),
    backups: await sizeOf(folders.backups),
    newestBackup: (await listBackups(folders.backups))[0]?.created ?? null,
    damagedFiles: names.filter((name) => name.includes('.damaged')).length,
  };
}

async function sizeOf(folder: string): Promise<FolderFacts> {
  const names = await namesIn(folder);
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(path.join(folder, name)).catch(() => undefined))?.size ?? 0),
  );
  return { files: names.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return Math.round(bavail * bsize);
  } catch {
    return null;
  }
}
