/**
 * The multi-value register: what one key of a record holds. Usually one value; after two sites wrote apart, all of
 * them. Which is shown first is the same on every replica and never depends on the order of arrival.
 */
import { canonicalJson } from '../domain/register/canonical';
import {
  isStoredEntry,
  readEntry,
  writeEntry,
  writtenIn,
  type EntryArray,
  type WrittenValue,
} from './layout';

/** Latest first; between equal times the higher actor, then the larger text of the value. */
export function byPrecedence(a: WrittenValue, b: WrittenValue): number {
  if (a.time !== b.time) return b.time - a.time;
  if (a.actor !== b.actor) return b.actor - a.actor;
  const textA = canonicalJson(a.value);
  const textB = canonicalJson(b.value);
  return textA < textB ? 1 : textA > textB ? -1 : 0;
}

/** All keys of a record with their values, the one shown first leading. */
export function readRegisters(entries: EntryArray): Map<string, WrittenValue[]> {
  return registersOf(entries.toArray());
}

/** The same for some of a record's entries. */
export function registersOf(entries: readonly unknown[]): Map<string, WrittenValue[]> {
  const registers = new Map<string, WrittenValue[]>();
  for (const raw of entries) {
    const written = readEntry(raw);
    if (written === undefined) continue;
    const values = registers.get(written.key);
    if (values === undefined) registers.set(written.key, [written]);
    else values.push(written);
  }
  for (const values of registers.values()) if (values.length > 1) values.sort(byPrecedence);
  return registers;
}

/** The values of one key, the one shown first leading. */
export function readRegister(entries: EntryArray, key: string): WrittenValue[] {
  return valuesUnder(entries.toArray(), key);
}

/** The same for entries that have been taken out. @param key one this code knows */
export function valuesUnder(entries: readonly unknown[], key: string): WrittenValue[] {
  const values: WrittenValue[] = [];
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at];
    if (Array.isArray(entry) && entry[0] === key && isStoredEntry(entry)) values.push(writtenIn(entry));
  }
  return values.length > 1 ? values.sort(byPrecedence) : values;
}

/** The place among a record's entries of a value that was read there; -1 where it is no more. */
export function placeOfValue(entries: readonly unknown[], value: WrittenValue): number {
  return entries.findIndex((entry) => {
    const written = isStoredEntry(entry) ? writtenIn(entry) : undefined;
    return written?.key === value.key && written.value === value.value && byPrecedence(written, value) === 0;
  });
}

/**
 * Replaces what this replica has seen under a key. Must run inside a transaction.
 * @param values usually one; several only when an undo brings back values that were waiting for a choice
 * @returns what was there before
 */
export function replaceRegister(
  entries: EntryArray,
  key: string,
  values: readonly WrittenValue[],
): WrittenValue[] {
  const before: WrittenValue[] = [];
  const all = entries.toArray();
  for (let index = all.length - 1; index >= 0; index--) {
    const written = readEntry(all[index]);
    if (written?.key !== key) continue;
    before.push(written);
    entries.delete(index, 1);
  }
  if (values.length > 0) entries.push(values.map(writeEntry));
  return before.sort(byPrecedence);
}
