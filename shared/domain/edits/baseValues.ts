/**
 * What stood in a field before several sites wrote it apart, as far as the history on this computer can tell: what the
 * first change made here replaced that the merged copy did not know of, or what was shown when several came in at once.
 */
import { isJsonObject, parseAll } from '../base/json';
import { sameValue } from '../register/canonical';
import { isCut, MERGED, type ClientClock, type FieldChange } from './change';
import type { RecordedEdit } from './recordHistory';

export type FieldPlace = Pick<FieldChange, 'register' | 'id' | 'field'>;

/** By `fieldPlaceKey`; a field of which nothing is known is not there. */
export type BaseValues = ReadonlyMap<string, unknown>;

export function fieldPlaceKey({ register, id, field }: FieldPlace): string {
  return `${register}/${id}/${field}`;
}

/** A field that was written apart, and the values that wait there. */
export interface ApartField extends FieldPlace {
  readonly written: readonly unknown[];
}

/** @param edits of the whole plan on this computer, oldest first */
export function baseValues(
  edits: readonly RecordedEdit[],
  wanted: readonly (FieldPlace | ApartField)[],
): BaseValues {
  const keys = new Map(
    wanted.map((place) => [fieldPlaceKey(place), 'written' in place ? place.written : []]),
  );
  const own = new Map<string, OwnChange[]>();
  const bases = new Map<string, unknown>();
  for (const edit of edits) {
    const knew = edit.label === MERGED ? new Map(edit.merged?.knew) : undefined;
    for (const change of edit.changes) {
      const key = fieldPlaceKey(change);
      const written = keys.get(key);
      if (written === undefined) continue;
      if (knew === undefined) {
        if (edit.begins !== undefined) listAt(own, key).push({ ...change, begins: edit.begins });
      } else if (change.isApart === true) {
        const first = own.get(key)?.find(({ begins: [client, clock] }) => clock >= (knew.get(client) ?? 0));
        const base = first === undefined ? beforeMerging(change.old, own.get(key) ?? [], written) : first.old;
        if (isCut(base)) bases.delete(key);
        else bases.set(key, base);
      }
    }
  }
  return bases;
}

/** Undefined when the value is no list of them. */
export function parseApartFields(value: unknown): readonly ApartField[] | undefined {
  return parseAll(value, (place) => {
    if (!isJsonObject(place)) return undefined;
    const { register, id, field, written } = place;
    if (typeof register !== 'string' || typeof id !== 'string' || typeof field !== 'string') return undefined;
    return Array.isArray(written) ? { register, id, field, written } : undefined;
  });
}

/** Undefined when the value is none. */
export function parseBaseValues(value: unknown): BaseValues | undefined {
  if (!(value instanceof Map)) return undefined;
  const bases = new Map<string, unknown>();
  for (const [key, base] of value as ReadonlyMap<unknown, unknown>) {
    if (typeof key !== 'string') return undefined;
    bases.set(key, base);
  }
  return bases;
}

/**
 * What was shown when both values came. Where that is my own, one of those that wait, the copy had taken in my change
 * already; then what this replaced stood there before, unless I had changed it more than once, when nobody can tell.
 */
function beforeMerging(shown: unknown, own: readonly OwnChange[], written: readonly unknown[]): unknown {
  const [earlier, last] = [own.at(-2), own.at(-1)];
  const isMine = last !== undefined && sameValue(last.new, shown);
  if (!isMine || !written.some((value) => sameValue(value, shown))) return shown;
  return earlier !== undefined && sameValue(earlier.new, last.old) ? shown : last.old;
}

interface OwnChange extends Pick<FieldChange, 'old' | 'new'> {
  readonly begins: ClientClock;
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made: T[] = [];
  lists.set(key, made);
  return made;
}
