/**
 * The table of a register. Every edit makes a new one; the places of the records are shared by all tables until a
 * record comes, goes or moves, so that one changed record costs a copy of the lists and no new index.
 */
import type { AnyRecord } from './register/record';
import type { Table } from './workbook';

export class RecordTable implements Table<AnyRecord> {
  readonly live: readonly AnyRecord[];
  readonly archived: readonly AnyRecord[];

  private constructor(
    readonly byId: RecordsById,
    liveCount: number,
  ) {
    this.live = byId.records.slice(0, liveCount);
    this.archived = byId.records.slice(liveCount);
  }

  static of(live: readonly AnyRecord[], archived: readonly AnyRecord[]): RecordTable {
    const records = [...live, ...archived];
    const places = new Map(records.map(({ id }, place) => [id, place]));
    return new RecordTable(new RecordsById(records, places), live.length);
  }

  /** The table with other values in some of its records. */
  with(changed: readonly AnyRecord[]): RecordTable {
    return new RecordTable(this.byId.with(changed), this.live.length);
  }
}

/** A table with other values in some of its records, whoever made it. */
export function tableWith(table: Table<AnyRecord>, changed: readonly AnyRecord[]): Table<AnyRecord> {
  const known = table instanceof RecordTable ? table : RecordTable.of(table.live, table.archived);
  return known.with(changed);
}

class RecordsById implements ReadonlyMap<string, AnyRecord> {
  /** @param places where each record stands in `records` */
  constructor(
    readonly records: readonly AnyRecord[],
    private readonly places: ReadonlyMap<string, number>,
  ) {}

  with(changed: readonly AnyRecord[]): RecordsById {
    const records = [...this.records];
    for (const record of changed) {
      const place = this.places.get(record.id);
      if (place !== undefined) records[place] = record;
    }
    return new RecordsById(records, this.places);
  }

  get size(): number {
    return this.records.length;
  }

  has(id: string): boolean {
    return this.places.has(id);
  }

  get(id: string): AnyRecord | undefined {
    const place = this.places.get(id);
    return place === undefined ? undefined : this.records[place];
  }

  forEach(visit: (record: AnyRecord, id: string, all: ReadonlyMap<string, AnyRecord>) => void): void {
    for (const record of this.records) visit(record, record.id, this);
  }

  keys(): MapIterator<string> {
    return this.places.keys();
  }

  values(): MapIterator<AnyRecord> {
    return this.records.values();
  }

  entries(): MapIterator<[string, AnyRecord]> {
    return new Map(this.records.map((record) => [record.id, record])).entries();
  }

  [Symbol.iterator](): MapIterator<[string, AnyRecord]> {
    return this.entries();
  }
}
