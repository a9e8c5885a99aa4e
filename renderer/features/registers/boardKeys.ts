/** Where a key leads on a board: to another card, or with Alt under another head. */
import { keyFinder, keysFor, keyTable, type KeyStroke } from '../../../shared/domain/keys/keyTable';

export interface BoardPlace {
  readonly column: number;
  readonly card: number;
}

export type BoardMove =
  | { readonly kind: 'focus'; readonly place: BoardPlace }
  | { readonly kind: 'put'; readonly column: number }
  | { readonly kind: 'remove' };

type BoardKey =
  { readonly kind: 'sideways' | 'along' | 'put'; readonly step: 1 | -1 } | { readonly kind: 'remove' };

export const BOARD_KEYS = keyTable<BoardKey, string>('On a board', {
  cards: {
    label: 'Go to the next card',
    keys: {
      ArrowUp: { kind: 'along', step: -1 },
      ArrowDown: { kind: 'along', step: 1 },
      ArrowLeft: { kind: 'sideways', step: -1 },
      ArrowRight: { kind: 'sideways', step: 1 },
    },
  },
  put: {
    label: 'Put the card under another head',
    keys: { 'Alt+ArrowLeft': { kind: 'put', step: -1 }, 'Alt+ArrowRight': { kind: 'put', step: 1 } },
  },
  remove: { label: 'Move the card to the bin', keys: keysFor({ kind: 'remove' }, 'Mod+Delete') },
});

const find = keyFinder(BOARD_KEYS);

/**
 * Arrows go to the next card up and down, and sideways to the nearest column that has cards, as far down as it goes;
 * Alt with a sideways arrow puts the card under the neighboring head, empty or not. Null where there is nothing.
 * @param counts how many cards stand in each column
 */
export function boardMove(
  stroke: KeyStroke,
  counts: readonly number[],
  { column, card }: BoardPlace,
): BoardMove | null {
  const key = find(stroke);
  if (key === null) return null;
  if (key.kind === 'remove') return key;
  if (key.kind === 'put') {
    const target = column + key.step;
    return counts[target] === undefined ? null : { kind: 'put', column: target };
  }
  if (key.kind === 'sideways') {
    let target = column + key.step;
    while (counts[target] === 0) target += key.step;
    const count = counts[target];
    return count === undefined
      ? null
      : { kind: 'focus', place: { column: target, card: Math.min(card, count - 1) } };
  }
  const next = card + key.step;
  if (next < 0 || next >= (counts[column] ?? 0)) return null;
  return { kind: 'focus', place: { column, card: next } };
}
