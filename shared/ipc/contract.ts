/**
 * Every call the window can make of the machine, and every event it can be told. One entry here is one call: main
 * implements it, the preload exposes it, the window sees it typed. Arguments are parsed on arrival, and the answer is
 * always a result: expected failures are values.
 */
import { isRecordId } from '../domain/base/ids';
import type { Problem } from '../domain/base/problem';
import type { Result } from '../domain/base/result';
import { readKeptHeads, type KeptHeads } from '../domain/records/keptHeads';
import { readSavedViews, type SavedView } from '../domain/records/savedViews';
import type { BackupPlaces, BackupSummary } from './backups';
import type { CommandId } from './commands';
import type { Diagnostics } from './diagnostics';
import type { EverythingExported } from './everything';
import type { OpenedTables } from './openedFiles';
import type { PlanSummary } from './planSummary';
import { isBackupName } from './backups';
import { parseExportChoice, type ExportChoice } from './exportKinds';
import type { Recovery } from './recoveries';
import { isScenarioName, parseScenarioChanges, type ScenarioChanges, type ScenarioStates } from './scenarios';

interface Call<Args, Reply> {
  /** The arguments, or undefined when they are not what the call takes. */
  readonly parse: (raw: unknown) => Args | undefined;
  /** Only for the compiler. */
  readonly reply?: Reply;
}

function call<Args, Reply>(parse: (raw: unknown) => Args | undefined): Call<Args, Reply> {
  return { parse };
}

type Members = Readonly<Record<string, unknown>>;

function members(raw: unknown): Members {
  return typeof raw === 'object' && raw !== null ? (raw as Members) : {};
}

const none = (raw: unknown): null | undefined => (raw === undefined || raw === null ? null : undefined);

function workbookOnly(raw: unknown): { readonly workbook: string } | undefined {
  const { workbook } = members(raw);
  return isRecordId(workbook) ? { workbook } : undefined;
}

/** What is kept on this computer for the person at it; never part of a plan. */
export interface Settings {
  /** The name colleagues see beside my changes. */
  readonly name: string;
  /** 31-bit number of this person on this computer. */
  readonly actor: number;
  readonly theme: 'system' | 'light' | 'dark' | 'contrast';
  /** How close rows and controls stand. */
  readonly density: 'compact' | 'comfortable';
  readonly lastWorkbook: string | null;
  /** Views of registers that were named to come back to. */
  readonly views: readonly SavedView[];
  /** How the heads of tables were set. */
  readonly heads: KeptHeads;
  /** The demo that was made here and still explains itself page by page. */
  readonly demo: string | null;
}

/** What the app is made of, for the person and for the law. */
export interface About {
  readonly version: string;
  readonly electron: string;
  readonly chrome: string;
  readonly licence: string;
  /** Of everything that others wrote and the app contains. */
  readonly notices: string;
}

/** A folder that can be shown in the system's file manager. */
export type ShownFolder =
  | { readonly which: 'backups' | 'second'; readonly workbook: string }
  /** The one that everything was last exported to. */
  | { readonly which: 'everything' };

/** A file the person chose or dropped, known to the window only by what is in it. */
export interface OpenedFile {
  readonly name: string;
  readonly workbook: string;
  /** The workbook was on this computer already; its state waits to be merged. */
  readonly existed: boolean;
  /** The validated content of the file, a Yjs V1 state, when it is to be merged. */
  readonly state: Uint8Array | null;
}

export interface SavedFile {
  /** The name of the file that was written; null when the person changed their mind. */
  readonly name: string | null;
  /** What is not in it, in a sentence. */
  readonly note?: string;
}

function parseSettings(raw: unknown): Partial<Omit<Settings, 'actor'>> | undefined {
  const { name, theme, density, lastWorkbook, views, heads, demo } = members(raw);
  if (name !== undefined && (typeof name !== 'string' || name.length > 200)) return undefined;
  const themes = ['system', 'light', 'dark', 'contrast'] as const;
  const known = themes.find((candidate) => candidate === theme);
  if (theme !== undefined && known === undefined) return undefined;
  if (density !== undefined && density !== 'compact' && density !== 'comfortable') return undefined;
  if (lastWorkbook !== undefined && lastWorkbook !== null && !isRecordId(lastWorkbook)) return undefined;
  if (demo !== undefined && demo !== null && !isRecordId(demo)) return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(known === undefined ? {} : { theme: known }),
    ...(density === undefined ? {} : { density }),
    ...(lastWorkbook === undefined ? {} : { lastWorkbook }),
    ...(views === undefined ? {} : { views: readSavedViews(views) }),
    ...(heads === undefined ? {} : { heads: readKeptHeads(heads) }),
    ...(demo === undefined ? {} : { demo }),
  };
}

