import { describe, expect, test } from 'vitest';
import { boardMove } from '../../../renderer/features/registers/boardKeys';
import type { KeyStroke } from '../../../shared/domain/keys/keyTable';

const stroke = (key: string, held: Partial<KeyStroke> = {}): KeyStroke => {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held };
};
/** Three cards, none, one. */
const COUNTS = [3, 0, 1];

describe('arrows on a board', () => {
  test('walk a column and stop at its ends', () => {
    const down = boardMove(stroke('ArrowDown'), COUNTS, { column: 0, card: 1 });
    expect(down).toEqual({ kind: 'focus', place: { column: 0, card: 2 } });
    expect(boardMove(stroke('ArrowDown'), COUNTS, { column: 0, card: 2 })).toBeNull();
    expect(boardMove(stroke('ArrowUp'), COUNTS, { column: 0, card: 0 })).toBeNull();
  });

  test('go sideways over empty columns, as far down as the next one reaches', () => {
    const right = boardMove(stroke('ArrowRight'), COUNTS, { column: 0, card: 2 });
    expect(right).toEqual({ kind: 'focus', place: { column: 2, card: 0 } });
    expect(boardMove(stroke('ArrowRight'), COUNTS, { column: 2, card: 0 })).toBeNull();
    expect(boardMove(stroke('ArrowLeft'), [0, 2], { column: 1, card: 0 })).toBeNull();
  });

  test('with Alt put the card under the neighboring head, empty or not', () => {
    const held = { altKey: true };
    expect(boardMove(stroke('ArrowRight', held), COUNTS, { column: 0, card: 0 })).toEqual({
      kind: 'put',
      column: 1,
    });
    expect(boardMove(stroke('ArrowLeft', held), COUNTS, { column: 0, card: 0 })).toBeNull();
    expect(boardMove(stroke('ArrowDown', held), COUNTS, { column: 0, card: 0 })).toBeNull();
  });

  test('mean nothing with other keys held', () => {
    expect(boardMove(stroke('ArrowDown', { ctrlKey: true }), COUNTS, { column: 0, card: 0 })).toBeNull();
    expect(boardMove(stroke('a'), COUNTS, { column: 0, card: 0 })).toBeNull();
  });
});
