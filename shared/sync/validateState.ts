/**
 * The gate before every document: what comes from a file, a peer or a damaged disk is looked at in full before it may
 * touch a plan. Yjs accepts nearly anything and half applies the rest, so nothing is left to its decoder.
 */
import * as Y from 'yjs';
import { applyState } from '../document/stateDecoder';
import { problem, type Problem } from '../domain/base/problem';
import { err, ok, type Result } from '../domain/base/result';
import { isRefusal, outlineUpdate, type Refusal, type UpdateOutline } from './updateOutline';

/**
 * Whether the bytes are one whole document: a Yjs V1 update in which every writer's edits begin at zero and go on
 * without a gap, made only of what workbooks are made of, and which Yjs takes in without a rest.
 * @param name what the bytes are called, for the words of a problem
 */
export function validateState(state: Uint8Array, name: string): Result<UpdateOutline, Problem> {
  // A copy of its own, because lib0 lets a wrong length read on into the bytes around a view.
  const own = state.slice();
  const outline = outlineUpdate(own, 'refused');
  if (isRefusal(outline)) return refused(name, outline);
  const refusal = incomplete(outline) ?? trial(own, outline);
  return refusal === undefined ? ok(outline) : refused(name, refusal);
}

/**
 * Whether the bytes are an edit that may be kept: like a whole document, but it may begin where others left off, and
 * what it refers to need not be in it: when two stores of one computer are joined, one may have lost a part.
 */
export function validateUpdate(update: Uint8Array, name: string): Result<UpdateOutline, Problem> {
  const own = update.slice();
  const outline = outlineUpdate(own, 'allowed');
  if (isRefusal(outline)) return refused(name, outline);
  try {
    Y.decodeUpdate(own);
  } catch {
    return refused(name, { kind: 'damaged', what: 'its edits cannot be read' });
  }
  return ok(outline);
}

function incomplete({ clients, deleted }: UpdateOutline): Refusal | undefined {
  for (const { from } of clients.values()) {
    if (from !== 0) return { kind: 'damaged', what: 'a part of its history is missing' };
  }
  for (const [client, ranges] of deleted) {
    const known = clients.get(client)?.to ?? 0;
    if (ranges.some(({ to }) => to > known))
      return { kind: 'hostile', what: 'deletions of what it never held' };
  }
  return undefined;
}

/** Loads the state into a document nobody keeps. */
function trial(state: Uint8Array, { clients, hasFormats }: UpdateOutline): Refusal | undefined {
  const doc = new Y.Doc();
  try {
    applyState(doc, state);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      return { kind: 'hostile', what: 'edits that rest on nothing' };
    }
    const loaded = Y.decodeStateVector(Y.encodeStateVector(doc));
    const isWhole = [...clients].every(([client, { to }]) => (loaded.get(client) ?? 0) === to);
    if (!isWhole) return { kind: 'damaged', what: 'a part of its history is missing' };
    if (hasFormats && !formatsAreInTexts(doc))
      return { kind: 'hostile', what: 'formatting outside of a text' };
    return undefined;
  } catch {
    return { kind: 'damaged', what: 'its edits do not fit together' };
  } finally {
    doc.destroy();
  }
}

function formatsAreInTexts(doc: Y.Doc): boolean {
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentFormat)) continue;
      if (!(struct.parent instanceof Y.Text)) return false;
    }
  }
  return true;
}

function refused(name: string, { kind, what }: Refusal) {
  return err(
    kind === 'damaged' ? problem('file/damaged', { name, what }) : problem('file/hostile', { name, what }),
  );
}
