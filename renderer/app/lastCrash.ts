/** The last page that stopped working since the window was loaded, for diagnostics. */
import { crashOf, type PageCrash } from './diagnosticsText';

let last: PageCrash | null = null;

export function noteCrash(page: string, error: unknown): void {
  last = crashOf(page, error);
}

export function lastCrash(): PageCrash | null {
  return last;
}
