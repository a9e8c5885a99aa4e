/**
 * What the core process, the main process and a window say to each other about storing a workbook. The core speaks to
 * main over its parent port, and to a window over one message port per workbook. Every message is parsed on arrival:
 * a process believes nothing it is told, and an answer of undefined means that the message is none of these.
 */
import { isRecordId } from '../domain/base/ids';
import type { Problem } from '../domain/base/problem';
import { err, ok, type Result } from '../domain/base/result';
import { isExportKind, type ExportKind } from './exportKinds';

/** One field of one record, before and after; the journal keeps it, cut short, for the history of the plan. */
export interface SentChange {
  readonly register: string;
  readonly id: string;
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
}

export interface SentEdit {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actor: number;
  readonly by: string;
  /** The name of the command, as its author saw it. */
  readonly label: string;
  readonly changes: readonly SentChange[];
}

export type BackupReason = 'daily' | 'before-merge' | 'by-hand';

/** Something the store found wrong when it was opened, and what came of it. */
export interface StoreIncident {
  readonly kind:
    | 'tornTail'
    | 'journalDamaged'
    | 'journalMissing'
    | 'checkpointDamaged'
    | 'editRefused'
    | 'historyDamaged'
    | 'fromBackup'
    | 'copied';
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
      readonly description: SentEdit;
    }
  | { readonly kind: 'flush'; readonly request: number }
  | { readonly kind: 'checkpoint'; readonly request: number }
  | { readonly kind: 'backup'; readonly request: number; readonly reason: BackupReason };

export type ToWindow =
  | {
      readonly kind: 'opened';
      /** A Yjs V1 update with everything the store holds. */
      readonly state: Uint8Array;
      /** There has never been anything here; only then may a window seed content. */
      readonly isNew: boolean;
      readonly incidents: readonly StoreIncident[];
      readonly replica: { readonly clientId: number };
      readonly lastBackup: number | null;
    }
  /** This edit and every edit before it are on the disk. */
  | { readonly kind: 'acked'; readonly seq: number }
  /** This edit is not on the disk. The core keeps it in memory and saves it first when it can save again. */
  | { readonly kind: 'failed'; readonly seq: number | null; readonly problem: Problem }
  | { readonly kind: 'done'; readonly request: number; readonly problem: Problem | null }
  /** `lastBackup`: milliseconds since 1970. While `diskFull`, no edits should be made. */
  | { readonly kind: 'status'; readonly lastBackup: number | null; readonly diskFull: boolean };

export interface PlanSummary {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly records: number;
}

/** A workbook that came from a file; `state` is its content when it waits to be merged into one that was here. */
export interface OpenedPlan {
  readonly name: string;
  readonly workbook: string;
  readonly existed: boolean;
  readonly state: Uint8Array | null;
}

/** A finished file, or SVG pages that are still to be painted. */
export type ExportedContent =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'pages'; readonly svgs: readonly string[] };

export interface BackupSummary {
  /** The name of the file, as `readBackup` takes it. */
  readonly backup: string;
  readonly created: number;
  readonly records: number;
  readonly reason: BackupReason | 'fewer';
}

export type FromMain = { readonly request: number } & (
  | { readonly kind: 'start'; readonly plansFolder: string; readonly secondFolder: string | null }
  /** Comes with one message port, for the window that shows this workbook. */
  | { readonly kind: 'attach'; readonly workbook: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'create'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly kind: 'read'; readonly workbook: string }
  | { readonly kind: 'restore'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly kind: 'backups'; readonly workbook: string }
  | { readonly kind: 'readBackup'; readonly workbook: string; readonly backup: string }
  | { readonly kind: 'setSecondFolder'; readonly folder: string | null }
  /** Keeps a workbook that the window made, given as a Yjs V1 state. */
  | { readonly kind: 'make'; readonly state: Uint8Array }
  | { readonly kind: 'makeFromPack'; readonly pack: string }
  /** Reads a file the person chose and keeps its workbook, unless it is here already. */
  | { readonly kind: 'openFile'; readonly file: string }
  | { readonly kind: 'saveCopy'; readonly workbook: string; readonly target: string }
  | { readonly kind: 'export'; readonly workbook: string; readonly what: ExportKind }
  | { readonly kind: 'writeFile'; readonly target: string; readonly bytes: Uint8Array }
  /** Saves everything and lets go of it; the last request before the process may end. */
  | { readonly kind: 'close' }
);

