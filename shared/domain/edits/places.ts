/** Where a record stands among the others, as the history keeps it: its key, and whom it stood behind for the reader. */
import { isJsonObject } from '../base/json';
import { isRegisterId, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import type { FieldChange } from './change';

/** Not a field, but kept like one. */
export const PLACE_FIELD = 'order';

export interface Place {
  /** The fractional key; what has the same key stands where it stood. */
  readonly key: string;
  /** The record before it (of the same summary, where there is an outline); null in the first place, absent in the bin. */
  readonly behind?: string | null;
}

/** Undefined where none was put down, as before 2026-11-22, when a move said whom it went behind alone. */
export function readPlace(value: unknown): Place | undefined {
  if (!isJsonObject(value) || typeof value['key'] !== 'string') return undefined;
  const { key, behind } = value;
  return typeof behind === 'string' || behind === null ? { key, behind } : { key };
}

type Predecessors = ReadonlyMap<string, string | null>;

/** By an outline or a table, which are other values when anything in them moves. */
const known = new WeakMap<object, Predecessors>();

/** Of every record in use the one before it, among those of the same summary; null for the first. */
export function predecessorsIn(workbook: Workbook, register: RegisterId): Predecessors {
  const table = tableOf(workbook, register);
  const of = register === 'tasks' ? workbook.outline : table;
  const made =
    known.get(of) ??
    predecessors(
      register === 'tasks' ? workbook.outline.rows : table.live.map(({ id }) => ({ id, parent: null })),
    );
  known.set(of, made);
  return made;
}

function predecessors(
  rows: readonly { readonly id: string; readonly parent: string | null }[],
): Predecessors {
  const last = new Map<string | null, string>();
  const before = new Map<string, string | null>();
  for (const { id, parent } of rows) {
    before.set(id, last.get(parent) ?? null);
    last.set(parent, id);
  }
  return before;
}

/** Says of moves, of which the keys are known, also behind whom the records stood before and stand now. */
export function withNeighbors(
  changes: readonly FieldChange[],
  before: Workbook,
  after: Workbook,
): readonly FieldChange[] {
  const placeIn = (workbook: Workbook, register: RegisterId, id: string, value: unknown): unknown => {
    const place = readPlace(value);
    if (place === undefined) return value;
    const behind = predecessorsIn(workbook, register).get(id);
    return { key: place.key, ...(behind === undefined ? {} : { behind }) };
  };
  return changes.map((change) => {
    const { register, id, field } = change;
    if (field !== PLACE_FIELD || !isRegisterId(register)) return change;
    return {
      ...change,
      old: placeIn(before, register, id, change.old),
      new: placeIn(after, register, id, change.new),
    };
  });
}
