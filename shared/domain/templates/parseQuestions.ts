/** Reads the questions of a starter pack. */
import { fieldOf } from '../register/record';
import { definitionOf, isRegisterId } from '../registers/all';
import { acceptAnswer, MOST_LETTERS } from './acceptAnswer';
import { PLAN_DATES } from './instantiatePack';
import { isObject, type JsonObject, type JsonReader } from './jsonReader';
import type { AnswerKind, Question } from './pack';
import { parseAmount, parseConditions } from './parseAmounts';

const KNOWN = ['id', 'label', 'help', 'unit', 'source', 'group', 'when', 'kind', 'default', 'partOf'];
const OF_KINDS = ['min', 'max', 'maxLength', 'letters', 'options', 'optionsOf', 'numbered'];
const KINDS = ['text', 'code', 'integer', 'decimal', 'choice', 'names', 'weekdays'] as const;

export function parseQuestions(reader: JsonReader, value: unknown): readonly Question[] {
  const questions: Question[] = [];
  for (const [index, given] of reader.list(value, 'questions').entries()) {
    const place = `questions[${String(index)}]`;
    const object = reader.object(given, place, [...KNOWN, ...OF_KINDS]);
    const question = parseQuestion(reader, object, questions, place);
    if (question !== null) questions.push(question);
  }
  const ids = questions.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) reader.fault('questions', `“${twice}” is asked twice`);
  const reserved = PLAN_DATES.find((id) => ids.includes(id));
  if (reserved !== undefined) reader.fault('questions', `every pack takes “${reserved}” already`);
  return questions;
}

/** @param earlier the questions before it, which are all it may build on */
function parseQuestion(
  reader: JsonReader,
  given: JsonObject,
  earlier: readonly Question[],
  place: string,
): Question | null {
  const answer = parseAnswerKind(reader, given, place);
  if (answer === null) return null;
  const isFigure = ['integer', 'decimal', 'names'].includes(answer.kind);
  const { default: fallback, partOf } = given;
  const question: Question = {
    id: reader.text(given['id'], `${place}.id`),
    label: reader.text(given['label'], `${place}.label`),
    help: reader.optionalText(given['help'], `${place}.help`),
    unit: reader.optionalText(given['unit'], `${place}.unit`),
    source: parseSource(reader, given['source'], `${place}.source`, isFigure),
    group: reader.optionalText(given['group'], `${place}.group`),
    when: parseConditions(reader, given['when'], earlier, `${place}.when`),
    answer,
    default: '',
    follows: isObject(fallback) ? parseAmount(reader, fallback, earlier, `${place}.default`) : null,
    partOf: partOf === undefined ? null : reader.text(partOf, `${place}.partOf`),
  };
  if (question.follows !== null) return { ...question, default: 0 };
  const accepted = acceptAnswer(question, fallback);
  if (!accepted.ok) return reader.fault(`${place}.default`, 'the default does not fit the question');
  return { ...question, default: accepted.value };
}

/** A figure must say where it comes from and from when. */
export function parseSource(reader: JsonReader, value: unknown, place: string, required: boolean): string {
  const source = required ? reader.text(value, place) : reader.optionalText(value, place);
  if (source !== '' && !/\b(19|20)\d\d\b/.test(source)) reader.fault(place, 'a source names its year');
  return source;
}

function parseAnswerKind(reader: JsonReader, given: JsonObject, place: string): AnswerKind | null {
  const kind = reader.word(given['kind'], `${place}.kind`, KINDS);
  switch (kind) {
    case null:
      return null;
    case 'text':
      return { kind, maxLength: reader.numberOr(given['maxLength'], `${place}.maxLength`, MOST_LETTERS) };
    case 'code':
      return { kind, letters: reader.number(given['letters'], `${place}.letters`) };
    case 'integer':
    case 'decimal': {
      const min = reader.number(given['min'], `${place}.min`);
      return { kind, min, max: reader.number(given['max'], `${place}.max`) };
    }
    case 'choice':
      return { kind, options: optionsOf(reader, given, `${place}.options`) };
    case 'names': {
      const max = reader.number(given['max'], `${place}.max`);
      return { kind, max, numbered: reader.text(given['numbered'], `${place}.numbered`) };
    }
    case 'weekdays':
      return { kind, min: reader.number(given['min'], `${place}.min`) };
  }
}

/** Options as written, or those of a field: `"optionsOf": "organisation.kind"`. */
function optionsOf(reader: JsonReader, given: JsonObject, place: string): Readonly<Record<string, string>> {
  const { options, optionsOf: source } = given;
  if (source === undefined) {
    const entries = Object.entries(reader.anyObject(options, place));
    return Object.fromEntries(entries.map(([id, label]) => [id, reader.text(label, place)]));
  }
  const [register = '', name = ''] = reader.text(source, place).split('.');
  const field = isRegisterId(register) ? fieldOf(definitionOf(register), name) : undefined;
  if (field?.kind === 'choice') return field.options;
  reader.fault(place, `“${register}.${name}” has no options`);
  return {};
}
