/** Records as the plan sees them, read from their entries: values shown, values waiting for a choice, their places. */
import type { Entry } from '../domain/assemble';
import { problem } from '../domain/base/problem';
import { readValue } from '../domain/register/accept';
import { sameValue } from '../domain/register/canonical';
import type { Field, StoredValue } from '../domain/register/field';
import { titleOf } from '../domain/register/record';
import { definitionOf, isRegisterId, type RegisterId } from '../domain/registers/all';
import type { Conflict } from '../domain/workbook';
import { instantOf } from './clock';
import { hadSeen } from './fingerprint';
import { ARCHIVED_KEY, isStoredEntry, ORDER_KEY, REGISTER_KEY, type WrittenValue } from './layout';
import { registersOf, valuesUnder } from './multiValue';
import { shapeOf, type ShapedKey } from './recordShape';

type Registers = ReadonlyMap<string, readonly WrittenValue[]>;

/** What reading needs from around the record. */
export interface Surroundings {
  readonly nameOf: (actor: number) => string;
  readonly longText: (id: string, field: string) => string;
}

/** A record that is being read. */
interface Draft {
  readonly record: Record<string, StoredValue> & { readonly id: string; archived: boolean };
  order: string;
  edgeWrittenAt: readonly [number, number];
}

const NONE: readonly never[] = [];
const NEVER = [0, 0] as const;

/** The register that the entries of a record name. */
export function registerOf(entries: readonly unknown[]): RegisterId | undefined {
  const name = valuesUnder(entries, REGISTER_KEY)[0]?.value;
  return isRegisterId(name) ? name : undefined;
}

/** Whether a value under the archiving key puts its record into the bin. */
export function isArchived(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Reads one record after the other. Nearly every key has a single value, which goes straight into the record. */
export class RecordReader {
  /** By the number of a key: the turn in which it was last met. Every record is a turn. */
  private readonly metIn: number[] = [];
  private turn = 0;

  constructor(private readonly around: Surroundings) {}

  /** @param entries as they lie in the record's array */
  read(id: string, register: RegisterId, entries: readonly unknown[]): Entry {
    const { metIn, around } = this;
    const shape = shapeOf(register);
    const draft: Draft = { record: { ...shape.empty, id }, order: '', edgeWrittenAt: NEVER };
    const contested: ShapedKey[] = [];
    let others: unknown[] | undefined;
    this.turn += 1;
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at];
      if (!isStoredEntry(entry)) continue;
      const key = shape.keys.get(entry[0]);
      if (key === undefined) {
        if (entry[0] !== REGISTER_KEY) (others ??= []).push(entry);
      } else if (metIn[key.number] === this.turn) {
        if (!contested.includes(key)) contested.push(key);
      } else {
        metIn[key.number] = this.turn;
        note(draft, key, entry[1], entry[2], entry[3]);
        show(draft, key, entry[1]);
      }
    }
    for (const name of shape.longTexts) draft.record[name] = around.longText(id, name);
    if (others !== undefined && shape.sets.length > 0) {
      const registers = registersOf(others);
      for (const { name, field } of shape.sets) draft.record[name] = readSet(name, field, registers);
    }
    const conflicts = contested.length === 0 ? NONE : this.settle({ register, draft }, entries, contested);
    const { record, order, edgeWrittenAt } = draft;
    const beside = record.archived ? editBesideArchiving(registersOf(entries)) : undefined;
    if (beside === undefined) return { record, order, edgeWrittenAt, conflicts, findings: NONE };
    const facts = { title: titleOf(definitionOf(register), record), by: around.nameOf(beside.edit.actor) };
    const found = problem('plan/archivedButEdited', facts);
    const asked = conflicts.some(({ field }) => field === 'archived')
      ? NONE
      : [this.archivedButEdited(register, id, beside)];
    return {
      ...{ record, order, edgeWrittenAt },
      conflicts: [...conflicts, ...asked],
      findings: [{ level: 'warning', problem: found, register, id }],
    };
  }

  /** Shows, of several values, the first that fits. @returns what waits for a choice, in the order of the fields */
  private settle(
    { register, draft }: { readonly register: RegisterId; readonly draft: Draft },
    entries: readonly unknown[],
    contested: readonly ShapedKey[],
  ): readonly Conflict[] {
    const { record } = draft;
    const { empty } = shapeOf(register);
    const conflicts: Conflict[] = [];
    for (const key of [...contested].sort((a, b) => a.number - b.number)) {
      const values = valuesUnder(entries, key.key);
      const [first] = values;
      if (first === undefined) continue;
      note(draft, key, first.value, first.time, first.actor);
      const wholes = distinctWholes(key, values);
      for (const { name, field } of key.fields) {
        const distinct = distinctValues(name, field, values);
        record[name] = distinct[0]?.value ?? empty[name] ?? null;
        if (distinct.length < 2) continue;
        const written = key.fields.length === 1 ? distinct : shownOf(name, field, wholes);
        conflicts.push(this.conflict(register, record.id, name, written));
      }
      const archivings = key.role === 'archiving' ? bothWays(values) : [];
      if (archivings.length > 1) conflicts.push(this.conflict(register, record.id, 'archived', archivings));
    }
    return conflicts;
  }

  /** The bin is shown; what speaks against it is the edit. */
  private archivedButEdited(
    register: RegisterId,
    id: string,
    { archiving, edit }: EditBesideArchiving,
  ): Conflict {
    const shown = [
      { value: true, written: archiving },
      { value: false, written: edit },
    ];
    return { ...this.conflict(register, id, 'archived', shown), cause: 'archivedButEdited' };
  }

  private conflict(register: RegisterId, id: string, field: string, distinct: readonly Shown[]): Conflict {
    const values = distinct.map(({ value, written }) => ({
      value,
      by: this.around.nameOf(written.actor),
      at: instantOf(written.time),
      actor: written.actor,
    }));
    return { register, id, field, values };
  }
}

