/** What a baseline and the plan since then come to, as sentences. */
import { daysInWords } from '../format/amounts';
import { formatDate } from '../format/dates';
import { formatMoney } from '../format/money';
import { counted, cutName, plain, strong, type Sentence } from '../format/sentence';
import type { Plan } from '../plan';
import type { Baseline } from '../registers/all';
import { workingTimeFor } from '../commands/taskDates';
import { checkedHead } from './baselineFindings';
import { baselinesByDay, slipDays, type SinceBaseline } from './compareBaseline';

const LONGEST_NAME = 40;

/** `3 working days later`, `1 working day earlier`, `on the same day`. */
export function slipWords(slip: number): string {
  if (slip === 0) return 'on the same day';
  return `${daysInWords(Math.abs(slip))} ${slip > 0 ? 'later' : 'earlier'}`;
}

/** `+3`, `−2`, `0`: for columns. */
export function slipCell(slip: number): string {
  return slip > 0 ? `+${String(slip)}` : slip < 0 ? `\u2212${String(-slip)}` : '0';
}

/** `$1,200.00 more`, `$80.00 less`, `the same`. @param amount minor units */
export function moreOrLess(amount: number, currency: string): string {
  if (amount === 0) return 'the same';
  return `${formatMoney(Math.abs(amount), currency, { cents: true })} ${amount > 0 ? 'more' : 'less'}`;
}

/**
 * ` That is 3 working days later than in “As signed”.`; nothing where one of the two has no go-live.
 * @param shown the baseline the reader sees beside it; without one the latest counts
 */
export function goLiveSince(
  { workbook, schedule }: Pick<Plan, 'workbook' | 'schedule'>,
  shown: Baseline | null,
): Sentence {
  const { goLive } = schedule;
  const baseline = shown ?? baselinesByDay(workbook)[0];
  const read = baseline === undefined ? undefined : checkedHead(baseline);
  const then = read?.kind === 'whole' ? read.head.goLive : null;
  if (baseline === undefined || then === null || goLive === null) return [];
  const slip = slipDays(workingTimeFor(workbook, undefined), then, goLive);
  const name = `“${cutName(baseline.name, LONGEST_NAME)}”`;
  if (slip === 0) return [plain(` That is as in ${name}.`)];
  return [plain(' That is '), strong(slipWords(slip)), plain(` than in ${name}.`)];
}

/** The one sentence over a comparison: go-live or the end, then what moved, came and went, then the money. */
export function sinceSentence(since: SinceBaseline, currency: string): Sentence {
  const { goLive, end, tasks, total } = since;
  const [what, date] =
    goLive === null ? (['The plan ends', end] as const) : (['Go-live is', goLive] as const);
  const count = (state: string): number => tasks.filter((task) => task.state === state).length;
  const [moved, added, removed] = [count('moved'), count('added'), count('removed')];
  const parts = [
    ...(moved > 0 ? [`${counted(moved, 'task')} moved`] : []),
    ...(added > 0 ? [`${counted(added, 'task')} came`] : []),
    ...(removed > 0 ? [`${counted(removed, 'task')} went`] : []),
  ];
  const changes = parts.length === 0 ? 'No task has moved' : listed(parts);
  const money =
    total === null
      ? []
      : total.now === total.then
        ? [plain(' The plan costs the same.')]
        : [plain(' The plan costs '), strong(moreOrLess(total.now - total.then, currency)), plain('.')];
  return [
    plain(`${what} `),
    strong(formatDate(date.now, 'weekdayYear')),
    plain(date.slip === 0 ? ', as agreed. ' : ', '),
    ...(date.slip === 0 ? [] : [strong(slipWords(date.slip)), plain(' than agreed. ')]),
    plain(`${changes.charAt(0).toUpperCase()}${changes.slice(1)}.`),
    ...money,
  ];
}

/** `one task moved, two tasks came and one task went` */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** `As signed, Jan 4, 2027`: a baseline in a list of them. */
export function baselineLabel({ name, takenOn }: Baseline): string {
  return takenOn === null ? name : `${name}, ${formatDate(takenOn)}`;
}
