/** Many edits as one command, of which those that a rule of the plan refuses are left out and told. */
import type { Problem } from '../base/problem';
import { problemText } from '../base/problemText';
import type { Result } from '../base/result';
import type { Command, Edit } from '../edits/edit';

/** Runs a command, or says what is wrong and at which of its edits. */
export type Attempt = (command: Command) => Result<undefined, Problem & { readonly edit?: number }>;

export interface Outcome<T> {
  readonly done: readonly T[];
  readonly refused: readonly { readonly item: T; readonly reason: string }[];
}

/** After so many refusals one by one, what is left is refused together. */
const MOST_TRIES = 100;

/**
 * @param editsOf what is done for an item, together or not at all
 * @param labelOf names the command by what it still does
 */
export function runWhatFits<T>(
  items: readonly T[],
  editsOf: (item: T) => readonly Edit[],
  labelOf: (items: readonly T[]) => string,
  attempt: Attempt,
): Outcome<T> {
  let left = items;
  const refused: { item: T; reason: string }[] = [];
  for (let tries = 0; left.length > 0; tries++) {
    const edits = left.flatMap((item) => editsOf(item).map((edit) => ({ item, edit })));
    const done = attempt({ label: labelOf(left), edits: edits.map(({ edit }) => edit) });
    if (done.ok) return { done: left, refused };
    const culprit = tries < MOST_TRIES ? edits[done.error.edit ?? -1]?.item : undefined;
    const culprits = culprit === undefined ? left : [culprit];
    const reason = problemText(done.error);
    refused.push(...culprits.map((item) => ({ item, reason })));
    left = left.filter((item) => !culprits.includes(item));
  }
  return { done: [], refused };
}
