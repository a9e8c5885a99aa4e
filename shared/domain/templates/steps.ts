/** The questions of a starter pack in the order people are asked, without those that do not matter to them. */
import { conditionsHold, type Answers, type GivenAnswers } from './answers';
import type { Pack, Question } from './pack';

export interface Step {
  readonly title: string;
  readonly questions: readonly Question[];
}

/** One step for each heading; steps without questions are left out. */
export function stepsOf(pack: Pack, answers: Answers): readonly Step[] {
  const questions = pack.questions.filter(({ when }) => conditionsHold(when, answers));
  const titles = [...new Set(questions.map(({ group }) => group))];
  return titles.map((title) => ({ title, questions: questions.filter(({ group }) => group === title) }));
}

/** What was answered to questions that are asked. Other entries wait: they may matter again. */
export function answersToAsked(steps: readonly Step[], entries: GivenAnswers): GivenAnswers {
  const asked = steps.flatMap(({ questions }) => questions.map(({ id }) => id));
  return Object.fromEntries(Object.entries(entries).filter(([id]) => asked.includes(id)));
}