/** What undo and redo would take back and forth in the plan on the screen; null for nothing. */
export interface UndoNames {
  readonly undo: string | null;
  readonly redo: string | null;
}

const LONGEST_UNDO_NAME = 1000;

function parseUndoNames(raw: unknown): UndoNames | undefined {
  const { undo, redo } = members(raw);
  const isName = (name: unknown): name is string | null =>
    name === null || (typeof name === 'string' && name.length <= LONGEST_UNDO_NAME);
  return isName(undo) && isName(redo) ? { undo, redo } : undefined;
}

/** One export, by the number under which it can be cancelled. */
interface ExportCall extends ExportChoice {
  readonly workbook: string;
  readonly job: string;
}

function parseExport(raw: unknown): ExportCall | undefined {
  const { workbook, job, kind, shown, merge, history, baseline } = members(raw);
  const choice = parseExportChoice({ kind, shown, merge, history, baseline });
  if (!isRecordId(workbook) || choice === undefined || !isRecordId(job)) return undefined;
  return { workbook, job, ...choice };
}

function jobOnly(raw: unknown): { readonly job: string } | undefined {
  const { job } = members(raw);
  return isRecordId(job) ? { job } : undefined;
}

function parseShown(raw: unknown): ShownFolder | undefined {
  const { workbook, which } = members(raw);
  if (which === 'everything') return { which };
  return isRecordId(workbook) && (which === 'backups' || which === 'second')
    ? { which, workbook }
    : undefined;
}

const MOST_COPIED = 100_000;

