/**
 * What became of each field after a moment: what stood there before, and who wrote last. From it one value, one record
 * and the whole plan can go back, and what one person did can be taken back.
 */
import { isCount, isJsonObject, parseAll } from '../base/json';
import { fieldPlaceKey, type FieldPlace } from '../edits/baseValues';
import { authorOf, isMaking, type RecordedEdit } from '../edits/recordHistory';
import { parseReach, type HistoryReach } from './page';
import type { Moment } from './query';

/** A field that was written after a moment. */
export interface FieldSince extends FieldPlace {
  /** What stood there at the moment. */
  readonly old: unknown;
  /** Who wrote it first after the moment, and whether that made its record. */
  readonly first: { readonly by: string; readonly isNew?: true };
  /** Who wrote it last, empty where nobody knows, and what stood there before that person's last writes in a row. */
  readonly last: { readonly by: string; readonly before: unknown };
  /** Everybody else who wrote it after the moment. */
  readonly others: readonly string[];
}

export interface PlanSince {
  readonly fields: readonly FieldSince[];
  /** The last edit before the moment, and when the first after it was made (null where nothing came after). */
  readonly after: number;
  readonly at: number | null;
  /** What the history on this computer reaches; the moment may lie before that. */
  readonly reach: HistoryReach;
  /** Every change after the moment is known. */
  readonly isWhole: boolean;
}

/**
 * The number of the last edit up to a moment. A clock that was wrong for a while does not tear the plan apart: every
 * edit before one that was made in time counts as made in time.
 * @param edits oldest first
 */
export function lastEditUpTo(edits: readonly RecordedEdit[], moment: Moment): number {
  if ('seq' in moment) return moment.seq;
  const last = edits.findLast(({ at }) => at <= moment.at);
  return last?.seq ?? Math.max(0, (edits[0]?.seq ?? 1) - 1);
}

interface Written {
  readonly place: FieldPlace;
  readonly old: unknown;
  readonly first: FieldSince['first'];
  last: FieldSince['last'];
  readonly others: Set<string>;
}

/** @param edits those after the moment, oldest first; @param record of this one alone */
export function fieldsSince(edits: readonly RecordedEdit[], record: string | null): readonly FieldSince[] {
  const written = new Map<string, Written>();
  for (const edit of edits) {
    for (const change of edit.changes) {
      if (record !== null && change.id !== record) continue;
      const { register, id, field, old } = change;
      const by = authorOf(edit, change);
      const key = fieldPlaceKey(change);
      const known = written.get(key);
      if (known === undefined) {
        const first = { by, ...(isMaking(change) ? ({ isNew: true } as const) : {}) };
        const last = { by, before: old };
        written.set(key, { place: { register, id, field }, old, first, last, others: new Set() });
      } else if (known.last.by !== by) {
        known.others.add(known.last.by);
        known.others.delete(by);
        known.last = { by, before: old };
      }
    }
  }
  return [...written.values()].map(({ place, others, ...rest }) => ({
    ...place,
    ...rest,
    others: [...others],
  }));
}

/** Undefined when the value is none. */
export function parsePlanSince(value: unknown): PlanSince | undefined {
  if (!isJsonObject(value)) return undefined;
  const { after, at, isWhole } = value;
  const fields = parseAll(value['fields'], parseField);
  const reach = parseReach(value['reach']);
  if (fields === undefined || reach === undefined || typeof isWhole !== 'boolean') return undefined;
  return isCount(after) && (at === null || isCount(at)) ? { fields, after, at, reach, isWhole } : undefined;
}

function parseField(value: unknown): FieldSince | undefined {
  if (!isJsonObject(value)) return undefined;
  const { register, id, field, old = null, first, last } = value;
  const others = parseAll(value['others'], (name) => (typeof name === 'string' ? name : undefined));
  if (typeof register !== 'string' || typeof id !== 'string' || typeof field !== 'string') return undefined;
  if (!isJsonObject(first) || !isJsonObject(last) || others === undefined) return undefined;
  if (typeof first['by'] !== 'string' || typeof last['by'] !== 'string') return undefined;
  return {
    ...{ register, id, field, old, others },
    first: { by: first['by'], ...(first['isNew'] === true ? { isNew: true } : {}) },
    last: { by: last['by'], before: last['before'] ?? null },
  };
}
