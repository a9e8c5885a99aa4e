/**
 * What stood in a field before several sites wrote it apart, as far as the history on this computer can tell: what the
 * first change made here replaced that the merged copy did not know of, or what was shown when several came in at once.
 */
import { isJsonObject, parseAll } from '../base/json';
import { isCut, MERGED, type ClientClock, type FieldChange } from './change';
import type { RecordedEdit } from './recordHistory';

export type FieldPlace = Pick<FieldChange, 'register' | 'id' | 'field'>;

/** By `fieldPlaceKey`; a field of which nothing is known is not there. */
export type BaseValues = ReadonlyMap<string, unknown>;

export function fieldPlaceKey({ register, id, field }: FieldPlace): string {
  return `${register}/${id}/${field}`;
}

/** The place that a key names. */
export function fieldPlaceOf(key: string): FieldPlace {
  const [register = '', id = '', field = ''] = key.split('/');
  return { register, id, field };
}

/** @param edits of the whole plan on this computer, oldest first */
export function baseValues(edits: readonly RecordedEdit[], wanted: readonly FieldPlace[]): BaseValues {
  const keys = new Set(wanted.map(fieldPlaceKey));
  const own = new Map<string, OwnChange[]>();
  const bases = new Map<string, unknown>();
  for (const edit of edits) {
    const knew = edit.label === MERGED ? new Map(edit.merged?.knew) : undefined;
    for (const change of edit.changes) {
      const key = fieldPlaceKey(change);
      if (!keys.has(key)) continue;
      if (knew === undefined) {
        if (edit.begins !== undefined) listAt(own, key).push({ old: change.old, begins: edit.begins });
      } else if (change.isApart === true) {
        const first = own.get(key)?.find(({ begins: [client, clock] }) => clock >= (knew.get(client) ?? 0));
        const base = first === undefined ? change.old : first.old;
        if (isCut(base)) bases.delete(key);
        else bases.set(key, base);
      }
    }
  }
  return bases;
}

/** Undefined when the value is no list of places. */
export function parseFieldPlaces(value: unknown): readonly FieldPlace[] | undefined {
  return parseAll(value, (place) => {
    if (!isJsonObject(place)) return undefined;
    const { register, id, field } = place;
    if (typeof register !== 'string' || typeof id !== 'string' || typeof field !== 'string') return undefined;
    return { register, id, field };
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

interface OwnChange {
  readonly old: unknown;
  readonly begins: ClientClock;
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made: T[] = [];
  lists.set(key, made);
  return made;
}