/** What each request of main is answered with when it succeeds. */
export interface Replies {
  readonly start: null;
  readonly attach: null;
  readonly list: readonly PlanSummary[];
  /** `existed`: the workbook was here already and nothing was changed; merging is the window's to do. */
  readonly create: { readonly workbook: string; readonly existed: boolean };
  readonly read: Uint8Array;
  readonly restore: { readonly workbook: string };
  readonly backups: readonly BackupSummary[];
  readonly readBackup: Uint8Array;
  readonly setSecondFolder: null;
  readonly make: { readonly workbook: string };
  readonly makeFromPack: { readonly workbook: string };
  readonly openFile: OpenedPlan;
  readonly saveCopy: null;
  readonly export: ExportedContent;
  readonly writeFile: null;
  readonly close: null;
}

export interface ToMain {
  readonly request: number;
  readonly result: Result<unknown, Problem>;
}

export function parseFromWindow(raw: unknown): FromWindow | undefined {
  if (!isObject(raw)) return undefined;
  const { kind, workbook, seq, request, update, reason } = raw;
  switch (kind) {
    case 'open':
      return isRecordId(workbook) ? { kind, workbook } : undefined;
    case 'append': {
      const description = parseEdit(raw['description']);
      if (!isCount(seq) || !(update instanceof Uint8Array) || description === undefined) return undefined;
      return { kind, seq, update, description };
    }
    case 'flush':
    case 'checkpoint':
      return isCount(request) ? { kind, request } : undefined;
    case 'backup':
      return isCount(request) && isBackupReason(reason) ? { kind, request, reason } : undefined;
    default:
      return undefined;
  }
}

export function parseToWindow(raw: unknown): ToWindow | undefined {
  if (!isObject(raw)) return undefined;
  const { kind, seq, request, lastBackup, diskFull } = raw;
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
    case 'status':
      if (!isCountOrNull(lastBackup) || typeof diskFull !== 'boolean') return undefined;
      return { kind, lastBackup, diskFull };
    default:
      return undefined;
  }
}

function parseOpened(raw: Members): ToWindow | undefined {
  const { state, isNew, replica, lastBackup } = raw;
  const incidents = parseAll(raw['incidents'], parseIncident);
  if (!(state instanceof Uint8Array) || typeof isNew !== 'boolean' || incidents === undefined)
    return undefined;
  if (!isObject(replica) || !isCountOrNull(lastBackup)) return undefined;
  const clientId = replica['clientId'];
  return isCount(clientId)
    ? { kind: 'opened', state, isNew, incidents, replica: { clientId }, lastBackup }
    : undefined;
}

export function parseFromMain(raw: unknown): FromMain | undefined {
  if (!isObject(raw)) return undefined;
  const { request, kind, workbook, bytes, name, backup, plansFolder, secondFolder, folder } = raw;
  if (!isCount(request)) return undefined;
  switch (kind) {
    case 'start':
      if (!isFolder(plansFolder) || !(secondFolder === null || isFolder(secondFolder))) return undefined;
      return { request, kind, plansFolder, secondFolder };
    case 'list':
    case 'close':
      return { request, kind };
    case 'attach':
    case 'read':
    case 'backups':
      return isRecordId(workbook) ? { request, kind, workbook } : undefined;
    case 'create':
    case 'restore':
      if (!(bytes instanceof Uint8Array) || typeof name !== 'string') return undefined;
      return { request, kind, bytes, name };
    case 'readBackup':
      return isRecordId(workbook) && isBackupName(backup) ? { request, kind, workbook, backup } : undefined;
    case 'setSecondFolder':
      return folder === null || isFolder(folder) ? { request, kind, folder } : undefined;
    default:
      return parseFileRequest(request, raw);
  }
}

