/** One record as the plan sees it, read from its registers: values shown, values waiting for a choice, its place. */
import type { Entry } from '../domain/assemble';
import { problem, type Finding } from '../domain/base/problem';
import { readValue } from '../domain/register/accept';
import { sameValue } from '../domain/register/canonical';
import { isSetField, type Field, type StoredValue } from '../domain/register/field';
import { emptyRecord, fieldsOf, titleOf, type AnyRecord } from '../domain/register/record';
import { definitionOf, isRegisterId, type RegisterId } from '../domain/registers/all';
import type { Conflict } from '../domain/workbook';
import { instantOf } from './clock';
import { seenFingerprint } from './fingerprint';
import { ARCHIVED_KEY, ORDER_KEY, REGISTER_KEY, type WrittenValue } from './layout';

type Registers = ReadonlyMap<string, readonly WrittenValue[]>;

/** What reading needs from around the record. */
export interface Surroundings {
  readonly nameOf: (actor: number) => string;
  readonly longText: (id: string, field: string) => string;
}

/** The key a field is stored under: its group's, where it must change together with others. */
export function storageKey(name: string, field: Field): string {
  return field.group ?? name;
}

export function registerOf(registers: Registers): RegisterId | undefined {
  const name = registers.get(REGISTER_KEY)?.[0]?.value;
  return isRegisterId(name) ? name : undefined;
}

export function isArchived(written: WrittenValue | undefined): boolean {
  return written !== undefined && typeof written.value === 'object' && written.value !== null;
}

/** The part of a stored value that belongs to one field; undefined where it does not fit the field. */
export function valueOf(name: string, field: Field, written: WrittenValue): StoredValue | undefined {
  if (field.group === undefined) return readValue(field, written.value);
  if (typeof written.value !== 'object' || written.value === null) return undefined;
  return readValue(field, (written.value as Readonly<Record<string, unknown>>)[name]);
}

export function readRecord(
  id: string,
  register: RegisterId,
  registers: Registers,
  around: Surroundings,
): Entry {
  const definition = definitionOf(register);
  const record: Record<string, StoredValue> = { ...emptyRecord(definition, id) };
  const conflicts: Conflict[] = [];
  for (const [name, field] of fieldsOf(definition)) {
    if (field.kind === 'longText') record[name] = around.longText(id, name);
    else if (isSetField(field)) record[name] = readSet(name, field, registers);
    else {
      const values = registers.get(storageKey(name, field)) ?? [];
      const shown = firstFitting(name, field, values);
      if (shown !== undefined) record[name] = shown;
      if (values.length > 1) conflicts.push(...conflictOf(register, id, name, field, values, around));
    }
  }
  const archiving = registers.get(ARCHIVED_KEY) ?? [];
  const archived = isArchived(archiving[0]);
  if (archiving.length > 1) conflicts.push(...archivingConflict(register, id, archiving, around));
  const complete: AnyRecord = { ...record, id, archived };
  return {
    record: complete,
    order: orderOf(registers),
    edgeWrittenAt: edgeStamp(register, registers),
    conflicts,
    findings: archived ? editsBesideArchiving(register, complete, registers, around) : [],
  };
}

function firstFitting(name: string, field: Field, values: readonly WrittenValue[]): StoredValue | undefined {
  for (const written of values) {
    const value = valueOf(name, field, written);
    if (value !== undefined) return value;
  }
  return undefined;
}

function readSet(name: string, field: Field, registers: Registers): readonly string[] {
  const elements: string[] = [];
  const prefix = `${name}/`;
  for (const [key, values] of registers) {
    if (key.startsWith(prefix) && values[0]?.value === 1) elements.push(key.slice(prefix.length));
  }
  return elements.filter((element) => readValue(field, [element]) !== undefined).sort();
}

function conflictOf(
  register: RegisterId,
  id: string,
  name: string,
  field: Field,
  values: readonly WrittenValue[],
  around: Surroundings,
): Conflict[] {
  const distinct: { value: StoredValue; by: string; at: string }[] = [];
  for (const written of values) {
    const value = valueOf(name, field, written);
    if (value === undefined || distinct.some((other) => sameValue(other.value, value))) continue;
    distinct.push({ value, by: around.nameOf(written.actor), at: instantOf(written.time) });
  }
  return distinct.length > 1 ? [{ register, id, field: name, values: distinct }] : [];
}

function archivingConflict(
  register: RegisterId,
  id: string,
  archiving: readonly WrittenValue[],
  around: Surroundings,
): Conflict[] {
  const first = archiving[0];
  const other = archiving.find((written) => isArchived(written) !== isArchived(first));
  if (first === undefined || other === undefined) return [];
  const values = [first, other].map((written) => ({
    value: isArchived(written),
    by: around.nameOf(written.actor),
    at: instantOf(written.time),
  }));
  return [{ register, id, field: 'archived', values }];
}

function orderOf(registers: Registers): string {
  const order = registers.get(ORDER_KEY)?.[0]?.value;
  return typeof order === 'string' ? order : '';
}

/** When the field that makes a record an edge of a graph was written: a task's parent, a link's ends. */
function edgeStamp(register: RegisterId, registers: Registers): readonly [number, number] {
  const key = register === 'tasks' ? 'parent' : register === 'links' ? 'edge' : undefined;
  const written = key === undefined ? undefined : registers.get(key)?.[0];
  return written === undefined ? [0, 0] : [written.time, written.actor];
}

/** An edit made apart from the archiving is kept and said, never dropped. */
function editsBesideArchiving(
  register: RegisterId,
  record: AnyRecord,
  registers: Registers,
  around: Surroundings,
): Finding[] {
  const archiving = registers.get(ARCHIVED_KEY) ?? [];
  const now = seenFingerprint(registers);
  const seen = archiving.some(({ value }) => (value as { seen?: unknown } | null)?.seen === now);
  if (seen) return [];
  const latest = [...registers]
    .filter(([key]) => key !== ARCHIVED_KEY && key !== ORDER_KEY)
    .flatMap(([, values]) => values)
    .sort((a, b) => b.time - a.time || b.actor - a.actor)[0];
  const by = latest === undefined ? '' : around.nameOf(latest.actor);
  const title = titleOf(definitionOf(register), record);
  return [
    { level: 'warning', problem: problem('plan/archivedButEdited', { title, by }), register, id: record.id },
  ];
}
