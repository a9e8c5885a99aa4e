/**
 * Writes checked edits into the document, and remembers what each write replaced so that it can be taken back. Always
 * runs inside one transaction.
 */
import * as Y from 'yjs';
import type { Edit, FieldValues } from '../domain/edits/edit';
import { sameValue } from '../domain/register/canonical';
import { isSetField, type Field } from '../domain/register/field';
import { emptyRecord, fieldOf, fieldsOf, type AnyRecord } from '../domain/register/record';
import { definitionOf, type RegisterId } from '../domain/registers/all';
import type { Table, Workbook } from '../domain/workbook';
import { documentTime } from './clock';
import { seenFingerprint } from './fingerprint';
import {
  ARCHIVED_KEY,
  elementKey,
  ORDER_KEY,
  REGISTER_KEY,
  rootsOf,
  writeEntry,
  type EntryArray,
  type WrittenValue,
} from './layout';
import type { FieldChange } from '../domain/edits/change';
import { PLACE_FIELD } from '../domain/edits/places';
import type { LongTexts } from './longTexts';
import { readRegister, readRegisters, replaceRegister } from './multiValue';
import type { Random } from './orderKeys';
import { storageKey } from './recordShape';
import { Siblings } from './siblings';

/** What one write replaced. */
export interface Replacement {
  readonly id: string;
  readonly key: string;
  readonly before: readonly WrittenValue[];
  readonly after: readonly WrittenValue[];
}

export interface Written {
  readonly replacements: Replacement[];
  /** Records this edit made; undoing it puts them into the bin. */
  readonly created: string[];
  /** Long texts it touched. */
  readonly texts: Y.Text[];
  readonly changes: FieldChange[];
}

export interface Author {
  readonly actor: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random: Random;
}

export class PlanWriter {
  readonly written: Written = { replacements: [], created: [], texts: [], changes: [] };
  private readonly time: number;
  private readonly records: Y.Map<unknown>;
  /** Records changed by this writer, as they now stand. */
  private readonly drafts = new Map<string, AnyRecord>();
  private readonly siblings: Siblings;
  /** Of records that were moved, which change tells it, and the key they had before. */
  private readonly moves = new Map<string, { readonly at: number; readonly key: string }>();
  /**
   * Fields of tasks that were put under each other, or of decisions that contradict: what is written there then is an
   * answer, even if it changes nothing.
   */
  private readonly asked: ReadonlySet<string>;

  constructor(
    doc: Y.Doc,
    private readonly workbook: Workbook,
    private readonly texts: LongTexts,
    private readonly author: Author,
  ) {
    this.records = rootsOf(doc).records;
    this.time = documentTime(author.now);
    const caused = workbook.conflicts.filter(({ cause }) => cause === 'circle' || cause === 'contradictory');
    this.asked = new Set(caused.map(({ field }) => field));
    this.siblings = new Siblings(workbook, (id) => this.orderOf(id), author.random);
  }

  write(edit: Edit): void {
    switch (edit.kind) {
      case 'add':
        this.add(edit);
        return;
      case 'set':
        this.set(edit.register, edit.id, edit.values);
        return;
      case 'archive':
      case 'restore':
        this.archive(edit.register, edit.id, edit.kind === 'archive');
        return;
      case 'place':
        this.place(edit.register, edit.id, edit.after);
        return;
      case 'placeAt':
        this.placeAt(edit.register, edit.id, edit.key);
    }
  }

  private add(edit: Extract<Edit, { kind: 'add' }>): void {
    const definition = definitionOf(edit.register);
    const record = { ...emptyRecord(definition, edit.id), ...edit.values };
    const entries: unknown[] = [];
    const put = (key: string, value: unknown): void => {
      entries.push(writeEntry({ key, value, time: this.time, actor: this.author.actor }));
    };
    put(REGISTER_KEY, edit.register);
    put(ORDER_KEY, this.siblings.take(edit.register, { ...record, id: edit.id }, edit.after));
    const keys = new Set<string>();
    for (const [name, field] of fieldsOf(definition)) {
      const value = edit.values[name];
      if (value === undefined) continue;
      if (field.kind === 'longText') this.writeText(edit.id, name, textOf(value));
      else if (isSetField(field))
        for (const element of value as readonly string[]) put(elementKey(name, element), 1);
      else if (!keys.has(storageKey(name, field))) {
        keys.add(storageKey(name, field));
        put(storageKey(name, field), storedForm(record, name, field, edit.register));
      }
      this.written.changes.push({ register: edit.register, id: edit.id, field: name, old: null, new: value });
    }
    const array = new Y.Array<unknown>();
    array.push(entries);
    this.records.set(edit.id, array);
    this.written.created.push(edit.id);
    this.drafts.set(edit.id, { ...record, id: edit.id, archived: false });
  }

