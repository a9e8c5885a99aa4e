/** Fingerprints of content: of one record, to notice an edit beside its archiving, and of a whole document. */
import * as sha256 from 'lib0/hash/sha256';
import { encodeUtf8 } from 'lib0/string';
import { canonicalJson } from '../domain/register/canonical';
import {
  ARCHIVED_KEY,
  ORDER_KEY,
  readEntry,
  rootsOf,
  writeEntry,
  type EntryArray,
  type WrittenValue,
} from './layout';
import * as Y from 'yjs';

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What a record's archiver had seen: every value of the record but its place and its archiving. The same value written
 * again, by whomever, is nothing new.
 */
export function seenFingerprint(registers: ReadonlyMap<string, readonly WrittenValue[]>): string {
  return fingerprintOf(registers, ({ value }) => canonicalJson(value));
}

/** Whether an archiver who left this fingerprint had seen all of the record. */
export function hadSeen(seen: unknown, registers: ReadonlyMap<string, readonly WrittenValue[]>): boolean {
  if (seen === seenFingerprint(registers)) return true;
  // Before 2026-11-22 the fingerprint was of writes, not of values.
  return seen === fingerprintOf(registers, ({ time, actor }) => `${String(time)} ${String(actor)}`);
}

function fingerprintOf(
  registers: ReadonlyMap<string, readonly WrittenValue[]>,
  part: (written: WrittenValue) => string,
): string {
  const parts = [...registers]
    .filter(([key]) => key !== ARCHIVED_KEY && key !== ORDER_KEY)
    .flatMap(([key, values]) => values.map((written) => `${key} ${part(written)}`));
  return hex(sha256.digest(encodeUtf8([...new Set(parts)].sort().join('\n')))).slice(0, 24);
}

/**
 * SHA-256 over everything the document says, in an order that does not depend on how it came together. Two replicas
 * with the same digest hold the same plan.
 */
export function contentDigest(doc: Y.Doc): string {
  const { meta, actors, records, texts } = rootsOf(doc);
  const lines: string[] = [];
  meta.forEach((value, key) => lines.push(`meta ${key} ${canonicalJson(value)}`));
  actors.forEach((value, key) => lines.push(`actor ${key} ${canonicalJson(value)}`));
  records.forEach((entries, id) => {
    if (entries instanceof Y.Array) lines.push(...recordLines(id, entries));
  });
  texts.forEach((text, key) => {
    if (text instanceof Y.Text) lines.push(`text ${key} ${canonicalJson(text.toJSON())}`);
  });
  return hex(sha256.digest(encodeUtf8(lines.sort().join('\n'))));
}

function recordLines(id: string, entries: EntryArray): string[] {
  return entries.toArray().map((raw) => {
    const written = readEntry(raw);
    return `rec ${id} ${canonicalJson(written === undefined ? raw : writeEntry(written))}`;
  });
}