/** What is shown of a key may say more than its fields. */
function note(draft: Draft, { role }: ShapedKey, value: unknown, time: number, actor: number): void {
  if (role === 'order') draft.order = typeof value === 'string' ? value : '';
  else if (role === 'archiving') draft.record.archived = isArchived(value);
  else if (role === 'edge') draft.edgeWrittenAt = [time, actor];
}

/** Shows the only value of a key, where it fits. */
function show({ record }: Draft, { fields }: ShapedKey, value: unknown): void {
  for (let at = 0; at < fields.length; at++) {
    const named = fields[at];
    const shown = named === undefined ? undefined : valueOf(named.name, named.field, value);
    if (named !== undefined && shown !== undefined) record[named.name] = shown;
  }
}

/** The part of a stored value that belongs to one field; undefined where it does not fit the field. */
function valueOf(name: string, field: Field, value: unknown): StoredValue | undefined {
  if (field.group === undefined) return readValue(field, value);
  if (typeof value !== 'object' || value === null) return undefined;
  return readValue(field, (value as Readonly<Record<string, unknown>>)[name]);
}

/** A value as it is shown, and the write it comes from. */
interface Shown {
  readonly value: StoredValue;
  readonly written: WrittenValue;
}

/** Of fields that must change together, the different things written: of three people two may agree in one field only. */
function distinctWholes({ fields }: ShapedKey, values: readonly WrittenValue[]): readonly WrittenValue[] {
  const isSame = (a: WrittenValue, b: WrittenValue): boolean =>
    fields.every(({ name, field }) =>
      sameValue(valueOf(name, field, a.value) ?? null, valueOf(name, field, b.value) ?? null),
    );
  return values.filter((written, at) => !values.slice(0, at).some((newer) => isSame(newer, written)));
}

/** What a field had in each of these writes. */
function shownOf(name: string, field: Field, values: readonly WrittenValue[]): readonly Shown[] {
  return values.flatMap((written) => {
    const value = valueOf(name, field, written.value);
    return value === undefined ? [] : [{ value, written }];
  });
}

/** The different values of a field that fit it, the one shown first leading. */
function distinctValues(name: string, field: Field, values: readonly WrittenValue[]): readonly Shown[] {
  const distinct: Shown[] = [];
  for (const written of values) {
    const value = valueOf(name, field, written.value);
    if (value === undefined || distinct.some((other) => sameValue(other.value, value))) continue;
    distinct.push({ value, written });
  }
  return distinct;
}

/** Whether the record is in the bin, as it is shown and as others wrote otherwise. */
function bothWays(archiving: readonly WrittenValue[]): readonly Shown[] {
  const [first] = archiving;
  const other = archiving.find(({ value }) => isArchived(value) !== isArchived(first?.value));
  if (first === undefined || other === undefined) return NONE;
  return [first, other].map((written) => ({ value: isArchived(written.value), written }));
}

function readSet(name: string, field: Field, registers: Registers): readonly string[] {
  const elements: string[] = [];
  const prefix = `${name}/`;
  for (const [key, values] of registers) {
    if (key.startsWith(prefix) && values[0]?.value === 1) elements.push(key.slice(prefix.length));
  }
  return elements.filter((element) => readValue(field, [element]) !== undefined).sort();
}

interface EditBesideArchiving {
  readonly archiving: WrittenValue;
  readonly edit: WrittenValue;
}

/** An edit made apart from the archiving is kept and asked about, never dropped. */
function editBesideArchiving(registers: Registers): EditBesideArchiving | undefined {
  const archivings = registers.get(ARCHIVED_KEY) ?? [];
  const [archiving] = archivings;
  const isSeen = archivings.some(({ value }) =>
    hadSeen((value as { seen?: unknown } | null)?.seen, registers),
  );
  if (archiving === undefined || isSeen) return undefined;
  const [edit] = [...registers]
    .filter(([key]) => key !== ARCHIVED_KEY && key !== ORDER_KEY)
    .flatMap(([, values]) => values)
    .sort((a, b) => b.time - a.time || b.actor - a.actor);
  return edit === undefined ? undefined : { archiving, edit };
}
