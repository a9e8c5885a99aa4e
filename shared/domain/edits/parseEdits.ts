/** Reads a list of edits from JSON: `{register, id, set}`, `{register, add}`, `{register, id, archive: true}`. */
import { isRecordId, type IdSource } from '../base/ids';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { StoredValue } from '../register/field';
import { isRegisterId, registerIds } from '../registers/all';
import type { Edit, FieldValues } from './edit';

const SHAPES = 'it must be {register, id, set}, {register, add} or {register, id, archive: true}.';
const KNOWN_MEMBERS = new Set(['register', 'id', 'set', 'add', 'archive']);

export function parseEdits(json: unknown, newId: IdSource): Result<readonly Edit[], Problem> {
  if (!Array.isArray(json)) return err(problem('edits/notAList', {}));
  const edits: Edit[] = [];
  for (const [index, entry] of (json as readonly unknown[]).entries()) {
    const edit = parseEdit(entry, newId);
    if (typeof edit === 'string') return err(problem('edits/badEntry', { index, reason: edit }));
    edits.push(edit);
  }
  return ok(edits);
}

/** @returns the edit, or what is wrong with it */
function parseEdit(entry: unknown, newId: IdSource): Edit | string {
  if (!isObject(entry)) return SHAPES;
  const stranger = Object.keys(entry).find((member) => !KNOWN_MEMBERS.has(member));
  if (stranger !== undefined) return `it has a member “${stranger}”; ${SHAPES}`;
  const { register, id } = entry;
  if (!isRegisterId(register))
    return `there is no register “${String(register)}”. There are: ${registerIds.join(', ')}.`;
  const verbs = ['set', 'add', 'archive'].filter((verb) => entry[verb] !== undefined);
  if (verbs.length !== 1) return SHAPES;
  if ('add' in entry) {
    if (!isObject(entry['add'])) return '“add” must hold the fields of the new record.';
    if (id !== undefined && !isRecordId(id)) return '“id” must be a UUID in lower case, or be left out.';
    return { kind: 'add', register, id: id ?? newId(), values: valuesOf(entry['add']) };
  }
  if (typeof id !== 'string') return '“id” is missing.';
  if ('set' in entry) {
    if (!isObject(entry['set'])) return '“set” must hold the fields to change.';
    return { kind: 'set', register, id, values: valuesOf(entry['set']) };
  }
  if (typeof entry['archive'] !== 'boolean') return '“archive” must be true or false.';
  return { kind: entry['archive'] ? 'archive' : 'restore', register, id };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values are checked field by field when the edits are; here they are only carried. */
function valuesOf(fields: Readonly<Record<string, unknown>>): FieldValues {
  return fields as Readonly<Record<string, StoredValue>>;
}
