/**
 * The text somebody can hand to whoever helps them: versions, sizes, counts and codes. Nothing a person has typed comes
 * into it, and no path; it is put together from numbers and from words of the app's own.
 */
import type { ProblemCode } from '../../shared/domain/base/problem';
import { registerIds } from '../../shared/domain/registers/all';
import type { Workbook } from '../../shared/domain/workbook';
import type { Diagnostics, FolderFacts, StoreFacts } from '../../shared/ipc/diagnostics';
import type { SavingStatus } from '../platform/saving';

export interface WindowFacts {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly theme: string;
  readonly language: string;
  readonly saving: Pick<SavingStatus, 'state' | 'unsaved' | 'diskFull'> | null;
  /** The open workbook. */
  readonly workbook: Workbook | null;
  /** Oldest first. */
  readonly problems: readonly { readonly code: ProblemCode; readonly at: number }[];
  readonly pageCrash: PageCrash | null;
}

/** A page that stopped working: what kind of error it was and where in the app, without its message. */
export interface PageCrash {
  readonly page: string;
  readonly kind: string;
  readonly frames: readonly string[];
}

const FRAMES_KEPT = 8;

/** Takes of an error only what the app itself wrote: its kind and the places in the app's own files. */
export function crashOf(page: string, error: unknown): PageCrash {
  if (!(error instanceof Error)) return { page, kind: typeof error, frames: [] };
  const frames = (error.stack ?? '').match(/app:\/\/workbook\/[\w./-]+:\d+:\d+/g) ?? [];
  const kind = /^[A-Z]\w{0,40}$/.test(error.name) ? error.name : 'Error';
  return { page, kind, frames: frames.slice(0, FRAMES_KEPT) };
}

/** @param now milliseconds since 1970 */
export function diagnosticsText({ machine, core }: Diagnostics, facts: WindowFacts, now: number): string {
  return [
    'Golive Workbook diagnostics',
    `Made ${instant(now)}`,
    '',
    `App ${machine.app}${machine.isPackaged ? '' : ' (not packaged)'}`,
    `Electron ${machine.electron}, Chromium ${machine.chrome}, Node ${machine.node}`,
    `System ${machine.system}, memory ${size(machine.memory)}`,
    `Window ${String(facts.width)} x ${String(facts.height)}, scale ${String(facts.scale)}, colors ${facts.theme}, language ${facts.language}`,
    ...savingLines(facts),
    '',
    ...(core === null
      ? ['The storage process gave no answer.']
      : [
          `Workbooks ${String(core.workbooks.length)}, second backup folder: ${core.secondFolder}, free on the drive: ${core.free === null ? 'unknown' : size(core.free)}`,
          ...core.workbooks.flatMap(storeLines),
        ]),
    ...recordLines(facts.workbook),
    '',
    ...list(
      'Last problems',
      facts.problems.map(({ code, at }) => `${instant(at)} ${code}`),
    ),
    ...list(
      'Processes that ended by themselves',
      machine.crashes.map(({ process, reason, at }) => `${instant(at)} ${process}: ${reason}`),
    ),
    ...(facts.pageCrash === null ? [] : crashLines(facts.pageCrash)),
    '',
  ].join('\n');
}

function savingLines({ saving }: WindowFacts): readonly string[] {
  if (saving === null) return ['No workbook is open.'];
  const { state, unsaved, diskFull } = saving;
  return [`Saving: ${state}, ${String(unsaved)} changes on their way${diskFull ? ', the disk is full' : ''}`];
}

function storeLines(store: StoreFacts, index: number): readonly string[] {
  const { journal, checkpoints, history, backups, newestBackup, damagedFiles } = store;
  return [
    `Workbook ${String(index + 1)}${store.isAsked ? ' (open)' : ''}: ${String(store.records)} records`,
    `  journal ${folder(journal)}, saved states ${folder(checkpoints)}, history ${folder(history)}`,
    `  backups ${folder(backups)}, newest ${newestBackup === null ? 'none' : instant(newestBackup)}`,
    ...(damagedFiles === 0 ? [] : [`  damaged files put aside: ${String(damagedFiles)}`]),
  ];
}

/** How many records each register of the open workbook has, and how many of them are in the bin. */
function recordLines(workbook: Workbook | null): readonly string[] {
  if (workbook === null) return [];
  const counts = registerIds.map((register) => {
    const { live, archived } = workbook.tables[register];
    return `${register} ${String(live.length)}${archived.length === 0 ? '' : ` (+${String(archived.length)} in the bin)`}`;
  });
  return ['', `Records: ${counts.join(', ')}`];
}

function crashLines({ page, kind, frames }: PageCrash): readonly string[] {
  return ['', `The page “${page}” stopped working: ${kind}`, ...frames.map((frame) => `  ${frame}`)];
}

function list(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [`${title}: none`] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
}

function folder({ files, bytes }: FolderFacts): string {
  return `${String(files)} files ${size(bytes)}`;
}

function size(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} kB`;
}

function instant(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ') + ' UTC';
}
