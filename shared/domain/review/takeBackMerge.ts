/**
 * Taking back what a merge brought in: every value that came with it goes back to what stood here before, but for those
 * that somebody has written since. It is an ordinary edit, which the other sites receive like any other. What was a
 * question before and still is stays one: putting back what was shown would answer it. What the merge asked of one
 * writer alone, whose what-if it was, goes with it.
 */
import { known } from '../base/assert';
import { problemText } from '../base/problemText';
import { fieldPlaceKey, type FieldPlace } from '../edits/baseValues';
import type { FieldChange } from '../edits/change';
import type { Command, Edit } from '../edits/edit';
import { fieldChanges } from '../edits/fieldChanges';
import { fittingEdits } from '../edits/fittingEdits';
import { setApart } from '../edits/fixedFields';
import { sameValue } from '../register/canonical';
import { isRegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { questionKey } from './decisions';
import { ARCHIVED_FIELD } from './valueText';

export interface TakenBack {
  /** Undefined when there is nothing left to take back. */
  readonly command: Command | undefined;
  /** Records it puts back. */
  readonly count: number;
  /** Those of them that came with the merge, or out of the bin, and go there. */
  readonly toBin: number;
  /** Records in which something stays, because it was written since or a rule of the plan wants it. */
  readonly kept: number;
  /** Why the first of those that a rule keeps cannot go back. */
  readonly reason?: string;
}

interface RecordEdit {
  readonly edit: Edit;
  readonly record: string;
}

export interface Merge {
  readonly before: Workbook;
  readonly after: Workbook;
}

export function takeBackMerge(merge: Merge, now: Workbook): TakenBack {
  const entries: RecordEdit[] = [];
  const kept = new Set<string>();
  let records = 0;
  const before = new Set(merge.before.conflicts.map(questionKey));
  const stillAsked = new Set(now.conflicts.map(questionKey).filter((question) => before.has(question)));
  const gone = [...fieldChanges(merge.before, merge.after)].filter(
    (change) => !stillAsked.has(questionKey(change)),
  );
  for (const places of byRecord([...gone, ...askedOfOneAlone(now, before, gone)])) {
    records += 1;
    const { edits, isWhole, record } = editsFor(merge, now, places);
    if (!isWhole) kept.add(record);
    entries.push(...edits.map((edit) => ({ edit, record })));
  }
  entries.push(...leftInTheBin(merge.before, now, entries));
  entries.sort((a, b) => TURN[a.edit.kind] - TURN[b.edit.kind]);
  const fitting = fittingEdits(now, entries);
  if (!fitting.ok)
    return { command: undefined, count: 0, toBin: 0, kept: records, reason: problemText(fitting.error) };
  const { entries: fits, left } = fitting.value;
  for (const { entry } of left) kept.add(entry.record);
  return {
    command:
      fits.length === 0 ? undefined : { label: 'Take back a merge', edits: fits.map(({ edit }) => edit) },
    count: new Set(fits.map(({ record }) => record)).size,
    toBin: fits.filter(({ edit }) => edit.kind === 'archive').length,
    kept: kept.size,
    ...(left[0] === undefined ? {} : { reason: problemText(left[0].problem) }),
  };
}

/** A task takes with it what lies under it, both from the bin and into it; so everything is in its place first. */
export const TURN: Readonly<Record<Edit['kind'], number>> = {
  set: 0,
  add: 0,
  place: 0,
  placeAt: 0,
  restore: 1,
  archive: 2,
};

/** What was in the bin before the merge goes back there when a task above it returns, where it then stands. */
function leftInTheBin(
  before: Workbook,
  now: Workbook,
  entries: readonly RecordEdit[],
): readonly RecordEdit[] {
  const returning = new Set(
    entries.filter(({ edit }) => edit.kind === 'restore').map(({ record }) => record),
  );
  if (returning.size === 0) return [];
  const { byId } = now.tables.tasks;
  const placed = new Map(
    entries.flatMap(({ edit }) =>
      edit.kind === 'set' && 'parent' in edit.values ? [[edit.id, edit.values['parent']]] : [],
    ),
  );
  const parentOf = (id: string): string | null => {
    const parent = placed.has(id) ? placed.get(id) : byId.get(id)?.parent;
    return typeof parent === 'string' ? parent : null;
  };
  const liesUnderOne = (id: string): boolean => {
    const seen = new Set<string>();
    for (let at = parentOf(id); at !== null && !seen.has(at); at = parentOf(at)) {
      if (returning.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
  return now.tables.tasks.archived
    .filter(({ id }) => before.tables.tasks.byId.get(id)?.archived === true && liesUnderOne(id))
    .map(({ id }) => ({ record: id, edit: { kind: 'archive', register: 'tasks', id } }));
}

/**
 * Fields that show what they did and yet wait for a choice between values of one writer, who tried the other in a
 * what-if.
 * @param before the questions there were before the merge
 * @param gone what goes back anyway
 */
function askedOfOneAlone(
  now: Workbook,
  before: ReadonlySet<string>,
  gone: readonly FieldPlace[],
): readonly FieldPlace[] {
  const isGone = new Set(gone.map(fieldPlaceKey));
  return now.conflicts.filter((conflict) => {
    const { field, values, cause } = conflict;
    const [first] = values;
    return (
      cause === undefined &&
      field !== ARCHIVED_FIELD &&
      first?.actor !== undefined &&
      values.every(({ actor }) => actor === first.actor) &&
      !before.has(questionKey(conflict)) &&
      !isGone.has(fieldPlaceKey(conflict))
    );
  });
}

/** What became different, record by record. */
export function changesByRecord({ before, after }: Merge): Iterable<readonly FieldChange[]> {
  return byRecord(fieldChanges(before, after));
}

function byRecord<T extends FieldPlace>(places: Iterable<T>): Iterable<readonly T[]> {
  const records = new Map<string, T[]>();
  for (const place of places) {
    const found = records.get(place.id);
    if (found === undefined) records.set(place.id, [place]);
    else found.push(place);
  }
  return records.values();
}

interface WayBack {
  readonly record: string;
  readonly edits: readonly Edit[];
  /** Nothing of it stays because of what was written since. */
  readonly isWhole: boolean;
}

/** @param places fields of one record */
function editsFor({ before, after }: Merge, now: Workbook, places: readonly FieldPlace[]): WayBack {
  const { register, id: record } = known(places[0], 'only records that changed are listed');
  const nothing = { record, edits: [], isWhole: false };
  if (!isRegisterId(register)) return nothing;
  const [was, came, is] = [before, after, now].map((workbook) =>
    tableOf(workbook, register).byId.get(record),
  );
  if (came === undefined || is === undefined) return nothing;
  const common = { register, id: record } as const;
  if (was === undefined) {
    const isUntouched = is.archived || Object.keys(is).every((field) => sameValue(is[field], came[field]));
    const edits: readonly Edit[] = is.archived || !isUntouched ? [] : [{ kind: 'archive', ...common }];
    return { record, edits, isWhole: isUntouched };
  }
  const untouched = places.filter(({ field }) => sameValue(is[field] ?? null, came[field] ?? null));
  const values = untouched.filter(({ field }) => field !== ARCHIVED_FIELD);
  const old = Object.fromEntries(values.map(({ field }) => [field, was[field] ?? null]));
  const archiving =
    untouched.length === values.length
      ? []
      : [{ kind: was.archived ? 'archive' : 'restore', ...common } as const];
  return {
    record,
    edits: [...archiving, ...setApart(register, record, old)],
    isWhole: untouched.length === places.length,
  };
}
