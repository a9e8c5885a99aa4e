import { expect, test } from 'vitest';
import { candidatesFor, namedInFull } from '../../renderer/ui/candidates';

const many = Array.from({ length: 1000 }, (_, index) => ({
  id: `p${String(index)}`,
  label: `Person ${String(index)}`,
}));
const zoe = { id: 'zoe', label: 'Zoë Ångström' };

test('a short list is offered as it is, whatever is typed', () => {
  const few = many.slice(0, 60);
  expect(candidatesFor(few, null, 'nobody').candidates).toBe(few);
});

test('of a long list the first are offered, the chosen one always, and the rest is counted', () => {
  const { candidates, left } = candidatesFor([...many, zoe], 'zoe', 'Zoë Ångström');
  expect(candidates[0]).toBe(zoe);
  expect(candidates).toHaveLength(61);
  expect(left).toBe(941);
});

test('typing finds anybody, without case and accents', () => {
  expect(candidatesFor([...many, zoe], null, 'angst').candidates).toEqual([zoe]);
  expect(candidatesFor([...many, zoe], null, 'person 99').candidates.map(({ id }) => id)).toEqual([
    'p99',
    ...Array.from({ length: 10 }, (_, index) => `p99${String(index)}`),
  ]);
});

test('a name typed in full is a choice, unless several have it', () => {
  const choices = [...many, zoe, { id: 'other', label: 'person 7' }];
  expect(namedInFull(choices, ' zoe angstrom ')).toBe(zoe);
  expect(namedInFull(choices, 'Person 7')).toBeUndefined();
  expect(namedInFull(choices, 'Person')).toBeUndefined();
});
