/** Fractional keys: a place between any two others, without renumbering. Ties are broken by record id. */
import { generateKeyBetween } from 'fractional-indexing';

/** A number in [0, 1); passed in, so that tests are repeatable. */
export type Random = () => number;

const JITTER_ROUNDS = 4;

/**
 * A key between two neighbours. Some randomness keeps two sites that insert at the same place from choosing the same
 * key. Keys that a merge left equal or out of order count as absent on the far side.
 */
export function keyBetween(before: string | null, after: string | null, random: Random): string {
  const low = usable(before);
  const high = usable(after);
  const bounded = low !== null && high !== null && low >= high ? null : high;
  let key = generateKeyBetween(low, bounded);
  for (let round = 0; round < JITTER_ROUNDS; round++) {
    key = random() < 0.5 ? generateKeyBetween(low, key) : generateKeyBetween(key, bounded);
  }
  return key;
}

/** A foreign file may hold anything as a key; what the library cannot work with counts as no neighbour. */
function usable(key: string | null): string | null {
  if (key === null || key === '') return null;
  try {
    generateKeyBetween(key, null);
    return key;
  } catch {
    return null;
  }
}
