/**
 * What the main process asks of the core, over its parent port, and how it is answered. Every message is parsed on
 * arrival: a process believes nothing it is told, and an answer of undefined means that the message is none of these.
 */
import { isRecordId } from '../domain/base/ids';
import { isCount, isJsonObject, parseAll, type JsonObject } from '../domain/base/json';
import type { Problem } from '../domain/base/problem';
import { err, ok, type Result } from '../domain/base/result';
import {
  isBackupName,
  parseBackupPlaces,
  parseBackupSummary,
  type BackupPlaces,
  type BackupSummary,
} from './backups';
import { parseCoreFacts, type CoreFacts } from './diagnostics';
import { parseEverythingExported, type EverythingExported } from './everything';
import { parseExportedContent, type ExportedContent } from './exportedContent';
import { parseExportChoice, type ExportChoice } from './exportKinds';
import { parseProblem } from './messageParts';
import { parseOpenedPlan, parseOpenedTables, type OpenedPlan, type OpenedTables } from './openedFiles';
import { parsePlanSummary, type PlanSummary } from './planSummary';
import { parseRecovery, type Recovery } from './recoveries';
import {
  isScenarioName,
  parseScenarioChanges,
  parseScenarioStates,
  type ScenarioChanges,
  type ScenarioStates,
} from './scenarios';

export type FromMain = { readonly request: number } & (
  | { readonly kind: 'start'; readonly plansFolder: string; readonly secondFolder: string | null }
  /** Comes with one message port, for the window that shows this workbook. */
  | { readonly kind: 'attach'; readonly workbook: string }
  /** A window will soon show this workbook: its store is opened meanwhile. One that is not here is left alone. */
  | { readonly kind: 'openAhead'; readonly workbook: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'create'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly kind: 'read'; readonly workbook: string }
  | { readonly kind: 'restore'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly kind: 'backups'; readonly workbook: string }
  | { readonly kind: 'readBackup'; readonly workbook: string; readonly backup: string }
  | { readonly kind: 'setSecondFolder'; readonly folder: string | null }
  | { readonly kind: 'backupPlaces'; readonly workbook: string }
  /** What was found wrong with this workbook and put right. */
  | { readonly kind: 'recoveries'; readonly workbook: string }
  /** Sizes and counts of everything kept; the named workbook is marked. */
  | { readonly kind: 'diagnose'; readonly workbook: string | null }
  /** Writes every workbook in every lasting form into a new folder within this one. */
  | { readonly kind: 'exportEverything'; readonly folder: string }
  /** Keeps a workbook that the window made, given as a Yjs V1 state. */
  | { readonly kind: 'make'; readonly state: Uint8Array }
  | { readonly kind: 'makeFromPack'; readonly pack: string }
  /** Makes a copy of a workbook to try something in. */
  | { readonly kind: 'makeScenario'; readonly workbook: string; readonly name: string }
  | { readonly kind: 'changeScenario'; readonly workbook: string; readonly changes: ScenarioChanges }
  /** What comparing a workbook with another takes. */
  | { readonly kind: 'readStates'; readonly workbook: string }
  /** Reads a file the person chose and keeps its workbook, unless it is here already. */
  | { readonly kind: 'openFile'; readonly file: string }
  /** Reads a file of tables the person chose; nothing of it is kept. */
  | { readonly kind: 'readTables'; readonly file: string }
  | { readonly kind: 'saveCopy'; readonly workbook: string; readonly target: string }
  | { readonly kind: 'export'; readonly workbook: string; readonly what: ExportChoice }
  | { readonly kind: 'writeFile'; readonly target: string; readonly bytes: Uint8Array }
  /** Saves everything and lets go of it; the last request before the process may end. */
  | { readonly kind: 'close' }
);

/** What each request of main is answered with when it succeeds. */
export interface Replies {
  readonly start: null;
  readonly attach: null;
  readonly openAhead: null;
  readonly list: readonly PlanSummary[];
  /** `existed`: the workbook was here already and nothing was changed; merging is the window's to do. */
  readonly create: { readonly workbook: string; readonly existed: boolean };
  readonly read: Uint8Array;
  readonly restore: { readonly workbook: string };
  readonly backups: readonly BackupSummary[];
  readonly readBackup: Uint8Array;
  readonly setSecondFolder: null;
  readonly backupPlaces: BackupPlaces;
  /** Newest first. */
  readonly recoveries: readonly Recovery[];
  readonly diagnose: CoreFacts;
  readonly exportEverything: EverythingExported;
  readonly make: { readonly workbook: string };
  readonly makeFromPack: { readonly workbook: string };
  readonly makeScenario: { readonly workbook: string };
  readonly changeScenario: null;
  readonly readStates: ScenarioStates;
  readonly openFile: OpenedPlan;
  readonly readTables: OpenedTables;
  readonly saveCopy: null;
  readonly export: ExportedContent;
  readonly writeFile: null;
  readonly close: null;
}

