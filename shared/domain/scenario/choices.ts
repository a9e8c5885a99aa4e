/** What of a what-if is to come into the plan. */
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
  { changes }: ScenarioComparison,
  choices: Choices,
  key: string,
  choice: Choice,
): Choices {
  const made = new Map(choices);
  const byKey = new Map(changes.map((change) => [change.key, change]));
  const seen = new Set([key]);
  // What is found on the way is walked too.
  for (const next of seen) {
    made.set(next, next === key || choice === 'leave' ? choice : 'take');
    const followers =
      choice === 'leave'
        ? changes.filter(({ needs }) => needs.includes(next)).map((change) => change.key)
        : (byKey.get(next)?.needs ?? []);
    for (const follower of followers) seen.add(follower);
  }
  return made;
}

/** @param isTaken all come, or none does */
export function chooseAll({ changes }: ScenarioComparison, isTaken: boolean): Choices {
  return new Map(changes.map((change) => [change.key, isTaken ? usualChoice(change) : 'leave']));
}

/** How many changes come in, as themselves or as questions. */
export function countTaken({ changes }: ScenarioComparison, choices: Choices): number {
  return changes.filter((change) => choiceOf(change, choices) !== 'leave').length;
}
