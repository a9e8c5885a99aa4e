/** What of a what-if is to come into the plan. */
import type { RegisterId } from '../registers/all';
import type { ScenarioChange, ScenarioComparison } from './compareScenario';

/** `take`: the what-if’s value; `leave`: the plan’s; `ask`: both, for a person to choose under Review. */
export type Choice = 'take' | 'leave' | 'ask';

/** By the key of a change; one that is not there comes as `usualChoice` says. */
export type Choices = ReadonlyMap<string, Choice>;

/** Everything comes, and what both sides changed is for people to decide. */
export function usualChoice({ beside }: ScenarioChange): Choice {
  return beside === 'question' ? 'ask' : 'take';
}

export function choiceOf(change: ScenarioChange, choices: Choices): Choice {
  return choices.get(change.key) ?? usualChoice(change);
}

/**
 * The choices with another one made, and with those that follow from it: what is taken brings the new records it names,
 * and a new record that is left takes along what names it.
 */
export function choose(
  comparison: ScenarioComparison,
  choices: Choices,
  key: string,
  choice: Choice,
): Choices {
  return withFollowers(comparison, choices, new Map([[key, choice]]), choice !== 'leave');
}

/** @param meant all of them are taken or asked about, or all are left */
function withFollowers(
  { changes }: ScenarioComparison,
  choices: Choices,
  meant: Choices,
  isTaken: boolean,
): Choices {
  const made = new Map(choices);
  const followers = new Map<string, readonly string[]>();
  for (const { key, needs } of changes) {
    if (isTaken) followers.set(key, needs);
    else for (const need of needs) followers.set(need, [...(followers.get(need) ?? []), key]);
  }
  const seen = new Set(meant.keys());
  // What is found on the way is walked too.
  for (const next of seen) {
    made.set(next, meant.get(next) ?? (isTaken ? 'take' : 'leave'));
    for (const follower of followers.get(next) ?? []) seen.add(follower);
  }
  return made;
}

/** All come, or none does; what both sides changed stays for people to decide. */
export function chooseAll({ changes }: ScenarioComparison, isTaken: boolean): Choices {
  return new Map(changes.map((change) => [change.key, isTaken ? usualChoice(change) : 'leave']));
}

/** The same of one register only, with what follows from it elsewhere. */
export function chooseAllOf(
  comparison: ScenarioComparison,
  choices: Choices,
  register: RegisterId,
  isTaken: boolean,
): Choices {
  const meant = comparison.changes
    .filter((change) => change.register === register)
    .map((change) => [change.key, isTaken ? usualChoice(change) : 'leave'] as const);
  return withFollowers(comparison, choices, new Map(meant), isTaken);
}

/** The what-if wins wherever both sides changed the same in a register. */
export function chooseScenario(
  { changes }: ScenarioComparison,
  choices: Choices,
  register: RegisterId,
): Choices {
  const questions = changes.filter((change) => change.beside === 'question' && change.register === register);
  return new Map([...choices, ...questions.map(({ key }) => [key, 'take'] as const)]);
}

/** How many changes come in, as themselves or as questions. */
export function countTaken({ changes }: ScenarioComparison, choices: Choices): number {
  return changes.filter((change) => choiceOf(change, choices) !== 'leave').length;
}
