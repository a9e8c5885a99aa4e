/**
 * The number under which this computer writes into the document. Using a new one at every start makes the document slow
 * over the years; using one twice with different content makes two copies differ for ever without a sign. So it is kept
 * only where it is certain that nobody else, and no lost edit of our own, ever wrote under it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Problem } from '../../shared/domain/base/problem';
import type { Result } from '../../shared/domain/base/result';
import { isCount, isJsonObject } from '../../shared/domain/base/json';
import { bytesOfText, jsonOfBytes } from '../../shared/sync/bytes';
import type { ReplicaFrame } from '../../shared/sync/frameContent';
import { readBytes, writeFileAtomically } from './atomicFile';

interface ReplicaNote extends ReplicaFrame {
  /** Of the folder it was written in: a copy of the folder has another. */
  readonly nonce: string;
  /** Set while the plan is open; still set at the next start, it means that the end was not orderly. */
  readonly inUse: boolean;
}

export interface Recovery {
  /** By client, the clock at which the recovered state ends; clients that are not there have written nothing. */
  readonly clocks: ReadonlyMap<number, number>;
  /** What the newest journal file says, if there is one. */
  readonly journal: ReplicaFrame | undefined;
  /** Whether anything was damaged or missing. */
  readonly isIntact: boolean;
}

export interface ClaimedReplica extends ReplicaFrame {
  readonly reused: boolean;
  /** The folder is a copy of another: it writes under a number of its own from now on. */
  readonly isCopy: boolean;
}

/** Takes the kept number if that is safe, or a new one, and marks it as in use before anyone writes under it. */
export async function claimReplica(planFolder: string, recovery: Recovery): Promise<ClaimedReplica> {
  const note = await readNote(planFolder);
  const nonce = await nonceOf(planFolder);
  const reused = note !== undefined && note.nonce === nonce && isSafe(note, recovery);
  const clientId = reused ? note.clientId : unusedClientId(recovery);
  const nextClock = recovery.clocks.get(clientId) ?? 0;
  const isCopy = note !== undefined && note.nonce !== nonce;
  const written = await writeNote(planFolder, { clientId, nextClock, nonce, inUse: true });
  if (written.ok) return { clientId, nextClock, reused, isCopy };
  // Where nothing can be written a plan can still be read and sent, under a number no note has ever named.
  return { clientId: unusedClientId(recovery), nextClock: 0, reused: false, isCopy };
}

function isSafe(note: ReplicaNote, { clocks, journal, isIntact }: Recovery): boolean {
  if (!isIntact || note.inUse || (clocks.get(note.clientId) ?? 0) !== note.nextClock) return false;
  // A note that is older than the journal was put back from somewhere.
  return journal === undefined || (journal.clientId === note.clientId && journal.nextClock <= note.nextClock);
}

function unusedClientId({ clocks }: Recovery): number {
  for (;;) {
    const clientId = randomBytes(4).readUInt32LE(0);
    if (clientId !== 0 && !clocks.has(clientId)) return clientId;
  }
}

/** Keeps the number for the next start; only after everything written under it is on the disk. */
export async function releaseReplica(
  planFolder: string,
  replica: ReplicaFrame,
): Promise<Result<void, Problem>> {
  return writeNote(planFolder, { ...replica, nonce: await nonceOf(planFolder), inUse: false });
}

/** Another computer, or another folder on this one, gives another value; so does a folder that was copied back. */
async function nonceOf(planFolder: string): Promise<string> {
  const { ino, birthtimeNs, ctimeNs } = await stat(planFolder, { bigint: true });
  // Where the file system keeps no time of birth, Node reports the time of the last change instead.
  const born = birthtimeNs === ctimeNs ? 0n : birthtimeNs;
  return createHash('sha256').update(`${hostname()} ${ino} ${born}`).digest('hex').slice(0, 32);
}

function noteFile(planFolder: string): string {
  return path.join(planFolder, 'replica.json');
}

async function readNote(planFolder: string): Promise<ReplicaNote | undefined> {
  const bytes = await readBytes(noteFile(planFolder));
  const value = bytes.ok ? jsonOfBytes(bytes.value) : undefined;
  if (!isJsonObject(value)) return undefined;
  const { clientId, nextClock, nonce, inUse } = value;
  if (!isCount(clientId) || !isCount(nextClock)) return undefined;
  if (typeof nonce !== 'string' || typeof inUse !== 'boolean') return undefined;
  return { clientId, nextClock, nonce, inUse };
}

function writeNote(planFolder: string, note: ReplicaNote): Promise<Result<void, Problem>> {
  return writeFileAtomically(noteFile(planFolder), bytesOfText(JSON.stringify(note)));
}
