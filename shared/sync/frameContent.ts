/** What the frames of the journal say, and how it is written as bytes. Reading returns undefined for anything else. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { canonicalJson } from '../domain/register/canonical';
import { isCount, isJsonObject } from '../domain/base/json';
import type { ChangeDescription } from '../domain/edits/change';
import { bytesOfText, jsonOfBytes } from './bytes';
import { keptParts, parseEdit, type EditDescription } from './edits';
import { FRAME_TYPE, MAX_PAYLOAD_LENGTH, type Frame } from './frames';

/** An edit: what it did in words, and the Yjs V1 update that does it. */
export interface UpdateFrame extends EditDescription {
  /** Counts the edits of one plan on one computer; never goes back. */
  readonly seq: number;
  readonly update: Uint8Array;
}

/** An edit of which only the description is kept, because checkpoints hold what it did; or a further part of one. */
export interface HistoryFrame extends EditDescription {
  readonly seq: number;
}

/** Room in a frame for the description beside the update, generously. */
const DESCRIPTION_ROOM = 1024 * 1024;

/** Whether a frame can hold an update; of one that is too large the journal keeps the description alone. */
export function fitsFrame(update: Uint8Array): boolean {
  return update.length + DESCRIPTION_ROOM <= MAX_PAYLOAD_LENGTH;
}

export interface AppendedEdit {
  readonly seq: number;
  readonly update: Uint8Array;
  readonly description: ChangeDescription;
}

/** Its update, where it fits, with the first part of what is said of it, then the other parts. */
export function editFrames({ seq, update, description }: AppendedEdit): readonly Frame[] {
  return keptParts(description).map((part, index) =>
    index === 0 && fitsFrame(update) ? updateFrame({ ...part, seq, update }) : historyFrame({ ...part, seq }),
  );
}

/** Says where the journal stood: the first frame of every file, and the last after a clean end. */
export interface MarkFrame {
  readonly kind: 'open' | 'close';
  /** The last edit that was acknowledged before. */
  readonly seq: number;
  /** SHA-256 of the state at a clean end, in hexadecimal; empty at the start of a file. */
  readonly digest: string;
}

/** The writer's number in the document and the next number its writes get. */
export interface ReplicaFrame {
  readonly clientId: number;
  readonly nextClock: number;
}

export function updateFrame({ update, ...entry }: UpdateFrame): Frame {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint8Array(encoder, jsonBytes(entry));
  encoding.writeVarUint8Array(encoder, update);
  return { type: FRAME_TYPE.update, payload: encoding.toUint8Array(encoder) };
}

export function readUpdateFrame({ type, payload }: Frame): UpdateFrame | undefined {
  if (type !== FRAME_TYPE.update) return undefined;
  // A copy of its own, because lib0 lets a wrong length read on into the bytes around a view.
  const decoder = decoding.createDecoder(payload.slice());
  try {
    const entry = parseHistory(jsonOfBytes(decoding.readVarUint8Array(decoder)));
    const update = decoding.readVarUint8Array(decoder).slice();
    return entry === undefined || decoding.hasContent(decoder) ? undefined : { ...entry, update };
  } catch {
    return undefined;
  }
}

export function historyFrame(entry: HistoryFrame): Frame {
  return { type: FRAME_TYPE.history, payload: jsonBytes(entry) };
}

export function readHistoryFrame({ type, payload }: Frame): HistoryFrame | undefined {
  return type === FRAME_TYPE.history ? parseHistory(jsonOfBytes(payload)) : undefined;
}

function parseHistory(value: unknown): HistoryFrame | undefined {
  const edit = parseEdit(value);
  if (edit === undefined || !isJsonObject(value) || !isCount(value['seq'])) return undefined;
  return { ...edit, seq: value['seq'] };
}

export function markFrame(content: MarkFrame): Frame {
  return { type: FRAME_TYPE.mark, payload: jsonBytes(content) };
}

export function readMarkFrame({ type, payload }: Frame): MarkFrame | undefined {
  const value = type === FRAME_TYPE.mark ? jsonOfBytes(payload) : undefined;
  if (!isJsonObject(value)) return undefined;
  const { kind, seq, digest } = value;
  if ((kind !== 'open' && kind !== 'close') || !isCount(seq) || typeof digest !== 'string') return undefined;
  return { kind, seq, digest };
}

export function replicaFrame(content: ReplicaFrame): Frame {
  return { type: FRAME_TYPE.replica, payload: jsonBytes(content) };
}

export function readReplicaFrame({ type, payload }: Frame): ReplicaFrame | undefined {
  const value = type === FRAME_TYPE.replica ? jsonOfBytes(payload) : undefined;
  if (!isJsonObject(value)) return undefined;
  const { clientId, nextClock } = value;
  return isCount(clientId) && isCount(nextClock) ? { clientId, nextClock } : undefined;
}

function jsonBytes(value: object): Uint8Array {
  return bytesOfText(canonicalJson(value));
}
