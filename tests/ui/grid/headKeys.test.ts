import { expect, test } from 'vitest';
import { headCommandOf } from '../../../renderer/ui/grid/headKeys';

function command(key: string, ...held: readonly ('alt' | 'shift' | 'ctrl')[]) {
  return headCommandOf({
    key,
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
    ctrlKey: held.includes('ctrl'),
    metaKey: false,
  });
}

test('arrows go to the next head, with Alt they change its width, with Alt and Shift its place', () => {
  expect(command('ArrowRight')).toEqual({ kind: 'go', step: 1 });
  expect(command('ArrowLeft', 'alt')).toEqual({ kind: 'resize', step: -1 });
  expect(command('ArrowRight', 'alt', 'shift')).toEqual({ kind: 'move', step: 1 });
});

test('Enter orders, with Shift as a further key; leaving and typing give the keyboard back', () => {
  expect(command('Enter')).toEqual({ kind: 'sort', adds: false });
  expect(command(' ', 'shift')).toEqual({ kind: 'sort', adds: true });
  for (const key of ['ArrowDown', 'Escape', 'Tab']) expect(command(key)).toEqual({ kind: 'leave' });
  expect(command('x')).toEqual({ kind: 'type' });
  expect(command('z', 'ctrl')).toBeNull();
  expect(command('PageDown')).toBeNull();
});
