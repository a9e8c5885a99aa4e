/** Reads one value of a starter pack's record and checks it against the field it is meant for. */
import { problemText } from '../base/problemText';
import { acceptValue } from '../register/accept';
import type { Field } from '../register/field';
import { isRegisterId } from '../registers/all';
import { isObject, type JsonObject, type JsonReader } from './jsonReader';
import type { PackSource, PackTarget, PackValue, Question, TaskDay, WhichCopy } from './pack';
import { parseAmount } from './parseAmounts';

const LAST_MONTH = 240;
const WHICH: readonly WhichCopy[] = ['same', 'previous', 'first', 'last', 'all'];

/** What values may name. */
export interface PackNames {
  readonly questions: readonly Question[];
  readonly sources: readonly PackSource[];
}

export function parseValue(
  reader: JsonReader,
  field: Field,
  given: unknown,
  names: PackNames,
  place: string,
): PackValue | null {
  switch (field.kind) {
    case 'ref':
      return parseRefs(reader, 'ref', field.register, Array.isArray(given) ? given : [given], place);
    case 'anyRef': {
      const [register = '', ...key] = reader.text(given, place).split('/');
      return parseRefs(reader, 'ref', register, [key.join('/')], place);
    }
    case 'refs':
      return parseRefs(reader, 'refs', field.register, reader.list(given, place), place);
    case 'date':
      return parseDay(reader, given, place);
    case 'dates':
      reader.word(given, place, ['holidays']);
      return { kind: 'holidays' };
    case 'scores':
      return parseLiteral(reader, field, given, place);
    default:
      return isObject(given)
        ? parseObject(reader, field, given, names, place)
        : parseLiteral(reader, field, given, place);
  }
}

function parseLiteral(reader: JsonReader, field: Field, given: unknown, place: string): PackValue | null {
  const accepted = acceptValue(field, given);
  if (!accepted.ok) return reader.fault(place, problemText(accepted.error));
  return { kind: 'literal', value: accepted.value };
}

function parseRefs(
  reader: JsonReader,
  kind: 'ref' | 'refs',
  register: string,
  given: readonly unknown[],
  place: string,
): PackValue {
  const targets = given.map((key) => parseTarget(reader, register, key, place));
  return { kind, targets: targets.filter((target) => target !== null) };
}

/** `A1`, or `A1@first` where there are several of it. */
function parseTarget(reader: JsonReader, register: string, given: unknown, place: string): PackTarget | null {
  const [key = '', which = 'same'] = reader.text(given, place).split('@');
  const copy = reader.word(which, place, WHICH);
  if (!isRegisterId(register)) return reader.fault(place, `there is no register “${register}”`);
  return copy === null ? null : { register, key, copy };
}

function parseDay(reader: JsonReader, given: unknown, place: string): PackValue | null {
  if (isObject(given) && given['task'] !== undefined) return parseTaskDay(reader, given, place);
  const { month, last, day } = reader.object(given, place, ['month', 'last', 'day']);
  if (isWhole(day) && month === undefined) return { kind: 'day', day };
  const isMonth = isWhole(month) && month >= 1 && month <= LAST_MONTH;
  if (!isMonth || day !== undefined) return reader.fault(place, 'a month or a day of the plan is expected');
  return { kind: 'month', month, last: last === true };
}

function parseTaskDay(reader: JsonReader, given: JsonObject, place: string): TaskDay | null {
  const { task, edge, days, months, last } = reader.object(given, place, [
    'task',
    'edge',
    'days',
    'months',
    'last',
  ]);
  const target = parseTarget(reader, 'tasks', task, place);
  const from = edge === undefined ? 'finish' : reader.word(edge, place, ['start', 'finish']);
  const numbers = [days ?? 0, months ?? 0];
  if (!numbers.every(isWhole)) reader.fault(place, 'whole days and months are expected');
  if (target === null || from === null) return null;
  return {
    ...{ kind: 'taskDay', target, edge: from, last: last === true },
    ...{ days: reader.numberOr(days, place, 0), months: reader.numberOr(months, place, null) },
  };
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}

/** A source of the pack, an answer as it is, or an amount made from numbers. */
function parseObject(
  reader: JsonReader,
  field: Field,
  given: JsonObject,
  { questions, sources }: PackNames,
  place: string,
): PackValue | null {
  if (given['source'] !== undefined) {
    const id = reader.text(reader.object(given, place, ['source'])['source'], place);
    const named = sources.find((source) => source.id === id);
    if (named === undefined) return reader.fault(place, `the pack has no source “${id}”`);
    return parseLiteral(reader, field, named.source, place);
  }
  const isNumber = ['integer', 'decimal', 'percent', 'money', 'days'].includes(field.kind);
  if (isNumber) return { kind: 'amount', amount: parseAmount(reader, given, questions, place) };
  const id = reader.text(reader.object(given, place, ['answer'])['answer'], place);
  const question = questions.find((asked) => asked.id === id);
  if (question === undefined) return reader.fault(place, `the pack asks no question “${id}”`);
  return { kind: 'answer', question: question.id };
}
