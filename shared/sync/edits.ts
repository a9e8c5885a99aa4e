/** What an edit did, in the short form that is kept beside it for the history of the plan. */
import { canonicalJson } from '../domain/register/canonical';
import { isCount, isJsonObject } from '../domain/base/json';
import {
  MAX_KEPT_TEXT,
  parseChangeDescription,
  type ChangeDescription,
  type FieldChange,
} from '../domain/edits/change';

/** A description cut to what the journal keeps, or one part of a long one. */
export interface EditDescription extends ChangeDescription {
  /** How many more fields changed than are listed, in this part and all others. */
  readonly more: number;
  /** Parts of one edit are counted from 0. */
  readonly part: number;
}

/** Of one edit, so many changes are kept. */
export const MAX_CHANGES = 100_000;
/** One part holds so many changes, and so many characters of them, so that a frame can hold it. */
const PART_CHANGES = 1_000;
const PART_LENGTH = 200_000;

/** The description with its values and texts cut to what is kept of them. */
export function shortened(edit: ChangeDescription): ChangeDescription {
  const { at, actor, begins, merged } = edit;
  return {
    ...{ at, actor, by: cut(edit.by), label: cut(edit.label) },
    changes: edit.changes.map(shortChange),
    ...(begins === undefined ? {} : { begins }),
    ...(merged === undefined ? {} : { merged: { ...merged, source: cut(merged.source) } }),
  };
}

/** Splits a description into parts, each small enough for a frame; what is too much even so is counted. */
export function keptParts(edit: ChangeDescription): readonly EditDescription[] {
  const { changes, ...common } = shortened(edit);
  const kept = changes.slice(0, MAX_CHANGES);
  const more = changes.length - kept.length;
  const parts: FieldChange[][] = [[]];
  let length = 0;
  for (const change of kept) {
    const added = canonicalJson(change).length;
    if (length > 0 && (length + added > PART_LENGTH || (parts.at(-1)?.length ?? 0) >= PART_CHANGES)) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(change);
    length += added;
  }
  const { at, actor, by, label } = common;
  return parts.map((part, index) => ({
    // What is said of the whole edit is said once.
    ...(index === 0 ? common : { at, actor, by, label }),
    ...{ changes: part, more, part: index },
  }));
}

function shortChange({ register, id, field, from, write, isApart, ...values }: FieldChange): FieldChange {
  return {
    ...{ register: cut(register), id: cut(id), field: cut(field) },
    ...{ old: shortValue(values.old), new: shortValue(values.new) },
    ...(from === undefined ? {} : { from: { ...from, by: cut(from.by) } }),
    ...(write === undefined ? {} : { write }),
    ...(isApart === undefined ? {} : { isApart }),
    ...('beside' in values ? { beside: shortValue(values.beside) } : {}),
  };
}

function shortValue(value: unknown): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  const json = canonicalJson(value);
  return json.length <= MAX_KEPT_TEXT ? (JSON.parse(json) as unknown) : cut(json);
}

function cut(text: string): string {
  if (text.length <= MAX_KEPT_TEXT) return text;
  const kept = text.slice(0, MAX_KEPT_TEXT - 1);
  const last = kept.charCodeAt(kept.length - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${splitsPair ? kept.slice(0, -1) : kept}…`;
}

/** Undefined when the value is no description. What was kept before there were parts is a first one. */
export function parseEdit(value: unknown): EditDescription | undefined {
  if (!isJsonObject(value)) return undefined;
  const { more, part = 0 } = value;
  const description = parseChangeDescription(value);
  if (description === undefined || !isCount(more) || !isCount(part)) return undefined;
  return { ...description, more, part };
}
