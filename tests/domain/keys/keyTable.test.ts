import { describe, expect, test } from 'vitest';
import {
  acceleratorOf,
  chordFor,
  chordOf,
  keycapsOf,
  keyFinder,
  keysFor,
  keyTable,
  shownKeys,
  type KeyStroke,
} from '../../../shared/domain/keys/keyTable';

const stroke = (key: string, held: Partial<KeyStroke> = {}): KeyStroke => {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held };
};

const TABLE = keyTable<string, 'again' | 'go' | 'longer'>('Here', {
  again: { label: 'Do it again', keys: keysFor('again', 'Mod+Shift+Z', 'Mod+Y') },
  go: { label: 'Go', keys: { 'Shift+ArrowUp': 'up', 'Shift+ArrowDown': 'down' } },
  longer: { label: 'Longer', keys: { '+': 'longer' }, also: { 'Shift++': 'longer' } },
});

describe('a table of keys', () => {
  const find = keyFinder(TABLE);

  test('finds a stroke by key and modifiers, with Ctrl or Cmd', () => {
    expect(find(stroke('z', { ctrlKey: true, shiftKey: true }))).toBe('again');
    expect(find(stroke('Z', { metaKey: true, shiftKey: true }))).toBe('again');
    expect(find(stroke('ArrowDown', { shiftKey: true }))).toBe('down');
    expect(find(stroke('+', { shiftKey: true }))).toBe('longer');
  });

  test('knows nothing of other strokes', () => {
    expect(find(stroke('z', { ctrlKey: true }))).toBeNull();
    expect(find(stroke('y', { ctrlKey: true, altKey: true }))).toBeNull();
    expect(find(stroke('ArrowDown'))).toBeNull();
  });

  test('gives each button its usual key', () => {
    expect(chordFor(TABLE, 'again')).toBe('Mod+Shift+Z');
    expect(acceleratorOf(chordFor(TABLE, 'again'))).toBe('CmdOrCtrl+Shift+Z');
  });
});

describe('keys are written', () => {
  test('in the order they are pressed, as each keyboard names them', () => {
    expect(keycapsOf('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keycapsOf('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
    expect(keycapsOf('Alt+Shift++', false)).toEqual(['Alt', 'Shift', '+']);
  });

  test('together where they share modifiers', () => {
    expect(shownKeys(TABLE.rows.go, false)).toEqual([{ modifiers: ['Shift'], keys: ['↑', '↓'] }]);
    expect(shownKeys(TABLE.rows.again, false)).toEqual([
      { modifiers: ['Ctrl', 'Shift'], keys: ['Z'] },
      { modifiers: ['Ctrl'], keys: ['Y'] },
    ]);
    expect(shownKeys(TABLE.rows.longer, false)).toEqual([{ modifiers: [], keys: ['+'] }]);
  });

  test('with the space bar by its name', () => {
    expect(chordOf(stroke(' ', { shiftKey: true }))).toBe('Shift+Space');
  });
});
