/**
 * Plans whose folder is gone but whose fast copy is still here: brought back at the start, so that either of the two
 * places may be lost.
 */
import { emptyDocument, stateOf } from '../../shared/document/copies';
import { factsOf } from '../../shared/document/stateFacts';
import { isRecordId } from '../../shared/domain/base/ids';
import { desktop } from './desktop';
import { DATABASE_PREFIX, openFastCopy } from './fastCopy';

/** @param known the workbooks whose folders are there. @returns the names of those that were brought back */
export async function bringBackLostPlans(
  known: readonly { readonly id: string }[],
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { name = '' } of await databases()) {
    const id = name.startsWith(DATABASE_PREFIX) ? name.slice(DATABASE_PREFIX.length) : '';
    if (!isRecordId(id) || known.some((plan) => plan.id === id)) continue;
    const found = await fastCopyOf(id);
    if (found === undefined) continue;
    const kept = await desktop.call('workbooks.create', { state: found.state });
    if (kept.ok) names.push(found.name);
  }
  return names;
}

/** The browser's databases; none where it cannot open them, as on a full disk. */
async function databases(): Promise<readonly IDBDatabaseInfo[]> {
  try {
    return await indexedDB.databases();
  } catch (error) {
    console.warn('The fast copies cannot be looked at; the folders carry the workbooks.', error);
    return [];
  }
}

/** The state a fast copy holds; undefined when it holds no workbook, or another than its name says. */
async function fastCopyOf(id: string): Promise<{ state: Uint8Array; name: string } | undefined> {
  const doc = emptyDocument();
  const fastCopy = await openFastCopy(id, doc);
  fastCopy?.load();
  await fastCopy?.close();
  const state = stateOf(doc);
  const { workbook, name } = factsOf(state);
  return workbook === id ? { state, name } : undefined;
}
