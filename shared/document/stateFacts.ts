/** What can be said of a stored state without opening it as a workbook: for journals, checkpoints and backups. */
import * as Y from 'yjs';
import { isCount } from '../domain/base/json';
import { FORMAT } from './formatRule';
import { ARCHIVED_KEY, rootsOf } from './layout';
import { readRegister, valuesUnder } from './multiValue';
import { isArchived, registerOf } from './readRecord';
import { applyState, documentOf } from './stateDecoder';

export interface StateFacts {
  /** The workbook's id; empty if the state holds none. */
  readonly workbook: string;
  /** Of the organisation the workbook belongs to. */
  readonly name: string;
  /** Records in use, archived ones left out. */
  readonly records: number;
  readonly format: number;
}

/** Of states that were loaded here. A state is never written to, so what was found of it stays true. */
const known = new WeakMap<Uint8Array, StateFacts>();

/** All of them at once, because finding out any of them takes loading the state: seconds, for the largest. */
export function factsOf(state: Uint8Array): StateFacts {
  return known.get(state) ?? noted(state, documentOf(state));
}

function noted(state: Uint8Array, doc: Y.Doc): StateFacts {
  const facts = factsIn(doc);
  known.set(state, facts);
  return facts;
}

function factsIn(doc: Y.Doc): StateFacts {
  const { meta, records } = rootsOf(doc);
  const [id, format] = [meta.get('id'), meta.get('format')];
  let name = '';
  let count = 0;
  records.forEach((entries) => {
    if (!(entries instanceof Y.Array)) return;
    if (!isArchived(readRegister(entries, ARCHIVED_KEY)[0]?.value)) count += 1;
    name = organisationName(entries.toArray()) ?? name;
  });
  return {
    workbook: typeof id === 'string' ? id : '',
    name,
    records: count,
    format: isCount(format) ? format : FORMAT,
  };
}

function organisationName(entries: readonly unknown[]): string | undefined {
  const name = registerOf(entries) === 'organisation' ? valuesUnder(entries, 'name')[0]?.value : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** One state that holds everything the given states and updates hold. */
export function mergeStates(states: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const state of states) applyState(doc, state);
  });
  const joined = Y.encodeStateAsUpdate(doc);
  // Whoever joins states mostly asks for their facts next, and here they are loaded.
  noted(joined, doc);
  return joined;
}

/** By client, how many of its operations the state holds: the clock its next one must bear. */
export function clocksOf(state: Uint8Array): ReadonlyMap<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(documentOf(state)));
}
