/** Opening a `.golive` file that came from elsewhere: taken apart, checked, and its state passed through the gate. */
import { factsOf } from '../document/stateFacts';
import { problem, type Problem } from '../domain/base/problem';
import { err, type Result } from '../domain/base/result';
import type { Codec } from './codec';
import { decodeGoliveFile, type GoliveFile } from './goliveFile';
import { scenarioIn } from './scenarioFile';
import { validateState } from './validateState';

export function openForeignFile(bytes: Uint8Array, name: string, codec: Codec): Result<GoliveFile, Problem> {
  const file = decodeGoliveFile(bytes, name, codec);
  if (!file.ok) return file;
  const validated = validateState(file.value.state, name);
  return validated.ok ? file : validated;
}

/** The same for a file that is to be used as the workbook it says it is. */
export function openWorkbookFile(bytes: Uint8Array, name: string, codec: Codec): Result<GoliveFile, Problem> {
  const file = openForeignFile(bytes, name, codec);
  if (!file.ok) return file;
  const { workbook, state, otherMembers } = file.value;
  const content = factsOf(state).workbook;
  const scenario = scenarioIn(otherMembers);
  const isItself = scenario === undefined ? content === workbook : isOf(scenario.plan, content, workbook);
  return isItself ? file : err(problem('file/hostile', { name, what: 'a workbook under the id of another' }));
}

/** A what-if has an id of its own, and goes on from the document of its plan. */
function isOf(plan: string, content: string, workbook: string): boolean {
  return content === plan && workbook !== plan;
}
