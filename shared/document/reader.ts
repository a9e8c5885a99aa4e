/** Reads a document into workbooks and keeps up with it: one changed record is read again, the rest stays as it is. */
import * as Y from 'yjs';
import { WorkbookAssembler } from '../domain/assemble';
import type { Workbook } from '../domain/workbook';
import type { LongTexts } from './longTexts';
import { instantOf } from './clock';
import { rootsOf, type Roots } from './layout';
import { RecordReader, registerOf } from './readRecord';

/** What is read of Yjs' events, whose own type is loose. */
interface DeepEvent {
  readonly path: readonly (string | number)[];
  readonly changes: { readonly keys: ReadonlyMap<string, unknown> };
}

export class WorkbookReader {
  private readonly roots: Roots;
  private readonly assembler: WorkbookAssembler;
  /** Records that have changed since they were read. */
  private readonly stale = new Set<string>();
  /** By record: the key of its place. */
  private readonly keys = new Map<string, string>();
  private isRead = false;
  private readonly listeners = new Set<() => void>();
  private readonly records: RecordReader;

  constructor(
    doc: Y.Doc,
    private readonly texts: LongTexts,
  ) {
    this.roots = rootsOf(doc);
    this.records = new RecordReader({
      nameOf: (actor) => this.nameOf(actor),
      longText: (record, field) => texts.read(record, field),
    });
    this.assembler = new WorkbookAssembler(this.workbookId(), ([time, actor]) => ({
      by: this.nameOf(actor),
      at: instantOf(time),
      actor,
    }));
    this.roots.records.observeDeep((events) => {
      for (const event of events) this.noteRecords(event);
    });
    this.roots.texts.observeDeep((events) => {
      for (const event of events) this.noteTexts(event);
    });
    this.roots.actors.observe(() => {
      for (const { id } of this.assembler.workbook().conflicts) this.stale.add(id);
    });
    doc.on('afterTransaction', () => {
      if (this.stale.size > 0) for (const listener of this.listeners) listener();
    });
  }

  /** The plan as it now stands; the same value until the document changes. */
  workbook(): Workbook {
    if (!this.isRead) this.roots.records.forEach((entries, id) => this.read(id, entries));
    else for (const id of this.stale) this.read(id, this.roots.records.get(id));
    this.isRead = true;
    this.stale.clear();
    return this.assembler.workbook();
  }

  /** Where every record stands: by its id the key of its place. It goes on changing with the document. */
  placeKeys(): ReadonlyMap<string, string> {
    this.workbook();
    return this.keys;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  nameOf(actor: number): string {
    const name = this.roots.actors.get(String(actor));
    return typeof name === 'string' && name !== '' ? name.slice(0, 200) : 'Someone';
  }

  private workbookId(): string {
    const id = this.roots.meta.get('id');
    return typeof id === 'string' ? id : '';
  }

  private noteRecords(event: DeepEvent): void {
    const [id] = event.path;
    if (typeof id === 'string') this.stale.add(id);
    else for (const key of event.changes.keys.keys()) this.stale.add(key);
  }

  private noteTexts(event: DeepEvent): void {
    const [segment] = event.path;
    const keys = typeof segment === 'string' ? [segment] : [...event.changes.keys.keys()];
    for (const key of keys) {
      const record = this.texts.note(key);
      if (record !== undefined) this.stale.add(record);
    }
  }

  private read(id: string, entries: unknown): void {
    if (!(entries instanceof Y.Array)) return;
    const written: readonly unknown[] = entries.toArray();
    const register = registerOf(written);
    if (register === undefined) return;
    const entry = this.records.read(id, register, written);
    this.keys.set(id, entry.order);
    this.assembler.put(register, entry);
  }
}
