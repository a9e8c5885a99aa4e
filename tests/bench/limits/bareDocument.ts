/** The least there is to do in the layout a workbook has, without any checks. */
import * as Y from 'yjs';

/** One entry of one record's array replaced. */
export function replaceEntry(doc: Y.Doc, record: string, key: string, value: unknown): void {
  const entries = doc.getMap('recs').get(record);
  if (!(entries instanceof Y.Array)) throw new Error(`no record ${record}`);
  doc.transact(() => {
    const at = entries.toArray().findIndex((entry) => Array.isArray(entry) && entry[0] === key);
    if (at >= 0) entries.delete(at, 1);
    entries.push([[key, value, 1, 1]]);
  });
}

/** A walk over every entry there is. @returns under how many keys of records several values stand */
export function keysWrittenApart(doc: Y.Doc): number {
  let count = 0;
  doc.getMap('recs').forEach((entries) => {
    if (!(entries instanceof Y.Array)) return;
    const known = new Set<unknown>();
    const several = new Set<unknown>();
    for (const entry of entries.toArray() as unknown[]) {
      const key: unknown = Array.isArray(entry) ? entry[0] : undefined;
      if (known.has(key)) several.add(key);
      known.add(key);
    }
    count += several.size;
  });
  return count;
}
