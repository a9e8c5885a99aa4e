/** Which key does what on the head of a column. */
import type { KeyStroke } from '../../../shared/domain/keys/keyTable';

export type HeadCommand =
  | { readonly kind: 'go'; readonly step: 1 | -1 }
  | { readonly kind: 'sort'; readonly adds: boolean }
  | { readonly kind: 'resize'; readonly step: 1 | -1 }
  | { readonly kind: 'move'; readonly step: 1 | -1 }
  /** Back to the cells. */
  | { readonly kind: 'leave' }
  /** Back to the cells, with a letter that is typed there. */
  | { readonly kind: 'type' };

const SIDEWAYS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * Enter orders, with Shift as well as before; arrows go to the next head, with Alt they change its width, with Alt and
 * Shift its place. Null for a key that is not the head's.
 */
export function headCommandOf({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyStroke): HeadCommand | null {
  if (ctrlKey || metaKey) return null;
  const step = SIDEWAYS[key];
  if (step !== undefined) {
    if (altKey) return { kind: shiftKey ? 'move' : 'resize', step };
    return shiftKey ? null : { kind: 'go', step };
  }
  if (altKey) return null;
  if (key === 'Enter' || key === ' ') return { kind: 'sort', adds: shiftKey };
  if (key === 'ArrowDown' || key === 'Escape' || key === 'Tab') return { kind: 'leave' };
  return key.length === 1 ? { kind: 'type' } : null;
}
