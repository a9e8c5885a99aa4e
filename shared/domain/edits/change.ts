/** What an edit did, in short: kept beside it in the journal and shown in the history of the plan. */
import { isCount, isJsonObject, parseAll } from '../base/json';

/** One field of one record, before and after. */
export interface FieldChange {
  readonly register: string;
  readonly id: string;
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
}

/** What an update does, who made it and when. */
export interface ChangeDescription {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actor: number;
  readonly by: string;
  /** The name of the command, as its author saw it. */
  readonly label: string;
  readonly changes: readonly FieldChange[];
}

/** The label of what came in with another copy of the plan. */
export const MERGED = 'merge';
/** What the label of something taken back begins with. */
export const UNDO_MARK = 'Undo: ';

/** Longer texts are cut where changes are kept, and end in an ellipsis. */
export const MAX_KEPT_TEXT = 200;

/** Undefined when the value is no description. */
export function parseChangeDescription(value: unknown): ChangeDescription | undefined {
  if (!isJsonObject(value)) return undefined;
  const { at, actor, by, label } = value;
  const changes = parseAll(value['changes'], parseChange);
  if (!isCount(at) || !isCount(actor) || typeof by !== 'string' || typeof label !== 'string')
    return undefined;
  return changes === undefined ? undefined : { at, actor, by, label, changes };
}

function parseChange(value: unknown): FieldChange | undefined {
  if (!isJsonObject(value)) return undefined;
  const { register, id, field } = value;
  if (typeof register !== 'string' || typeof id !== 'string' || typeof field !== 'string') return undefined;
  return { register, id, field, old: value['old'] ?? null, new: value['new'] ?? null };
}
