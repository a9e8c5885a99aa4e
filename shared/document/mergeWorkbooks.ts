/** Joining copies of a workbook. The result does not depend on their order, and joining one twice changes nothing. */
import * as Y from 'yjs';
import { problem, type Problem } from '../domain/base/problem';
import { err, ok, type Result } from '../domain/base/result';
import { contentDigest } from './fingerprint';
import { rootsOf } from './layout';

export interface Copy {
  /** What the copy is called in messages: a file name. */
  readonly name: string;
  readonly state: Uint8Array;
}

/** @returns the joined state, or why the copies do not belong together. The states must have been validated. */
export function mergeWorkbooks(copies: readonly Copy[]): Result<Uint8Array, Problem> {
  const [first, ...others] = copies;
  if (first === undefined) return ok(new Uint8Array());
  const id = idOf(join([first.state]));
  for (const other of others) {
    const names = { first: first.name, second: other.name };
    if (idOf(join([other.state])) !== id) return err(problem('merge/differentWorkbooks', names));
    if (!commute(first.state, other.state)) return err(problem('merge/forked', names));
  }
  return ok(Y.encodeStateAsUpdate(join(copies.map((copy) => copy.state))));
}

/**
 * Two copies that bear the same history with different content, such as after a file was altered, join differently
 * in either order; nothing later would mend that, so it is found out first.
 */
function commute(a: Uint8Array, b: Uint8Array): boolean {
  return contentDigest(join([a, b])) === contentDigest(join([b, a]));
}

function join(states: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const state of states) Y.applyUpdate(doc, state);
  return doc;
}

function idOf(doc: Y.Doc): string {
  const id = rootsOf(doc).meta.get('id');
  return typeof id === 'string' ? id : '';
}
