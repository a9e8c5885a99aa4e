/**
 * Long texts that several people may type in at once. A text lies in one segment; if two sites began it apart it has
 * two, and both are shown, one after the other.
 */
import * as Y from 'yjs';

/** Between the segments of one text. */
export const TEXT_SEPARATOR = '\n';

export class LongTexts {
  /** Record to field to the keys of its segments, in order. */
  private readonly segments = new Map<string, Map<string, readonly string[]>>();

  constructor(private readonly root: Y.Map<unknown>) {
    for (const key of root.keys()) this.note(key);
  }

  /** Takes notice of a segment. @returns the record it belongs to */
  note(key: string): string | undefined {
    const [record, field] = key.split('/');
    if (record === undefined || field === undefined) return undefined;
    const ofRecord = this.segments.get(record) ?? new Map<string, readonly string[]>();
    this.segments.set(record, ofRecord);
    const keys = ofRecord.get(field) ?? [];
    if (!keys.includes(key)) ofRecord.set(field, [...keys, key].sort());
    return record;
  }

  read(record: string, field: string): string {
    // Most records have none at all.
    if (!this.segments.has(record)) return '';
    const texts = this.textsOf(record, field).map((text) => text.toJSON());
    return texts.filter((text) => text !== '').join(TEXT_SEPARATOR);
  }

  /**
   * Makes the text read as given, touching only what differs. Must run inside a transaction.
   * @param newSegment names a segment nobody else uses
   * @returns the segments that now hold the text or held some of it, so that undo can watch them
   */
  write(record: string, field: string, wanted: string, newSegment: () => string): readonly Y.Text[] {
    const [first, ...others] = this.textsOf(record, field);
    for (const other of others) other.delete(0, other.length);
    if (first === undefined && wanted === '') return [];
    const text = first ?? this.begin(record, field, newSegment());
    replaceDifference(text, wanted);
    return [text, ...others];
  }

  has(record: string, field: string): boolean {
    return this.textsOf(record, field).length > 0;
  }

  /**
   * Makes an empty text. Undo sees what is typed into a text only if the text was there before the transaction, so a
   * text is begun in a transaction of its own.
   */
  begin(record: string, field: string, segment: string): Y.Text {
    const key = `${record}/${field}/${segment}`;
    const text = new Y.Text();
    this.root.set(key, text);
    this.note(key);
    return text;
  }

  /** The segments of a text, in their order. */
  textsOf(record: string, field: string): Y.Text[] {
    const keys = this.segments.get(record)?.get(field) ?? [];
    return keys.map((key) => this.root.get(key)).filter((text) => text instanceof Y.Text);
  }
}

/** Changes only the middle that differs, so that typing elsewhere in the text at another site merges with it. */
function replaceDifference(text: Y.Text, wanted: string): void {
  const current = text.toJSON();
  let start = 0;
  while (start < current.length && start < wanted.length && current[start] === wanted[start]) start += 1;
  let end = 0;
  const most = Math.min(current.length, wanted.length) - start;
  while (end < most && current[current.length - 1 - end] === wanted[wanted.length - 1 - end]) end += 1;
  if (start > 0 && (isLowSurrogate(current[start]) || isLowSurrogate(wanted[start]))) start -= 1;
  if (end > 0 && isLowSurrogate(current[current.length - end])) end -= 1;
  if (current.length - end > start) text.delete(start, current.length - end - start);
  if (wanted.length - end > start) text.insert(start, wanted.slice(start, wanted.length - end));
}

/** A pair of code units must not be torn apart. */
function isLowSurrogate(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '\udc00' && unit <= '\udfff';
}
