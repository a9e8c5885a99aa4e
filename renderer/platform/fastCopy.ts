/**
 * The fast copy of a workbook in IndexedDB, kept by y-indexeddb. It is never the promise: the journal is. It is opened
 * with care, because y-indexeddb stops for ever at one damaged row and because a whole store can vanish.
 */
import { IndexeddbPersistence, storeState } from 'y-indexeddb';
import { validateUpdate } from '../../shared/sync/validateState';
import { quarantine } from './quarantine';

type YDoc = ConstructorParameters<typeof IndexeddbPersistence>[1];

const UPDATES = 'updates';
const LOADING_LIMIT_MS = 15_000;
/** Loading costs by the row; above this many they are joined into one at the start. */
const MANY_ROWS = 200;

export interface FastCopy {
  /** The store was empty or had been lost; what the journal holds must be put in again. */
  readonly wasEmpty: boolean;
  /** Resolves when everything handed over so far is on the disk, or cannot be: the journal is the promise. */
  readonly flush: () => Promise<void>;
  /** Connects anew and writes the whole document, after something may have kept changes out. */
  readonly renew: () => Promise<void>;
  readonly close: () => Promise<void>;
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

/** Takes damaged rows out of the way. @returns how many good rows there are */
async function sweep(name: string): Promise<number> {
  const database = await openRaw(name);
  try {
    const bad: { key: IDBValidKey; row: unknown }[] = [];
    let good = 0;
    await new Promise<void>((resolve, reject) => {
      const request = database.transaction(UPDATES, 'readonly').objectStore(UPDATES).openCursor();
      request.onerror = () => {
        reject(request.error ?? new Error('IndexedDB could not be read'));
      };
      request.onsuccess = () => {
        const cursor = request.result;
        if (cursor === null) {
          resolve();
          return;
        }
        const row: unknown = cursor.value;
        if (row instanceof Uint8Array && validateUpdate(row, name).ok) good += 1;
        else bad.push({ key: cursor.key, row });
        cursor.continue();
      };
    });
    for (const { key, row } of bad) {
      await quarantine(name, row);
      await removeRow(database, key);
    }
    return good;
  } finally {
    database.close();
  }
}

function removeRow(database: IDBDatabase, key: IDBValidKey): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(UPDATES, 'readwrite');
    transaction.objectStore(UPDATES).delete(key);
    settle(transaction, resolve, reject);
  });
}

/**
 * Loads the fast copy into an empty document and keeps it up to date from then on.
 * @returns undefined when the store cannot be used; the journal alone then carries the workbook
 */
export async function openFastCopy(workbook: string, doc: YDoc): Promise<FastCopy | undefined> {
  const name = databaseName(workbook);
  try {
    const rows = await sweep(name);
    let connection = await connect(name, doc);
    if (rows > MANY_ROWS) await storeState(connection.persistence, true);
    return {
      wasEmpty: rows === 0,
      flush: () => orWarn(() => flush(connection.persistence)),
      renew: () =>
        orWarn(async () => {
          await connection.end();
          connection = await connect(name, doc);
        }),
      close: async () => {
        await orWarn(() => flush(connection.persistence));
        await orWarn(() => connection.end());
      },
    };
  } catch (error) {
    console.warn('The fast copy is not usable; the journal carries the workbook.', error);
    return undefined;
  }
}

interface Connection {
  readonly persistence: IndexeddbPersistence;
  readonly end: () => Promise<void>;
}

/** Every connection begins by writing the whole document. */
async function connect(name: string, doc: YDoc): Promise<Connection> {
  const persistence = new IndexeddbPersistence(name, doc);
  const store = persistence._storeUpdate;
  // It throws when the browser has closed the database under it, and the journal would then never hear of the edit.
  const storeOrWarn = (update: Uint8Array, origin: unknown): void => {
    try {
      store(update, origin);
    } catch (error) {
      warn(error);
    }
  };
  doc.off('update', store);
  doc.on('update', storeOrWarn);
  await withinLimit(persistence.whenSynced);
  return {
    persistence,
    end: async () => {
      doc.off('update', storeOrWarn);
      await persistence.destroy();
    },
  };
}

async function orWarn(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    warn(error);
  }
}

function warn(error: unknown): void {
  console.warn('The fast copy could not be written; the journal carries the workbook.', error);
}

/** A full disk shows only when a transaction ends: then it is aborted, and that is no error event. */
function settle(transaction: IDBTransaction, done: () => void, failed: (error: Error) => void): void {
  transaction.oncomplete = done;
  transaction.onabort = () => {
    failed(transaction.error ?? new Error('IndexedDB could not be written'));
  };
}

/** IndexedDB runs overlapping writes in order: when a later one is complete, all earlier ones are. */
function flush(persistence: IndexeddbPersistence): Promise<void> {
  const database = persistence.db;
  if (database === null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('custom', 'readwrite');
    transaction.objectStore('custom').put(Date.now(), 'flushed');
    settle(transaction, resolve, reject);
  });
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
