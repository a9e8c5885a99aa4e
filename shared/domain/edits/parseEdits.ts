/** Reads a list of edits from JSON: `{register, id, set}`, `{register, add}`, `{register, id, archive: true}`. */
import { isRecordId, type IdSource } from '../base/ids';
import { isJsonObject, jsonKind, type JsonObject } from '../base/json';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { StoredValue } from '../register/field';
import { isRegisterId, registerIds } from '../registers/all';
import type { Edit, FieldValues } from './edit';

const SHAPES = 'An edit is {register, id, set}, {register, add} or {register, id, archive: true}.';
const REGISTERS = `There are: ${registerIds.join(', ')}.`;
const VERBS = ['set', 'add', 'archive'] as const;
const KNOWN_MEMBERS: readonly string[] = ['register', 'id', ...VERBS];

/** @param name the file's name, for messages */
export function parseEdits(json: unknown, name: string, newId: IdSource): Result<readonly Edit[], Problem> {
  if (!Array.isArray(json))
    return err(problem('file/wrongJson', { name, wanted: 'a list of edits', found: jsonKind(json) }));
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
  if (!isJsonObject(entry)) return `it is ${jsonKind(entry)}. ${SHAPES}`;
  const stranger = Object.keys(entry).find((member) => !KNOWN_MEMBERS.includes(member));
  if (stranger !== undefined) return `“${stranger}” is no part of an edit. ${SHAPES}`;
  const { register, id } = entry;
  if (register === undefined) return `“register” is missing. ${REGISTERS}`;
  if (typeof register !== 'string') return `${holds('register', 'a name', register)} ${REGISTERS}`;
  if (!isRegisterId(register)) return `there is no register “${register}”. ${REGISTERS}`;
  const verbs = VERBS.filter((verb) => entry[verb] !== undefined);
  const [verb] = verbs;
  if (verb === undefined) return `it does not say what to do. ${SHAPES}`;
  if (verbs.length > 1) return `it has ${verbs.map(quoted).join(' and ')}; make two edits of it.`;
  if (verb === 'add') {
    const fields = entry['add'];
    if (!isJsonObject(fields)) return holds('add', 'an object with the fields of the new record', fields);
    if (id !== undefined && !isRecordId(id)) return '“id” must be a UUID in lower case, or be left out.';
    return { kind: 'add', register, id: id ?? newId(), values: valuesOf(fields) };
  }
  if (id === undefined) return `“id” is missing: it says which of the ${register}.`;
  if (typeof id !== 'string') return holds('id', 'the id of a record, as text', id);
  const given = entry[verb];
  if (verb === 'set') {
    if (!isJsonObject(given)) return holds('set', 'an object with the fields to change', given);
    return { kind: 'set', register, id, values: valuesOf(given) };
  }
  if (typeof given !== 'boolean') return holds('archive', 'true or false', given);
  return { kind: given ? 'archive' : 'restore', register, id };
}

function holds(member: string, wanted: string, found: unknown): string {
  return `${quoted(member)} must hold ${wanted}; it holds ${jsonKind(found)}.`;
}

function quoted(member: string): string {
  return `“${member}”`;
}

/** Values are checked field by field when the edits are; here they are only carried. */
function valuesOf(fields: JsonObject): FieldValues {
  return fields as Readonly<Record<string, StoredValue>>;
}
