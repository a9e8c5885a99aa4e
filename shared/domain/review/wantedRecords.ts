/** What records are to say again, told from what became of their fields: as of a moment, or without one person's work. */
import { fieldPlaceKey } from '../edits/baseValues';
import { PLACE_FIELD, readPlace } from '../edits/places';
import type { FieldSince } from '../history/since';
import { isRegisterId, type RegisterId } from '../registers/all';
import type { Workbook } from '../workbook';
import { ARCHIVED_FIELD } from './valueText';

/** A record and what of it is to change. */
export interface WantedRecord {
  readonly register: RegisterId;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether it is to be in the bin; absent where that stays. */
  readonly archived?: boolean;
  /** The key of the place it is to have; absent where that stays. */
  readonly place?: string;
}

/** What is wanted, and what is known to stay as it is. */
export interface Wanted {
  readonly records: readonly WantedRecord[];
  /** Records that were moved when the place they had was not put down. */
  readonly moved: number;
  /** Fields of theirs that somebody else has written since. */
  readonly others: number;
  /** Fields that may be theirs, or somebody else's: nobody can tell. */
  readonly unsure: number;
  /** Fields of theirs with several values, which wait for a choice. */
  readonly waiting: number;
}

/** Everything as it was; records made since go into the bin. */
export function asOfThen(fields: readonly FieldSince[]): Wanted {
  let moved = 0;
  const records = [...byRecord(fields)].map(([place, written]): WantedRecord => {
    if (isMadeSince(written)) return { ...place, values: {}, archived: true };
    if (written.some(({ field, old }) => field === PLACE_FIELD && readPlace(old) === undefined)) moved += 1;
    return wantedOf(
      place,
      written.map(({ field, old, now }) => ({ field, wanted: old, now })),
    );
  });
  return { records, moved, others: 0, unsure: 0, waiting: 0 };
}

/**
 * Without what one person wrote: each field whose last writes are theirs goes back to what stood there before these.
 * What they added goes into the bin unless others have worked on it, and what they archived comes back.
 * @param fields told with the person asked about
 */
export function withoutTheirWrites(fields: readonly FieldSince[], now: Workbook): Wanted {
  const open = new Set(now.conflicts.map(fieldPlaceKey));
  let [moved, others, unsure, waiting] = [0, 0, 0, 0];
  const records = [...byRecord(fields)].flatMap(([place, written]): WantedRecord[] => {
    const isTheirs = written.some(({ isNew, theirs }) => isNew === true && theirs?.isFirst === true);
    if (isTheirs && written.every(({ theirs }) => theirs?.isAlone === true))
      return [{ ...place, values: {}, archived: true }];
    const back: FieldBack[] = [];
    for (const each of written) {
      const { field, theirs } = each;
      if (theirs?.isLast !== true) {
        if (each.isUnsure === true) unsure += 1;
        else if (theirs !== undefined) others += 1;
      } else if (field === PLACE_FIELD && readPlace(theirs.before) === undefined) moved += 1;
      else if (open.has(fieldPlaceKey(each))) waiting += 1;
      // With these writes the record began, and it stays because of what others did to it.
      else if (isTheirs && theirs.isFirst && theirs.isAlone) others += 1;
      else back.push({ field, wanted: theirs.before, now: each.now });
    }
    return back.length === 0 ? [] : [wantedOf(place, back)];
  });
  return { records, moved, others, unsure, waiting };
}

function isMadeSince(written: readonly FieldSince[]): boolean {
  return written.some(({ isNew }) => isNew === true);
}

interface RecordAt {
  readonly register: RegisterId;
  readonly id: string;
}

interface FieldBack {
  readonly field: string;
  readonly wanted: unknown;
  readonly now: unknown;
}

function wantedOf(record: RecordAt, fields: readonly FieldBack[]): WantedRecord {
  const values = fields.filter(({ field }) => field !== ARCHIVED_FIELD && field !== PLACE_FIELD);
  const bin = fields.find(({ field }) => field === ARCHIVED_FIELD);
  const place = fields.find(({ field }) => field === PLACE_FIELD);
  const key = readPlace(place?.wanted)?.key;
  return {
    ...record,
    values: Object.fromEntries(values.map(({ field, wanted }) => [field, wanted])),
    ...(bin === undefined ? {} : { archived: bin.wanted === true }),
    ...(key === undefined || key === readPlace(place?.now)?.key ? {} : { place: key }),
  };
}

function byRecord(fields: readonly FieldSince[]): Iterable<readonly [RecordAt, readonly FieldSince[]]> {
  const records = new Map<string, readonly [RecordAt, FieldSince[]]>();
  for (const each of fields) {
    const { register, id } = each;
    if (!isRegisterId(register)) continue;
    const known = records.get(id);
    if (known === undefined) records.set(id, [{ register, id }, [each]]);
    else known[1].push(each);
  }
  return records.values();
}
