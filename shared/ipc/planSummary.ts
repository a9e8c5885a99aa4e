/** What is told of a workbook without opening it, as every process speaks of it. */
import { isRecordId } from '../domain/base/ids';
import { isCount, isJsonObject } from '../domain/base/json';
import { parseRestored, type RestoredFrom } from '../domain/restoredFrom';
import { parseScenarioFacts, type ScenarioFacts } from './scenarios';

export interface PlanSummary {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly records: number;
  /** Of what it is a what-if; null for a plan. */
  readonly scenario: ScenarioFacts | null;
  /** The backup that it was restored from; null where it was not. */
  readonly restored: RestoredFrom | null;
}

/** A workbook by its name, and a what-if by its own beside that of its plan. */
export function summaryName({ name, scenario }: Pick<PlanSummary, 'name' | 'scenario'>): string {
  return scenario === null ? name : `${name}, what-if ${scenario.name}`;
}

export function parsePlanSummary(value: unknown): PlanSummary | undefined {
  if (!isJsonObject(value)) return undefined;
  const { id, name, modified, records } = value;
  const restored = parseRestored(value['restored']);
  const scenario = parseScenarioFacts(value['scenario']);
  if (!isRecordId(id) || typeof name !== 'string' || !isCount(modified) || !isCount(records))
    return undefined;
  if (scenario === undefined || restored === undefined) return undefined;
  return { id, name, modified, records, scenario, restored };
}
