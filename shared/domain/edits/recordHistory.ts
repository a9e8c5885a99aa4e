/** An edit as the journal keeps and numbers it: what the history of the plan and of its records is made of. */
import { isCount, isJsonObject } from '../base/json';
import { fieldOf } from '../register/record';
import { definitionOf, isRegisterId } from '../registers/all';
import { MERGED, parseChangeDescription, type ChangeDescription, type FieldChange } from './change';

export interface RecordedEdit extends ChangeDescription {
  /** Counts the edits of one plan on one computer, from 1. */
  readonly seq: number;
  /** How many more fields changed than are kept. */
  readonly more?: number;
}

/** Undefined when the value is no such edit. */
export function parseRecordedEdit(value: unknown): RecordedEdit | undefined {
  const description = parseChangeDescription(value);
  if (description === undefined || !isJsonObject(value) || !isCount(value['seq'])) return undefined;
  return { ...description, seq: value['seq'], ...(isCount(value['more']) ? { more: value['more'] } : {}) };
}

/** A person at a computer. */
export interface Writer {
  /** Their name; empty where a merge does not say. */
  readonly by: string;
  /** The number of the person and computer; null where that was not put down. */
  readonly actor: number | null;
}

/** Who wrote a value that an edit brought. */
export function authorOf(
  { by, label, actor }: Pick<ChangeDescription, 'by' | 'label' | 'actor'>,
  { from }: FieldChange,
): Writer {
  if (from !== undefined) return { by: from.by, actor: from.actor ?? null };
  return label === MERGED ? { by: '', actor: null } : { by, actor };
}

/** A required field is never nothing but before its record was made. */
export function isMaking({ register, field, old }: FieldChange): boolean {
  if (old !== null || !isRegisterId(register)) return false;
  return fieldOf(definitionOf(register), field)?.required === true;
}
