/**
 * A record as a line of text that can be pasted anywhere: `golive:tasks/3f2a…`. It names a place in this plan and nothing
 * else: it is followed only where the record is there, and never handed to the system.
 */
import { isRecordId } from '../base/ids';
import { isRegisterId, type RegisterId } from '../registers/all';
import { recordIn, type Workbook } from '../workbook';

export interface LinkedRecord {
  readonly register: RegisterId;
  readonly id: string;
}

const LINK = /golive:([A-Za-z]{1,40})\/([0-9a-f-]{36})/g;

export function recordLink({ register, id }: LinkedRecord): string {
  return `golive:${register}/${id}`;
}

/** The records a text leads to, each once; links to what is not in the plan are passed over. */
export function recordsLinked(workbook: Workbook, text: string): readonly LinkedRecord[] {
  if (!text.includes('golive:')) return [];
  const found = new Map<string, LinkedRecord>();
  for (const [, register, id] of text.matchAll(LINK)) {
    if (isRegisterId(register) && isRecordId(id) && recordIn(workbook, register, id) !== undefined)
      found.set(id, { register, id });
  }
  return [...found.values()];
}

/** The text without the links that `recordsLinked` finds, for where those are shown beside it. */
export function textWithoutLinks(workbook: Workbook, text: string): string {
  const linked = new Set(recordsLinked(workbook, text).map(recordLink));
  return linked.size === 0
    ? text
    : text
        .replace(LINK, (link) => (linked.has(link) ? '' : link))
        .replace(/[ \t]{2,}/g, ' ')
        .trim();
}
