/** Which key does what on the head of a column. */
import { keyFinder, keysFor, keyTable, type KeyStroke } from '../../../shared/domain/keys/keyTable';

export type HeadCommand =
  | { readonly kind: 'go'; readonly step: 1 | -1 }
  | { readonly kind: 'sort'; readonly adds: boolean }
  | { readonly kind: 'resize'; readonly step: 1 | -1 }
  | { readonly kind: 'move'; readonly step: 1 | -1 }
  /** Back to the cells. */
  | { readonly kind: 'leave' }
  /** Back to the cells, with a letter that is typed there. */
  | { readonly kind: 'type' };

export const HEAD_KEYS = keyTable<HeadCommand, string>('On the head of a column', {
  go: {
    label: 'Go to the next head',
    keys: { ArrowLeft: { kind: 'go', step: -1 }, ArrowRight: { kind: 'go', step: 1 } },
  },
  sort: {
    label: 'Order by it; once more, the other way',
    keys: keysFor({ kind: 'sort', adds: false }, 'Enter', 'Space'),
  },
  adds: {
    label: 'Order by it as well',
    keys: keysFor({ kind: 'sort', adds: true }, 'Shift+Enter'),
    also: keysFor({ kind: 'sort', adds: true }, 'Shift+Space'),
  },
  resize: {
    label: 'Make the column narrower or wider',
    keys: { 'Alt+ArrowLeft': { kind: 'resize', step: -1 }, 'Alt+ArrowRight': { kind: 'resize', step: 1 } },
  },
  move: {
    label: 'Move the column',
    keys: {
      'Alt+Shift+ArrowLeft': { kind: 'move', step: -1 },
      'Alt+Shift+ArrowRight': { kind: 'move', step: 1 },
    },
  },
  leave: {
    label: 'Go back to the cells',
    keys: keysFor({ kind: 'leave' }, 'ArrowDown', 'Escape'),
    also: keysFor({ kind: 'leave' }, 'Tab', 'Shift+Tab', 'Shift+ArrowDown', 'Shift+Escape'),
  },
});

const find = keyFinder(HEAD_KEYS);

/** The command of a key stroke on a head: a letter belongs to the cells; null for a key that is neither's. */
export function headCommandOf(stroke: KeyStroke): HeadCommand | null {
  const { key, altKey, ctrlKey, metaKey } = stroke;
  const isTyped = key.length === 1 && !altKey && !ctrlKey && !metaKey;
  return find(stroke) ?? (isTyped ? { kind: 'type' } : null);
}
