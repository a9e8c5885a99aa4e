/** What is kept of the last merge of a plan, as the core process tells the window. */
import { isJsonObject } from '../domain/base/json';
import { parseMergeAccount, type MergeAccount } from '../domain/review/mergeAccount';
import { isCountOrNull } from './messageParts';

export interface KeptMerge {
  readonly account: MergeAccount;
  /** Milliseconds since 1970; null where an older version kept it. */
  readonly at: number | null;
  /** The plan before and right after it, as validated Yjs V1 states; null where it is no longer there. */
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/** Undefined when the value is none. */
export function parseKeptMerge(value: unknown): KeptMerge | undefined {
  if (!isJsonObject(value)) return undefined;
  const { at, before, after } = value;
  const account = parseMergeAccount(value['account']);
  if (account === undefined || !isCountOrNull(at) || !isStateOrNull(before) || !isStateOrNull(after))
    return undefined;
  return { account, at, before, after };
}

function isStateOrNull(value: unknown): value is Uint8Array | null {
  return value === null || value instanceof Uint8Array;
}
