/** Which of the values that wait stood here before a merge, and which it brought: of one writer only that tells them apart. */
import { sameValue } from '../register/canonical';
import { tableOf, type Workbook } from '../workbook';
import type { Decision } from './decisions';

/**
 * The places of the options that were here, and of those that came.
 * @param before the plan before the merge
 * @returns undefined where the merge did not bring the question: all of them were here, or none was
 */
export function originsOf(
  before: Workbook,
  decision: Decision,
): { readonly here: readonly number[]; readonly came: readonly number[] } | undefined {
  const places = decision.options.map((_, index) => index);
  const here = places.filter((index) => stoodBefore(before, decision, index));
  const came = places.filter((index) => !here.includes(index));
  return here.length === 0 || came.length === 0 ? undefined : { here, came };
}

function stoodBefore(before: Workbook, { register, id, options }: Decision, index: number): boolean {
  const record = tableOf(before, register).byId.get(id);
  const stood = (field: string, value: unknown): boolean =>
    sameValue(record?.[field] ?? null, value ?? null) ||
    before.conflicts.some(
      (conflict) =>
        conflict.id === id &&
        conflict.register === register &&
        conflict.field === field &&
        conflict.values.some((written) => sameValue(written.value, value)),
    );
  return (
    record !== undefined &&
    Object.entries(options[index]?.values ?? {}).every(([field, value]) => stood(field, value))
  );
}
