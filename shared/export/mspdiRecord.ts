/** Records of MS Project XML as the registers take them. */
import { acceptValue } from '../domain/register/accept';
import type { StoredValue } from '../domain/register/field';
import { fieldOf } from '../domain/register/record';
import { definitionOf, type RegisterId } from '../domain/registers/all';
import type { ImportedRecord } from '../domain/imports/importedRecords';
import type { LossReport } from './mspdiLoss';

/** A record whose values the register accepts; what it refuses is left empty, and said. */
export function mspdiRecord(
  register: RegisterId,
  key: string,
  given: Readonly<Record<string, StoredValue>>,
  loss: LossReport,
): ImportedRecord {
  const definition = definitionOf(register);
  const values = Object.entries(given).flatMap(([name, value]): [string, StoredValue][] => {
    const field = fieldOf(definition, name);
    if (field === undefined) return [];
    // Keys of the file are not ids yet.
    if (field.kind === 'ref') return [[name, value]];
    const longest = field.kind === 'text' ? field.maxLength : Infinity;
    const text = typeof value === 'string' ? value.trim() : '';
    if (text.length > longest) loss.count('cut', text);
    const accepted = acceptValue(field, typeof value === 'string' ? text.slice(0, longest) : value);
    if (accepted.ok) return [[name, accepted.value]];
    const title = given[definition.titleField];
    loss.count('refused', typeof title === 'string' ? `${field.label} of ${title}` : field.label);
    return [];
  });
  return { register, key, id: null, values: Object.fromEntries(values) };
}
