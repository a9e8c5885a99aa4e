/** What records are to say again, told from what became of their fields: as of a moment, or without one person's work. */
import { fieldPlaceKey } from '../edits/baseValues';
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
}

/** What is wanted, and what is known to stay as it is. */
export interface Wanted {
  readonly records: readonly WantedRecord[];
  /** Records that were moved: where they stood is not put down. */
  readonly moved: number;
  /** Fields of theirs that somebody else has written since. */
  readonly others: number;
  /** Fields of theirs with several values, which wait for a choice. */
  readonly waiting: number;
}

/** Not a field: where a record stands among the others. */
const PLACE = 'order';

/** Everything as it was; records made since go into the bin. */
export function asOfThen(fields: readonly FieldSince[]): Wanted {
  let moved = 0;
  const records = [...byRecord(fields)].map(([place, written]): WantedRecord => {
    if (written.some(({ field }) => field === PLACE)) moved += 1;
    if (isMadeSince(written)) return { ...place, values: {}, archived: true };
    return wantedOf(
      place,
      written.map(({ field, old }) => [field, old] as const),
    );
  });
  return { records, moved, others: 0, waiting: 0 };
}

/**
 * Without what one person wrote: each field whose last writes are theirs goes back to what stood there before these.
 * What they added goes into the bin unless others have worked on it, and what they archived comes back.
 */
export function withoutWritesOf(person: string, fields: readonly FieldSince[], now: Workbook): Wanted {
  const open = new Set(now.conflicts.map(fieldPlaceKey));
  let [moved, others, waiting] = [0, 0, 0];
  const records = [...byRecord(fields)].flatMap(([place, written]): WantedRecord[] => {
    const isTheirs = isMadeSince(written) && written.some(({ first }) => first.isNew && first.by === person);
    const isAlone = written.every(({ last, others: besides }) => last.by === person && besides.length === 0);
    if (isTheirs && isAlone) return [{ ...place, values: {}, archived: true }];
    const back: (readonly [string, unknown])[] = [];
    for (const each of written) {
      const { field, first, last } = each;
      if (last.by !== person) others += each.others.includes(person) ? 1 : 0;
      else if (field === PLACE) moved += 1;
      else if (open.has(fieldPlaceKey(each))) waiting += 1;
      // With these writes the record began, and it stays because of what others did to it.
      else if (isTheirs && first.by === person && each.others.length === 0) others += 1;
      else back.push([field, last.before]);
    }
    return back.length === 0 ? [] : [wantedOf(place, back)];
  });
  return { records, moved, others, waiting };
}

function isMadeSince(written: readonly FieldSince[]): boolean {
  return written.some(({ first }) => first.isNew === true);
}

interface RecordAt {
  readonly register: RegisterId;
  readonly id: string;
}

function wantedOf(place: RecordAt, fields: readonly (readonly [string, unknown])[]): WantedRecord {
  const values = fields.filter(([field]) => field !== ARCHIVED_FIELD && field !== PLACE);
  const bin = fields.find(([field]) => field === ARCHIVED_FIELD);
  return {
    ...place,
    values: Object.fromEntries(values),
    ...(bin === undefined ? {} : { archived: bin[1] === true }),
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
