/**
 * How a plan lies in its Yjs document. Everything here is part of the file format (`docs/file-format.md`): it grows by
 * addition and is never renamed.
 *
 * - `meta`: workbook id, format and the oldest format that may write, set once when the workbook is made.
 * - `actors`: actor number to the name people know it by, written once under each Yjs client id it has had.
 * - `recs`: record id to an array of entries `[key, value, time, actor]`. A write removes the entries it has seen under
 *   its key and adds its own, so that two writes apart both stay until someone who has seen both writes again.
 * - `texts`: long texts, `record/field/segment` to a text people can type in together. A text that two sites began
 *   apart has two segments; both are shown.
 */
import type * as Y from 'yjs';

export type EntryArray = Y.Array<unknown>;

export interface Roots {
  readonly meta: Y.Map<unknown>;
  readonly actors: Y.Map<unknown>;
  readonly records: Y.Map<unknown>;
  readonly texts: Y.Map<unknown>;
}

export function rootsOf(doc: Y.Doc): Roots {
  return {
    meta: doc.getMap('meta'),
    actors: doc.getMap('actors'),
    records: doc.getMap('recs'),
    texts: doc.getMap('texts'),
  };
}

/** Keys of what every record has besides its fields; field names never begin with an underscore. */
export const REGISTER_KEY = '_reg';
export const ORDER_KEY = '_ord';
export const ARCHIVED_KEY = '_del';

/** One write of one key of a record. */
export interface WrittenValue {
  readonly key: string;
  readonly value: unknown;
  /** Seconds since 2025-01-01T00:00:00Z, by the writer's clock or later. */
  readonly time: number;
  readonly actor: number;
}

const KEY = /^[a-z_][A-Za-z0-9_]{0,40}(\/[A-Za-z0-9-]{1,40})?$/;
const MAX_31_BIT = 0x7fffffff;

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_31_BIT;
}

/** An entry as it lies in the document: `[key, value, time, actor]`; what a newer app adds comes after. */
export type StoredEntry = readonly [key: string, value: unknown, time: number, actor: number, ...unknown[]];

/** Whether this code understands an entry but for its key, which may be none. */
export function isStoredEntry(entry: unknown): entry is StoredEntry {
  if (!Array.isArray(entry) || entry.length < 4) return false;
  const items: readonly unknown[] = entry;
  return typeof items[0] === 'string' && isCount(items[2]) && isCount(items[3]);
}

/** Reads an entry; undefined for one that this code does not understand, which stays where it is. */
export function readEntry(entry: unknown): WrittenValue | undefined {
  return isStoredEntry(entry) && KEY.test(entry[0]) ? writtenIn(entry) : undefined;
}

export function writtenIn(entry: StoredEntry): WrittenValue {
  return { key: entry[0], value: entry[1], time: entry[2], actor: entry[3] };
}

export function writeEntry(written: WrittenValue): unknown[] {
  return [written.key, written.value, written.time, written.actor];
}

/** The key of one element of a set field. */
export function elementKey(field: string, element: string): string {
  return `${field}/${element}`;
}
