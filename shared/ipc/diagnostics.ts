/**
 * What the processes say of themselves when somebody asks for help: versions, sizes and counts. No type here has room
 * for a name, a path or anything of a plan.
 */
import { isCount, isJsonObject, parseAll } from '../domain/base/json';
import { isCountOrNull } from './messageParts';

/** Sizes are in bytes. */
export interface FolderFacts {
  readonly files: number;
  readonly bytes: number;
}

/** One workbook on this computer. */
export interface StoreFacts {
  /** The one the window shows. */
  readonly isAsked: boolean;
  readonly records: number;
  readonly journal: FolderFacts;
  readonly checkpoints: FolderFacts;
  readonly history: FolderFacts;
  readonly backups: FolderFacts;
  /** Milliseconds since 1970. */
  readonly newestBackup: number | null;
  /** Files that were damaged and put aside. */
  readonly damagedFiles: number;
}

export interface CoreFacts {
  readonly workbooks: readonly StoreFacts[];
  readonly secondFolder: 'none' | 'there' | 'missing';
  /** Bytes free on the drive of the plans; null when the system does not say. */
  readonly free: number | null;
}

/** A process that ended by itself. */
export interface CrashFact {
  readonly process: 'window' | 'storage';
  /** The system's word or number for it. */
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface MachineFacts {
  readonly app: string;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
  /** `linux 6.8.0 x64`. */
  readonly system: string;
  /** Bytes. */
  readonly memory: number;
  readonly isPackaged: boolean;
  readonly crashes: readonly CrashFact[];
}

export interface Diagnostics {
  readonly machine: MachineFacts;
  /** Null when the storage process gave no answer. */
  readonly core: CoreFacts | null;
}

export function parseCoreFacts(value: unknown): CoreFacts | undefined {
  if (!isJsonObject(value)) return undefined;
  const { secondFolder, free } = value;
  const workbooks = parseAll(value['workbooks'], parseStoreFacts);
  if (secondFolder !== 'none' && secondFolder !== 'there' && secondFolder !== 'missing') return undefined;
  return workbooks === undefined || !isCountOrNull(free) ? undefined : { workbooks, secondFolder, free };
}

function parseStoreFacts(value: unknown): StoreFacts | undefined {
  if (!isJsonObject(value)) return undefined;
  const { isAsked, records, newestBackup, damagedFiles } = value;
  const [journal, checkpoints, history, backups] = ['journal', 'checkpoints', 'history', 'backups'].map(
    (part) => parseFolderFacts(value[part]),
  );
  if (typeof isAsked !== 'boolean' || !isCount(records) || !isCount(damagedFiles)) return undefined;
  if (!isCountOrNull(newestBackup) || journal === undefined || checkpoints === undefined) return undefined;
  if (history === undefined || backups === undefined) return undefined;
  return { isAsked, records, journal, checkpoints, history, backups, newestBackup, damagedFiles };
}

function parseFolderFacts(value: unknown): FolderFacts | undefined {
  if (!isJsonObject(value)) return undefined;
  const { files, bytes } = value;
  return isCount(files) && isCount(bytes) ? { files, bytes } : undefined;
}
