/** Who made a transaction. Undo, storage, sync and review each decide by it. */
export interface Origin {
  readonly kind: 'command' | 'undo' | 'merge' | 'storage';
}

/** A person at this replica. */
export const COMMAND: Origin = { kind: 'command' };
/** The same person taking something back, or forth again. */
export const UNDO: Origin = { kind: 'undo' };
/** Another replica's work: a file, a peer. */
export const MERGE: Origin = { kind: 'merge' };
/** What this device had kept. */
export const STORAGE: Origin = { kind: 'storage' };

export function isOwnWork(origin: unknown): boolean {
  return origin !== MERGE && origin !== STORAGE;
}
