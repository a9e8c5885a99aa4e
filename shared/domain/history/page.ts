/** The history of a plan as it is read: the newest edits first, a page at a time, of large ones the first changes. */
import { isCount, isJsonObject, parseAll } from '../base/json';
import type { FieldChange } from '../edits/change';
import { authorOf, parseRecordedEdit, type RecordedEdit, type Writer } from '../edits/recordHistory';
import { matcherOf } from './matching';
import { parsePerson, type Person } from './people';
import type { HistoryQuery, LastVisit } from './query';

/** An edit with what of it was asked for. */
export interface HistoryEntry extends RecordedEdit {
  /** Changes that were asked for, of which `changes` holds some. */
  readonly count: number;
  /** Who wrote them, those of most changes first. */
  readonly authors: readonly Writer[];
  /** In how many records they are. */
  readonly records: number;
}

/** How much of the history this computer has. */
export interface HistoryReach {
  /** When the oldest edit was made; null where there is none. */
  readonly from: number | null;
  /** Nothing that was ever put down here is gone, by age or by damage. */
  readonly isWhole: boolean;
}

export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** There are older ones, before the last of these. */
  readonly hasMore: boolean;
  /** How many edits there are in all, and how many of them are newer than these. */
  readonly total: number;
  readonly newer: number;
  /** Everybody who wrote anything. */
  readonly people: readonly Person[];
  readonly reach: HistoryReach;
  readonly lastVisit: LastVisit | null;
}

const PAGE_LENGTH = 50;
/** Of each edit, so many changes come with the page, and then so many more at a time. */
export const FIRST_CHANGES = 20;
export const MORE_CHANGES = 200;
const MOST_AUTHORS = 20;

/** What of a history answers a question. */
export interface FoundEntries {
  readonly entries: readonly HistoryEntry[];
  readonly hasMore: boolean;
  readonly total: number;
  readonly newer: number;
}

/** @param edits oldest first */
export function findEntries(
  edits: readonly RecordedEdit[],
  { filter, before, of }: HistoryQuery,
  lastVisit: LastVisit | null,
): FoundEntries {
  const matches = matcherOf(filter, lastVisit);
  const entries: HistoryEntry[] = [];
  let [total, newer] = [0, 0];
  for (let at = edits.length - 1; at >= 0; at--) {
    const edit = edits[at];
    if (edit === undefined || (of !== undefined && edit.seq !== of.seq)) continue;
    const changes = matches(edit);
    if (changes === undefined) continue;
    total += 1;
    if (of !== undefined) entries.push(entryOf(edit, changes, of.skip, MORE_CHANGES));
    else if (before !== null && edit.seq >= before) newer += 1;
    else if (entries.length < PAGE_LENGTH) entries.push(entryOf(edit, changes, 0, FIRST_CHANGES));
  }
  return { entries, hasMore: newer + entries.length < total, total, newer };
}

function entryOf(
  edit: RecordedEdit,
  changes: readonly FieldChange[],
  skip: number,
  length: number,
): HistoryEntry {
  return {
    ...withoutKnowledge(edit, changes.slice(skip, skip + length)),
    ...{ count: changes.length, authors: authorsOf(edit, changes) },
    records: new Set(changes.map(({ id }) => id)).size,
  };
}

/** An edit with some of its changes; what the copy that was merged knew is for the journal. */
export function withoutKnowledge(edit: RecordedEdit, changes: readonly FieldChange[]): RecordedEdit {
  const { seq, at, actor, by, label, merged, more } = edit;
  return {
    ...{ seq, at, actor, by, label, changes },
    ...(merged === undefined ? {} : { merged: { source: merged.source, knew: [] } }),
    ...(more === undefined || more === 0 ? {} : { more }),
  };
}

function authorsOf(edit: RecordedEdit, changes: readonly FieldChange[]): readonly Writer[] {
  const counts = new Map<string, { readonly writer: Writer; count: number }>();
  for (const change of changes) {
    const writer = authorOf(edit, change);
    const key = `${String(writer.actor)} ${writer.by}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { writer, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_AUTHORS)
    .map(({ writer }) => writer);
}

/** Undefined when the value is no page. */
export function parseHistoryPage(value: unknown): HistoryPage | undefined {
  if (!isJsonObject(value)) return undefined;
  const { hasMore, total, newer, lastVisit } = value;
  const entries = parseAll(value['entries'], parseEntry);
  const people = parseAll(value['people'], parsePerson);
  const reach = parseReach(value['reach']);
  if (entries === undefined || people === undefined || reach === undefined) return undefined;
  if (typeof hasMore !== 'boolean' || !isCount(total) || !isCount(newer)) return undefined;
  return { entries, hasMore, total, newer, people, reach, lastVisit: parseLastVisit(lastVisit) };
}

function parseEntry(value: unknown): HistoryEntry | undefined {
  const edit = parseRecordedEdit(value);
  if (edit === undefined || !isJsonObject(value)) return undefined;
  const { count, records } = value;
  const authors = parseAll(value['authors'], parseWriter);
  return authors === undefined || !isCount(count) || !isCount(records)
    ? undefined
    : { ...edit, count, authors, records };
}

function parseWriter(value: unknown): Writer | undefined {
  if (!isJsonObject(value) || typeof value['by'] !== 'string') return undefined;
  const { by, actor } = value;
  return actor === null || isCount(actor) ? { by, actor } : undefined;
}

export function parseReach(value: unknown): HistoryReach | undefined {
  if (!isJsonObject(value)) return undefined;
  const { from, isWhole } = value;
  return (from === null || isCount(from)) && typeof isWhole === 'boolean' ? { from, isWhole } : undefined;
}

/** Null where there was none, or nothing sound is known of it. */
export function parseLastVisit(value: unknown): LastVisit | null {
  if (!isJsonObject(value)) return null;
  const { after, upTo, ended } = value;
  return isCount(after) && isCount(upTo) && isCount(ended) ? { after, upTo, ended } : null;
}
