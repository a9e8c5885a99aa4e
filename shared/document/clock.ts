/** Time as the document keeps it: whole seconds since 2025-01-01T00:00:00Z, which fit 31 bits until 2093. */
const EPOCH_MS = 1_735_689_600_000;
const MAX_TIME = 0x7fffffff;

/** Milliseconds since 1970 by the machine's clock; passed in, so that tests and the command line can set it. */
export type Clock = () => number;

export function documentTime(ms: number): number {
  return Math.min(MAX_TIME, Math.max(0, Math.floor((ms - EPOCH_MS) / 1000)));
}

/** Milliseconds since 1970. */
export function millisecondsOf(documentSeconds: number): number {
  return EPOCH_MS + documentSeconds * 1000;
}

/** ISO 8601 in UTC, to the second: `2027-03-01T09:30:00Z`. */
export function instantOf(documentSeconds: number): string {
  return `${new Date(millisecondsOf(documentSeconds)).toISOString().slice(0, 19)}Z`;
}
