/**
 * Edits that rest on others which are missing: Yjs keeps them aside, unseen, until the others come. A store keeps them
 * for that day; a file for someone else leaves them out, for a whole document has no gaps.
 */
import * as Y from 'yjs';
import { documentOf } from '../document/stateDecoder';
import { clocksOfWhole } from './holdings';

/** The same document without what is kept aside. */
export function withoutParkedEdits(state: Uint8Array): Uint8Array {
  if (clocksOfWhole(state) !== undefined) return state;
  const doc = documentOf(state);
  const { store } = doc;
  if (store.pendingStructs === null && store.pendingDs === null) return state;
  store.pendingStructs = null;
  store.pendingDs = null;
  return Y.encodeStateAsUpdate(doc);
}
