/** Reads the questions of a starter pack. */
import { acceptAnswer } from './answers';
import type { JsonObject, JsonReader } from './jsonReader';
import type { AnswerKind, Question } from './pack';

const MOST_LETTERS = 200;
const KNOWN = [
  'id',
  'label',
  'help',
  'unit',
  'source',
  'kind',
  'default',
  'min',
  'max',
  'maxLength',
  'letters',
  'options',
];

export function parseQuestions(reader: JsonReader, value: unknown): readonly Question[] {
  const questions = reader.list(value, 'questions').flatMap((given, index): readonly Question[] => {
    const place = `questions[${String(index)}]`;
    const question = parseQuestion(reader, reader.object(given, place, KNOWN), place);
    return question === null ? [] : [question];
  });
  const ids = questions.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) reader.fault('questions', `“${twice}” is asked twice`);
  return questions;
}

function parseQuestion(reader: JsonReader, given: JsonObject, place: string): Question | null {
  const answer = parseAnswerKind(reader, given, place);
  if (answer === null) return null;
  const isNumber = answer.kind === 'integer' || answer.kind === 'decimal';
  const question: Question = {
    id: reader.text(given['id'], `${place}.id`),
    label: reader.text(given['label'], `${place}.label`),
    help: reader.optionalText(given['help'], `${place}.help`),
    unit: reader.optionalText(given['unit'], `${place}.unit`),
    source: parseSource(reader, given['source'], `${place}.source`, isNumber),
    answer,
    default: '',
  };
  const fallback = acceptAnswer(question, given['default']);
  if (!fallback.ok) return reader.fault(`${place}.default`, 'the default does not fit the question');
  return { ...question, default: fallback.value };
}

/** A figure must say where it comes from and from when. */
export function parseSource(reader: JsonReader, value: unknown, place: string, required: boolean): string {
  const source = required ? reader.text(value, place) : reader.optionalText(value, place);
  if (source !== '' && !/\b(19|20)\d\d\b/.test(source)) reader.fault(place, 'a source names its year');
  return source;
}

function parseAnswerKind(reader: JsonReader, given: JsonObject, place: string): AnswerKind | null {
  const kind = reader.word(given['kind'], `${place}.kind`, ['text', 'code', 'integer', 'decimal', 'choice']);
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
    case 'choice': {
      const options = Object.entries(reader.anyObject(given['options'], `${place}.options`));
      return {
        kind,
        options: Object.fromEntries(
          options.map(([id, label]) => [id, reader.text(label, `${place}.options`)]),
        ),
      };
    }
  }
}
