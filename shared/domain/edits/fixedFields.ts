/** Fields that are written with their record and never after, as a signature is. */
import { sameValue } from '../register/canonical';
import { fieldOf, fieldsOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import type { Workbook } from '../workbook';
import type { Edit, FieldValues } from './edit';

export function isFixed(register: RegisterId, field: string): boolean {
  return fieldOf(definitionOf(register), field)?.fixed === true;
}

/** A register some fields of which are fixed: its records are written whole, in a form, and not cell by cell. */
export function isWrittenWhole(register: RegisterId): boolean {
  return fieldsOf(definitionOf(register)).some(([, { fixed }]) => fixed === true);
}

/** A fixed field takes again what it holds, or which of several values written apart holds. */
export function mayStillBeWritten(
  { conflicts }: Workbook,
  { register, id, field }: { readonly register: RegisterId; readonly id: string; readonly field: string },
  [before, after]: readonly [unknown, unknown],
): boolean {
  if (sameValue(before ?? null, after ?? null)) return true;
  return conflicts.some(
    (waits) =>
      waits.id === id &&
      waits.register === register &&
      waits.field === field &&
      waits.values.some(({ value }) => sameValue(value ?? null, after ?? null)),
  );
}

/** Writes the values of one record, each fixed field by itself: where it must stay, the others are written all the same. */
export function setApart(register: RegisterId, id: string, values: FieldValues): readonly Edit[] {
  const all = Object.entries(values);
  const free = all.filter(([field]) => !isFixed(register, field));
  const parts = [free, ...all.filter(([field]) => isFixed(register, field)).map((each) => [each])];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => ({ kind: 'set', register, id, values: Object.fromEntries(part) }));
}
