/** Keys of the timeline besides those of every grid; where MS Project has a key for the same, it is that one. */

export type BoardKey = 'add' | 'details' | 'indent' | 'outdent' | 'link' | 'unlink' | 'fold' | 'unfold';

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function boardKeyOf(press: KeyPress): BoardKey | null {
  const { key, shiftKey, altKey } = press;
  const control = press.ctrlKey || press.metaKey;
  if (altKey && shiftKey && !control) return ALT_SHIFT[key] ?? null;
  if (altKey) return null;
  if (control) {
    if (key === 'F2') return shiftKey ? 'unlink' : 'link';
    return key === 'Enter' ? 'add' : null;
  }
  return key === 'F2' && shiftKey ? 'details' : null;
}

const ALT_SHIFT: Readonly<Record<string, BoardKey>> = {
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
  '-': 'fold',
  _: 'fold',
  '+': 'unfold',
  '=': 'unfold',
};