export interface ToMain {
  readonly request: number;
  readonly result: Result<unknown, Problem>;
}

export function parseFromMain(raw: unknown): FromMain | undefined {
  if (!isJsonObject(raw)) return undefined;
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
    case 'openAhead':
    case 'read':
    case 'backups':
    case 'backupPlaces':
    case 'recoveries':
    case 'readStates':
      return isRecordId(workbook) ? { request, kind, workbook } : undefined;
    case 'diagnose':
      return workbook === null || isRecordId(workbook) ? { request, kind, workbook } : undefined;
    case 'exportEverything':
      return isFolder(folder) ? { request, kind, folder } : undefined;
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
  return isJsonObject(raw) && raw['kind'] === 'cancel' && isCount(raw['request'])
    ? raw['request']
    : undefined;
}

function parseFileRequest(request: number, raw: JsonObject): FromMain | undefined {
  const { kind, workbook, state, pack, file, target, bytes } = raw;
  switch (kind) {
    case 'make':
      return state instanceof Uint8Array ? { request, kind, state } : undefined;
    case 'makeScenario':
      return isRecordId(workbook) && isScenarioName(raw['name'])
        ? { request, kind, workbook, name: raw['name'] }
        : undefined;
    case 'changeScenario':
      return parseScenarioRequest(request, raw);
    case 'makeFromPack':
      return typeof pack === 'string' && /^[a-z0-9-]{1,60}$/.test(pack) ? { request, kind, pack } : undefined;
    case 'openFile':
    case 'readTables':
      return isFolder(file) ? { request, kind, file } : undefined;
    case 'saveCopy':
      return isRecordId(workbook) && isFolder(target) ? { request, kind, workbook, target } : undefined;
    case 'export':
      return parseExportRequest(request, raw);
    case 'writeFile':
      return isFolder(target) && bytes instanceof Uint8Array ? { request, kind, target, bytes } : undefined;
    default:
      return undefined;
  }
}

function parseScenarioRequest(request: number, { workbook, changes }: JsonObject): FromMain | undefined {
  const parsed = parseScenarioChanges(changes);
  return isRecordId(workbook) && parsed !== undefined
    ? { request, kind: 'changeScenario', workbook, changes: parsed }
    : undefined;
}

function parseExportRequest(request: number, { workbook, what }: JsonObject): FromMain | undefined {
  const choice = isJsonObject(what) ? parseExportChoice(what) : undefined;
  return isRecordId(workbook) && choice !== undefined
    ? { request, kind: 'export', workbook, what: choice }
    : undefined;
}

/** The core's answer to a request of the given kind. */
export function parseToMain<K extends keyof Replies>(
  kind: K,
  raw: unknown,
): { readonly request: number; readonly result: Result<Replies[K], Problem> } | undefined {
  if (!isJsonObject(raw) || !isCount(raw['request']) || !isJsonObject(raw['result'])) return undefined;
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
  openAhead: nothing,
  list: (value) => parseAll(value, parsePlanSummary),
  create: (value) => {
    if (!isJsonObject(value) || !isRecordId(value['workbook']) || typeof value['existed'] !== 'boolean')
      return undefined;
    return { workbook: value['workbook'], existed: value['existed'] };
  },
  read: bytesOnly,
  restore: workbookOnly,
  backups: (value) => parseAll(value, parseBackupSummary),
  readBackup: bytesOnly,
  setSecondFolder: nothing,
  backupPlaces: parseBackupPlaces,
  recoveries: (value) => parseAll(value, parseRecovery),
  diagnose: parseCoreFacts,
  exportEverything: parseEverythingExported,
  make: workbookOnly,
  makeFromPack: workbookOnly,
  makeScenario: workbookOnly,
  changeScenario: nothing,
  readStates: parseScenarioStates,
  openFile: parseOpenedPlan,
  readTables: parseOpenedTables,
  saveCopy: nothing,
  export: parseExportedContent,
  writeFile: nothing,
  close: nothing,
};

function workbookOnly(value: unknown): { workbook: string } | undefined {
  return isJsonObject(value) && isRecordId(value['workbook']) ? { workbook: value['workbook'] } : undefined;
}

/** Folders come from main alone, which had them from the system's dialog. */
function isFolder(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.includes('\0');
}
