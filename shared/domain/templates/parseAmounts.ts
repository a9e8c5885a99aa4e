/** Reads the numbers and conditions of a starter pack, which name its questions. */
import { LOST_WEEKS, SHARE, WAVES, type Amount } from './amount';
import { isObject, type JsonObject, type JsonReader } from './jsonReader';
import type { Condition, Question } from './pack';

const AMOUNT = ['answer', 'less', 'by', 'times', 'per', 'plus', 'round', 'min', 'max'];

/** @param questions those that may be named */
export function parseAmount(
  reader: JsonReader,
  given: JsonObject,
  questions: readonly Question[],
  place: string,
): Amount {
  const { answer, less, by, times, per, plus, round, min, max } = reader.object(given, place, AMOUNT);
  const figures = (names: unknown): readonly string[] =>
    namesIn(reader, names, place).map((name) => figureIn(reader, name, questions, place));
  const divisor = reader.numberOr(per, place, 1);
  if (divisor === 0) reader.fault(place, 'nothing can be divided by 0');
  return {
    answers: figures(answer ?? null),
    less: less === undefined ? [] : figures(less),
    by: by === undefined ? [] : figures(by),
    times: reader.numberOr(times, place, 1),
    per: divisor,
    plus: reader.numberOr(plus, place, 0),
    round: round === undefined ? null : reader.word(round, place, ['up', 'down', 'nearest']),
    min: reader.numberOr(min, place, null),
    max: reader.numberOr(max, place, null),
  };
}

/** `{ "strategy": ["pilot", "hybrid"], "sites": { "min": 2 } }` */
export function parseConditions(
  reader: JsonReader,
  given: unknown,
  questions: readonly Question[],
  place: string,
): readonly Condition[] {
  if (given === undefined) return [];
  return Object.entries(reader.anyObject(given, place)).map(([about, wanted]): Condition => {
    if (isObject(wanted)) {
      const { min, max } = reader.object(wanted, place, ['min', 'max']);
      const limits = { min: reader.numberOr(min, place, null), max: reader.numberOr(max, place, null) };
      return { about: figureIn(reader, about, questions, place), oneOf: null, ...limits };
    }
    const asked = questions.find(({ id }) => id === about);
    const options = asked?.answer.kind === 'choice' ? Object.keys(asked.answer.options) : [];
    const oneOf = namesIn(reader, wanted, place);
    const stranger = oneOf.find((option) => !options.includes(option));
    if (stranger !== undefined) reader.fault(place, `“${about}” has no option “${stranger}”`);
    return { about, oneOf, min: null, max: null };
  });
}

function namesIn(reader: JsonReader, given: unknown, place: string): readonly string[] {
  const names = Array.isArray(given) ? (given as readonly unknown[]) : [given];
  return names.map((name) => reader.text(name, place));
}

function figureIn(reader: JsonReader, name: string, questions: readonly Question[], place: string): string {
  const kind = questions.find(({ id }) => id === name)?.answer.kind;
  const counts = kind === 'integer' || kind === 'decimal' || kind === 'names';
  if (!counts && ![WAVES, LOST_WEEKS, SHARE].includes(name)) {
    reader.fault(place, `the pack asks for no number “${name}”`);
  }
  return name;
}
