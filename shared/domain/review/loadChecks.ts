/** Whom a merge left with more work than time: nobody gave it to them, it comes of what two sites planned apart. */
import type { FactStyle } from '../base/problemText';
import { formatNumber, formatPercent } from '../format/amounts';
import { formatDate } from '../format/dates';
import { counted } from '../format/sentence';
import type { Plan } from '../plan';
import { loadOf, loadPercent, type PersonLoad, type PersonWeek } from '../resources/load';
import { overloadChanges, placeOf, weekIn, type Overload, type OverloadChange } from '../resources/overloads';
import { mondayOf } from '../resources/weeks';
import type { MergeCheck } from './mergeCheck';

/** Of so many people each is named, and the rest counted. */
const MOST_PEOPLE = 6;

/** @param style how dates are written; as in the window unless told */
export function loadChecks(before: Plan, after: Plan, style?: FactStyle): readonly MergeCheck[] {
  const changes = overloadChanges(before, after);
  const date = style?.date ?? ((day: string) => formatDate(day, 'weekdayYear'));
  const loads = new Map(loadOf(before.workbook, before.schedule).map((load) => [load.person.id, load]));
  const shown = changes.slice(0, MOST_PEOPLE).map((change) => check(change, loads, date));
  const rest = changes.length - shown.length;
  if (rest === 0) return shown;
  return [
    ...shown,
    {
      tone: 'moved',
      text: `${counted(rest, 'more person', 'more people')} with more or less than the time they have, listed under Resources`,
      register: 'assignments',
    },
  ];
}

function check(
  { kind, before, after }: OverloadChange,
  loads: ReadonlyMap<string, PersonLoad>,
  date: FactStyle['date'],
): MergeCheck {
  const told = after ?? before;
  if (told === undefined) return { tone: 'same', text: '' };
  const { person } = told.load;
  const name = `“${person.name}”`;
  const worst = `${percentWords(told.worst)} in the week of ${date(mondayOf(told.worst.week))}`;
  if (kind === 'gone')
    return { tone: 'moved', text: `${name} no longer has more work than time: before, ${worst}` };
  const place = placeOf(told);
  const was =
    kind === 'new' || before === undefined
      ? percentWords(weekIn(loads.get(person.id), told.worst.week))
      : `${percentWords(before.worst)} at most, ${weeksOf(before)}`;
  const more = kind === 'new' ? 'now has more work than time' : 'has even more work than time';
  return {
    tone: 'moved',
    text: `${name} ${more}, ${weeksOf(told)}: ${worst}, before ${was}`,
    ...(place === undefined ? {} : { record: place }),
  };
}

/** `for 2 weeks` */
function weeksOf({ weeks }: Overload): string {
  return `for ${formatNumber(weeks.length)} ${weeks.length === 1 ? 'week' : 'weeks'}`;
}

function percentWords(week: Pick<PersonWeek, 'load' | 'capacity'>): string {
  const percent = loadPercent(week);
  return percent === null ? 'work without any working time' : formatPercent(percent);
}
