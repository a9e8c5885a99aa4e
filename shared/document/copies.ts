/** Uniting the copies of one document that this device keeps: the journal's state and the window's fast copy. */
import * as Y from 'yjs';
import { STORAGE } from './origin';

/** A document with nothing in it yet, for the fast copy to be loaded into. */
export function emptyDocument(): Y.Doc {
  return new Y.Doc();
}

/** Everything a document holds, as a state that can be kept. */
export function stateOf(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdate(doc);
}

/** Takes what this device had kept elsewhere into a document. */
export function takeIn(doc: Y.Doc, state: Uint8Array): void {
  Y.applyUpdate(doc, state, STORAGE);
}

/**
 * What a document has that a state lacks, as an update; undefined when the state has it all.
 * A state vector alone would not do: it says nothing of deletions.
 */
export function newsFor(state: Uint8Array, doc: Y.Doc): Uint8Array | undefined {
  if (holdsTheSame(state, doc)) return undefined;
  const scratch = new Y.Doc();
  Y.applyUpdate(scratch, state);
  const before = Y.snapshot(scratch);
  const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(scratch));
  Y.applyUpdate(scratch, update);
  return Y.equalSnapshots(before, Y.snapshot(scratch)) ? undefined : update;
}

/** Whether a document has exactly the operations and deletions of a state. */
export function holdsTheSame(state: Uint8Array, doc: Y.Doc): boolean {
  const vector = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state));
  const snapshot = Y.createSnapshot(Y.decodeUpdate(state).ds, vector);
  return Y.equalSnapshots(snapshot, Y.snapshot(doc));
}
