/** Reading a what-if without opening it: what it says, what it began with, and its state for taking it in. */
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { Problem } from '../../shared/domain/base/problem';
import { ok, type Result } from '../../shared/domain/base/result';
import { WorkbookAssembler } from '../../shared/domain/assemble';
import type { Choices } from '../../shared/domain/scenario/choices';
import type { ScenarioComparison } from '../../shared/domain/scenario/compareScenario';
import { settleTakeIn } from '../../shared/domain/scenario/takeIn';
import type { Workbook } from '../../shared/domain/workbook';
import { desktop } from './desktop';
import { documentIn, workbookIn } from './readState';

export interface ReadScenario {
  readonly id: string;
  /** Empty where it is lost: then nobody can tell who changed what, and every difference is a question. */
  readonly base: Workbook;
  readonly scenario: Workbook;
  /** The whole document of the what-if, a validated Yjs V1 state. */
  readonly state: Uint8Array;
}

export async function readScenario(id: string): Promise<Result<ReadScenario, Problem>> {
  const read = await desktop.call('scenarios.read', { workbook: id });
  if (!read.ok) return read;
  const { state, base } = read.value;
  const scenario = workbookIn(state);
  return ok({
    id,
    state,
    scenario,
    base: base === null ? new WorkbookAssembler(scenario.id).workbook() : workbookIn(base),
  });
}

/** The plan as it would stand with what is chosen of a what-if in it; the plan itself is not touched. */
export function planWith(
  plan: WorkbookDocument,
  { scenario, state }: ReadScenario,
  comparison: ScenarioComparison,
  choices: Choices,
): Workbook {
  const copy = documentIn(plan.encodeState());
  const before = copy.workbook();
  copy.merge(state);
  const { command } = settleTakeIn({ before, scenario, merged: copy.workbook() }, comparison, choices);
  if (command !== undefined) copy.run(command);
  return copy.workbook();
}
