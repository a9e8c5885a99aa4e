/** What the assignments come to in a sentence: who has more work than time, and when it is worst. */
import { formatPercent } from '../format/amounts';
import { formatDate } from '../format/dates';
import { capitalized, counted, plain, strong, type Sentence } from '../format/sentence';
import type { Plan } from '../plan';
import { loadOf, loadPercent, worstOf } from '../resources/load';
import { overloadsOf, type Overload } from '../resources/overloads';
import { mondayOf } from '../resources/weeks';

export function resourcesAnswer(plan: Plan): Sentence {
  const { workbook, schedule } = plan;
  if (workbook.tables.assignments.live.length === 0) return [plain('Nobody is assigned to a task yet.')];
  const busy = loadOf(workbook, schedule).filter(({ works }) => works.length > 0);
  if (busy.length === 0) return [plain('Nothing that is assigned is still to be done.')];
  const tasks = new Set(busy.flatMap(({ works }) => works.map(({ task }) => task.id))).size;
  const has = busy.length === 1 ? 'has' : 'have';
  const people = capitalized(counted(busy.length, 'person', 'people'));
  const rest = plain(
    ` ${people} ${has} work on ${counted(tasks, 'task')} that ${tasks === 1 ? 'is' : 'are'} still to do.`,
  );
  const overloads = [...overloadsOf(plan).values()];
  const worst = worstOverload(overloads);
  if (worst === undefined) return [strong('Nobody has more work than time.'), rest];
  return [strong(tooMuch(overloads)), plain(` ${worstWords(overloads, worst)}`), rest];
}

/** Whoever is furthest above; of equal ones the first. */
export function worstOverload(overloads: readonly Overload[]): Overload | undefined {
  const worst = worstOf(overloads.map((overload) => overload.worst));
  return overloads.find((overload) => overload.worst === worst);
}

function tooMuch(overloads: readonly Overload[]): string {
  const [first] = overloads;
  if (overloads.length > 1 || first === undefined)
    return `${capitalized(counted(overloads.length, 'person', 'people'))} have more work than time.`;
  return `${first.load.person.name} has more work than time in ${counted(first.weeks.length, 'week')}.`;
}

function worstWords(overloads: readonly Overload[], { load, worst }: Overload): string {
  const percent = loadPercent(worst);
  const who = overloads.length > 1 ? `, ${load.person.name}` : '';
  const much = percent === null ? 'Work without any working time' : `${formatPercent(percent)} at most`;
  return `${much}${who}, in the week of ${formatDate(mondayOf(worst.week), 'weekdayYear')}.`;
}
