/** Where a record stood among the others, in words. */
import { readPlace } from '../edits/places';
import { cutName } from '../format/sentence';
import { recordName } from '../records/recordName';
import type { RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';

const LONGEST_NAME = 90;

/** `behind “Order hardware”`, `first`; empty where it is not known. @param value what the history keeps of a place */
export function placeText(workbook: Workbook, register: RegisterId, value: unknown): string {
  const behind = readPlace(value)?.behind;
  if (behind === undefined) return '';
  if (behind === null) return 'first';
  return tableOf(workbook, register).byId.has(behind)
    ? `behind “${cutName(recordName(workbook, register, behind), LONGEST_NAME)}”`
    : 'behind one that is no longer there';
}
