/**
 * Settling fields that were written apart: each choice is an ordinary edit, all of them together one command. A choice
 * that a rule of the plan refuses is left open and told; the others are made.
 */
import type { Edit } from '../edits/edit';
import { ARCHIVED_FIELD } from '../review/valueText';
import type { Decision, DecisionOption } from '../review/decisions';
import { runWhatFits, type Attempt } from './runWhatFits';

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

/** Makes all choices in one step. */
export function applyChoices(choices: readonly Choice[], attempt: Attempt): ChoicesOutcome {
  const label = (left: readonly Choice[]): string => choicesLabel(left.length);
  const { done, refused } = runWhatFits(choices, choiceEdit, label, attempt);
  return {
    applied: done.length,
    refused: refused.map(({ item, reason }) => ({ key: item.decision.key, reason })),
  };
}

export function choicesLabel(count: number): string {
  return count === 1 ? 'Apply 1 choice' : `Apply ${String(count)} choices`;
}
