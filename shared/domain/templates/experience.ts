/**
 * What others needed, beside what a plan computes. A starter pack names one published figure, with its source and year;
 * a pack for which none is known has none, and then nothing is said.
 */
import { addDays, addMonths, dayNumber, type CalendarDate } from '../base/dates';
import type { Id } from '../base/ids';
import { counted } from '../format/sentence';
import type { Plan } from '../plan';
import type { RegisterId } from '../registers/all';
import { conditionsHold, type Answers } from './answers';
import type { JsonReader } from './jsonReader';
import type { Experience, Pack, Question } from './pack';
import { parseConditions } from './parseAmounts';
import { parseSource } from './parseQuestions';

const DAYS_PER_WEEK = 7;

export function parseExperience(
  reader: JsonReader,
  json: unknown,
  questions: readonly Question[],
): Experience | null {
  if (json === undefined) return null;
  const place = 'experience';
  const known = ['who', 'source', 'when', 'task', 'medianWeeks', 'averageMonthsLate'];
  const given = reader.object(json, place, known);
  const isLateness = given['averageMonthsLate'] !== undefined;
  return {
    who: reader.text(given['who'], `${place}.who`),
    source: parseSource(reader, given['source'], `${place}.source`, true),
    when: parseConditions(reader, given['when'], questions, `${place}.when`),
    figure: isLateness
      ? { kind: 'late', months: reader.number(given['averageMonthsLate'], `${place}.averageMonthsLate`) }
      : {
          kind: 'median',
          task: reader.text(given['task'], `${place}.task`),
          weeks: reader.number(given['medianWeeks'], `${place}.medianWeeks`),
        },
  };
}

export interface LikelyGoLive {
  /** The later end of a range to count on, which begins with the computed go-live; null where the plan is not shorter. */
  readonly until: CalendarDate | null;
  /** How the plan compares. */
  readonly sentence: string;
}

/** @param idFor the id of a record of the pack; null where the pack has no experience, or the plan is of another kind */
export function likelyGoLive(
  { experience }: Pack,
  answers: Answers,
  { schedule }: Plan,
  idFor: (register: RegisterId, key: string) => Id,
): LikelyGoLive | null {
  const { goLive } = schedule;
  if (experience === null || goLive === null || !conditionsHold(experience.when, answers)) return null;
  const { who, figure } = experience;
  if (figure.kind === 'late') {
    const months = counted(figure.months, 'month');
    return {
      until: addMonths(goLive, figure.months),
      sentence: `In ${who} go-live came ${months} later than planned, on average.`,
    };
  }
  const from = schedule.task(idFor('tasks', figure.task))?.start;
  if (from === undefined) return null;
  const median = addDays(from, Math.round(figure.weeks * DAYS_PER_WEEK));
  const weeks = Math.round((dayNumber(goLive) - dayNumber(from)) / DAYS_PER_WEEK);
  const own = `From the start with the vendor to go-live this plan takes ${counted(weeks, 'week')}`;
  return median > goLive
    ? { until: median, sentence: `${own}; half of ${who} took more than ${String(figure.weeks)}.` }
    : { until: null, sentence: `${own}; half of ${who} were live within ${String(figure.weeks)}.` };
}
