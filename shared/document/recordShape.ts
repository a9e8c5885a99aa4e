/** How the records of one register lie in the document: which key holds which fields. Worked out once per register. */
import { isSetField, type Field } from '../domain/register/field';
import { emptyRecord, fieldsOf, type AnyRecord } from '../domain/register/record';
import { definitionOf, type RegisterId } from '../domain/registers/all';
import { ARCHIVED_KEY, ORDER_KEY } from './layout';

export interface NamedField {
  readonly name: string;
  readonly field: Field;
}

/** A key that holds one value: of a field, of a group of fields, or what every record has. */
export interface ShapedKey {
  readonly key: string;
  /** Counted from zero within the register, in the order of its fields. */
  readonly number: number;
  readonly fields: readonly NamedField[];
  /**
   * `edge`: it makes the record an edge of a graph, being a task's parent or a link's ends, or is the decision of an
   * approval; when and by whom it was written is kept.
   */
  readonly role: 'order' | 'archiving' | 'edge' | 'fields';
}

export interface RecordShape {
  /** A record in which nothing has been written. */
  readonly empty: AnyRecord;
  readonly keys: ReadonlyMap<string, ShapedKey>;
  readonly longTexts: readonly string[];
  readonly sets: readonly NamedField[];
}

const EDGE_KEYS: { readonly [R in RegisterId]?: string } = {
  tasks: 'parent',
  links: 'edge',
  approvals: 'decision',
};

/** The key a field is stored under: its group's, where it must change together with others. */
export function storageKey(name: string, field: Field): string {
  return field.group ?? name;
}

const shapes = new Map<RegisterId, RecordShape>();

export function shapeOf(register: RegisterId): RecordShape {
  const known = shapes.get(register);
  if (known !== undefined) return known;
  const shape = workOut(register);
  shapes.set(register, shape);
  return shape;
}

function workOut(register: RegisterId): RecordShape {
  const definition = definitionOf(register);
  const all = fieldsOf(definition).map(([name, field]): NamedField => ({ name, field }));
  const single = all.filter(({ field }) => field.kind !== 'longText' && !isSetField(field));
  const keys = new Set([
    ...single.map(({ name, field }) => storageKey(name, field)),
    ORDER_KEY,
    ARCHIVED_KEY,
  ]);
  const shaped = [...keys].map((key, number): ShapedKey => {
    const fields = single.filter(({ name, field }) => storageKey(name, field) === key);
    return { key, number, fields, role: roleOf(key, register) };
  });
  return {
    empty: emptyRecord(definition, ''),
    keys: new Map(shaped.map((each) => [each.key, each])),
    longTexts: all.filter(({ field }) => field.kind === 'longText').map(({ name }) => name),
    sets: all.filter(({ field }) => isSetField(field)),
  };
}

function roleOf(key: string, register: RegisterId): ShapedKey['role'] {
  if (key === ORDER_KEY) return 'order';
  if (key === ARCHIVED_KEY) return 'archiving';
  return key === EDGE_KEYS[register] ? 'edge' : 'fields';
}
