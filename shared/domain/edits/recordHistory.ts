/** The history of one record: who changed what of it, a page at a time. */
import { isCount, isJsonObject, parseAll } from '../base/json';
import { parseChangeDescription, type ChangeDescription } from './change';

/** An edit as the journal numbers it. */
export interface RecordedEdit extends ChangeDescription {
  readonly seq: number;
}

/** Newest first; of each edit only what it did to the record. */
export interface HistoryPage {
  readonly edits: readonly RecordedEdit[];
  /** There are older ones, before the last of these. */
  readonly hasMore: boolean;
}

const PAGE_LENGTH = 40;

/**
 * @param edits of the whole plan, oldest first
 * @param before the number of an edit; null for the newest page
 */
export function historyPage(edits: readonly RecordedEdit[], id: string, before: number | null): HistoryPage {
  const page: RecordedEdit[] = [];
  for (let at = edits.length - 1; at >= 0; at--) {
    const edit = edits[at];
    if (edit === undefined || (before !== null && edit.seq >= before)) continue;
    const changes = edit.changes.filter((change) => change.id === id);
    if (changes.length === 0) continue;
    if (page.length === PAGE_LENGTH) return { edits: page, hasMore: true };
    const { seq, at: time, actor, by, label } = edit;
    page.push({ seq, at: time, actor, by, label, changes });
  }
  return { edits: page, hasMore: false };
}

/** Undefined when the value is no page. */
export function parseHistoryPage(value: unknown): HistoryPage | undefined {
  if (!isJsonObject(value) || typeof value['hasMore'] !== 'boolean') return undefined;
  const edits = parseAll(value['edits'], (edit): RecordedEdit | undefined => {
    const description = parseChangeDescription(edit);
    const seq = isJsonObject(edit) ? edit['seq'] : undefined;
    return description === undefined || !isCount(seq) ? undefined : { ...description, seq };
  });
  return edits === undefined ? undefined : { edits, hasMore: value['hasMore'] };
}