/** Main no longer wants the answer to a request. @returns the number of that request */
export function parseCancel(raw: unknown): number | undefined {
  return isObject(raw) && raw['kind'] === 'cancel' && isCount(raw['request']) ? raw['request'] : undefined;
}

function parseFileRequest(request: number, raw: Members): FromMain | undefined {
  const { kind, workbook, state, pack, file, target, what, bytes } = raw;
  switch (kind) {
    case 'make':
      return state instanceof Uint8Array ? { request, kind, state } : undefined;
    case 'makeFromPack':
      return typeof pack === 'string' && /^[a-z0-9-]{1,60}$/.test(pack) ? { request, kind, pack } : undefined;
    case 'openFile':
      return isFolder(file) ? { request, kind, file } : undefined;
    case 'saveCopy':
      return isRecordId(workbook) && isFolder(target) ? { request, kind, workbook, target } : undefined;
    case 'export':
      return isRecordId(workbook) && isExportKind(what) ? { request, kind, workbook, what } : undefined;
    case 'writeFile':
      return isFolder(target) && bytes instanceof Uint8Array ? { request, kind, target, bytes } : undefined;
    default:
      return undefined;
  }
}

/** The core's answer to a request of the given kind. */
export function parseToMain<K extends keyof Replies>(
  kind: K,
  raw: unknown,
): { readonly request: number; readonly result: Result<Replies[K], Problem> } | undefined {
  if (!isObject(raw) || !isCount(raw['request']) || !isObject(raw['result'])) return undefined;
  const request = raw['request'];
  const { ok: succeeded, value, error } = raw['result'];
  if (succeeded === true) {
    const parsed = REPLY_PARSERS[kind](value);
    return parsed === undefined ? undefined : { request, result: ok(parsed) };
  }
  const problem = parseProblem(error);
  return succeeded === false && problem !== undefined ? { request, result: err(problem) } : undefined;
}

const nothing = (value: unknown): null | undefined => (value === null ? null : undefined);
const bytesOnly = (value: unknown): Uint8Array | undefined =>
  value instanceof Uint8Array ? value : undefined;

const REPLY_PARSERS: { readonly [K in keyof Replies]: (value: unknown) => Replies[K] | undefined } = {
  start: nothing,
  attach: nothing,
  list: (value) => parseAll(value, parsePlanSummary),
  create: (value) => {
    if (!isObject(value) || !isRecordId(value['workbook']) || typeof value['existed'] !== 'boolean')
      return undefined;
    return { workbook: value['workbook'], existed: value['existed'] };
  },
  read: bytesOnly,
  restore: workbookOnly,
  backups: (value) => parseAll(value, parseBackupSummary),
  readBackup: bytesOnly,
  setSecondFolder: nothing,
  make: workbookOnly,
  makeFromPack: workbookOnly,
  openFile: parseOpenedPlan,
  saveCopy: nothing,
  export: parseExported,
  writeFile: nothing,
  close: nothing,
};

function workbookOnly(value: unknown): { workbook: string } | undefined {
  return isObject(value) && isRecordId(value['workbook']) ? { workbook: value['workbook'] } : undefined;
}

function parseOpenedPlan(value: unknown): OpenedPlan | undefined {
  if (!isObject(value)) return undefined;
  const { name, workbook, existed, state } = value;
  if (typeof name !== 'string' || !isRecordId(workbook) || typeof existed !== 'boolean') return undefined;
  return state === null || state instanceof Uint8Array ? { name, workbook, existed, state } : undefined;
}

