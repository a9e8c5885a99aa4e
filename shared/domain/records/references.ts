/** What a field that names other records can name, and which records name one. */
import type { Field, StoredValue } from '../register/field';
import { fieldsOf, titleOf } from '../register/record';
import { definitionOf, isRegisterId, registerIds, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { recordName } from './recordName';
import { registerOf } from './fieldText';
import { recordsLinked, type LinkedRecord } from './recordLink';

export interface Reference {
  readonly id: string;
  readonly label: string;
}

/** Every record a field can name, in the order of its register; none for a field that names nothing. */
export function namedRecords(workbook: Workbook, field: Field): readonly Reference[] {
  if (field.kind === 'anyRef') return anyRecords(workbook);
  if ((field.kind !== 'ref' && field.kind !== 'refs') || !isRegisterId(field.register)) return [];
  const { live } = tableOf(workbook, field.register);
  const known = knownNames.get(live);
  if (known !== undefined) return known;
  const definition = definitionOf(field.register);
  const named = live.map((record) => ({ id: record.id, label: titleOf(definition, record) }));
  knownNames.set(live, named);
  return named;
}

/** The same list for as long as the records are the same, by records and, for any of them, by workbook. */
const knownNames = new WeakMap<object, readonly Reference[]>();

/** Remarks and links are no subject of their own. */
const NOT_NAMED: ReadonlySet<RegisterId> = new Set(['comments', 'links']);

function anyRecords(workbook: Workbook): readonly Reference[] {
  const known = knownNames.get(workbook);
  if (known !== undefined) return known;
  const named = registerIds
    .filter((register) => !NOT_NAMED.has(register))
    .flatMap((register) => {
      const kind = definitionOf(register).singular.toLowerCase();
      return tableOf(workbook, register).live.map(({ id }) => ({
        id,
        label: `${recordName(workbook, register, id)} (${kind})`,
      }));
    });
  knownNames.set(workbook, named);
  return named;
}

/**
 * What can be chosen in a field that holds `value`: a record that is in the bin or gone stays in the list while it is
 * the value, so that the field never looks empty when it is not.
 */
export function choicesFor(workbook: Workbook, field: Field, value: StoredValue): readonly Reference[] {
  const named = namedRecords(workbook, field);
  const held = Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' ? [value] : [];
  const known = new Set(named.map(({ id }) => id));
  const lost = held.filter((id) => !known.has(id));
  return lost.length === 0
    ? named
    : [...named, ...lost.map((id) => ({ id, label: lostName(workbook, field, id) }))];
}

/** `in the bin`, `2 in the bin`: what is to stand beside a field that names records which are; undefined where none is. */
export function binNote(workbook: Workbook, field: Field, value: unknown): string | undefined {
  const isReference = field.kind === 'ref' || field.kind === 'refs' || field.kind === 'anyRef';
  if (!isReference || value === null || value === '') return undefined;
  const named: readonly unknown[] = Array.isArray(value) ? value : [value];
  const inBin = named.filter((id) => typeof id === 'string' && isInBin(workbook, field, id)).length;
  if (inBin === 0) return undefined;
  return named.length === 1 ? 'in the bin' : `${String(inBin)} in the bin`;
}

function isInBin(workbook: Workbook, field: Field, id: string): boolean {
  const register =
    field.kind === 'ref' || field.kind === 'refs'
      ? registerIds.find((known) => known === field.register)
      : registerOf(workbook, id);
  return register !== undefined && tableOf(workbook, register).byId.get(id)?.archived === true;
}

function lostName(workbook: Workbook, field: Field, id: string): string {
  const target =
    field.kind === 'ref' || field.kind === 'refs'
      ? registerIds.find((register) => register === field.register)
      : registerIds.find((register) => tableOf(workbook, register).byId.has(id));
  const record = target === undefined ? undefined : tableOf(workbook, target).byId.get(id);
  if (target === undefined || record === undefined) return 'A missing record';
  const { singular } = definitionOf(target);
  const place = record.archived ? 'in the bin' : singular.toLowerCase();
  return `${titleOf(definitionOf(target), record)} (${place})`;
}

export interface Use {
  readonly register: RegisterId;
  readonly id: string;
  readonly field: string;
}

/** The records that this one names, in its fields and by links in its texts, in the order of its fields. */
export function namedBy(workbook: Workbook, register: RegisterId, id: string): readonly Use[] {
  const record = tableOf(workbook, register).byId.get(id);
  if (record === undefined) return [];
  return fieldsOf(definitionOf(register)).flatMap(([name, field]) => {
    const value = record[name] ?? null;
    return recordsNamed(workbook, field, value).map((named): Use => ({ ...named, field: name }));
  });
}

function recordsNamed(workbook: Workbook, field: Field, value: StoredValue): readonly LinkedRecord[] {
  if (typeof value === 'string' && (field.kind === 'text' || field.kind === 'longText'))
    return recordsLinked(workbook, value);
  const ids = Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' ? [value] : [];
  if (field.kind === 'anyRef') return ids.flatMap((id) => placeOf(workbook, id) ?? []);
  if ((field.kind !== 'ref' && field.kind !== 'refs') || !isRegisterId(field.register)) return [];
  const { register } = field;
  return ids.filter((id) => tableOf(workbook, register).byId.has(id)).map((id) => ({ register, id }));
}

function placeOf(workbook: Workbook, id: string): LinkedRecord | undefined {
  const register = registerOf(workbook, id);
  return register === undefined ? undefined : { register, id };
}

/** The records in use that name this one, register by register. */
export function usesOf(workbook: Workbook, register: RegisterId, id: string): readonly Use[] {
  return registerIds.flatMap((from) => {
    const names = fieldsOf(definitionOf(from)).flatMap(([name, field]) =>
      field.kind === 'anyRef' ||
      ((field.kind === 'ref' || field.kind === 'refs') && field.register === register)
        ? [name]
        : [],
    );
    if (names.length === 0) return [];
    return tableOf(workbook, from).live.flatMap((record) =>
      names
        .filter((name) => {
          const value = record[name];
          return Array.isArray(value) ? (value as readonly string[]).includes(id) : value === id;
        })
        .map((field): Use => ({ register: from, id: record.id, field })),
    );
  });
}
