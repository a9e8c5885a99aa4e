/** Rows of the fast copy that could not be read, kept aside for a look. May be deleted at any time. */
import Dexie, { type Table } from 'dexie';

interface DamagedRow {
  readonly id?: number;
  readonly store: string;
  readonly found: number;
  readonly row: unknown;
}

class Quarantine extends Dexie {
  readonly rows: Table<DamagedRow, number>;

  constructor() {
    super('golive-quarantine', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ rows: '++id' });
    this.rows = this.table('rows');
  }
}

export async function quarantine(store: string, row: unknown): Promise<void> {
  const database = new Quarantine();
  await database.rows.add({ store, found: Date.now(), row });
  database.close();
}
