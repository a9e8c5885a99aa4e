/**
 * Questions that waited in the plan, that the what-if answered, and that nobody chose to have answered: merging takes the
 * answer as given, and the plan goes on with the value it showed. Nobody is to find that out by chance.
 */
import { decisionsOf, type Decision } from '../review/decisions';
import type { Workbook } from '../workbook';
import { choiceOf, type Choices } from './choices';
import type { ScenarioComparison } from './compareScenario';

/** @param after the plan with the what-if taken in */
export function closedQuestions(
  { before, after }: { readonly before: Workbook; readonly after: Workbook },
  comparison: ScenarioComparison,
  choices: Choices,
): readonly Decision[] {
  const open = new Set(decisionsOf(after).map(({ key }) => key));
  const taken = comparison.changes.filter((change) => choiceOf(change, choices) === 'take');
  const isTaken = ({ id, fields }: Decision): boolean =>
    taken.some((change) => change.id === id && change.fields.some(({ field }) => fields.includes(field)));
  return decisionsOf(before).filter((decision) => !open.has(decision.key) && !isTaken(decision));
}

const MOST_NAMES = 3;

/** @param name of the what-if */
export function closedText(name: string, closed: readonly Decision[]): string {
  const named = closed
    .slice(0, MOST_NAMES)
    .map(({ recordName, label }) => `“${recordName}”, ${label.toLowerCase()}`);
  const rest = closed.length - named.length;
  const list = rest === 0 ? named.join('; ') : `${named.join('; ')} and ${String(rest)} more`;
  return closed.length === 1
    ? `“${name}” had answered a question that waited here, so it is no longer asked: ${list}. The plan keeps the value it showed; the others are in the plan as it was before.`
    : `“${name}” had answered questions that waited here, so they are no longer asked: ${list}. The plan keeps the values it showed; the others are in the plan as it was before.`;
}
