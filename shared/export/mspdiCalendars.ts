/** The calendars of MS Project XML: a working week, exceptions in both of the format's ways, and inheritance. */
import { addDays, dayNumber, type CalendarDate } from '../domain/base/dates';
import { WEEKDAYS, type Weekday } from '../domain/register/field';
import { DAY_TYPES } from './mspdiTerms';
import { dateOf } from './mspdiTimes';
import { childrenOf, childText, type XmlNode } from './xmlReader';

export interface FileCalendar {
  readonly uid: string;
  readonly name: string;
  readonly workingWeek: readonly Weekday[];
  readonly holidays: readonly CalendarDate[];
  readonly extraWorkingDays: readonly CalendarDate[];
}

/** A calendar as written, before what it inherits. */
interface RawCalendar {
  readonly uid: string;
  readonly name: string;
  readonly isBase: boolean;
  readonly base: string;
  readonly week: ReadonlyMap<Weekday, boolean>;
  readonly exceptions: ReadonlyMap<CalendarDate, boolean>;
}

/** The longest exception taken over day by day, and the most dates a calendar keeps. */
const LONGEST_EXCEPTION = 1000;
const MOST_DATES = 2000;
const DAILY = '1';

export function rawCalendar(node: XmlNode, report: (loss: string) => void): RawCalendar {
  const name = childText(node, 'Name') || 'Calendar';
  const week = new Map<Weekday, boolean>();
  const exceptions = new Map<CalendarDate, boolean>();
  let hasShortDays = false;
  for (const weekday of childrenOf(node, 'WeekDays').flatMap((list) => childrenOf(list, 'WeekDay'))) {
    const day = DAY_TYPES[Number(childText(weekday, 'DayType'))] ?? null;
    const works = childText(weekday, 'DayWorking') === '1' || childText(weekday, 'DayWorking') === 'true';
    if (works && isShort(weekday)) hasShortDays = true;
    if (day === null) addException(weekday, { name, works, exceptions, report });
    else week.set(day, works);
  }
  for (const exception of childrenOf(node, 'Exceptions').flatMap((list) => childrenOf(list, 'Exception'))) {
    const works = childText(exception, 'DayWorking') === '1' || childText(exception, 'DayWorking') === 'true';
    addException(exception, { name, works, exceptions, report });
  }
  if (hasShortDays) report(`Calendar “${name}”: shorter days count as whole working days.`);
  if (childrenOf(node, 'WorkWeeks').some((list) => list.children.length > 0)) {
    report(`Calendar “${name}”: working weeks for certain periods were not taken over.`);
  }
  const base = childText(node, 'BaseCalendarUID');
  return {
    uid: childText(node, 'UID'),
    name,
    isBase: childText(node, 'IsBaseCalendar') !== '0',
    base,
    week,
    exceptions,
  };
}

interface ExceptionContext {
  readonly name: string;
  readonly works: boolean;
  readonly exceptions: Map<CalendarDate, boolean>;
  readonly report: (loss: string) => void;
}

function addException(node: XmlNode, { name, works, exceptions, report }: ExceptionContext): void {
  const [period] = childrenOf(node, 'TimePeriod');
  const from = period === undefined ? null : dateOf(childText(period, 'FromDate'));
  const untilText = period === undefined ? '' : childText(period, 'ToDate');
  const until = untilText === '' ? from : dateOf(untilText);
  const named = childText(node, 'Name');
  if (from === null || until === null || until < from) {
    const what = named === '' ? 'days off or on' : `“${named}”`;
    report(`Calendar “${name}”: the dates of ${what} cannot be used and were left out.`);
    return;
  }
  const type = childText(node, 'Type') || DAILY;
  const what = named || from;
  const days = dayNumber(until) - dayNumber(from) + 1;
  const isRange = type === DAILY && (childText(node, 'Period') || '1') === '1';
  if (!isRange)
    report(`Calendar “${name}”: of the repeated exception “${what}” only the first day was taken over.`);
  else if (days > LONGEST_EXCEPTION)
    report(`Calendar “${name}”: “${what}” was cut after ${LONGEST_EXCEPTION} days.`);
  const taken = isRange ? Math.min(days, LONGEST_EXCEPTION) : 1;
  for (let day = 0; day < taken; day++) exceptions.set(addDays(from, day), works);
}

/** Less than seven hours. */
function isShort(weekday: XmlNode): boolean {
  const times = childrenOf(weekday, 'WorkingTimes').flatMap((list) => childrenOf(list, 'WorkingTime'));
  if (times.length === 0) return false;
  const minutes = times.reduce(
    (sum, time) => sum + minuteOf(childText(time, 'ToTime'), 1440) - minuteOf(childText(time, 'FromTime'), 0),
    0,
  );
  return minutes < 420;
}

function minuteOf(time: string, midnight: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes === 0 ? midnight : hours * 60 + minutes;
}

/** The calendars tasks can use, with what they inherit. */
export function resolveCalendars(
  raw: readonly RawCalendar[],
  report: (loss: string) => void,
): FileCalendar[] {
  const byUid = new Map<string, RawCalendar>();
  for (const calendar of raw) {
    if (!byUid.has(calendar.uid)) byUid.set(calendar.uid, calendar);
    else report(`Calendar “${calendar.name}” was left out: another bears its number.`);
  }
  return [...byUid.values()]
    .filter((calendar) => calendar.isBase)
    .map((calendar) => {
      const chain = inheritance(calendar, byUid);
      const works = (day: Weekday): boolean =>
        chain.find(({ week }) => week.has(day))?.week.get(day) ?? (day !== 'sat' && day !== 'sun');
      // What stands nearer to the calendar itself overrides what it inherits.
      const exceptions = new Map([...chain].reverse().flatMap((ancestor) => [...ancestor.exceptions]));
      const dates = (wanted: boolean): CalendarDate[] =>
        [...exceptions].flatMap(([date, isWorking]) => (isWorking === wanted ? [date] : [])).sort();
      const holidays = dates(false);
      const extraWorkingDays = dates(true);
      if (Math.max(holidays.length, extraWorkingDays.length) > MOST_DATES)
        report(`Calendar “${calendar.name}”: only ${MOST_DATES} days off or on were taken over.`);
      return {
        uid: calendar.uid,
        name: calendar.name,
        workingWeek: WEEKDAYS.filter(works),
        holidays: holidays.slice(0, MOST_DATES),
        extraWorkingDays: extraWorkingDays.slice(0, MOST_DATES),
      };
    });
}

/** The calendar and those it is based on, nearest first; a circle ends where it closes. */
function inheritance(calendar: RawCalendar, byUid: ReadonlyMap<string, RawCalendar>): RawCalendar[] {
  const chain: RawCalendar[] = [];
  let next: RawCalendar | undefined = calendar;
  while (next !== undefined && !chain.includes(next)) {
    chain.push(next);
    next = byUid.get(next.base);
  }
  return chain;
}
