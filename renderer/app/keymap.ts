/** Keys that work on every page. Pages and grids add their own where they have focus. */
import { keyFinder, keysFor, keyTable, type KeyRow } from '../../shared/domain/keys/keyTable';
import { commandIds, commandOf, type CommandId } from '../../shared/ipc/commands';
import { keyOfPage, pageIds, PAGES, type PageId } from '../state/navigation';

export type WindowKey =
  | { readonly kind: 'command'; readonly command: CommandId }
  | { readonly kind: 'page'; readonly page: PageId }
  | { readonly kind: 'region'; readonly step: 1 | -1 };

function rows(): Readonly<Record<string, KeyRow<WindowKey>>> {
  const made: Record<string, KeyRow<WindowKey>> = {};
  for (const command of commandIds) {
    const { label, keys } = commandOf(command);
    if (keys !== undefined) made[command] = { label, keys: keysFor({ kind: 'command', command }, ...keys) };
  }
  for (const page of pageIds) {
    const key = keyOfPage(page);
    if (key !== undefined)
      made[page] = { label: `Go to ${PAGES[page].title}`, keys: keysFor({ kind: 'page', page }, key) };
  }
  made['nextRegion'] = { label: 'To the next part of the window', keys: { F6: { kind: 'region', step: 1 } } };
  made['previousRegion'] = {
    label: 'To the part of the window before',
    keys: { 'Shift+F6': { kind: 'region', step: -1 } },
  };
  return made;
}

export const WINDOW_KEYS = keyTable('Anywhere', rows());

const find = keyFinder(WINDOW_KEYS);

/** The command or page a key press stands for, if any. */
export function shortcutOf(event: KeyboardEvent): WindowKey | null {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  // AltGr arrives as Ctrl+Alt and types characters; a key that types belongs to whatever takes text.
  const types = !ctrlKey && !metaKey && key.length === 1;
  if (altKey || (types && takesText(event.target))) return null;
  const stroke = { key, ctrlKey, metaKey, altKey, shiftKey };
  // Where `?` or `/` stands on a keyboard, and a digit on some, needs Shift.
  const isSign = key.length === 1 && key.toUpperCase() === key.toLowerCase();
  return find(stroke) ?? (shiftKey && isSign ? find({ ...stroke, shiftKey: false }) : null);
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable="true"]') !== null
  );
}

/** In a text field the field's own undo comes first; the input a grid keeps ready while nothing is edited is none. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    takesText(target) && target instanceof HTMLElement && target.closest('.dg-editor:not(.is-open)') === null
  );
}
