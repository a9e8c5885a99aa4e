/**
 * The fast copy of a workbook in IndexedDB, kept by y-indexeddb. It is never the promise: the journal is. It is opened
 * with care, because y-indexeddb stops for ever at one damaged row and because a whole store can vanish. Its rows are
 * looked over, and taken in only if they say what the journal does not.
 */
import { IndexeddbPersistence, storeState } from 'y-indexeddb';
import { outlineOf, takeIn } from '../../shared/document/copies';
import { Holdings } from '../../shared/sync/holdings';
import { isRefusal, outlineUpdate, type UpdateOutline } from '../../shared/sync/updateOutline';
import { validateUpdate } from '../../shared/sync/validateState';

type YDoc = ConstructorParameters<typeof IndexeddbPersistence>[1];

const UPDATES = 'updates';
const LOADING_LIMIT_MS = 15_000;
/** Reading costs by the row; above this many they are joined into one. */
const MANY_ROWS = 200;

interface Row {
  readonly update: Uint8Array;
  readonly outline: UpdateOutline;
}

export const DATABASE_PREFIX = 'workbook-';

function databaseName(workbook: string): string {
  return `${DATABASE_PREFIX}${workbook}`;
}

/** Opens the store as y-indexeddb would make it, so that whichever comes first makes it right. */
function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES, { autoIncrement: true });
      request.result.createObjectStore('custom');
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB did not open'));
    };
    request.onblocked = () => {
      reject(new Error('IndexedDB is in use'));
    };
  });
}

interface Found {
  readonly rows: readonly Row[];
  /** Rows that made no sense and were put aside. */
  readonly damaged: number;
}

/** Reads all rows, and takes damaged ones out of the way. */
async function readRows(name: string): Promise<Found & { readonly lastKey: number }> {
  const database = await openRaw(name);
  try {
    const store = database.transaction(UPDATES, 'readonly').objectStore(UPDATES);
    const [keys, values] = await Promise.all([answerTo(store.getAllKeys()), answerTo(store.getAll())]);
    const rows: Row[] = [];
    for (const [at, key] of keys.entries()) {
      const value: unknown = values[at];
      const row = value instanceof Uint8Array ? rowOf(value) : undefined;
      if (row !== undefined) rows.push(row);
      else await putAside(name, database, key, value);
    }
    return { rows, damaged: keys.length - rows.length, lastKey: Number(keys.at(-1) ?? 0) };
  } finally {
    database.close();
  }
}

function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB could not be read'));
    };
  });
}

function rowOf(update: Uint8Array): Row | undefined {
  const outline = outlineUpdate(update, 'allowed');
  return isRefusal(outline) ? undefined : { update, outline };
}

async function putAside(name: string, database: IDBDatabase, key: IDBValidKey, row: unknown): Promise<void> {
  // Loaded only now: hardly anyone ever needs it.
  const { quarantine } = await import('./quarantine');
  await quarantine(name, row);
  await removeRow(database, key);
}

function removeRow(database: IDBDatabase, key: IDBValidKey): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(UPDATES, 'readwrite');
    transaction.objectStore(UPDATES).delete(key);
    settle(transaction, resolve, reject);
  });
}

/**
 * Opens the fast copy of a workbook for a document that is still empty. Nothing is written until `follow`.
 * @returns undefined when the store cannot be used; the journal alone then carries the workbook
 */
export async function openFastCopy(workbook: string, doc: YDoc): Promise<FastCopy | undefined> {
  const name = databaseName(workbook);
  try {
    const { persistence, ...found } = await connect(name, doc);
    return new FastCopy(name, doc, persistence, found);
  } catch (error) {
    unusable(error);
    return undefined;
  }
}

/** With what was there before. */
interface Connection extends Found {
  readonly persistence: IndexeddbPersistence;
}