export const contract = {
  /** The window sees to its closing, and may come to the conclusion that it must stay open. */
  'app.closingHeard': call<null, null>(none),
  /** Everything is on the disk, or the person gives up what is not; the window may close. */
  'app.readyToClose': call<null, null>(none),
  'app.about': call<null, About>(none),
  /** Counts and sizes, of the named workbook above all; nothing of a plan. */
  'app.diagnose': call<{ readonly workbook: string | null }, Diagnostics>((raw) => {
    const { workbook } = members(raw);
    return workbook === null || isRecordId(workbook) ? { workbook } : undefined;
  }),
  /** Puts a text on the clipboard, which the page itself may not touch. */
  'app.copyText': call<{ readonly text: string }, null>((raw) => {
    const { text } = members(raw);
    return typeof text === 'string' && text.length <= MOST_COPIED ? { text } : undefined;
  }),
  /** The application menu says what undo and redo are about. */
  'app.nameUndo': call<UndoNames, null>(parseUndoNames),
  /** Whether this page stands in the place of one that crashed; true once. */
  'app.cameBack': call<null, boolean>(none),
  'settings.read': call<null, Settings>(none),
  'settings.change': call<Partial<Omit<Settings, 'actor'>>, Settings>(parseSettings),
  'workbooks.list': call<null, readonly PlanSummary[]>(none),
  /** Keeps a new workbook, given as a Yjs V1 state. */
  'workbooks.create': call<{ readonly state: Uint8Array }, { readonly workbook: string }>((raw) => {
    const { state } = members(raw);
    return state instanceof Uint8Array ? { state } : undefined;
  }),
  /** Asks for the message port through which a workbook is stored; it comes as a window message. */
  'workbooks.attach': call<{ readonly workbook: string }, null>(workbookOnly),
  /** Lets the person choose a `.golive` file. */
  'workbooks.openFile': call<null, OpenedFile | null>(none),
  /** Opens the file that has waited longest since the desktop asked for it; null when none waits. */
  'workbooks.openWaiting': call<null, OpenedFile | null>(none),
  /** Makes a copy of a workbook to try something in; changes in it do not touch the workbook. */
  'scenarios.make': call<{ readonly workbook: string; readonly name: string }, { readonly workbook: string }>(
    (raw) => {
      const { workbook, name } = members(raw);
      return isRecordId(workbook) && isScenarioName(name) ? { workbook, name: name.trim() } : undefined;
    },
  ),
  /** Renames a what-if, deletes it or brings it back. */
  'scenarios.change': call<{ readonly workbook: string; readonly changes: ScenarioChanges }, null>((raw) => {
    const { workbook, changes } = members(raw);
    const parsed = parseScenarioChanges(changes);
    return isRecordId(workbook) && parsed !== undefined ? { workbook, changes: parsed } : undefined;
  }),
  /** A workbook as it stands on the disk, with the plan a what-if began with. */
  'scenarios.read': call<{ readonly workbook: string }, ScenarioStates>(workbookOnly),
  /** Lets the person choose an Excel or CSV file and reads its tables; nothing of it is kept. */
  'imports.openTables': call<null, OpenedTables | null>(none),
  /** Writes a copy to send, where the person chooses. */
  'workbooks.saveCopy': call<{ readonly workbook: string }, SavedFile>(workbookOnly),
  'backups.list': call<{ readonly workbook: string }, readonly BackupSummary[]>(workbookOnly),
  /** Brings a backup back as a workbook of its own. */
  'backups.restore': call<
    { readonly workbook: string; readonly backup: string },
    { readonly workbook: string }
  >((raw) => {
    const { workbook, backup } = members(raw);
    return isRecordId(workbook) && isBackupName(backup) ? { workbook, backup } : undefined;
  }),
  'backups.places': call<{ readonly workbook: string }, BackupPlaces>(workbookOnly),
  /** Lets the person choose the folder for second copies. @returns false when they changed their mind */
  'backups.chooseSecond': call<null, boolean>(none),
  'backups.forgetSecond': call<null, null>(none),
  /** What was found wrong with this workbook and put right, newest first. */
  'backups.recoveries': call<{ readonly workbook: string }, readonly Recovery[]>(workbookOnly),
  'folders.show': call<ShownFolder, null>(parseShown),
  /** Writes every workbook into a new folder where the person chooses; null when they changed their mind. */
  'exports.everything': call<{ readonly job: string }, EverythingExported | null>(jobOnly),
  'exports.save': call<ExportCall, SavedFile>(parseExport),
  'exports.cancel': call<{ readonly job: string }, null>(jobOnly),
} as const;

export type CallName = keyof typeof contract;
export type Args<N extends CallName> = (typeof contract)[N] extends Call<infer A, unknown> ? A : never;
export type Reply<N extends CallName> = (typeof contract)[N] extends Call<infer _A, infer R> ? R : never;

/** What the window may be told. */
export interface DesktopEvents {
  /** Long work goes on: between 0 and 1; 0 once the person has chosen where to, and from then on it can be cancelled. */
  readonly 'exports.progress': { readonly job: string; readonly done: number };
  /** The person wants to close the window: say `app.closingHeard`, save, then say `app.readyToClose`. */
  readonly 'app.closing': null;
  /** A menu entry or a shortcut of the system was chosen. */
  readonly 'app.command': { readonly command: CommandId };
  /** A file was double-clicked or dropped on the app's icon, and waits for `workbooks.openWaiting`. */
  readonly 'files.waiting': null;
  /** The storage process was started anew; workbooks must be attached again. */
  readonly 'storage.restarted': null;
  /** The storage process ended by itself. `isFinal`: too often; it starts again only when it is asked for something. */
  readonly 'storage.ended': { readonly times: number; readonly isFinal: boolean };
}

export const EVENTS: { readonly [E in keyof DesktopEvents]: true } = {
  'exports.progress': true,
  'app.closing': true,
  'app.command': true,
  'files.waiting': true,
  'storage.restarted': true,
  'storage.ended': true,
};

export type EventName = keyof DesktopEvents;

/** The bridge as the preload exposes it: a fixed set of functions and nothing of Electron's. */
export interface Bridge {
  readonly call: <N extends CallName>(name: N, args: Args<N>) => Promise<Result<Reply<N>, Problem>>;
  readonly listen: <E extends EventName>(
    event: E,
    listener: (detail: DesktopEvents[E]) => void,
  ) => () => void;
}

/** How the port to the core arrives in the window. */
export const PORT_MESSAGE = 'golive:workbook-port';
