/** Records that are found by their names: the journal knows them by their ids alone. */
import { recordTitle } from '../records/recordName';
import { registerIds } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { MOST_NAMED } from './query';

/** Ids of records, in the bin too, whose names have a text in them. */
export function recordsNamed(workbook: Workbook, text: string): readonly string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const found: string[] = [];
  for (const register of registerIds) {
    for (const id of tableOf(workbook, register).byId.keys()) {
      if (!recordTitle(workbook, register, id).toLowerCase().includes(wanted)) continue;
      found.push(id);
      if (found.length === MOST_NAMED) return found;
    }
  }
  return found;
}
