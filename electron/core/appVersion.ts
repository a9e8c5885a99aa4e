/** Which version of the app had a plan open last, so that another one backs it up before it touches it. */
import path from 'node:path';
import { isJsonObject } from '../../shared/domain/base/json';
import { bytesOfText, jsonOfBytes } from '../../shared/sync/bytes';
import { readBytes, writeFileAtomically } from './atomicFile';

/** Undefined for a plan that is new or that nobody has opened since this is noted. */
export async function lastVersionOf(planFolder: string): Promise<string | undefined> {
  const bytes = await readBytes(noteFile(planFolder));
  const value = bytes.ok ? jsonOfBytes(bytes.value) : undefined;
  return isJsonObject(value) && typeof value['version'] === 'string' ? value['version'] : undefined;
}

/** Where it cannot be written, the next start backs up once more than needed. */
export async function noteVersion(planFolder: string, version: string): Promise<void> {
  await writeFileAtomically(noteFile(planFolder), bytesOfText(JSON.stringify({ version })));
}

function noteFile(planFolder: string): string {
  return path.join(planFolder, 'app.json');
}
