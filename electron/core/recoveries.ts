/** The list of what was found wrong with a plan and put right, kept in its folder so that it can be read later. */
import path from 'node:path';
import { parseAll } from '../../shared/domain/base/json';
import { parseRecovery, type Recovery } from '../../shared/ipc/recoveries';
import { bytesOfText, jsonOfBytes } from '../../shared/sync/bytes';
import { readBytes, writeFileAtomically } from './atomicFile';

const KEPT = 50;

/** Newest first; a list that is missing or damaged is empty, for nothing of the plan depends on it. */
export async function readRecoveries(planFolder: string): Promise<readonly Recovery[]> {
  const bytes = await readBytes(listFile(planFolder));
  return (bytes.ok ? parseAll(jsonOfBytes(bytes.value), parseRecovery) : undefined) ?? [];
}

/** Where it cannot be written, what was found was told all the same. */
export async function noteRecoveries(planFolder: string, found: readonly Recovery[]): Promise<void> {
  if (found.length === 0) return;
  const list = [...found, ...(await readRecoveries(planFolder))].slice(0, KEPT);
  await writeFileAtomically(listFile(planFolder), bytesOfText(JSON.stringify(list)));
}

function listFile(planFolder: string): string {
  return path.join(planFolder, 'recoveries.json');
}
