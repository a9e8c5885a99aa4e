/** Which of a very long list of choices are offered: so many that they can be looked through, found by typing. */
import type { Choice } from './choice';

export interface Candidates {
  /** The choices offered, with the chosen one among them. */
  readonly candidates: readonly Choice[];
  /** How many more fit what was typed. */
  readonly left: number;
}

const MOST_OFFERED = 60;

/** A list that is short enough is offered as it is. @param value the chosen one's id */
export function candidatesFor(choices: readonly Choice[], value: string | null, typed: string): Candidates {
  if (choices.length <= MOST_OFFERED) return { candidates: choices, left: 0 };
  const chosen = choices.find(({ id }) => id === value);
  // Before anybody types, the field holds the name of the chosen one.
  const wanted = typed === chosen?.label ? '' : plainText(typed);
  const fitting = wanted === '' ? choices : choices.filter(({ label }) => plainText(label).includes(wanted));
  const offered = fitting.slice(0, MOST_OFFERED);
  const isMissing = chosen !== undefined && !offered.includes(chosen);
  return {
    candidates: isMissing ? [chosen, ...offered] : offered,
    left: fitting.length - offered.length,
  };
}

/** The one choice with this name; undefined where none or several have it. */
export function namedInFull(choices: readonly Choice[], typed: string): Choice | undefined {
  const wanted = plainText(typed.trim());
  const named = choices.filter(({ label }) => plainText(label) === wanted);
  return named.length === 1 ? named[0] : undefined;
}

/** Letters without case and accents. */
function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
