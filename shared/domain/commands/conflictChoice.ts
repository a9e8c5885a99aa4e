/** Settling a value that several sites wrote apart. */
import type { Command, FieldValues } from '../edits/edit';
import { acceptValue } from '../register/accept';
import { fieldOf } from '../register/record';
import { definitionOf } from '../registers/all';
import { settlingEdits } from '../review/settling';
import { ARCHIVED_FIELD } from '../review/valueText';
import type { Conflict, Workbook } from '../workbook';

/** The fields of a record that wait for a choice. */
export function conflictsOf(workbook: Workbook, id: string): readonly Conflict[] {
  return workbook.conflicts.filter((conflict) => conflict.id === id);
}

/**
 * Chooses one of the values. Fields that must change together are settled together: those of the same group take what
 * the same person wrote at the same moment. Undefined when the value no longer fits its field.
 */
export function chooseValue(workbook: Workbook, conflict: Conflict, index: number): Command | undefined {
  const { register, id, field: name } = conflict;
  const chosen = conflict.values[index];
  if (chosen === undefined) return undefined;
  if (name === ARCHIVED_FIELD) {
    const values = { [name]: chosen.value === true };
    return { label: 'Choose a value', edits: settlingEdits(workbook, { register, id, values }) };
  }
  const definition = definitionOf(register);
  const group = fieldOf(definition, name)?.group;
  const values: Record<string, FieldValues[string]> = {};
  for (const other of conflictsOf(workbook, id)) {
    const field = fieldOf(definition, other.field);
    const together = other.field === name || (group !== undefined && field?.group === group);
    const written = other.field === name ? chosen : other.values.find((value) => sameMoment(value, chosen));
    if (field === undefined || !together || written === undefined) continue;
    const accepted = acceptValue(field, written.value);
    if (!accepted.ok) return undefined;
    values[other.field] = accepted.value;
  }
  const label = `Choose ${(fieldOf(definition, name)?.label ?? name).toLowerCase()}`;
  return { label, edits: settlingEdits(workbook, { register, id, values }) };
}

function sameMoment(a: Conflict['values'][number], b: Conflict['values'][number]): boolean {
  return a.by === b.by && a.at === b.at && a.actor === b.actor;
}