/** Takes nothing into the document, and writes nothing that happens to it. */
async function connect(name: string, doc: YDoc): Promise<Connection> {
  const { rows, damaged, lastKey } = await readRows(name);
  const persistence = new IndexeddbPersistence(name, doc);
  persistence._dbref = lastKey + 1;
  // Loading is no news to be written, and to be told of it would cost as much again.
  doc.off('update', persistence._storeUpdate);
  await withinLimit(persistence.whenSynced);
  return { persistence, rows, damaged };
}

function unusable(error: unknown): void {
  console.warn('The fast copy is not usable; the journal carries the workbook.', error);
}

async function orWarn(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    unusable(error);
  }
}

export class FastCopy {
  /** The rows lack something, or are too many: the whole document is to be written in their place. */
  private isDue = false;
  private rows: readonly Row[];
  readonly wasDamaged: boolean;

  constructor(
    private readonly name: string,
    private readonly doc: YDoc,
    private persistence: IndexeddbPersistence,
    found: Found,
  ) {
    this.rows = found.rows;
    this.wasDamaged = found.damaged > 0;
  }

  /** Takes into the document what the rows say and it does not. @returns whether there was anything */
  load(): boolean {
    const before = outlineOf(this.doc);
    const held = new Holdings([before]);
    const news = this.rows.filter(({ outline }) => !held.hold(outline));
    const sound = news.filter(({ update }) => validateUpdate(update, 'fast copy').ok);
    for (const { update } of sound) takeIn(this.doc, update);
    const isComplete = new Holdings(this.rows.map(({ outline }) => outline)).hold(before);
    this.isDue = !isComplete || sound.length < news.length || this.rows.length > MANY_ROWS;
    this.rows = [];
    return sound.length > 0;
  }

  /** Keeps up with the document from now on. */
  follow(): void {
    this.doc.on('update', this.store);
    requestIdleCallback(() => {
      void orWarn(() => this.catchUp());
    });
  }

  /** Resolves when everything handed over so far is on the disk, or cannot be: the journal is the promise. */
  flush(): Promise<void> {
    return orWarn(async () => {
      await this.catchUp();
      await lastWrite(this.persistence.db);
    });
  }

  /** Connects anew and writes the whole document, after something may have kept changes out. */
  renew(): Promise<void> {
    return orWarn(async () => {
      await this.persistence.destroy();
      this.isDue = true;
      this.persistence = (await connect(this.name, this.doc)).persistence;
      await this.catchUp();
    });
  }

  async close(): Promise<void> {
    await this.flush();
    this.doc.off('update', this.store);
    await orWarn(() => this.persistence.destroy());
  }

  private async catchUp(): Promise<void> {
    if (!this.isDue) return;
    this.isDue = false;
    await storeState(this.persistence, true);
  }

  private readonly store = (update: Uint8Array, origin: unknown): void => {
    // It throws when the browser has closed the database under it, and the journal would then never hear of the edit.
    try {
      this.persistence._storeUpdate(update, origin);
    } catch (error) {
      unusable(error);
    }
  };
}

/** IndexedDB runs overlapping writes in order: when a later one is complete, all earlier ones are. */
function lastWrite(database: IDBDatabase | null): Promise<void> {
  if (database === null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([UPDATES, 'custom'], 'readwrite');
    transaction.objectStore('custom').put(Date.now(), 'flushed');
    settle(transaction, resolve, reject);
  });
}

/** A full disk shows only when a transaction ends: then it is aborted, and that is no error event. */
function settle(transaction: IDBTransaction, done: () => void, failed: (error: Error) => void): void {
  transaction.oncomplete = done;
  transaction.onabort = () => {
    failed(transaction.error ?? new Error('IndexedDB could not be written'));
  };
}

function withinLimit(loading: Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      reject(new Error('IndexedDB took too long'));
    }, LOADING_LIMIT_MS);
    loading.then(
      () => {
        clearTimeout(limit);
        resolve();
      },
      (error: unknown) => {
        clearTimeout(limit);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
