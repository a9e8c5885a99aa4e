/** Joining copies of a workbook. The result does not depend on their order, and joining one twice changes nothing. */
import type * as Y from 'yjs';
import { problem, type Problem } from '../domain/base/problem';
import { err, ok, type Result } from '../domain/base/result';
import { contentDigest } from './fingerprint';
import { rootsOf } from './layout';
import { applyState, documentOf } from './stateDecoder';
import { mergeStates } from './stateFacts';

export interface Copy {
  /** What the copy is called in messages: a file name. */
  readonly name: string;
  readonly state: Uint8Array;
}

/** @returns the joined state, or why the copies do not belong together. The states must have been validated. */
export function mergeWorkbooks(copies: readonly Copy[]): Result<Uint8Array, Problem> {
  const [first, ...others] = copies;
  if (first === undefined) return ok(new Uint8Array());
  const id = idOf(documentOf(first.state));
  let joined = first.state;
  for (const [at, other] of others.entries()) {
    const names = { first: first.name, second: other.name };
    if (idOf(documentOf(other.state)) !== id) return err(problem('merge/differentWorkbooks', names));
    if (!commute(joined, other.state)) {
      const rival = copies.slice(0, at + 1).find(({ state }) => !commute(state, other.state));
      return err(problem('merge/forked', { ...names, first: rival?.name ?? first.name }));
    }
    joined = mergeStates([joined, other.state]);
  }
  return ok(joined);
}

/**
 * Two copies that bear the same history with different content, such as after a file was altered, join differently
 * in either order; nothing later would mend that, so it is found out first.
 */
function commute(a: Uint8Array, b: Uint8Array): boolean {
  return contentDigest(join(a, b)) === contentDigest(join(b, a));
}

function join(first: Uint8Array, second: Uint8Array): Y.Doc {
  const doc = documentOf(first);
  applyState(doc, second);
  return doc;
}

function idOf(doc: Y.Doc): string {
  const id = rootsOf(doc).meta.get('id');
  return typeof id === 'string' ? id : '';
}
