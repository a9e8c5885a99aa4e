/** Making and naming records from a register's description. */
import type { RegisterDefinition } from './define';
import { emptyValue, type Field, type StoredValue } from './field';

/** A record of any register, for code that works on all of them. */
export interface AnyRecord {
  readonly id: string;
  readonly archived: boolean;
  readonly [field: string]: StoredValue;
}

export function fieldsOf(definition: RegisterDefinition): readonly (readonly [string, Field])[] {
  return Object.entries(definition.fields);
}

export function fieldOf(definition: RegisterDefinition, name: string): Field | undefined {
  return Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
}

/** A record in which nothing has been written yet. */
export function emptyRecord(definition: RegisterDefinition, id: string): AnyRecord {
  const values = fieldsOf(definition).map(([name, field]) => [name, emptyValue(field)] as const);
  return { ...Object.fromEntries(values), id, archived: false };
}

/** The name a record goes by among people. */
export function titleOf(definition: RegisterDefinition, record: AnyRecord): string {
  const title = record[definition.titleField];
  return typeof title === 'string' && title !== '' ? title : `${definition.singular} without a name`;
}
