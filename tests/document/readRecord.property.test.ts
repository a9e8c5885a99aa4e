/** A record reads the same in whatever order its entries lie, and shows of each field the first value that fits. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registersOf } from '../../shared/document/multiValue';
import { RecordReader } from '../../shared/document/readRecord';
import { readValue } from '../../shared/domain/register/accept';
import { emptyValue, isSetField } from '../../shared/domain/register/field';
import { fieldsOf } from '../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../shared/domain/registers/all';
import { uuid } from '../support/makeWorkbook';
import { tries } from '../support/tries';

const REGISTERS = ['tasks', 'links', 'calendars', 'risks'] as const;

const someValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    0,
    1,
    3,
    -2,
    'task',
    'FS',
    'asap',
    '2027-03-01',
    'not a date',
    uuid('A'),
    {},
  ),
  fc.record({
    durationDays: fc.integer({ min: -1, max: 5 }),
    constraint: fc.constantFrom('asap', 'snet', 'x'),
  }),
  fc.record({ predecessor: fc.constant(uuid('A')), successor: fc.constantFrom(uuid('B'), 'nobody') }),
);

/** Entries under keys of the register, of sets, of newer apps and of none, some of them malformed. */
function entriesOf(register: RegisterId): fc.Arbitrary<unknown[]> {
  const keys = fieldsOf(definitionOf(register)).flatMap(([name, field]) =>
    isSetField(field) ? [`${name}/2027-03-01`, `${name}/${uuid('A')}`] : [field.group ?? name],
  );
  const written = fc.tuple(
    fc.constantFrom(...keys, '_reg', '_ord', '_del', 'newer', 'Not a key'),
    someValue,
    fc.nat(3),
    fc.nat(2),
  );
  const malformed = fc.constantFrom<unknown>(
    null,
    'text',
    [],
    ['name'],
    ['name', 'x', -1, 1],
    ['name', 'x', 1, 'me'],
  );
  return fc.array(fc.oneof({ weight: 9, arbitrary: written }, malformed), { maxLength: 14 });
}

const record = fc
  .constantFrom(...REGISTERS)
  .chain((register) => fc.record({ register: fc.constant(register), entries: entriesOf(register) }))
  .chain(({ register, entries }) =>
    fc.record({
      ...{ register: fc.constant(register), entries: fc.constant(entries) },
      shuffled: fc.shuffledSubarray(entries, { minLength: entries.length }),
    }),
  );

const around = { nameOf: (actor: number) => `Actor ${String(actor)}`, longText: () => 'a long text' };

/** The plainest way to what a record shows: all values of all keys, sorted, field by field. */
function shownPlainly(register: RegisterId, entries: readonly unknown[]): Record<string, unknown> {
  const registers = registersOf(entries);
  const fields = fieldsOf(definitionOf(register)).map(([name, field]): [string, unknown] => {
    if (field.kind === 'longText') return [name, 'a long text'];
    if (isSetField(field)) {
      const elements = [...registers].filter(
        ([key, [first]]) => key.startsWith(`${name}/`) && first?.value === 1,
      );
      const fitting = elements
        .map(([key]) => key.slice(name.length + 1))
        .filter((each) => readValue(field, [each]));
      return [name, fitting.sort()];
    }
    const readings = (registers.get(field.group ?? name) ?? []).map(({ value }) => {
      if (field.group === undefined) return readValue(field, value);
      return typeof value === 'object' && value !== null
        ? readValue(field, (value as Readonly<Record<string, unknown>>)[name])
        : undefined;
    });
    return [name, readings.find((reading) => reading !== undefined) ?? emptyValue(field)];
  });
  const archiving = registers.get('_del')?.[0]?.value;
  return {
    ...Object.fromEntries(fields),
    id: uuid('A'),
    archived: typeof archiving === 'object' && archiving !== null,
  };
}

describe('a record', () => {
  test('shows the first value that fits of every field, and reads the same in any order', () => {
    const reader = new RecordReader(around);
    let conflicts = 0;
    fc.assert(
      fc.property(record, ({ register, entries, shuffled }) => {
        const read = reader.read(uuid('A'), register, entries);
        expect(read.record).toEqual(shownPlainly(register, entries));
        expect(reader.read(uuid('A'), register, shuffled)).toEqual(read);
        conflicts += read.conflicts.length;
      }),
      tries(1000),
    );
    expect(conflicts).toBeGreaterThan(50);
  });
});
