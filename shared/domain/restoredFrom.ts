/** Which backup a workbook was restored from. */
import { isRecordId } from './base/ids';
import { isCount, isJsonObject } from './base/json';

export interface RestoredFrom {
  /** When the backup was written: milliseconds since 1970. */
  readonly at: number;
  /** The workbook that it is of; null where an older version restored it. */
  readonly plan: string | null;
}

/** Null for a workbook that was not restored; undefined when the value is neither. */
export function parseRestored(value: unknown): RestoredFrom | null | undefined {
  if (value === null) return null;
  if (!isJsonObject(value) || !isCount(value['at'])) return undefined;
  return { at: value['at'], plan: isRecordId(value['plan']) ? value['plan'] : null };
}
