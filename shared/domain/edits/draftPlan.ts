/** A workbook with the edits of a command laid over it, so that later edits are checked against earlier ones. */
import type { AnyRecord } from '../register/record';
import type { RegisterId } from '../registers/all';
import type { Table, Workbook } from '../workbook';
import type { Edit } from './edit';
import { Hanging } from './hanging';

/** The plan as it would stand after the edits checked so far. */
export class DraftPlan {
  private readonly changed = new Map<string, AnyRecord>();
  /** Predecessor and successor to the links in use between them; made when first asked for. */
  private linksBetween: Map<string, Set<string>> | undefined;

  /** Made when first asked for. */
  private hanging: Hanging | undefined;

  /** Records that this list adds: one may refer to another that comes later. */
  private readonly coming: ReadonlySet<string>;

  constructor(
    readonly workbook: Workbook,
    edits: readonly Edit[],
  ) {
    const added = edits.filter(({ kind }) => kind === 'add');
    this.coming = new Set(added.map(({ register, id }) => `${register}/${id}`));
  }

  /** Whether a reference to this record leads somewhere, now or once all edits are made. */
  has(register: RegisterId, id: string): boolean {
    return this.record(register, id) !== undefined || this.coming.has(`${register}/${id}`);
  }

  record(register: RegisterId, id: string): AnyRecord | undefined {
    return this.changed.get(`${register}/${id}`) ?? this.table(register).byId.get(id);
  }

  /** For messages. */
  taskName(id: string): string {
    const name = this.record('tasks', id)?.['name'];
    return typeof name === 'string' ? name : '';
  }

  put(register: RegisterId, record: AnyRecord): void {
    if (register === 'links' && this.linksBetween !== undefined) {
      this.linksBetween.get(endsOf(this.record('links', record.id)))?.delete(record.id);
      fileLink(this.linksBetween, record);
    }
    if (register === 'tasks') this.hanging?.putTask(this.record('tasks', record.id), record);
    if (register === 'links') this.hanging?.putLink(this.record('links', record.id), record);
    this.changed.set(`${register}/${record.id}`, record);
  }

  /** What hangs on each task, in the bin and out of it. */
  get whatHangs(): Hanging {
    this.hanging ??= new Hanging(this.all('tasks'), this.all('links'));
    return this.hanging;
  }

  /** Another link in use with the same ends. */
  hasTwin(link: AnyRecord): boolean {
    if (this.linksBetween === undefined) {
      this.linksBetween = new Map();
      for (const other of this.live('links')) fileLink(this.linksBetween, other);
    }
    const twins = this.linksBetween.get(endsOf(link));
    return twins !== undefined && twins.size > (twins.has(link.id) ? 1 : 0);
  }

  /** Every record of a register in use, changed ones as they would stand. */
  *live(register: RegisterId): Generator<AnyRecord> {
    const prefix = `${register}/`;
    for (const record of this.table(register).live) {
      const current = this.changed.get(prefix + record.id) ?? record;
      if (!current.archived) yield current;
    }
    for (const [key, record] of this.changed) {
      if (!key.startsWith(prefix) || record.archived) continue;
      const before = this.table(register).byId.get(record.id);
      if (before === undefined || before.archived) yield record;
    }
  }

  private *all(register: RegisterId): Generator<AnyRecord> {
    const { byId } = this.table(register);
    for (const [id, record] of byId) yield this.changed.get(`${register}/${id}`) ?? record;
    for (const [key, record] of this.changed)
      if (key.startsWith(`${register}/`) && !byId.has(record.id)) yield record;
  }

  private table(register: RegisterId): Table<AnyRecord> {
    return this.workbook.tables[register] as unknown as Table<AnyRecord>;
  }
}

function endsOf(link: AnyRecord | undefined): string {
  return JSON.stringify([link?.['predecessor'], link?.['successor']]);
}

function fileLink(linksBetween: Map<string, Set<string>>, link: AnyRecord): void {
  if (link.archived) return;
  const links = linksBetween.get(endsOf(link));
  if (links === undefined) linksBetween.set(endsOf(link), new Set([link.id]));
  else links.add(link.id);
}
