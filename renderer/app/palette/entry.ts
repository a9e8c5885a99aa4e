/** What the palette lists, and which of a list fits what was typed. */
import type { ReactNode } from 'react';
import type { Chord } from '../../../shared/domain/keys/keyTable';
import { hasAllWords, matchesIn, wordsOf, type TextRange } from '../../../shared/domain/search/words';

export interface Entry {
  readonly id: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly matches: readonly TextRange[];
  /** What kind of thing it is, or where in it something was found. */
  readonly detail?: { readonly text: string; readonly matches: readonly TextRange[] };
  readonly chord?: Chord;
  readonly run: () => void;
}

export type GroupTitle = 'Go to' | 'Do' | 'Learn';

export interface EntryGroup {
  readonly title: GroupTitle;
  readonly entries: readonly Entry[];
}

export interface Findings {
  readonly groups: readonly EntryGroup[];
  /** What is not listed, or why there is nothing. */
  readonly note?: string;
}

/** Something that can be chosen whatever is in the plan. */
export interface Offer {
  readonly id: string;
  readonly icon: ReactNode;
  readonly title: string;
  /** Other words people look for it by. */
  readonly words?: string;
  readonly detail?: string;
  readonly chord?: Chord;
  readonly run: () => void;
}

/** What was typed: folded words, and whether only commands or a row number are wanted. */
export interface Query {
  readonly wanted: readonly string[];
  readonly scope: 'everything' | 'commands' | 'numbers';
}

export function queryOf(typed: string): Query {
  const text = typed.trimStart();
  const scope = text.startsWith('>') ? 'commands' : text.startsWith('#') ? 'numbers' : 'everything';
  return { wanted: wordsOf(text).map(({ word }) => word), scope };
}

export function entryOf({ id, icon, title, detail, chord, run }: Offer, wanted: readonly string[]): Entry {
  return {
    id,
    icon,
    title,
    matches: matchesIn(title, wanted),
    ...(detail === undefined ? {} : { detail: { text: detail, matches: [] } }),
    ...(chord === undefined ? {} : { chord }),
    run,
  };
}

/** Offers with every wanted word; those whose title has them come first. */
export function fitting(offers: readonly Offer[], wanted: readonly string[], most: number): readonly Entry[] {
  const byTitle = offers.filter(({ title }) => hasAllWords(title, wanted));
  const byWords = offers.filter(
    (offer) => !byTitle.includes(offer) && hasAllWords(`${offer.title} ${offer.words ?? ''}`, wanted),
  );
  return [...byTitle, ...byWords].slice(0, most).map((offer) => entryOf(offer, wanted));
}

/** Leaves out groups with nothing in them. */
export function grouped(groups: readonly EntryGroup[]): readonly EntryGroup[] {
  return groups.filter(({ entries }) => entries.length > 0);
}
