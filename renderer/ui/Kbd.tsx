import type { ReactNode } from 'react';

/** Keys as keycaps. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}
