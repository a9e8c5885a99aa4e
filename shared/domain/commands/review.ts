/**
 * Settling fields that were written apart: each choice is an ordinary edit, all of them together one command. A choice
 * that a rule of the plan refuses is left open and told; the others are made.
 */
import type { Problem } from '../base/problem';
import { problemText } from '../base/problemText';
import type { Result } from '../base/result';
import type { Command, Edit } from '../edits/edit';
import { ARCHIVED_FIELD } from '../review/valueText';
import type { Decision, DecisionOption } from '../review/decisions';

export interface Choice {
  readonly decision: Decision;
  readonly option: DecisionOption;
}

export interface ChoicesOutcome {
  readonly applied: number;
  readonly refused: readonly { readonly key: string; readonly reason: string }[];
}

/** The edit that settles one question. Writing the value that is shown settles it too. */
function choiceEdit({ decision, option }: Choice): Edit {
  const { register, id, fields } = decision;
  if (!fields.includes(ARCHIVED_FIELD)) return { kind: 'set', register, id, values: option.values };
  return { kind: option.values[ARCHIVED_FIELD] === true ? 'archive' : 'restore', register, id };
}

/** After so many refusals one by one, what is left is refused together. */
const MOST_TRIES = 100;

/**
 * Makes all choices in one step.
 * @param attempt runs a command, or says what is wrong and at which of its edits
 */
export function applyChoices(
  choices: readonly Choice[],
  attempt: (command: Command) => Result<undefined, Problem & { readonly edit?: number }>,
): ChoicesOutcome {
  let left = choices;
  const refused: { key: string; reason: string }[] = [];
  for (let tries = 0; left.length > 0; tries++) {
    const done = attempt({ label: choicesLabel(left.length), edits: left.map(choiceEdit) });
    if (done.ok) return { applied: left.length, refused };
    const culprit = tries < MOST_TRIES ? left[done.error.edit ?? -1] : undefined;
    const culprits = culprit === undefined ? left : [culprit];
    const reason = problemText(done.error);
    refused.push(...culprits.map(({ decision }) => ({ key: decision.key, reason })));
    left = left.filter((choice) => !culprits.includes(choice));
  }
  return { applied: 0, refused };
}

export function choicesLabel(count: number): string {
  return count === 1 ? 'Apply 1 choice' : `Apply ${String(count)} choices`;
}
