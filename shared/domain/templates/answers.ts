/** Checks the answers a starter pack is made with, and fills in those that were not given. */
import { problem, type Problem } from '../base/problem';
import { problemText } from '../base/problemText';
import { err, ok, type Result } from '../base/result';
import { acceptValue } from '../register/accept';
import { answerField, type Pack, type Question } from './pack';

export type Answers = ReadonlyMap<string, string | number>;

/** The stored form of an answer: text or a number that fits the question. */
export function acceptAnswer(question: Question, given: unknown): Result<string | number, Problem> {
  const accepted = acceptValue(answerField(question), given);
  if (!accepted.ok) return badAnswer(question, problemText(accepted.error));
  const { value } = accepted;
  if (question.answer.kind !== 'code' || typeof value !== 'string') {
    return typeof value === 'string' || typeof value === 'number'
      ? ok(value)
      : badAnswer(question, 'it is empty.');
  }
  const { letters } = question.answer;
  const isCode = value.length === letters && /^[A-Za-z]+$/.test(value);
  return isCode
    ? ok(value.toUpperCase())
    : badAnswer(question, `it takes exactly ${String(letters)} letters.`);
}

/** An empty answer counts as none: the pack's own default stands. */
export function acceptAnswers(
  { questions }: Pack,
  given: Readonly<Record<string, unknown>>,
): Result<Answers, Problem> {
  const known = questions.map(({ id }) => id);
  const stranger = Object.keys(given).find((id) => !known.includes(id));
  if (stranger !== undefined) {
    return err(problem('pack/unknownAnswer', { given: stranger, known: known.join(', ') }));
  }
  const answers = new Map<string, string | number>();
  for (const question of questions) {
    const answer = Object.hasOwn(given, question.id) ? given[question.id] : null;
    const isEmpty = answer === null || answer === undefined || answer === '';
    const accepted = isEmpty ? ok(question.default) : acceptAnswer(question, answer);
    if (!accepted.ok) return accepted;
    answers.set(question.id, accepted.value);
  }
  return ok(answers);
}

function badAnswer(question: Question, reason: string): Result<never, Problem> {
  return err(problem('pack/badAnswer', { question: question.label, reason }));
}
