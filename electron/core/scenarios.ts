/**
 * What-ifs: copies of a plan in folders of their own, in which everything works as in a plan. What one is of lies in
 * every file of it; what may be changed later, its name and whether it was deleted, lies beside them.
 */
import path from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { isJsonObject } from '../../shared/domain/base/json';
import { err, ok, type Result } from '../../shared/domain/base/result';
import {
  parseScenarioChanges,
  type ScenarioChanges,
  type ScenarioFacts,
  type ScenarioStates,
} from '../../shared/ipc/scenarios';
import { bytesOfText, jsonOfBytes } from '../../shared/sync/bytes';
import type { GoliveContent } from '../../shared/sync/goliveFile';
import { baseIn, renamed, scenarioIn, type ScenarioMark } from '../../shared/sync/scenarioFile';
import { readBytes, writeFileAtomically } from './atomicFile';
import { nodeCodec } from './nodeCodec';

/** @returns null for a plan that is no what-if */
export async function scenarioFacts(
  planFolder: string,
  members: Readonly<Record<string, unknown>>,
): Promise<ScenarioFacts | null> {
  const mark = scenarioIn(members);
  return mark === undefined ? null : factsOf(planFolder, mark);
}

/** Of a folder whose files no longer say what they are, while its content bears the id of another plan. */
export function unmarkedScenario(planFolder: string, plan: string): Promise<ScenarioFacts> {
  return factsOf(planFolder, { plan, name: '', made: 0 });
}

async function factsOf(planFolder: string, { plan, name, made }: ScenarioMark): Promise<ScenarioFacts> {
  const changes = await readChanges(planFolder);
  return { plan, made, name: changes.name ?? name, archived: changes.archived ?? false };
}

/** Renames a what-if, deletes it or brings it back. */
export async function changeScenario(
  planFolder: string,
  isScenario: boolean,
  changes: ScenarioChanges,
): Promise<Result<null, Problem>> {
  // A plan has no such note: what is in it would make nobody a what-if, and hide nothing.
  if (!isScenario) return err(problem('usage', { message: 'That is no what-if.' }));
  const next = { ...(await readChanges(planFolder)), ...changes };
  const written = await writeFileAtomically(noteFile(planFolder), bytesOfText(JSON.stringify(next)));
  return written.ok ? ok(null) : written;
}

/** The content under the name that the what-if bears now. */
export async function underItsName(planFolder: string, content: GoliveContent): Promise<GoliveContent> {
  const { name } = await readChanges(planFolder);
  return name === undefined ? content : renamed(content, name);
}

/** What a comparison needs; a base that cannot be read is told as one that is not there. */
export function statesOfScenario(content: GoliveContent): ScenarioStates {
  const base = baseIn(content, nodeCodec);
  return { state: content.state, base: base.ok ? (base.value ?? null) : null };
}

/** What the what-ifs of a plan are called, deleted ones too: they can be brought back. */
export function scenarioNames(
  summaries: readonly { readonly scenario: ScenarioFacts | null }[],
  plan: string,
): readonly string[] {
  return summaries.flatMap(({ scenario }) => (scenario?.plan === plan ? [scenario.name] : []));
}

async function readChanges(planFolder: string): Promise<ScenarioChanges> {
  const bytes = await readBytes(noteFile(planFolder));
  const value = bytes.ok ? jsonOfBytes(bytes.value) : undefined;
  return (isJsonObject(value) ? parseScenarioChanges(value) : undefined) ?? {};
}

function noteFile(planFolder: string): string {
  return path.join(planFolder, 'scenario.json');
}
