/** What became different between two states of one plan, field by field: how undo and merging are put down in history. */
import { sameValue } from '../register/canonical';
import { emptyRecord, fieldsOf, type AnyRecord } from '../register/record';
import { definitionOf, registerIds, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import type { FieldChange } from './change';
import { PLACE_FIELD } from './places';

/** Tables and records that are the same value are passed over. A new record has changed from nothing. */
export function fieldChanges(before: Workbook, after: Workbook): readonly FieldChange[] {
  return registerIds.flatMap((register) => {
    const was = tableOf(before, register);
    const is = tableOf(after, register);
    if (was === is) return [];
    return [...is.byId.values()].flatMap((record) => {
      const old = was.byId.get(record.id);
      return old === record ? [] : changesOf(register, old, record);
    });
  });
}

/** Which records have another place than before. @param was by their ids the keys of places, and `is` those of now */
export function placeChanges(
  after: Workbook,
  was: ReadonlyMap<string, string>,
  is: ReadonlyMap<string, string>,
): readonly FieldChange[] {
  return registerIds.flatMap((register) =>
    [...tableOf(after, register).byId.keys()].flatMap((id) => {
      const [old, now] = [was.get(id), is.get(id)];
      return old === undefined || now === undefined || old === now
        ? []
        : [{ register, id, field: PLACE_FIELD, old: { key: old }, new: { key: now } }];
    }),
  );
}

function changesOf(register: RegisterId, old: AnyRecord | undefined, record: AnyRecord): FieldChange[] {
  const definition = definitionOf(register);
  const { id } = record;
  const before = old ?? emptyRecord(definition, id);
  const fields = fieldsOf(definition).flatMap(([field]): FieldChange[] =>
    sameValue(before[field], record[field])
      ? []
      : [{ register, id, field, old: old === undefined ? null : before[field], new: record[field] }],
  );
  if (before.archived === record.archived) return fields;
  return [...fields, { register, id, field: 'archived', old: before.archived, new: record.archived }];
}
