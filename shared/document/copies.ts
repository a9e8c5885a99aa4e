/** Uniting the copies of one document that this device keeps: the journal's state and the window's fast copy. */
import * as Y from 'yjs';
import { STORAGE } from './origin';
import { applyState, documentOf } from './stateDecoder';

/** A document with nothing in it yet, for the fast copy to be loaded into. */
export function emptyDocument(): Y.Doc {
  return new Y.Doc();
}

/** Everything a document holds, as a state that can be kept. */
export function stateOf(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdate(doc);
}

/** Which edits and deletions a document holds, by writer. What Yjs keeps aside until other edits come is left out. */
export function outlineOf(doc: Y.Doc): {
  readonly clients: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
  readonly deleted: ReadonlyMap<number, readonly { readonly from: number; readonly to: number }[]>;
  readonly hasGaps: boolean;
} {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  const deletions = Y.createDeleteSetFromStructStore(doc.store).clients;
  return {
    clients: new Map([...clocks].map(([client, to]) => [client, { from: 0, to }])),
    deleted: new Map(
      [...deletions].map(([client, items]) => [
        client,
        items.map(({ clock, len }) => ({ from: clock, to: clock + len })),
      ]),
    ),
    hasGaps: false,
  };
}

/** Takes what this device had kept elsewhere into a document. */
export function takeIn(doc: Y.Doc, state: Uint8Array): void {
  applyState(doc, state, STORAGE);
}

/**
 * What a document has that a state lacks, as an update; undefined when the state has it all.
 * A state vector alone would not do: it says nothing of deletions.
 */
export function newsFor(state: Uint8Array, doc: Y.Doc): Uint8Array | undefined {
  const scratch = documentOf(state);
  const before = Y.snapshot(scratch);
  const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(scratch));
  Y.applyUpdate(scratch, update);
  return Y.equalSnapshots(before, Y.snapshot(scratch)) ? undefined : update;
}
