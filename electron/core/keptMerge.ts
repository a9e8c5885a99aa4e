/** What the last merge brought, kept beside the plan, so that its report can be written another day too. */
import path from 'node:path';
import { parseMergeAccount, type MergeAccount } from '../../shared/domain/review/mergeAccount';
import { bytesOfText, jsonOfBytes } from '../../shared/sync/bytes';
import { readBytes, writeFileAtomically } from './atomicFile';

/** Nothing of the plan depends on it: where it cannot be written, a later report says only what waits. */
export async function keepMerge(planFolder: string, account: MergeAccount | null): Promise<void> {
  await writeFileAtomically(fileOf(planFolder), bytesOfText(JSON.stringify(account)));
}

/** Undefined when nothing was merged, or it was taken back. */
export async function keptMerge(planFolder: string): Promise<MergeAccount | undefined> {
  const bytes = await readBytes(fileOf(planFolder));
  return bytes.ok ? parseMergeAccount(jsonOfBytes(bytes.value)) : undefined;
}

function fileOf(planFolder: string): string {
  return path.join(planFolder, 'merge.json');
}
