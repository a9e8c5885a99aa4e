/** Which key does what in a grid while no cell is edited. Pure: a table of facts about a key stroke to a command. */
import type { Motion } from './range';

export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type GridCommand =
  | { readonly kind: 'move'; readonly motion: Motion; readonly extend: boolean }
  | { readonly kind: 'next'; readonly step: 1 | -1 }
  | { readonly kind: 'edit' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'space' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'fillDown' }
  | { readonly kind: 'selectAll' }
  | { readonly kind: 'addRow' }
  | { readonly kind: 'removeRows' }
  | { readonly kind: 'open' }
  | { readonly kind: 'shift'; readonly direction: 'in' | 'out' | 'up' | 'down' }
  | { readonly kind: 'leave' };

const PLAIN_MOTIONS: Readonly<Record<string, Motion>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'rowStart',
  End: 'rowEnd',
};

const PLAIN: Readonly<Record<string, GridCommand>> = {
  Enter: { kind: 'edit' },
  F2: { kind: 'edit' },
  Delete: { kind: 'clear' },
  Backspace: { kind: 'clear' },
  Insert: { kind: 'addRow' },
  Escape: { kind: 'leave' },
  ' ': { kind: 'space' },
};

const WITH_CTRL: Readonly<Record<string, GridCommand>> = {
  d: { kind: 'fillDown' },
  a: { kind: 'selectAll' },
  Enter: { kind: 'open' },
  Delete: { kind: 'removeRows' },
  Backspace: { kind: 'removeRows' },
  ']': { kind: 'shift', direction: 'in' },
  '[': { kind: 'shift', direction: 'out' },
};

function withAlt({ key, shiftKey }: KeyStroke): GridCommand | null {
  if (shiftKey && key === 'ArrowUp') return { kind: 'shift', direction: 'up' };
  if (shiftKey && key === 'ArrowDown') return { kind: 'shift', direction: 'down' };
  return !shiftKey && key === 'ArrowDown' ? { kind: 'choose' } : null;
}

function withControl({ key, shiftKey }: KeyStroke): GridCommand | null {
  if (key === 'Home') return { kind: 'move', motion: 'gridStart', extend: shiftKey };
  if (key === 'End') return { kind: 'move', motion: 'gridEnd', extend: shiftKey };
  return shiftKey ? null : (WITH_CTRL[key.length === 1 ? key.toLowerCase() : key] ?? null);
}

/** The command of a key stroke, or null for a key that is not the grid's. */
export function gridCommandOf(stroke: KeyStroke): GridCommand | null {
  const { key, shiftKey } = stroke;
  // AltGr arrives as Ctrl+Alt and types characters, which reach the editor as input.
  if (stroke.ctrlKey && stroke.altKey) return null;
  if (stroke.altKey) return withAlt(stroke);
  if (stroke.ctrlKey || stroke.metaKey) return withControl(stroke);
  if (key === 'Tab') return { kind: 'next', step: shiftKey ? -1 : 1 };
  const motion = PLAIN_MOTIONS[key];
  if (motion !== undefined) return { kind: 'move', motion, extend: shiftKey };
  return PLAIN[key] ?? null;
}
