/** Sentences that a page computes from the plan, with the words that matter most marked. */
import { formatNumber } from './amounts';

export interface SentencePart {
  readonly text: string;
  /** A number or a conclusion: shown in medium weight. */
  readonly strong?: boolean;
}

export type Sentence = readonly SentencePart[];

export function strong(text: string): SentencePart {
  return { text, strong: true };
}

export function plain(text: string): SentencePart {
  return { text };
}

/** The sentence without its marks. */
export function sentenceText(sentence: Sentence): string {
  return sentence.map(({ text }) => text).join('');
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `four`, `12`: numbers up to ten in words. */
export function countWord(count: number): string {
  return WORDS[count] ?? formatNumber(count);
}

/** `four risks`, `one risk`, `12 risks`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countWord(count)} ${count === 1 ? one : many}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name for a sentence or a button, where the whole of a long one would push the rest aside. @param most characters */
export function cutName(name: string, most: number): string {
  const letters = Array.from(name);
  return letters.length <= most
    ? name
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** How much of what two texts begin with together stands before their first difference, in characters. */
const LEAD = 24;

/**
 * Two texts beside each other, cut like names. Where what differs would be cut off, what both begin with is left out up
 * to a few words before it.
 * @param most characters of each
 */
export function cutApart(one: string, other: string, most: number): readonly [string, string] {
  const [a, b] = [Array.from(one), Array.from(other)];
  const found = a.findIndex((letter, at) => letter !== b[at]);
  const difference = found === -1 ? a.length : found;
  if (Math.max(a.length, b.length) <= most || difference <= most / 2)
    return [cutName(one, most), cutName(other, most)];
  const space = a.indexOf(' ', difference - LEAD);
  const start = space === -1 || space >= difference ? difference - LEAD : space + 1;
  const end = (letters: readonly string[]): string => cutName(`…${letters.slice(start).join('')}`, most);
  return [end(a), end(b)];
}
