/** Values and records as a review names them: money with its cents, dates in words, references by name. */
import { decisionText } from '../approvals/words';
import { figuresAmong } from '../baseline/figuresText';
import { fieldText, plainText } from '../records/fieldText';
import { fieldOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { recordIn, type Conflict, type Workbook } from '../workbook';

/** The field under which the review keeps whether a record is in the bin. */
export const ARCHIVED_FIELD = 'archived';

export function fieldLabel(register: RegisterId, field: string): string {
  return field === ARCHIVED_FIELD ? 'In the bin' : (fieldOf(definitionOf(register), field)?.label ?? field);
}

/** What the values that wait are values of. */
export function conflictLabel({ register, field, cause }: Conflict): string {
  return cause === 'contradictory' ? 'The decision that stands' : fieldLabel(register, field);
}

/** Any value of any field in words; `Empty` for nothing. Total over what a foreign file may hold. */
export function valueText(workbook: Workbook, register: RegisterId, name: string, value: unknown): string {
  if (name === ARCHIVED_FIELD) return value === true ? 'In the bin' : 'In use';
  const field = fieldOf(definitionOf(register), name);
  const text = field === undefined ? plainText(value) : fieldText(workbook, field, value);
  return text === '' ? 'Empty' : text;
}

/** A value that waits for a choice: what choosing it does, where the field alone would not say. */
export function conflictText(
  workbook: Workbook,
  { register, field, cause, values }: Conflict,
  value: unknown,
): string {
  if (cause === 'contradictory') {
    const approval = recordIn(workbook, 'approvals', typeof value === 'string' ? value : null);
    return approval === undefined ? 'A missing decision' : decisionText(workbook, approval);
  }
  if (fieldOf(definitionOf(register), field)?.kind === 'figures' && typeof value === 'string' && value !== '')
    return figuresAmong(
      value,
      values.map((each) => each.value),
    );
  const text = valueText(workbook, register, field, value);
  if (cause === 'archivedButEdited') return value === true ? 'Keep it in the bin' : 'Bring it back';
  if (definitionOf(register).parentField === field) return value === null ? 'At the top' : `Under “${text}”`;
  return text;
}
