/**
 * Settling fields that were written apart: each choice is an ordinary edit, all of them together one command. A choice
 * that a rule of the plan refuses is left open and told; the others are made.
 */
import type { Edit, FieldValues } from '../edits/edit';
import type { Decision } from '../review/decisions';
import { formatNumber } from '../format/amounts';
import { settlingEdits } from '../review/settling';
import { ARCHIVED_FIELD } from '../review/valueText';
import type { Workbook } from '../workbook';
import { runWhatFits, type Attempt } from './runWhatFits';

export interface Choice {
  readonly decision: Decision;
  /** One of the values written apart, the one before them, or another. */
  readonly values: FieldValues;
}

export interface ChoicesOutcome {
  readonly applied: number;
  readonly refused: readonly { readonly key: string; readonly reason: string }[];
}

/** Makes all choices in one step. */
export function applyChoices(
  workbook: Workbook,
  choices: readonly Choice[],
  attempt: Attempt,
): ChoicesOutcome {
  const label = (left: readonly Choice[]): string => choicesLabel(left.length);
  const edits = ({ decision: { register, id }, values }: Choice): readonly Edit[] =>
    settlingEdits(workbook, { register, id, values });
  // What is written in a record that goes into the bin is to be known there.
  const inTurn = [...choices].sort((a, b) => Number(isOfBin(a)) - Number(isOfBin(b)));
  const { done, refused } = runWhatFits(inTurn, edits, label, attempt);
  return {
    applied: done.length,
    refused: refused.map(({ item, reason }) => ({ key: item.decision.key, reason })),
  };
}

function isOfBin({ values }: Choice): boolean {
  return ARCHIVED_FIELD in values;
}

export function choicesLabel(count: number): string {
  return count === 1 ? 'Apply 1 choice' : `Apply ${formatNumber(count)} choices`;
}
