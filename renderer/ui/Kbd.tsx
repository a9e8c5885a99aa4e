import type { ReactNode } from 'react';
import { keycapsOf, shownKeys, type Chord, type KeyRow } from '../../shared/domain/keys/keyTable';

/** Mac keyboards have other names for the same keys. */
function isMac(): boolean {
  return navigator.userAgent.includes('Macintosh');
}

/** Keys as keycaps. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}

/** The keys of one chord, in the order they are pressed. */
export function Keycaps({ chord }: { readonly chord: Chord }) {
  return (
    <span className="keycaps">
      {keycapsOf(chord, isMac()).map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </span>
  );
}

/** All the keys of a row of a key table. */
export function RowKeycaps({ row }: { readonly row: KeyRow<unknown> }) {
  return (
    <span className="keycaps">
      {shownKeys(row, isMac()).map(({ modifiers, keys }, index) => (
        <span key={modifiers.join(' ')} className="keycaps">
          {index > 0 && <span className="t3">or</span>}
          {[...modifiers, ...keys].map((cap) => (
            <Kbd key={cap}>{cap}</Kbd>
          ))}
        </span>
      ))}
    </span>
  );
}

/** A chord in words, for a title: `Ctrl+Shift+Z`. */
export function chordText(chord: Chord): string {
  return keycapsOf(chord, isMac()).join('+');
}
