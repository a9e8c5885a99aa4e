/** Where a key leads on a board: to another card, or with Alt under another head. */

export interface BoardPlace {
  readonly column: number;
  readonly card: number;
}

export type BoardMove =
  { readonly kind: 'focus'; readonly place: BoardPlace } | { readonly kind: 'put'; readonly column: number };

export interface BoardStroke {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

const SIDEWAYS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };
const ALONG: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Arrows go to the next card up and down, and sideways to the nearest column that has cards, as far down as it goes;
 * Alt with a sideways arrow puts the card under the neighboring head, empty or not. Null where there is nothing.
 * @param counts how many cards stand in each column
 */
export function boardMove(
  { key, altKey, ctrlKey, shiftKey }: BoardStroke,
  counts: readonly number[],
  { column, card }: BoardPlace,
): BoardMove | null {
  if (ctrlKey || shiftKey) return null;
  const sideways = SIDEWAYS[key];
  if (altKey) {
    const target = column + (sideways ?? 0);
    return sideways === undefined || counts[target] === undefined ? null : { kind: 'put', column: target };
  }
  if (sideways !== undefined) {
    let target = column + sideways;
    while (counts[target] === 0) target += sideways;
    const count = counts[target];
    return count === undefined
      ? null
      : { kind: 'focus', place: { column: target, card: Math.min(card, count - 1) } };
  }
  const along = ALONG[key];
  const next = card + (along ?? 0);
  if (along === undefined || next < 0 || next >= (counts[column] ?? 0)) return null;
  return { kind: 'focus', place: { column, card: next } };
}