function parseExported(value: unknown): ExportedContent | undefined {
  if (!isObject(value)) return undefined;
  const { kind, bytes } = value;
  if (kind === 'file') return bytes instanceof Uint8Array ? { kind, bytes } : undefined;
  const svgs = parseAll(value['svgs'], (svg) => (typeof svg === 'string' ? svg : undefined));
  return kind === 'pages' && svgs !== undefined ? { kind, svgs } : undefined;
}

function parsePlanSummary(value: unknown): PlanSummary | undefined {
  if (!isObject(value)) return undefined;
  const { id, name, modified, records } = value;
  if (!isRecordId(id) || typeof name !== 'string' || !isCount(modified) || !isCount(records))
    return undefined;
  return { id, name, modified, records };
}

function parseBackupSummary(value: unknown): BackupSummary | undefined {
  if (!isObject(value)) return undefined;
  const { backup, created, records, reason } = value;
  if (!isBackupName(backup) || !isCount(created) || !isCount(records)) return undefined;
  return isBackupReason(reason) || reason === 'fewer' ? { backup, created, records, reason } : undefined;
}

function parseEdit(value: unknown): SentEdit | undefined {
  if (!isObject(value)) return undefined;
  const { at, actor, by, label } = value;
  const changes = parseAll(value['changes'], parseChange);
  if (!isCount(at) || !isCount(actor) || typeof by !== 'string' || typeof label !== 'string')
    return undefined;
  return changes === undefined ? undefined : { at, actor, by, label, changes };
}

function parseChange(value: unknown): SentChange | undefined {
  if (!isObject(value)) return undefined;
  const { register, id, field } = value;
  if (typeof register !== 'string' || typeof id !== 'string' || typeof field !== 'string') return undefined;
  return { register, id, field, old: value['old'] ?? null, new: value['new'] ?? null };
}

const INCIDENT_KINDS: Readonly<Record<StoreIncident['kind'], true>> = {
  tornTail: true,
  journalDamaged: true,
  journalMissing: true,
  checkpointDamaged: true,
  editRefused: true,
  historyDamaged: true,
  fromBackup: true,
  copied: true,
};

function parseIncident(value: unknown): StoreIncident | undefined {
  if (!isObject(value)) return undefined;
  const { kind, file } = value;
  const problem = value['problem'] === null ? null : parseProblem(value['problem']);
  if (!isIncidentKind(kind) || typeof file !== 'string' || problem === undefined) return undefined;
  return { kind, file, problem };
}

function isIncidentKind(value: unknown): value is StoreIncident['kind'] {
  return typeof value === 'string' && Object.hasOwn(INCIDENT_KINDS, value);
}

/** Takes a problem by its shape: a code, and facts that are texts and numbers. */
function parseProblem(value: unknown): Problem | undefined {
  if (!isObject(value) || typeof value['code'] !== 'string' || !isObject(value['facts'])) return undefined;
  const facts = Object.values(value['facts']);
  const isPlain = facts.every((fact) => typeof fact === 'string' || typeof fact === 'number');
  return isPlain ? ({ code: value['code'], facts: value['facts'] } as unknown as Problem) : undefined;
}

function isBackupReason(value: unknown): value is BackupReason {
  return value === 'daily' || value === 'before-merge' || value === 'by-hand';
}

/** The names of backup files; nothing else ever reaches a path. */
export function isBackupName(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}-\d{6}(-[a-z0-9-]{1,24})?\.golive$/.test(value);
}

/** Folders come from main alone, which had them from the system's dialog. */
function isFolder(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.includes('\0');
}

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isCountOrNull(value: unknown): value is number | null {
  return value === null || isCount(value);
}

/** The parsed list; undefined unless it is one and each of its members parses. */
function parseAll<T>(value: unknown, parse: (item: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const parsed = value.map(parse).filter((item) => item !== undefined);
  return parsed.length === value.length ? parsed : undefined;
}
