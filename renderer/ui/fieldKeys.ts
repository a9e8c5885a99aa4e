/** Keys while something is typed into a field of a form. */
import { keyFinder, keysFor, keyTable } from '../../shared/domain/keys/keyTable';

type FieldKey = 'keep' | 'keepLines' | 'restore';

export const FIELD_KEYS = keyTable<FieldKey, FieldKey>('In a form', {
  keep: { label: 'Keep what was typed', keys: keysFor('keep', 'Enter') },
  keepLines: { label: 'Keep a text of several lines', keys: keysFor('keepLines', 'Mod+Enter') },
  restore: {
    label: 'Put back what was there; once more closes the details',
    keys: keysFor('restore', 'Escape'),
  },
});

export const fieldKeyOf = keyFinder(FIELD_KEYS);
