/** Making and naming records from a register's description. */
import type { RegisterDefinition } from './define';
import { emptyValue, isWritable, type Field, type StoredValue } from './field';

/** A record of any register, for code that works on all of them. */
export interface AnyRecord {
  readonly id: string;
  readonly archived: boolean;
  readonly [field: string]: StoredValue;
}

const fieldLists = new WeakMap<RegisterDefinition, readonly (readonly [string, Field])[]>();

export function fieldsOf(definition: RegisterDefinition): readonly (readonly [string, Field])[] {
  const known = fieldLists.get(definition);
  if (known !== undefined) return known;
  const fields = Object.entries(definition.fields);
  fieldLists.set(definition, fields);
  return fields;
}

export function fieldOf(definition: RegisterDefinition, name: string): Field | undefined {
  return Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
}

const emptyRecords = new WeakMap<RegisterDefinition, Readonly<Record<string, StoredValue>>>();

function emptyValues(definition: RegisterDefinition): Readonly<Record<string, StoredValue>> {
  const known = emptyRecords.get(definition);
  if (known !== undefined) return known;
  const values = Object.fromEntries(fieldsOf(definition).map(([name, field]) => [name, emptyValue(field)]));
  emptyRecords.set(definition, values);
  return values;
}

/** A record in which nothing has been written yet. */
export function emptyRecord(definition: RegisterDefinition, id: string): AnyRecord {
  return { ...emptyValues(definition), id, archived: false };
}

/** Whether people can make such a record by typing: no field it needs is taken from elsewhere. */
export function canBeTyped(definition: RegisterDefinition): boolean {
  return fieldsOf(definition).every(([, field]) => field.required !== true || isWritable(field));
}

/** `people`, `cost lines`: several records in a sentence. */
export function pluralOf({ title, plural }: RegisterDefinition): string {
  return (plural ?? title).toLowerCase();
}

/** The name a record goes by among people; what kind of record it is where it goes by another one. */
export function titleOf(definition: RegisterDefinition, record: AnyRecord): string {
  if (definition.fields[definition.titleField]?.kind === 'ref') return definition.singular;
  const title = record[definition.titleField];
  return typeof title === 'string' && title !== '' ? title : `${definition.singular} without a name`;
}
