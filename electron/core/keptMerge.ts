/**
 * What the last merge brought, kept beside the plan, so that its report can be written and the merge be taken back
 * another day too: the account of it, and the plan as it was right after. The plan before it is in the backup.
 */
import path from 'node:path';
import { isCount, isJsonObject } from '../../shared/domain/base/json';
import { parseMergeAccount, type MergeAccount } from '../../shared/domain/review/mergeAccount';
import type { KeptMerge } from '../../shared/ipc/keptMerge';
import { bytesOfText, jsonOfBytes } from '../../shared/sync/bytes';
import { openForeignFile } from '../../shared/sync/foreignFile';
import { encodeGoliveFile, type GoliveContent } from '../../shared/sync/goliveFile';
import { readBytes, removeIfThere, writeFileAtomically } from './atomicFile';
import { listBackups, readBackup } from './backups';
import type { PlanFolders } from './folders';
import { nodeCodec } from './nodeCodec';

export interface MergeDone {
  readonly account: MergeAccount;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Nothing of the plan depends on it: where it cannot be written, a later report says only what waits.
 * @param after the plan right after the merge
 */
export async function keepMerge(
  planFolder: string,
  done: MergeDone | null,
  after: GoliveContent,
): Promise<void> {
  // Never one merge's account beside another's outcome.
  await removeIfThere(stateFileOf(planFolder));
  const value = done === null ? null : { ...done.account, at: done.at };
  await writeFileAtomically(fileOf(planFolder), bytesOfText(JSON.stringify(value)));
  if (done !== null) await writeFileAtomically(stateFileOf(planFolder), encodeGoliveFile(after, nodeCodec));
}

/** Undefined when nothing was merged, or it was taken back. */
export async function keptMerge(planFolder: string): Promise<MergeAccount | undefined> {
  return (await readKept(planFolder))?.account;
}

/** The same with the plan before and after it, as far as both are still there. */
export async function keptMergeStates({ plan, backups }: PlanFolders): Promise<KeptMerge | null> {
  const kept = await readKept(plan);
  if (kept === undefined) return null;
  const { account, at } = kept;
  // An older version kept the account alone: a state beside it is of a merge before.
  if (at === null) return { account, at, before: null, after: null };
  const before = (await listBackups(backups)).find(
    ({ reason, created }) => reason === 'before-merge' && created <= at,
  );
  const [was, is] = [
    before === undefined ? undefined : await readBackup(backups, before.backup),
    await readBytes(stateFileOf(plan)),
  ];
  return {
    ...{ account, at },
    before: was?.ok === true ? stateIn(was.value, 'before') : null,
    after: is.ok ? stateIn(is.value, 'after') : null,
  };
}

async function readKept(planFolder: string): Promise<Pick<KeptMerge, 'account' | 'at'> | undefined> {
  const bytes = await readBytes(fileOf(planFolder));
  const value = bytes.ok ? jsonOfBytes(bytes.value) : undefined;
  const account = parseMergeAccount(value);
  const at = isJsonObject(value) && isCount(value['at']) ? value['at'] : null;
  return account === undefined ? undefined : { account, at };
}

function stateIn(bytes: Uint8Array, name: string): Uint8Array | null {
  const file = openForeignFile(bytes, name, nodeCodec);
  return file.ok ? file.value.state : null;
}

function fileOf(planFolder: string): string {
  return path.join(planFolder, 'merge.json');
}

function stateFileOf(planFolder: string): string {
  return path.join(planFolder, 'merge.golive');
}
