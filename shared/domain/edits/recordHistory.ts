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

/** Who wrote a value that an edit brought; empty where a merge does not say. */
export function authorOf(edit: Pick<ChangeDescription, 'by' | 'label'>, change: FieldChange): string {
  return change.from?.by ?? (edit.label === MERGED ? '' : edit.by);
}

/** A required field is never nothing but before its record was made. */
export function isMaking({ register, field, old }: FieldChange): boolean {
  if (old !== null || !isRegisterId(register)) return false;
  return fieldOf(definitionOf(register), field)?.required === true;
}
