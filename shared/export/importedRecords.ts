/**
 * Records read from a file, and the edits that take them over. Inside the file they know each other by keys; identities
 * are given here, at the end.
 */
import type { Edit, FieldValues } from '../domain/edits/edit';
import type { IdSource } from '../domain/base/ids';
import { sameValue } from '../domain/register/canonical';
import type { StoredValue } from '../domain/register/field';
import { fieldOf } from '../domain/register/record';
import { definitionOf, type RegisterId } from '../domain/registers/all';
import { recordIn, type Workbook } from '../domain/workbook';

export interface ImportedRecord {
  readonly register: RegisterId;
  /** What references in the same file call it: its id, or a name that is unique in the file. */
  readonly key: string;
  /** The id given in the file; null for a record that gets its identity on import. */
  readonly id: string | null;
  /** Fields to write; references hold ids or keys. Fields the file does not mention are absent. */
  readonly values: FieldValues;
}

/**
 * The edits that bring records into a workbook: new ones are added in the order of the file, known ones get what
 * differs, archived ones come back.
 */
export function importEdits(records: readonly ImportedRecord[], workbook: Workbook, newId: IdSource): Edit[] {
  const ids = new Map(records.map((record) => [record.key, record.id ?? newId()]));
  return records.flatMap((imported): Edit[] => {
    const { register } = imported;
    const id = ids.get(imported.key) ?? newId();
    const values = withIds(imported, ids);
    const existing = recordIn(workbook, register, id);
    if (existing === undefined) return [{ kind: 'add', register, id, values }];
    const changed = Object.fromEntries(
      Object.entries(values).filter(([name, value]) => !sameValue(value, existing[name as never])),
    );
    const edits: Edit[] = existing.archived ? [{ kind: 'restore', register, id }] : [];
    return Object.keys(changed).length === 0
      ? edits
      : [...edits, { kind: 'set', register, id, values: changed }];
  });
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
