/** Checks one answer to a starter pack's question. */
import { problem, type Problem } from '../base/problem';
import { problemText } from '../base/problemText';
import { err, ok, type Result } from '../base/result';
import { acceptValue } from '../register/accept';
import { choice, decimal, integer, text, weekdays } from '../register/define';
import { WEEKDAYS, type Field } from '../register/field';
import type { Answer, AnswerKind, Question } from './pack';

export const MOST_LETTERS = 200;

/** The stored form of an answer, or what is wrong with it in words that name the question. */
export function acceptAnswer(question: Question, given: unknown): Result<Answer, Problem> {
  const { answer, label } = question;
  if (answer.kind === 'names') return acceptNames(question, answer, given);
  const accepted = acceptValue(fieldFor(label, answer), given);
  if (!accepted.ok) return badAnswer(question, problemText(accepted.error));
  const { value } = accepted;
  if (answer.kind === 'code') return acceptCode(question, answer.letters, value);
  if (answer.kind === 'weekdays') return acceptWeek(question, answer.min, value);
  return typeof value === 'string' || typeof value === 'number'
    ? ok(value)
    : badAnswer(question, 'it is empty.');
}

export function answerProblem({ id, label }: Pick<Question, 'id' | 'label'>, reason: string): Problem {
  return problem('pack/badAnswer', { question: label, answer: id, reason });
}

function badAnswer(question: Question, reason: string): Result<never, Problem> {
  return err(answerProblem(question, reason));
}

/** The field that an answer must fit. */
function fieldFor(label: string, answer: Exclude<AnswerKind, { kind: 'names' }>): Field {
  const base = { label, required: true, review: 'flag' } as const;
  switch (answer.kind) {
    case 'text':
      return text({ ...base, maxLength: answer.maxLength });
    case 'code':
      return text({ ...base, maxLength: MOST_LETTERS });
    case 'integer':
      return integer({ ...base, min: answer.min, max: answer.max });
    case 'decimal':
      return decimal({ ...base, min: answer.min, max: answer.max });
    case 'choice':
      return choice({ ...base, options: answer.options, default: null });
    case 'weekdays':
      return weekdays({ ...base, default: WEEKDAYS });
  }
}

function acceptCode(question: Question, letters: number, value: unknown): Result<string, Problem> {
  const isCode = typeof value === 'string' && value.length === letters && /^[A-Za-z]+$/.test(value);
  return isCode
    ? ok(value.toUpperCase())
    : badAnswer(question, `it takes exactly ${String(letters)} letters.`);
}

function acceptWeek(question: Question, min: number, value: unknown): Result<readonly string[], Problem> {
  const days: readonly unknown[] = Array.isArray(value) ? value : [];
  const week = WEEKDAYS.filter((day) => days.includes(day));
  return week.length >= min
    ? ok(week)
    : badAnswer(question, `a plan needs at least ${String(min)} working days in a week.`);
}

type NamesKind = Extract<AnswerKind, { kind: 'names' }>;

/** A list of names, a text with one on each line, or how many there are. */
function acceptNames(
  question: Question,
  kind: NamesKind,
  given: unknown,
): Result<readonly string[], Problem> {
  const { max } = kind;
  if (typeof given === 'number') {
    const isCount = Number.isInteger(given) && given >= 1 && given <= max;
    return isCount
      ? ok(numberedNames(question, kind, given))
      : badAnswer(question, `it takes a whole number from 1 to ${String(max)}, or a list of names.`);
  }
  const lines: readonly unknown[] | null =
    typeof given === 'string' ? given.split(/\r?\n/) : Array.isArray(given) ? given : null;
  if (lines === null) return badAnswer(question, 'it takes a list of names, or how many there are.');
  const names: string[] = [];
  for (const line of lines) {
    const accepted = acceptValue(
      text({ label: question.label, maxLength: MOST_LETTERS, review: 'flag' }),
      line,
    );
    if (!accepted.ok) return badAnswer(question, problemText(accepted.error));
    if (typeof accepted.value === 'string' && accepted.value !== '') names.push(accepted.value);
  }
  const twice = names.find((name, index) => names.findIndex((other) => sameName(other, name)) !== index);
  if (twice !== undefined) return badAnswer(question, `“${twice}” is in it twice.`);
  if (names.length > max) return badAnswer(question, `it takes at most ${String(max)} names.`);
  return names.length > 0 ? ok(names) : badAnswer(question, 'it needs at least one name.');
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The default names, and numbered ones after them. */
function numberedNames(question: Question, { numbered }: NamesKind, count: number): readonly string[] {
  const known: readonly string[] = typeof question.default === 'object' ? question.default : [];
  return Array.from(
    { length: count },
    (_, index) => known[index] ?? numbered.replaceAll('{n}', String(index + 1 - known.length)),
  );
}
