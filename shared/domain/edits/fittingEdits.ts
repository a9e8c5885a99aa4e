/** Of many edits those that fit the plan together: what breaks a rule is left out and told. */
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { checkEdits } from './checkEdits';
import type { Edit } from './edit';
import type { Workbook } from '../workbook';

export interface FittingEdits<E extends { readonly edit: Edit }> {
  readonly entries: readonly E[];
  readonly left: readonly { readonly entry: E; readonly problem: Problem }[];
}

/** With more misfits than this the file is not what somebody takes it for, and every try costs a check of all edits. */
const MOST_MISFITS = 200;

export function fittingEdits<E extends { readonly edit: Edit }>(
  workbook: Workbook,
  entries: readonly E[],
  mostMisfits = MOST_MISFITS,
): Result<FittingEdits<E>, Problem> {
  let rest = entries;
  const left: { entry: E; problem: Problem }[] = [];
  while (left.length <= mostMisfits) {
    const checked = checkEdits(
      workbook,
      rest.map(({ edit }) => edit),
    );
    if (checked.ok) return ok({ entries: rest, left });
    const at = checked.error.edit ?? rest.length - 1;
    const misfit = rest[at];
    if (misfit !== undefined) left.push({ entry: misfit, problem: checked.error });
    rest = rest.filter((_entry, index) => index !== at);
  }
  return err(problem('import/tooManyMisfits', { count: mostMisfits }));
}
