/**
 * What became of each field after a moment: what stood there before, and who wrote last. From it one value, one record
 * and the whole plan can go back, and what one person did can be taken back.
 */
import { isCount, isJsonObject, parseAll } from '../base/json';
import { fieldPlaceKey, type FieldPlace } from '../edits/baseValues';
import type { FieldChange } from '../edits/change';
import { authorOf, isMaking, type RecordedEdit } from '../edits/recordHistory';
import { parseReach, type HistoryReach } from './page';
import { isChosen, mayBeChosen, type WriterChoice } from './people';
import type { Moment } from './query';

/** A field that was written after a moment. */
export interface FieldSince extends FieldPlace {
  /** What stood there at the moment. */
  readonly old: unknown;
  /** What was written there last. */
  readonly now: unknown;
  /** The first write after the moment made its record. */
  readonly isNew?: true;
  /** What whoever is asked about did there; absent where they did not write. */
  readonly theirs?: TheirWrites;
  /** It is not known of every write whether it is of whoever is asked about. */
  readonly isUnsure?: true;
}

export interface TheirWrites {
  /** They wrote it first after the moment. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Nobody else wrote it after the moment. */
  readonly isAlone: boolean;
  /** What stood there before their last writes in a row. */
  readonly before: unknown;
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

interface Written extends Pick<FieldSince, 'register' | 'id' | 'field' | 'old' | 'isNew'> {
  now: unknown;
  theirs: TheirWrites | undefined;
  isUnsure: boolean;
}

/**
 * @param edits those after the moment, oldest first
 * @param record of this one alone
 * @param writer whoever is asked about
 */
export function fieldsSince(
  edits: readonly RecordedEdit[],
  record: string | null,
  writer: WriterChoice | null,
): readonly FieldSince[] {
  const fields = new Map<string, Written>();
  for (const edit of edits) {
    for (const change of edit.changes) {
      if (record !== null && change.id !== record) continue;
      const key = fieldPlaceKey(change);
      const known = fields.get(key);
      const written = known ?? firstWrite(change);
      if (known === undefined) fields.set(key, written);
      written.now = change.new;
      if (writer === null) continue;
      const author = authorOf(edit, change);
      const isTheirs = isChosen(writer, author);
      written.isUnsure ||= mayBeChosen(writer, author);
      written.theirs = theirWrites(written.theirs, {
        isTheirs,
        isFirst: known === undefined,
        old: change.old,
      });
    }
  }
  return [...fields.values()].map(({ theirs, isUnsure, ...rest }) => ({
    ...rest,
    ...(theirs === undefined ? {} : { theirs }),
    ...(isUnsure ? { isUnsure } : {}),
  }));
}

function firstWrite(change: FieldChange): Written {
  const { register, id, field, old, new: now } = change;
  const isNew = isMaking(change) ? ({ isNew: true } as const) : {};
  return { register, id, field, old, ...isNew, now, theirs: undefined, isUnsure: false };
}

function theirWrites(
  known: TheirWrites | undefined,
  {
    isTheirs,
    isFirst,
    old,
  }: { readonly isTheirs: boolean; readonly isFirst: boolean; readonly old: unknown },
): TheirWrites | undefined {
  if (known === undefined)
    return isTheirs ? { isFirst, isLast: true, isAlone: isFirst, before: old } : undefined;
  if (!isTheirs) return { ...known, isLast: false, isAlone: false };
  return known.isLast ? known : { ...known, isLast: true, before: old };
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
  const { register, id, field, old = null, now = null, isNew, isUnsure } = value;
  if (typeof register !== 'string' || typeof id !== 'string' || typeof field !== 'string') return undefined;
  const theirs = parseTheirWrites(value['theirs']);
  if (theirs === undefined && value['theirs'] !== undefined) return undefined;
  return {
    ...{ register, id, field, old, now },
    ...(isNew === true ? { isNew } : {}),
    ...(theirs === undefined ? {} : { theirs }),
    ...(isUnsure === true ? { isUnsure } : {}),
  };
}

function parseTheirWrites(value: unknown): TheirWrites | undefined {
  if (!isJsonObject(value)) return undefined;
  const { isFirst, isLast, isAlone, before = null } = value;
  if (typeof isFirst !== 'boolean' || typeof isLast !== 'boolean' || typeof isAlone !== 'boolean')
    return undefined;
  return { isFirst, isLast, isAlone, before };
}
