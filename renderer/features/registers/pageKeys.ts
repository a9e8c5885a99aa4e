/** Keys that work anywhere on the page of a register. */
import { keyFinder, keysFor, keyTable } from '../../../shared/domain/keys/keyTable';

type PageKey = 'filter' | 'replace';

export const REGISTER_KEYS = keyTable<PageKey, PageKey>('On the page of a register', {
  filter: { label: 'Filter what is shown', keys: keysFor('filter', 'Mod+F') },
  replace: { label: 'Find and replace', keys: keysFor('replace', 'Mod+H') },
});

export const pageKeyOf = keyFinder(REGISTER_KEYS);
