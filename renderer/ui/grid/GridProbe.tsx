import type { RefObject } from 'react';

/** Two unseen bars, as tall as a row and as a head, from which the grid learns its sizes. */
export function GridProbe({ ref }: { readonly ref: RefObject<HTMLDivElement | null> }) {
  return (
    <div ref={ref} className="dg-probe" aria-hidden>
      <div className="dg-probe-row" />
      <div className="dg-probe-head" />
    </div>
  );
}
