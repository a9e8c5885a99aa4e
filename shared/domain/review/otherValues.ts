/** What else than the values written apart can be chosen: the one that stood there before, and any that a person types. */
import { fieldPlaceKey, type BaseValues } from '../edits/baseValues';
import { isFixed } from '../edits/fixedFields';
import type { FieldValues } from '../edits/edit';
import { acceptValue } from '../register/accept';
import { sameValue } from '../register/canonical';
import type { StoredValue } from '../register/field';
import { fieldOf } from '../register/record';
import { definitionOf } from '../registers/all';
import type { Conflict, Workbook } from '../workbook';
import type { Decision } from './decisions';
import { fieldLabel, valueText } from './valueText';

export type OtherValue = Pick<Decision['options'][number], 'values' | 'lines'>;

/** Whether a question takes other values than those written apart: a record is in the bin or it is not. */
export function takesOtherValues(workbook: Workbook, { register, id, fields }: Decision): boolean {
  const isFromField = fields.every((field) => fieldOf(definitionOf(register), field) !== undefined);
  const isFree = fields.every((field) => !isFixed(register, field));
  return isFromField && isFree && !workbook.conflicts.some((each) => each.id === id && isOfChoices(each));
}

/** What the question is about are places or records, not a value that could be another. */
function isOfChoices({ cause }: Conflict): boolean {
  return cause === 'circle' || cause === 'contradictory';
}

/** The stored values as they are shown; undefined where they are not such as the fields take. */
export function otherValue(
  workbook: Workbook,
  { register, fields }: Decision,
  given: Readonly<Record<string, unknown>>,
): OtherValue | undefined {
  const values: Record<string, StoredValue> = {};
  for (const name of fields) {
    const field = fieldOf(definitionOf(register), name);
    const accepted = field === undefined || !(name in given) ? undefined : acceptValue(field, given[name]);
    if (accepted?.ok !== true) return undefined;
    values[name] = accepted.value;
  }
  const lines = fields.map((name) => ({
    label: fieldLabel(register, name),
    text: valueText(workbook, register, name, values[name]),
  }));
  return { values, lines };
}

/**
 * What stood there before anybody wrote apart. Undefined where this computer does not know, which it also does not
 * where its history says one of the values to choose: then it only begins after that was written.
 */
export function valueBefore(
  workbook: Workbook,
  decision: Decision,
  bases: BaseValues,
): OtherValue | undefined {
  const { register, id, fields, options } = decision;
  if (!takesOtherValues(workbook, decision)) return undefined;
  const given: Record<string, unknown> = {};
  for (const field of fields) {
    const key = fieldPlaceKey({ register, id, field });
    if (bases.has(key)) given[field] = bases.get(key);
  }
  const before = otherValue(workbook, decision, given);
  return before === undefined || options.some(({ values }) => isSame(values, before.values))
    ? undefined
    : before;
}

function isSame(a: FieldValues, b: FieldValues): boolean {
  return Object.entries(a).every(([field, value]) => sameValue(value, b[field]));
}
