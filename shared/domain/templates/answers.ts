/** Checks the answers a starter pack is made with, together, and fills in those that were not given. */
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { lostWeeks } from '../budget/dipPresets';
import { acceptAnswer, answerProblem } from './acceptAnswer';
import { amountOf, LOST_WEEKS, WAVES } from './amount';
import type { Answer, Condition, Pack, Question } from './pack';
import { wavesOf, type Wave } from './waves';

export type GivenAnswers = Readonly<Record<string, unknown>>;

/** Every question's answer, and what follows from them. */
export interface Answers {
  readonly of: ReadonlyMap<string, Answer>;
  /** In the order in which they go live; one if everyone does on the same day. */
  readonly waves: readonly Wave[];
}

export interface CheckedAnswers extends Answers {
  /** What is wrong, by question; the default stands for an answer that does not fit. */
  readonly problems: ReadonlyMap<string, Problem>;
}

export function acceptAnswers(pack: Pack, given: GivenAnswers): Result<Answers, Problem> {
  const known = pack.questions.map(({ id }) => id);
  const stranger = Object.keys(given).find((id) => !known.includes(id));
  if (stranger !== undefined) {
    return err(problem('pack/unknownAnswer', { given: stranger, known: known.join(', ') }));
  }
  const checked = checkAnswers(pack, given);
  const [bad] = checked.problems.values();
  return bad === undefined ? ok(checked) : err(bad);
}

/** An empty answer counts as none: the pack's own default stands. Total: there is always a set of answers to go on with. */
export function checkAnswers({ questions }: Pack, given: GivenAnswers): CheckedAnswers {
  const of = new Map<string, Answer>();
  const problems = new Map<string, Problem>();
  for (const question of questions) {
    const { id, follows } = question;
    const answer = Object.hasOwn(given, id) ? given[id] : null;
    const isEmpty = answer === null || answer === undefined || answer === '';
    const fallback =
      follows === null ? question.default : amountOf(follows, (name) => numberOf(of.get(name)));
    const accepted = isEmpty ? ok(fallback) : acceptAnswer(question, answer);
    if (!accepted.ok) problems.set(id, accepted.error);
    of.set(id, accepted.ok ? accepted.value : fallback);
  }
  for (const [id, misfit] of partsThatExceed(questions, of)) if (!problems.has(id)) problems.set(id, misfit);
  const strategy = questions.find(({ id }) => id === 'strategy');
  const waves = wavesOf(of);
  if (strategy !== undefined && !waves.ok && !problems.has(strategy.id)) {
    problems.set(strategy.id, answerProblem(strategy, waves.error));
  }
  return { of, problems, waves: waves.ok ? waves.value : [EVERYONE] };
}

const EVERYONE: Wave = { name: 'Everyone', share: 1 };

/** A number as it is, and how many names there are. */
export function numberOf(answer: Answer | undefined): number {
  if (typeof answer === 'object') return answer.length;
  return typeof answer === 'number' ? answer : 0;
}

/** A figure by its name: an answered number, or one that follows from the answers. */
export function figureOf({ of, waves }: Answers, name: string): number {
  if (name === WAVES) return waves.length;
  if (name === LOST_WEEKS) {
    const preset = of.get('dipPreset');
    return preset === 'prepared' || preset === 'typical' || preset === 'severe' ? lostWeeks(preset) : 0;
  }
  return numberOf(of.get(name));
}

export function conditionsHold(conditions: readonly Condition[], answers: Answers): boolean {
  return conditions.every(({ about, oneOf, min, max }) => {
    if (oneOf !== null) return oneOf.some((option) => option === answers.of.get(about));
    const figure = figureOf(answers, about);
    return figure >= (min ?? -Infinity) && figure <= (max ?? Infinity);
  });
}

/** For each group of parts that is larger than its whole, the last part and what is wrong. */
function partsThatExceed(
  questions: readonly Question[],
  of: ReadonlyMap<string, Answer>,
): readonly (readonly [string, Problem])[] {
  return questions.flatMap((whole) => {
    const parts = questions.filter(({ partOf }) => partOf === whole.id);
    const sum = parts.reduce((total, { id }) => total + numberOf(of.get(id)), 0);
    const last = parts.at(-1);
    if (last === undefined || sum <= numberOf(of.get(whole.id))) return [];
    const labels = parts.map(({ label }) => `“${label}”`).join(', ');
    const limit = String(numberOf(of.get(whole.id)));
    const reason = `${labels} are ${String(sum)} together, more than the ${limit} of “${whole.label}”.`;
    return [[last.id, answerProblem(last, reason)] as const];
  });
}
