/** What an edit did, in short: kept beside it in the journal and shown in the history of the plan. */
import { isCount, isJsonObject, parseAll } from '../base/json';

/** Who wrote a value. */
export interface WrittenBy {
  readonly by: string;
  /** Milliseconds since 1970; of a long text, which carries no times, when it came in. */
  readonly at: number;
  /** The number of the person and computer; what was put down before 2026-11-22 has none. */
  readonly actor?: number;
}

/** One field of one record, before and after. */
export interface FieldChange {
  readonly register: string;
  readonly id: string;
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
  /** Of a merge: who wrote what came in. */
  readonly from?: WrittenBy;
  /** Of a merge: the write that came in; nothing where several make up the value, as in a text. */
  readonly write?: ClientClock;
  /** Of a merge: from here on the field has several values for a person to choose from. */
  readonly isApart?: true;
  /** Of a merge: a value that came in and waits beside the one shown, which `old` and `new` both are. */
  readonly beside?: unknown;
}

/** A place in a Yjs document: so many writes of one client. */
export type ClientClock = readonly [client: number, clock: number];

/** What a merge is told besides what it changed here. */
export interface MergedCopy {
  /** The name of its file. */
  readonly source: string;
  /** What the copy held: later writes of these clients, and all of others, it did not know. */
  readonly knew: readonly ClientClock[];
  /** From where on it held writes that were not here yet; nothing in what older versions kept. */
  readonly brought?: readonly ClientClock[];
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
  /** Where the author's own writing began: whether another copy knew of it is told by this. */
  readonly begins?: ClientClock;
  /** Of a merge. */
  readonly merged?: MergedCopy;
}

/** The label of what came in with another copy of the plan. */
export const MERGED = 'merge';
/** What the label of something taken back begins with. */
export const UNDO_MARK = 'Undo: ';

/** Longer texts are cut where changes are kept, and end in an ellipsis. */
export const MAX_KEPT_TEXT = 4_000;

/** Of a long value only the beginning is kept. */
export function isCut(value: unknown): boolean {
  return typeof value === 'string' && value.endsWith('…') && value.length >= MAX_KEPT_TEXT - 1;
}

/** Undefined when the value is no description. */
export function parseChangeDescription(value: unknown): ChangeDescription | undefined {
  if (!isJsonObject(value)) return undefined;
  const { at, actor, by, label } = value;
  const changes = parseAll(value['changes'], parseFieldChange);
  if (!isCount(at) || !isCount(actor) || typeof by !== 'string' || typeof label !== 'string')
    return undefined;
  const begins = parseClientClock(value['begins']);
  const merged = parseMergedCopy(value['merged']);
  return changes === undefined
    ? undefined
    : {
        ...{ at, actor, by, label, changes },
        ...(begins === undefined ? {} : { begins }),
        ...(merged === undefined ? {} : { merged }),
      };
}

/** Undefined when the value is no change. */
export function parseFieldChange(value: unknown): FieldChange | undefined {
  if (!isJsonObject(value)) return undefined;
  const { register, id, field, from } = value;
  if (typeof register !== 'string' || typeof id !== 'string' || typeof field !== 'string') return undefined;
  const change = { register, id, field, old: value['old'] ?? null, new: value['new'] ?? null };
  const writer = parseWrittenBy(from);
  const author = writer === undefined ? {} : { from: writer };
  const write = parseClientClock(value['write']);
  return {
    ...{ ...change, ...author },
    ...(write === undefined ? {} : { write }),
    ...(value['isApart'] === true ? { isApart: true } : {}),
    ...('beside' in value ? { beside: value['beside'] } : {}),
  };
}

function parseWrittenBy(value: unknown): WrittenBy | undefined {
  if (!isJsonObject(value)) return undefined;
  const { by, at, actor } = value;
  if (typeof by !== 'string' || !isCount(at)) return undefined;
  return { by, at, ...(isCount(actor) ? { actor } : {}) };
}

function parseClientClock(value: unknown): ClientClock | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [client, clock] = value as readonly unknown[];
  return isCount(client) && isCount(clock) ? [client, clock] : undefined;
}

function parseMergedCopy(value: unknown): MergedCopy | undefined {
  if (!isJsonObject(value) || typeof value['source'] !== 'string') return undefined;
  const knew = parseAll(value['knew'], parseClientClock);
  const brought = parseAll(value['brought'], parseClientClock);
  if (knew === undefined) return undefined;
  return { source: value['source'], knew, ...(brought === undefined ? {} : { brought }) };
}
