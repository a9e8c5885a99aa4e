/** Words of a text as people look for them: without case and accents, each with its place in the text. */

export interface Word {
  readonly word: string;
  /** Place in the text, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** A part of a text, in UTF-16 units. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const MARKS = /\p{M}+/gu;

/** `Büro` and `buro` are the same word. */
export function foldedWord(word: string): string {
  return word.toLocaleLowerCase('en-US').normalize('NFD').replaceAll(MARKS, '');
}

export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: found, index }) => {
    const word = foldedWord(found);
    return word === '' ? [] : [{ word, from: index, to: index + found.length }];
  });
}

/**
 * The parts of a text that fit what is looked for: of a word that begins like a wanted one, that beginning; of a word
 * that only resembles it, all.
 * @param wanted folded words as they were typed
 * @param similar folded words of the plan that resemble them
 */
export function matchesIn(
  text: string,
  wanted: readonly string[],
  similar: ReadonlySet<string> = new Set(),
): readonly TextRange[] {
  return wordsOf(text).flatMap(({ word, from, to }) => {
    const beginning = wanted.filter((start) => word.startsWith(start)).sort((a, b) => b.length - a.length)[0];
    // A folded word can be shorter or longer than what is written; then the whole word is marked.
    if (beginning !== undefined)
      return [{ from, to: word.length === to - from ? from + beginning.length : to }];
    return similar.has(word) ? [{ from, to }] : [];
  });
}

/** Whether every wanted word begins a word of the text, in any order. */
export function hasAllWords(text: string, wanted: readonly string[]): boolean {
  const words = wordsOf(text);
  return wanted.every((start) => words.some(({ word }) => word.startsWith(start)));
}