  private set(register: RegisterId, id: string, values: FieldValues): void {
    const definition = definitionOf(register);
    const before = this.record(register, id);
    const after: AnyRecord = { ...before, ...values };
    const keys = new Set<string>();
    for (const [name, value] of Object.entries(values)) {
      const field = fieldOf(definition, name);
      if (field === undefined) continue;
      const old = before[name];
      if (field.kind === 'longText') {
        if (old !== value) this.writeText(id, name, textOf(value));
      } else if (isSetField(field)) {
        this.writeSet(id, name, (old ?? []) as readonly string[], value as readonly string[]);
      } else {
        const key = storageKey(name, field);
        const settles = this.hasSeveral(id, key) || this.asked.has(name);
        // Who chooses what is shown anyway has decided, which the history tells.
        if (settles && sameValue(old, value))
          this.written.changes.push({ register, id, field: name, old, new: value });
        if (!keys.has(key) && (!sameValue(old, value) || settles)) {
          keys.add(key);
          this.replace(id, key, storedForm(after, name, field, register));
        }
      }
      if (!sameValue(old, value)) this.written.changes.push({ register, id, field: name, old, new: value });
    }
    this.drafts.set(id, after);
    if (before.archived) this.sealAgain(register, id);
    if ('parent' in values && values['parent'] !== before['parent']) this.moveToEnd(register, id, after);
  }

  /** Whoever writes in a record that they see in the bin leaves it there, unless that is still to be decided. */
  private sealAgain(register: RegisterId, id: string): void {
    const { conflicts } = this.workbook;
    const isAsked = conflicts.some(
      (waits) => waits.id === id && waits.register === register && waits.field === 'archived',
    );
    const entries = this.entriesOf(id);
    if (isAsked || entries === undefined) return;
    this.replace(id, ARCHIVED_KEY, { seen: seenFingerprint(readRegisters(entries)) });
  }

  /** Under another summary a record stands last. */
  private moveToEnd(register: RegisterId, id: string, record: AnyRecord): void {
    this.siblings.leave(register, id);
    this.move(register, id, this.siblings.take(register, record, undefined));
  }

  private archive(register: RegisterId, id: string, archived: boolean): void {
    const entries = this.entriesOf(id);
    if (entries === undefined) return;
    this.replace(id, ARCHIVED_KEY, archived ? { seen: seenFingerprint(readRegisters(entries)) } : 0);
    this.drafts.set(id, { ...this.record(register, id), archived });
    this.written.changes.push({ register, id, field: 'archived', old: !archived, new: archived });
  }

  private place(register: RegisterId, id: string, after: string | null): void {
    this.siblings.leave(register, id);
    this.move(register, id, this.siblings.take(register, this.record(register, id), after));
  }

  private placeAt(register: RegisterId, id: string, wanted: string | null): void {
    const order = wanted ?? this.moves.get(id)?.key ?? this.orderOf(id);
    if (order === this.orderOf(id) && !this.hasSeveral(id, ORDER_KEY)) return;
    this.siblings.leave(register, id);
    this.siblings.takeAt(register, this.record(register, id), order);
    this.move(register, id, order);
  }

  /** However often a command moves a record, it is told as one move. */
  private move(register: RegisterId, id: string, order: string): void {
    const { changes } = this.written;
    const known = this.moves.get(id);
    const { at, key } = known ?? { at: changes.length, key: this.orderOf(id) };
    changes[at] = { register, id, field: PLACE_FIELD, old: { key }, new: { key: order } };
    if (known === undefined) this.moves.set(id, { at, key });
    this.replace(id, ORDER_KEY, order);
  }

  private writeText(id: string, field: string, wanted: string): void {
    this.written.texts.push(...this.texts.write(id, field, wanted, () => segmentName(this.author)));
  }

  private writeSet(id: string, field: string, old: readonly string[], wanted: readonly string[]): void {
    for (const element of wanted) if (!old.includes(element)) this.replace(id, elementKey(field, element), 1);
    for (const element of old) if (!wanted.includes(element)) this.replace(id, elementKey(field, element), 0);
  }

  private replace(id: string, key: string, value: unknown): void {
    const entries = this.entriesOf(id);
    if (entries === undefined) return;
    // A later write never bears an earlier time than what it replaces, even if this machine's clock is behind.
    const time = Math.max(this.time, ...readRegister(entries, key).map((written) => written.time));
    const after = [{ key, value, time, actor: this.author.actor }];
    const before = replaceRegister(entries, key, after);
    this.written.replacements.push({ id, key, before, after });
  }

  private hasSeveral(id: string, key: string): boolean {
    const entries = this.entriesOf(id);
    return entries !== undefined && readRegister(entries, key).length > 1;
  }

  private entriesOf(id: string): EntryArray | undefined {
    const entries = this.records.get(id);
    return entries instanceof Y.Array ? entries : undefined;
  }

  private record(register: RegisterId, id: string): AnyRecord {
    const table = this.workbook.tables[register] as unknown as Table<AnyRecord>;
    return this.drafts.get(id) ?? table.byId.get(id) ?? emptyRecord(definitionOf(register), id);
  }

  private orderOf(id: string): string {
    const entries = this.entriesOf(id);
    const order = entries === undefined ? undefined : readRegister(entries, ORDER_KEY)[0]?.value;
    return typeof order === 'string' ? order : '';
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A name for a text segment that no other replica will choose. */
export function segmentName(author: Pick<Author, 'actor' | 'random'>): string {
  return `${author.actor.toString(36)}-${Math.floor(author.random() * 2 ** 31).toString(36)}`;
}

/** The value that goes under a field's key: its own, or its whole group's. */
function storedForm(record: AnyRecord, name: string, field: Field, register: RegisterId): unknown {
  if (field.group === undefined) return record[name];
  const members = fieldsOf(definitionOf(register)).filter(([, other]) => other.group === field.group);
  return Object.fromEntries(members.map(([member]) => [member, record[member]]));
}
