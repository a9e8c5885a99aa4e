/** Keys of the timeline besides those of every grid; where MS Project has a key for the same, it is that one. */
import { keyFinder, keysFor, keyTable } from '../../../shared/domain/keys/keyTable';

export type BoardKey = 'add' | 'details' | 'indent' | 'outdent' | 'link' | 'unlink' | 'fold' | 'unfold';

const of = (key: BoardKey, ...chords: readonly string[]): Readonly<Record<string, BoardKey>> =>
  keysFor(key, ...chords);

export const TIMELINE_KEYS = keyTable<BoardKey, BoardKey>('In the timeline', {
  add: { label: 'Add a task below', keys: of('add', 'Mod+Enter'), also: of('add', 'Mod+Shift+Enter') },
  details: { label: 'Open the details of the task', keys: of('details', 'Shift+F2') },
  indent: { label: 'Indent', keys: of('indent', 'Alt+Shift+ArrowRight') },
  outdent: { label: 'Outdent', keys: of('outdent', 'Alt+Shift+ArrowLeft') },
  link: { label: 'Link the chosen rows in order', keys: of('link', 'Mod+F2') },
  unlink: { label: 'Remove links between them', keys: of('unlink', 'Mod+Shift+F2') },
  fold: {
    label: 'Collapse a summary',
    keys: of('fold', 'Alt+Shift+-'),
    also: of('fold', 'Alt+Shift+_'),
  },
  unfold: {
    label: 'Expand a summary',
    keys: of('unfold', 'Alt+Shift++'),
    also: of('unfold', 'Alt+Shift+='),
  },
});

export const boardKeyOf = keyFinder(TIMELINE_KEYS);
