/** Works out the values of a starter pack's records for one practice. */
import {
  addDays,
  calendarDate,
  daysInMonth,
  monthNumber,
  monthOf,
  monthOfNumber,
  weekdayOfDay,
  dayNumber,
  type CalendarDate,
} from '../base/dates';
import { WEEKDAYS, type StoredValue } from '../register/field';
import { amountOf, SHARE } from './amount';
import { figureOf, type Answers } from './answers';
import type { Copies, Copy } from './copies';
import { holidaysFrom, type HolidayTable } from './holidays';
import type { PackValue, TaskDay } from './pack';

/** What the values of a pack are worked out with. */
export interface Circumstances {
  readonly start: CalendarDate;
  readonly answers: Answers;
  readonly copies: Copies;
  readonly holidays: HolidayTable;
  /** The scheduled start and finish of a task, once they are known. */
  readonly datesOf: (task: string) => { readonly start: CalendarDate; readonly finish: CalendarDate } | null;
}

export function resolveValue(value: PackValue, copy: Copy, circumstances: Circumstances): StoredValue {
  const { start, answers, copies } = circumstances;
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? named(value.value, copy) : value.value;
    case 'ref':
      return value.targets.flatMap((target) => copies.find(target, copy))[0]?.id ?? null;
    case 'refs':
      return value.targets.flatMap((target) => copies.find(target, copy).map(({ id }) => id));
    case 'month':
      return dayOfMonth(start, value.month - 1, value.last);
    case 'day':
      return addDays(start, value.day);
    case 'taskDay':
      return taskDay(value, copy, circumstances);
    case 'holidays':
      return daysOff(circumstances);
    case 'answer':
      return answers.of.get(value.question) ?? null;
    case 'amount':
      return amountOf(value.amount, (name) => (name === SHARE ? copy.share : figureOf(answers, name)));
  }
}

function taskDay(
  { target, edge, days, months, last }: TaskDay,
  copy: Copy,
  { copies, datesOf }: Circumstances,
): CalendarDate | null {
  const [task] = copies.find(target, copy);
  const date = task === undefined ? undefined : datesOf(task.id)?.[edge];
  if (date === undefined) return null;
  const day = addDays(date, days);
  return months === null ? day : dayOfMonth(day, months, last);
}

/** The first or last day of the month so many months after the one a date lies in. */
function dayOfMonth(date: CalendarDate, months: number, last: boolean): CalendarDate {
  const wanted = monthOfNumber(monthNumber(monthOf(date)) + months);
  const year = Number(wanted.slice(0, 4));
  const monthOfYear = Number(wanted.slice(5, 7));
  return calendarDate(year, monthOfYear, last ? daysInMonth(year, monthOfYear) : 1);
}

/** Public holidays, if wanted, that fall on a working day. */
function daysOff({ start, answers, holidays }: Circumstances): readonly CalendarDate[] {
  const country = answers.of.get('country');
  if (answers.of.get('holidays') !== 'public' || typeof country !== 'string') return [];
  const given = answers.of.get('workingWeek');
  const week: readonly string[] = typeof given === 'object' ? given : WEEKDAYS;
  return holidaysFrom(holidays, country, start).filter((date) =>
    week.includes(WEEKDAYS[weekdayOfDay(dayNumber(date))] ?? ''),
  );
}

/** `{name}`, `{: name}` and `{n}` in a text of a record that is made several times. */
function named(text: string, { record, name, number, hasSiblings }: Copy): string {
  if (record.each === null) return text;
  const words: Readonly<Record<string, string>> = {
    '{name}': name,
    '{: name}': hasSiblings ? `: ${name}` : '',
    '{n}': String(number),
  };
  return text.replaceAll(/\{(: )?name\}|\{n\}/g, (word) => words[word] ?? word);
}
