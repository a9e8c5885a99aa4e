/** The least a write can cost in the layout a workbook has: one entry of one record's array replaced, no checks. */
import * as Y from 'yjs';

export function replaceEntry(doc: Y.Doc, record: string, key: string, value: unknown): void {
  const entries = doc.getMap('recs').get(record);
  if (!(entries instanceof Y.Array)) throw new Error(`no record ${record}`);
  doc.transact(() => {
    const at = entries.toArray().findIndex((entry) => Array.isArray(entry) && entry[0] === key);
    if (at >= 0) entries.delete(at, 1);
    entries.push([[key, value, 1, 1]]);
  });
}
