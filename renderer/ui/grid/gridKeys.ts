/** Which key does what in a grid while no cell is edited. Pure: a table of facts about a key stroke to a command. */
import { keyFinder, keysFor, keyTable, type KeyStroke } from '../../../shared/domain/keys/keyTable';
import type { Motion } from './range';

export type GridCommand =
  | { readonly kind: 'move'; readonly motion: Motion; readonly extend: boolean }
  | { readonly kind: 'next'; readonly step: 1 | -1 }
  | { readonly kind: 'edit' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'space' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'fillDown' }
  | { readonly kind: 'selectAll' }
  | { readonly kind: 'head' }
  | { readonly kind: 'addRow' }
  | { readonly kind: 'removeRows' }
  | { readonly kind: 'open' }
  | { readonly kind: 'shift'; readonly direction: 'in' | 'out' | 'up' | 'down' }
  | { readonly kind: 'leave' };

const move = (motion: Motion): GridCommand => ({ kind: 'move', motion, extend: false });
const extend = (motion: Motion): GridCommand => ({ kind: 'move', motion, extend: true });

export const GRID_KEYS = keyTable<GridCommand, string>('In a table', {
  move: {
    label: 'Go to the next cell',
    keys: {
      ArrowUp: move('up'),
      ArrowDown: move('down'),
      ArrowLeft: move('left'),
      ArrowRight: move('right'),
    },
  },
  next: {
    label: 'Go right, go left',
    keys: { Tab: { kind: 'next', step: 1 }, 'Shift+Tab': { kind: 'next', step: -1 } },
  },
  page: {
    label: 'Go a screen up or down',
    keys: { PageUp: move('pageUp'), PageDown: move('pageDown') },
  },
  ends: {
    label: 'Go to the start or end of the row',
    keys: { Home: move('rowStart'), End: move('rowEnd') },
  },
  corners: {
    label: 'Go to the first or last cell',
    keys: { 'Mod+Home': move('gridStart'), 'Mod+End': move('gridEnd') },
  },
  extend: {
    label: 'Choose several cells',
    keys: {
      'Shift+ArrowUp': extend('up'),
      'Shift+ArrowDown': extend('down'),
      'Shift+ArrowLeft': extend('left'),
      'Shift+ArrowRight': extend('right'),
    },
    also: {
      'Shift+PageUp': extend('pageUp'),
      'Shift+PageDown': extend('pageDown'),
      'Shift+Home': extend('rowStart'),
      'Shift+End': extend('rowEnd'),
      'Mod+Shift+Home': extend('gridStart'),
      'Mod+Shift+End': extend('gridEnd'),
    },
  },
  head: { label: 'Go to the head of the column', keys: keysFor({ kind: 'head' }, 'Mod+ArrowUp') },
  selectAll: { label: 'Choose everything', keys: keysFor({ kind: 'selectAll' }, 'Mod+A') },
  edit: { label: 'Edit the cell; or just type', keys: keysFor({ kind: 'edit' }, 'F2', 'Enter') },
  choose: { label: 'Open the list of a cell', keys: keysFor({ kind: 'choose' }, 'Alt+ArrowDown') },
  space: { label: 'Tick a box, fold a group', keys: keysFor({ kind: 'space' }, 'Space') },
  clear: { label: 'Empty the chosen cells', keys: keysFor({ kind: 'clear' }, 'Delete', 'Backspace') },
  fillDown: { label: 'Fill down from the first chosen cell', keys: keysFor({ kind: 'fillDown' }, 'Mod+D') },
  addRow: { label: 'Add a row', keys: keysFor({ kind: 'addRow' }, 'Insert') },
  removeRows: {
    label: 'Move the chosen rows to the bin',
    keys: keysFor({ kind: 'removeRows' }, 'Mod+Delete', 'Mod+Backspace'),
  },
  open: { label: 'Open the details', keys: keysFor({ kind: 'open' }, 'Mod+Enter') },
  shift: {
    label: 'Move rows up or down',
    keys: {
      'Alt+Shift+ArrowUp': { kind: 'shift', direction: 'up' },
      'Alt+Shift+ArrowDown': { kind: 'shift', direction: 'down' },
    },
  },
  level: {
    label: 'Move rows out or in',
    keys: {
      'Mod+[': { kind: 'shift', direction: 'out' },
      'Mod+]': { kind: 'shift', direction: 'in' },
    },
  },
  leave: { label: 'Leave the choice of several cells', keys: keysFor({ kind: 'leave' }, 'Escape') },
});

/** While a cell is edited. An arrow leads on only from a value typed over the old one; else it moves in the text. */
export type EditKey =
  | { readonly kind: 'commit'; readonly to: 'up' | 'down' | 'left' | 'right'; readonly isArrow: boolean }
  | { readonly kind: 'newLine' }
  | { readonly kind: 'cancel' };

const commit = (to: 'up' | 'down' | 'left' | 'right', isArrow = false): EditKey => ({
  kind: 'commit',
  to,
  isArrow,
});

export const EDIT_KEYS = keyTable<EditKey, string>('While a cell is edited', {
  rows: {
    label: 'Keep it and go down, go up',
    keys: { Enter: commit('down'), 'Shift+Enter': commit('up') },
  },
  columns: {
    label: 'Keep it and go right, go left',
    keys: { Tab: commit('right'), 'Shift+Tab': commit('left') },
  },
  arrows: {
    label: 'Keep what was typed over and go on',
    keys: {
      ArrowUp: commit('up', true),
      ArrowDown: commit('down', true),
      ArrowLeft: commit('left', true),
      ArrowRight: commit('right', true),
    },
  },
  newLine: { label: 'Begin a new line', keys: keysFor({ kind: 'newLine' }, 'Alt+Enter') },
  cancel: { label: 'Leave the cell as it was', keys: keysFor({ kind: 'cancel' }, 'Escape') },
});

export const editKeyOf = keyFinder(EDIT_KEYS);

const find = keyFinder(GRID_KEYS);

/** The command of a key stroke, or null for a key that is not the grid's. */
export function gridCommandOf(stroke: KeyStroke): GridCommand | null {
  const found = find(stroke);
  if (found !== null || !stroke.shiftKey || stroke.altKey || stroke.ctrlKey || stroke.metaKey) return found;
  // A key that stands alone means the same with Shift.
  return find({ ...stroke, shiftKey: false });
}
