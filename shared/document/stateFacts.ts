/** What can be said of a stored state without opening it as a workbook: for journals, checkpoints and backups. */
import * as Y from 'yjs';
import { contentDigest } from './fingerprint';
import { ARCHIVED_KEY, FORMAT, rootsOf } from './layout';
import { readRegister, valuesUnder } from './multiValue';
import { isArchived, registerOf } from './readRecord';

function load(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

/** SHA-256 of the content, in hexadecimal; equal on replicas that hold the same plan. */
export function digestOf(state: Uint8Array): string {
  return contentDigest(load(state));
}

/** Records in use. */
export function recordCount(state: Uint8Array): number {
  let count = 0;
  rootsOf(load(state)).records.forEach((entries) => {
    if (entries instanceof Y.Array && !isArchived(readRegister(entries, ARCHIVED_KEY)[0]?.value)) count += 1;
  });
  return count;
}

/** The workbook's id; empty if the state holds none. */
export function workbookIdOf(state: Uint8Array): string {
  const id = rootsOf(load(state)).meta.get('id');
  return typeof id === 'string' ? id : '';
}

export function formatOf(state: Uint8Array): { format: number; readOnly: boolean } {
  const { meta } = rootsOf(load(state));
  return {
    format: Number(meta.get('format') ?? FORMAT),
    readOnly: Number(meta.get('minWriter') ?? 1) > FORMAT,
  };
}

/** The name of the organisation the workbook belongs to. */
export function nameOf(state: Uint8Array): string {
  let name = '';
  rootsOf(load(state)).records.forEach((entries) => {
    if (!(entries instanceof Y.Array)) return;
    const written: readonly unknown[] = entries.toArray();
    if (registerOf(written) !== 'organisation') return;
    const value = valuesUnder(written, 'name')[0]?.value;
    if (typeof value === 'string') name = value;
  });
  return name;
}

/** One state that holds everything the given states and updates hold. */
export function mergeStates(states: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const state of states) Y.applyUpdate(doc, state);
  });
  return Y.encodeStateAsUpdate(doc);
}

/** How many operations of a client the state holds: the clock its next one must bear. */
export function clockOf(state: Uint8Array, clientId: number): number {
  return Y.decodeStateVector(Y.encodeStateVector(load(state))).get(clientId) ?? 0;
}
