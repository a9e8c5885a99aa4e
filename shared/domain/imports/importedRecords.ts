/**
 * Records read from a file, and the edits that take them over. Inside the file they know each other by keys; identities
 * are given here, at the end.
 */
import type { Edit, FieldValues } from '../edits/edit';
import type { IdSource } from '../base/ids';
import { sameValue } from '../register/canonical';
import type { StoredValue } from '../register/field';
import { fieldOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { recordIn, type Workbook } from '../workbook';

export interface ImportedRecord {
  readonly register: RegisterId;
  /** What references in the same file call it: its id, or a name that is unique in the file. */
  readonly key: string;
  /** The id given in the file; null for a record that gets its identity on import. */
  readonly id: string | null;
  /** Fields to write; references hold ids or keys. Fields the file does not mention are absent. */
  readonly values: FieldValues;
}

/** What the record is called in the file; empty where that is no text. */
export function titleIn({ register, values }: ImportedRecord): string {
  const title = values[definitionOf(register).titleField];
  return typeof title === 'string' ? title : '';
}

/** A change of the plan and the record of the file it comes from. */
export interface ImportedEdit {
  readonly record: ImportedRecord;
  readonly edit: Edit;
}

/**
 * The edits that bring records into a workbook: new ones are added in the order of the file, known ones get what
 * differs, archived ones come back.
 */
export function importEdits(
  records: readonly ImportedRecord[],
  workbook: Workbook,
  newId: IdSource,
): ImportedEdit[] {
  const ids = new Map(records.map((record) => [record.key, record.id ?? newId()]));
  return records.flatMap((record) => {
    const id = ids.get(record.key) ?? newId();
    return editsOf(record, id, { workbook, ids }).map((edit) => ({ record, edit }));
  });
}

interface Place {
  readonly workbook: Workbook;
  readonly ids: ReadonlyMap<string, string>;
}

function editsOf(record: ImportedRecord, id: string, { workbook, ids }: Place): Edit[] {
  const { register } = record;
  const values = withIds(record, ids);
  const existing = recordIn(workbook, register, id);
  if (existing === undefined) return [{ kind: 'add', register, id, values }];
  const changed = Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !sameValue(value, existing[name as never])),
  );
  const edits: Edit[] = existing.archived ? [{ kind: 'restore', register, id }] : [];
  return Object.keys(changed).length === 0
    ? edits
    : [...edits, { kind: 'set', register, id, values: changed }];
}

/**
 * Into a workbook that others have copies of, records it does not know come with new identities: two sites that import
 * the same file apart must not make the same record twice, or a merge would keep only one of the two.
 */
export function withOwnIds<R extends ImportedRecord>(records: readonly R[], { tables }: Workbook): R[] {
  return records.map((record) =>
    record.id === null || tables[record.register].byId.has(record.id) ? record : { ...record, id: null },
  );
}

function withIds({ register, values }: ImportedRecord, ids: ReadonlyMap<string, string>): FieldValues {
  const definition = definitionOf(register);
  const resolved = (name: string, value: StoredValue): StoredValue => {
    const kind = fieldOf(definition, name)?.kind;
    if ((kind === 'ref' || kind === 'anyRef') && typeof value === 'string') return ids.get(value) ?? value;
    if (kind === 'refs' && Array.isArray(value))
      return (value as readonly string[]).map((key) => ids.get(key) ?? key).sort();
    return value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, resolved(name, value)]));
}
