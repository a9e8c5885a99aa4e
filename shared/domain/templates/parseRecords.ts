/** Reads the records of a starter pack. */
import { fieldOf } from '../register/record';
import { definitionOf, isRegisterId, registerIds, type RegisterId } from '../registers/all';
import { WAVES } from './amount';
import type { JsonReader } from './jsonReader';
import type { PackRecord, PackTarget, PackValue } from './pack';
import { parseConditions } from './parseAmounts';
import { isScheduled } from './instantiatePack';
import { parseValue, type PackNames } from './parseValue';

const WHICH_COPIES = ['all', 'first', 'later', 'earlier'] as const;

/** @param value register id to list of records; registers and records keep their order */
export function parseRecords(reader: JsonReader, value: unknown, names: PackNames): readonly PackRecord[] {
  const registers = Object.entries(reader.object(value, 'records', registerIds));
  const records = registers.flatMap(([register, given]) =>
    isRegisterId(register)
      ? reader
          .list(given, `records.${register}`)
          .map((record) => parseRecord(reader, register, record, names))
      : [],
  );
  checkKeys(reader, records);
  return records;
}

function parseRecord(reader: JsonReader, register: RegisterId, given: unknown, names: PackNames): PackRecord {
  const { key: givenKey, each, copies, when, ...fields } = reader.anyObject(given, `records.${register}`);
  const key = reader.text(givenKey, `records.${register}.key`);
  const place = `${register}/${key}`;
  const definition = definitionOf(register);
  const values = Object.entries(fields).flatMap(([name, fieldValue]): [string, PackValue][] => {
    const field = fieldOf(definition, name);
    if (field === undefined) reader.fault(place, `${register} has no field “${name}”`);
    const parsed =
      field === undefined ? null : parseValue(reader, field, fieldValue, names, `${place}.${name}`);
    return parsed === null ? [] : [[name, parsed]];
  });
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.required === true && fields[name] === undefined) reader.fault(place, `“${name}” is missing`);
  }
  return {
    register,
    key,
    each: each === undefined ? null : parseEach(reader, each, copies, names, place),
    when: parseConditions(reader, when, names.questions, `${place}.when`),
    values: Object.fromEntries(values),
  };
}

function parseEach(
  reader: JsonReader,
  each: unknown,
  copies: unknown,
  { questions }: PackNames,
  place: string,
): PackRecord['each'] {
  const set = reader.text(each, `${place}.each`);
  const isKnown = set === WAVES || questions.some(({ id, answer }) => id === set && answer.kind === 'names');
  if (!isKnown) reader.fault(`${place}.each`, `the pack asks for no names “${set}”`);
  return {
    set,
    copies: copies === undefined ? 'all' : (reader.word(copies, `${place}.copies`, WHICH_COPIES) ?? 'all'),
  };
}

/** Keys are unique within a register, every reference leads to a record, and there is one organisation. */
function checkKeys(reader: JsonReader, records: readonly PackRecord[]): void {
  const byPlace = new Map<string, PackRecord>();
  for (const record of records) {
    const place = placeOf(record);
    if (byPlace.has(place)) reader.fault(place, 'the key is used twice');
    byPlace.set(place, record);
  }
  for (const record of records) {
    for (const value of Object.values(record.values)) {
      if (value.kind === 'taskDay' && isScheduled({ record }))
        reader.fault(placeOf(record), 'the dates of tasks follow from it, not it from them');
      for (const target of targetsOf(value))
        checkTarget(reader, record, target, byPlace.get(placeOf(target)));
    }
  }
  const organisations = records.filter(({ register }) => register === 'organisation');
  const [organisation] = organisations;
  const isOne = organisations.length === 1 && organisation?.each === null && organisation.when.length === 0;
  if (!isOne) reader.fault('records.organisation', 'a pack has exactly one organisation');
}

function targetsOf(value: PackValue): readonly PackTarget[] {
  if (value.kind === 'taskDay') return [value.target];
  return value.kind === 'ref' || value.kind === 'refs' ? value.targets : [];
}

function checkTarget(
  reader: JsonReader,
  from: PackRecord,
  target: PackTarget,
  found: PackRecord | undefined,
): void {
  const place = placeOf(from);
  if (found === undefined) reader.fault(place, `there is no ${placeOf(target)}`);
  else if (found.each === null && target.copy !== 'same') {
    reader.fault(place, `there is only one ${placeOf(target)}`);
  } else if (found.each !== null && found.each.set !== from.each?.set) {
    const isOwn = target.copy === 'same' || target.copy === 'previous';
    if (isOwn) reader.fault(place, `${placeOf(target)} is made several times: say which is meant`);
  }
}

function placeOf({ register, key }: Pick<PackRecord, 'register' | 'key'>): string {
  return `${register}/${key}`;
}
