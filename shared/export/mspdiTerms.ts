/** The numbers MS Project's XML (MSPDI) writes for what this app has names for. Source: the MSPDI schema reference. */
import type { Weekday } from '../domain/register/field';
import type { Link, Task } from '../domain/registers/all';

export const NAMESPACE = 'http://schemas.microsoft.com/project';

/** Characters of a name. */
export const LONGEST_NAME = 512;

/** What MS Project counts as a day, a week and a month unless a file says otherwise. */
export const MINUTES_PER_DAY = 480;
export const DAYS_PER_WEEK = 5;
export const DAYS_PER_MONTH = 20;

/** A working day of eight hours with a break. */
export const WORKING_TIMES = [
  ['08:00:00', '12:00:00'],
  ['13:00:00', '17:00:00'],
] as const;
export const DAY_START = '08:00:00';
export const DAY_FINISH = '17:00:00';

/** PredecessorLink/Type */
export const LINK_TYPES: readonly Link['type'][] = ['FF', 'FS', 'SF', 'SS'];

/** Task/ConstraintType */
export const CONSTRAINTS: readonly Task['constraint'][] = [
  'asap',
  'alap',
  'mso',
  'mfo',
  'snet',
  'snlt',
  'fnet',
  'fnlt',
];

/** WeekDay/DayType counts from 1 for Sunday; 0 is an exception. */
export const DAY_TYPES: readonly (Weekday | null)[] = [null, 'sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** DurationFormat and LagFormat: days, as MS Project shows them. */
export const FORMAT_DAYS = 7;

/** Formats from 35 on mean the same as those 32 below, as an estimate. */
function settled(format: number): number {
  return format >= 35 ? format - 32 : format;
}

/** Elapsed formats count the calendar around the clock instead of working time. */
export function isElapsed(format: number): boolean {
  return [4, 6, 8, 10, 12, 20].includes(settled(format));
}

export function isPercent(format: number): boolean {
  return [19, 20].includes(settled(format));
}
