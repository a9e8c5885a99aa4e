/** What was found wrong with a workbook's files and put right, as every process speaks of it; told once and kept. */
import { isCount, isJsonObject } from '../domain/base/json';

/** What the store finds in its own folder. */
const STORE_FINDS = {
  tornTail: true,
  journalDamaged: true,
  journalMissing: true,
  checkpointDamaged: true,
  editRefused: true,
  historyDamaged: true,
  fromBackup: true,
  copied: true,
  /** The whole folder was gone while the workbook was open. */
  folderRemade: true,
} as const;

/** What the window finds where the store cannot look. */
const WINDOW_FINDS = {
  /** The fast copy held changes that had not reached the journal. */
  unsavedWork: true,
  fastCopyDamaged: true,
  windowCrashed: true,
  storageCrashed: true,
} as const;

export type StoreFind = keyof typeof STORE_FINDS;
export type WindowFind = keyof typeof WINDOW_FINDS;
export type RecoveryKind = StoreFind | WindowFind;

export interface Recovery {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: RecoveryKind;
  /** Everything that was shown as saved is there. */
  readonly isWhole: boolean;
}

export function isStoreFind(value: unknown): value is StoreFind {
  return typeof value === 'string' && Object.hasOwn(STORE_FINDS, value);
}

export function isWindowFind(value: unknown): value is WindowFind {
  return typeof value === 'string' && Object.hasOwn(WINDOW_FINDS, value);
}

export function parseRecovery(value: unknown): Recovery | undefined {
  if (!isJsonObject(value)) return undefined;
  const { at, kind, isWhole } = value;
  if (!isCount(at) || typeof isWhole !== 'boolean') return undefined;
  return isStoreFind(kind) || isWindowFind(kind) ? { at, kind, isWhole } : undefined;
}
