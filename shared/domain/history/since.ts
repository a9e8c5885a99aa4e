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
  /** Its record was made after the moment. */
  readonly isNew?: true;
  /** Who wrote it last, empty where nobody knows, and what stood there before that person's last writes in a row. */
  readonly last: { readonly by: string; readonly before: unknown; readonly isNew?: true };
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
  readonly isNew: boolean;
  last: { by: string; before: unknown; isNew: boolean };
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
      const isNew = isMaking(change);
      const key = fieldPlaceKey(change);
      const known = written.get(key);
      if (known === undefined) {
        const last = { by, before: old, isNew };
        written.set(key, { place: { register, id, field }, old, isNew, last, others: new Set() });
      } else if (known.last.by !== by) {
        known.others.add(known.last.by);
        known.others.delete(by);
        known.last = { by, before: old, isNew };
      }
    }
  }
  return [...written.values()].map(({ place, old, isNew, last, others }) => ({
    ...{ ...place, old, others: [...others] },
    ...(isNew ? { isNew } : {}),
    last: { by: last.by, before: last.before, ...(last.isNew ? { isNew: true } : {}) },
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
  const { register, id, field, old = null, isNew, last } = value;
  const others = parseAll(value['others'], (name) => (typeof name === 'string' ? name : undefined));
  if (typeof register !== 'string' || typeof id !== 'string' || typeof field !== 'string') return undefined;
  if (others === undefined || !isJsonObject(last) || typeof last['by'] !== 'string') return undefined;
  return {
    ...{ register, id, field, old, others },
    ...(isNew === true ? { isNew } : {}),
    last: {
      ...{ by: last['by'], before: last['before'] ?? null },
      ...(last['isNew'] === true ? { isNew: true } : {}),
    },
  };
}
