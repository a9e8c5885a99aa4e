/** What the page on the screen lets people do from the palette as well. */
import { useEffect, useRef } from 'react';

export interface PageOffer {
  readonly label: string;
  readonly run: () => void;
}

const offers = new Map<string, () => void>();

/** Offers something for as long as the page shows it. */
export function usePageOffer(label: string, run: () => void, isThere = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  }, [run]);
  useEffect(() => {
    if (!isThere) return undefined;
    offers.set(label, () => {
      latest.current();
    });
    return () => {
      offers.delete(label);
    };
  }, [label, isThere]);
}

export function pageOffers(): readonly PageOffer[] {
  return [...offers].map(([label, run]) => ({ label, run }));
}
