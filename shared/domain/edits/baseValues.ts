/**
 * What stood in a field before several sites wrote it apart, as far as the history on this computer can tell: what the
 * first change here replaced that the merged copy did not know of, or what was shown when several came in at once.
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
  const history = new Map<string, KnownChange[]>();
  const bases = new Map<string, unknown>();
  for (const edit of edits) {
    const knew = edit.label === MERGED ? new Map(edit.merged?.knew) : undefined;
    const brought = new Map(edit.merged?.brought);
    for (const change of edit.changes) {
      const key = fieldPlaceKey(change);
      const written = keys.get(key);
      if (written === undefined) continue;
      const earlier = listAt(history, key);
      if (knew !== undefined && change.isApart === true) {
        const base = baseOf(change.old, earlier, { knew, written, write: change.write });
        if (isCut(base) || base === UNKNOWN) bases.delete(key);
        else bases.set(key, base);
      }
      const write = knew === undefined ? edit.begins : change.write;
      if (write === undefined || (knew !== undefined && sameValue(change.old, change.new))) continue;
      const [client, clock] = write;
      const from = knew === undefined ? clock : (brought.get(client) ?? clock);
      earlier.push({ ...change, client, clock, from, isOwn: knew === undefined });
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

/** Nobody here can tell. */
const UNKNOWN = Symbol('unknown');

interface MetCopy {
  readonly knew: ReadonlyMap<number, number>;
  readonly written: readonly unknown[];
  /** What it wrote apart. */
  readonly write: ClientClock | undefined;
}

/**
 * What the first change replaced that the copy did not know of, whether it was made here or came in. Of a writer whose
 * writes came in together and whom the copy knew in part, one more value may have stood between.
 */
function baseOf(shown: unknown, earlier: readonly KnownChange[], copy: MetCopy): unknown {
  const first = earlier.find(({ client, clock }) => clock >= (copy.knew.get(client) ?? 0));
  if (first === undefined) return beforeMerging(shown, earlier, copy);
  return first.from >= (copy.knew.get(first.client) ?? 0) ? first.old : UNKNOWN;
}

/**
 * What was shown when both values came. Where that is my own, one of those that wait, the copy had taken in my change
 * already; then what this replaced stood there before. Where that was new too, it is told only if the writer of the
 * other value had written it: who else has not known it in time, nobody can tell.
 */
function beforeMerging(
  shown: unknown,
  changes: readonly KnownChange[],
  { written, write }: MetCopy,
): unknown {
  const [earlier, last] = [changes.at(-2), changes.at(-1)];
  const isMine = last?.isOwn === true && sameValue(last.new, shown);
  if (!isMine || !written.some((value) => sameValue(value, shown))) return shown;
  const isTheirs = write !== undefined && earlier?.client === write[0] && earlier.clock < write[1];
  return earlier === undefined || isTheirs || !sameValue(earlier.new, last.old) ? last.old : shown;
}

/** A change that was made here or came in with a merge. */
interface KnownChange extends Pick<FieldChange, 'old' | 'new'> {
  readonly client: number;
  readonly clock: number;
  /** Where the writes of this client began that came with it. */
  readonly from: number;
  readonly isOwn: boolean;
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made: T[] = [];
  lists.set(key, made);
  return made;
}
