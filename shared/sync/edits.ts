/** What an edit did, in the short form that is kept beside it for the history of the plan. */
import { canonicalJson } from '../domain/register/canonical';
import { isCount, isJsonObject } from '../domain/base/json';
import { MAX_KEPT_TEXT, parseChangeDescription, type ChangeDescription } from '../domain/edits/change';

/** A description cut to what the journal keeps. */
export interface EditDescription extends ChangeDescription {
  /** How many more fields changed than are listed. */
  readonly more: number;
}

export const MAX_CHANGES = 200;

/** Cuts a description to what the journal keeps: 200 changes with values of 200 characters. */
export function shortened(edit: ChangeDescription & { readonly more?: number }): EditDescription {
  const changes = edit.changes.slice(0, MAX_CHANGES).map((change) => ({
    register: cut(change.register),
    id: cut(change.id),
    field: cut(change.field),
    old: shortValue(change.old),
    new: shortValue(change.new),
  }));
  return {
    at: edit.at,
    actor: edit.actor,
    by: cut(edit.by),
    label: cut(edit.label),
    changes,
    more: (edit.more ?? 0) + edit.changes.length - changes.length,
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

/** Undefined when the value is no description. */
export function parseEdit(value: unknown): EditDescription | undefined {
  if (!isJsonObject(value)) return undefined;
  const { more } = value;
  const description = parseChangeDescription(value);
  return description === undefined || !isCount(more) ? undefined : { ...description, more };
}
