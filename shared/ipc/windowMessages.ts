/**
 * What the core process and a window say to each other about storing one workbook, over a message port of its own.
 * Every message is parsed on arrival: a process believes nothing it is told, and an answer of undefined means that the
 * message is none of these.
 */
import { isRecordId } from '../domain/base/ids';
import { isCount, isJsonObject, parseAll, type JsonObject } from '../domain/base/json';
import type { Problem } from '../domain/base/problem';
import {
  parseBaseValues,
  parseApartFields,
  type BaseValues,
  type ApartField,
} from '../domain/edits/baseValues';
import { parseChangeDescription, type ChangeDescription } from '../domain/edits/change';
import { parseHistoryPage, type HistoryPage } from '../domain/history/page';
import {
  parseHistoryQuery,
  parseSinceQuery,
  type HistoryQuery,
  type SinceQuery,
} from '../domain/history/query';
import { parsePlanSince, type PlanSince } from '../domain/history/since';
import { parseMergeAccount, type MergeAccount } from '../domain/review/mergeAccount';
import { isBackupReason, type BackupReason } from './backups';
import { parseKeptMerge, type KeptMerge } from './keptMerge';
import { isCountOrNull, parseProblem } from './messageParts';
import { isStoreFind, isWindowFind, type StoreFind, type WindowFind } from './recoveries';

/** Something the store found wrong when it was opened, and what came of it. */
export interface StoreIncident {
  readonly kind: StoreFind;
  /** Which file, by its name within the folder of the plan. */
  readonly file: string;
  /** What to tell people; null where nothing that was shown as saved is concerned. */
  readonly problem: Problem | null;
}

export type FromWindow =
  | { readonly kind: 'open'; readonly workbook: string }
  /** `seq` is the window's own count; edits must be sent in order and never again once acknowledged. */
  | {
      readonly kind: 'append';
      readonly seq: number;
      readonly update: Uint8Array;
      readonly description: ChangeDescription;
    }
  | { readonly kind: 'flush'; readonly request: number }
  | { readonly kind: 'checkpoint'; readonly request: number }
  | { readonly kind: 'backup'; readonly request: number; readonly reason: BackupReason }
  /** Who changed what. */
  | { readonly kind: 'history'; readonly request: number; readonly query: HistoryQuery }
  /** What became of every field after a moment. */
  | { readonly kind: 'since'; readonly request: number; readonly query: SinceQuery }
  /** What stood in these fields before several sites wrote them apart. */
  | { readonly kind: 'bases'; readonly request: number; readonly fields: readonly ApartField[] }
  /** What a merge brought, kept for another day, and when (milliseconds since 1970); null once it has been taken back. */
  | { readonly kind: 'merged'; readonly account: MergeAccount | null; readonly at: number }
  /** What is kept of the last merge. */
  | { readonly kind: 'lastMerge'; readonly request: number }
  /** To be kept in the list of what was found wrong and put right. */
  | { readonly kind: 'note'; readonly found: WindowFind }
  /** The last message: everything is on the disk, and nothing more was written. */
  | { readonly kind: 'leave' };

export type ToWindow =
  | {
      readonly kind: 'opened';
      /** A Yjs V1 update with everything the store holds. */
      readonly state: Uint8Array;
      /** The format that the file of the workbook names. */
      readonly fileFormat: number;
      /** There has never been anything here; only then may a window seed content. */
      readonly isNew: boolean;
      readonly incidents: readonly StoreIncident[];
      readonly replica: { readonly clientId: number };
      readonly lastBackup: number | null;
    }
  /** This edit and every edit before it are on the disk. */
  | { readonly kind: 'acked'; readonly seq: number }
  /**
   * This edit is not on the disk. The core keeps it in memory and saves it first when it can save again. Without a
   * number: something else went wrong that people should know of; what was acknowledged is not concerned.
   */
  | { readonly kind: 'failed'; readonly seq: number | null; readonly problem: Problem }
  | { readonly kind: 'done'; readonly request: number; readonly problem: Problem | null }
  | { readonly kind: 'history'; readonly request: number; readonly page: HistoryPage }
  | { readonly kind: 'bases'; readonly request: number; readonly values: BaseValues }
  | { readonly kind: 'since'; readonly request: number; readonly since: PlanSince }
  | { readonly kind: 'lastMerge'; readonly request: number; readonly kept: KeptMerge | null }
  /** Sent whenever it changes. */
  | ({ readonly kind: 'status' } & StoreStatus);

