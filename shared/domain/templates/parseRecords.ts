/** Reads the records of a starter pack and checks each value against the field it is meant for. */
import { problemText } from '../base/problemText';
import { acceptValue } from '../register/accept';
import type { Field } from '../register/field';
import { fieldOf } from '../register/record';
import { definitionOf, isRegisterId, registerIds, type RegisterId } from '../registers/all';
import { isObject, type JsonObject, type JsonReader } from './jsonReader';
import type { Amount, PackRecord, PackTarget, PackValue, Question } from './pack';

const LAST_MONTH = 240;
const AMOUNT = ['answer', 'times', 'per', 'plus', 'round', 'min', 'max'];

/** What the values of a record are read with. */
interface Surroundings {
  readonly reader: JsonReader;
  readonly questions: ReadonlyMap<string, Question>;
}

/** @param value register id to list of records; registers and records keep their order */
export function parseRecords(
  reader: JsonReader,
  value: unknown,
  questions: readonly Question[],
): readonly PackRecord[] {
  const around: Surroundings = {
    reader,
    questions: new Map(questions.map((question) => [question.id, question])),
  };
  const registers = Object.entries(reader.object(value, 'records', registerIds));
  const records = registers.flatMap(([register, given]) =>
    isRegisterId(register)
      ? reader.list(given, `records.${register}`).map((record) => parseRecord(around, register, record))
      : [],
  );
  checkKeys(reader, records);
  return records;
}

function parseRecord(around: Surroundings, register: RegisterId, given: unknown): PackRecord {
  const { reader } = around;
  const { key: givenKey, repeat, ...fields } = reader.anyObject(given, `records.${register}`);
  const key = reader.text(givenKey, `records.${register}.key`);
  const place = `${register}/${key}`;
  const definition = definitionOf(register);
  const values = Object.entries(fields).flatMap(([name, fieldValue]): [string, PackValue][] => {
    const field = fieldOf(definition, name);
    if (field === undefined) reader.fault(place, `${register} has no field “${name}”`);
    const parsed = field === undefined ? null : parseValue(around, field, fieldValue, `${place}.${name}`);
    return parsed === null ? [] : [[name, parsed]];
  });
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.required === true && fields[name] === undefined) reader.fault(place, `“${name}” is missing`);
  }
  return {
    register,
    key,
    repeat:
      repeat === undefined ? null : parseAmount(around, reader.anyObject(repeat, place), `${place}.repeat`),
    values: Object.fromEntries(values),
  };
}

function parseValue(around: Surroundings, field: Field, given: unknown, place: string): PackValue | null {
  const { reader } = around;
  switch (field.kind) {
    case 'ref':
      return parseRef(reader, field.register, given, place);
    case 'anyRef': {
      const [register = '', ...key] = reader.text(given, place).split('/');
      return parseRef(reader, register, key.join('/'), place);
    }
    case 'refs': {
      const targets = reader.list(given, place).map((key) => targetOf(reader, field.register, key, place));
      return { kind: 'refs', targets: targets.filter((target) => target !== null) };
    }
    case 'date':
      return parseOffset(reader, given, place);
    case 'scores':
      return parseLiteral(reader, field, given, place);
    default:
      if (isObject(given)) return parseAnswer(around, field, given, place);
      return parseLiteral(reader, field, given, place);
  }
}

function parseLiteral(reader: JsonReader, field: Field, given: unknown, place: string): PackValue | null {
  const accepted = acceptValue(field, given);
  if (!accepted.ok) return reader.fault(place, problemText(accepted.error));
  return { kind: 'literal', value: accepted.value };
}

function parseRef(reader: JsonReader, register: string, given: unknown, place: string): PackValue | null {
  const target = targetOf(reader, register, given, place);
  return target === null ? null : { kind: 'ref', target };
}

function targetOf(reader: JsonReader, register: string, given: unknown, place: string): PackTarget | null {
  const key = reader.text(given, place);
  return isRegisterId(register)
    ? { register, key }
    : reader.fault(place, `there is no register “${register}”`);
}

function parseOffset(reader: JsonReader, given: unknown, place: string): PackValue | null {
  const offset = reader.object(given, place, ['month', 'last', 'day']);
  const { month, last, day } = offset;
  if (typeof day === 'number' && Number.isInteger(day) && month === undefined) return { kind: 'day', day };
  const isMonth = typeof month === 'number' && Number.isInteger(month) && month >= 1 && month <= LAST_MONTH;
  if (!isMonth || day !== undefined) return reader.fault(place, 'a month or a day of the plan is expected');
  return { kind: 'month', month, last: last === true };
}

/** An answer as it is, or an amount made from numbers. */
function parseAnswer(around: Surroundings, field: Field, given: JsonObject, place: string): PackValue | null {
  const isNumber = ['integer', 'decimal', 'percent', 'money', 'days'].includes(field.kind);
  if (isNumber) return { kind: 'amount', amount: parseAmount(around, given, place) };
  const { reader, questions } = around;
  const id = reader.text(reader.object(given, place, ['answer'])['answer'], place);
  const question = questions.get(id);
  if (question === undefined) return reader.fault(place, `the pack asks no question “${id}”`);
  return { kind: 'answer', question: question.id };
}

function parseAmount({ reader, questions }: Surroundings, given: JsonObject, place: string): Amount {
  const { answer, times, per, plus, round, min, max } = reader.object(given, place, AMOUNT);
  const answers = (Array.isArray(answer) ? (answer as readonly unknown[]) : [answer]).map((id) =>
    reader.text(id, place),
  );
  for (const id of answers) {
    const kind = questions.get(id)?.answer.kind;
    if (kind !== 'integer' && kind !== 'decimal') reader.fault(place, `the pack asks for no number “${id}”`);
  }
  const divisor = reader.numberOr(per, place, 1);
  if (divisor === 0) reader.fault(place, 'nothing can be divided by 0');
  return {
    answers,
    times: reader.numberOr(times, place, 1),
    per: divisor,
    plus: reader.numberOr(plus, place, 0),
    round: round === undefined ? null : reader.word(round, place, ['up', 'down', 'nearest']),
    min: reader.numberOr(min, place, null),
    max: reader.numberOr(max, place, null),
  };
}

/** Keys are unique within a register, every reference leads to a record, and there is one organisation. */
function checkKeys(reader: JsonReader, records: readonly PackRecord[]): void {
  const places = new Set<string>();
  for (const { register, key, repeat } of records) {
    const place = `${register}/${key}`;
    if (places.has(place)) reader.fault(place, 'the key is used twice');
    // A repeated record has as many keys as copies, so nothing can point to it.
    if (repeat === null) places.add(place);
  }
  for (const { register, key, values } of records) {
    for (const value of Object.values(values)) {
      const targets = value.kind === 'ref' ? [value.target] : value.kind === 'refs' ? value.targets : [];
      const missing = targets.find((target) => !places.has(`${target.register}/${target.key}`));
      if (missing !== undefined) {
        reader.fault(`${register}/${key}`, `there is no ${missing.register}/${missing.key}`);
      }
    }
  }
  const organisations = records.filter(({ register }) => register === 'organisation');
  if (organisations.length !== 1 || organisations[0]?.repeat !== null) {
    reader.fault('records.organisation', 'a pack has exactly one organisation');
  }
}