export interface StoreStatus {
  /** Milliseconds since 1970. */
  readonly lastBackup: number | null;
  /** There is room left to tell people so, and none for more edits. */
  readonly diskFull: boolean;
  /** What keeps the plan, or the last edits, from being on the disk; null while everything is. */
  readonly notSaved: Problem | null;
}

export function parseFromWindow(raw: unknown): FromWindow | undefined {
  if (!isJsonObject(raw)) return undefined;
  const { kind, workbook, seq, request, update, reason } = raw;
  switch (kind) {
    case 'open':
      return isRecordId(workbook) ? { kind, workbook } : undefined;
    case 'append': {
      const description = parseChangeDescription(raw['description']);
      if (!isCount(seq) || !(update instanceof Uint8Array) || description === undefined) return undefined;
      return { kind, seq, update, description };
    }
    case 'flush':
    case 'checkpoint':
    case 'lastMerge':
      return isCount(request) ? { kind, request } : undefined;
    case 'backup':
      return isCount(request) && isBackupReason(reason) ? { kind, request, reason } : undefined;
    case 'history': {
      const query = parseHistoryQuery(raw['query']);
      return isCount(request) && query !== undefined ? { kind, request, query } : undefined;
    }
    case 'since': {
      const query = parseSinceQuery(raw['query']);
      return isCount(request) && query !== undefined ? { kind, request, query } : undefined;
    }
    case 'bases': {
      const fields = parseApartFields(raw['fields']);
      return isCount(request) && fields !== undefined ? { kind, request, fields } : undefined;
    }
    case 'leave':
      return { kind };
    case 'merged': {
      const account = raw['account'] === null ? null : parseMergeAccount(raw['account']);
      const { at } = raw;
      return account === undefined || !isCount(at) ? undefined : { kind, account, at };
    }
    case 'note':
      return isWindowFind(raw['found']) ? { kind, found: raw['found'] } : undefined;
    default:
      return undefined;
  }
}

export function parseToWindow(raw: unknown): ToWindow | undefined {
  if (!isJsonObject(raw)) return undefined;
  const { kind, seq, request } = raw;
  const problem = parseProblem(raw['problem']);
  switch (kind) {
    case 'opened':
      return parseOpened(raw);
    case 'acked':
      return isCount(seq) ? { kind, seq } : undefined;
    case 'failed':
      if (problem === undefined || !(seq === null || isCount(seq))) return undefined;
      return { kind, seq, problem };
    case 'done':
      if (!isCount(request) || (problem === undefined && raw['problem'] !== null)) return undefined;
      return { kind, request, problem: problem ?? null };
    case 'history': {
      const page = parseHistoryPage(raw['page']);
      return isCount(request) && page !== undefined ? { kind, request, page } : undefined;
    }
    case 'bases': {
      const values = parseBaseValues(raw['values']);
      return isCount(request) && values !== undefined ? { kind, request, values } : undefined;
    }
    case 'since': {
      const since = parsePlanSince(raw['since']);
      return isCount(request) && since !== undefined ? { kind, request, since } : undefined;
    }
    case 'lastMerge': {
      const kept = raw['kept'] === null ? null : parseKeptMerge(raw['kept']);
      return isCount(request) && kept !== undefined ? { kind, request, kept } : undefined;
    }
    case 'status':
      return parseStatus(raw);
    default:
      return undefined;
  }
}

function parseStatus(raw: JsonObject): ToWindow | undefined {
  const { lastBackup, diskFull } = raw;
  const notSaved = raw['notSaved'] === null ? null : parseProblem(raw['notSaved']);
  if (!isCountOrNull(lastBackup) || typeof diskFull !== 'boolean' || notSaved === undefined) return undefined;
  return { kind: 'status', lastBackup, diskFull, notSaved };
}

function parseOpened(raw: JsonObject): ToWindow | undefined {
  const { state, fileFormat, isNew, replica, lastBackup } = raw;
  const incidents = parseAll(raw['incidents'], parseIncident);
  if (!(state instanceof Uint8Array) || typeof isNew !== 'boolean' || incidents === undefined)
    return undefined;
  if (!isJsonObject(replica) || !isCount(fileFormat) || !isCountOrNull(lastBackup)) return undefined;
  const clientId = replica['clientId'];
  return isCount(clientId)
    ? { kind: 'opened', state, fileFormat, isNew, incidents, replica: { clientId }, lastBackup }
    : undefined;
}

function parseIncident(value: unknown): StoreIncident | undefined {
  if (!isJsonObject(value)) return undefined;
  const { kind, file } = value;
  const problem = value['problem'] === null ? null : parseProblem(value['problem']);
  if (!isStoreFind(kind) || typeof file !== 'string' || problem === undefined) return undefined;
  return { kind, file, problem };
}
