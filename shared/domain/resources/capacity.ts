/** How much of their time people have for the project, in whole numbers, so that comparing is exact. */
import type { Person } from '../registers/all';
import { MINUTES_PER_DAY } from '../schedule/ticks';
import { KNOWN_DAYS, workingTimeOf, type WorkingTime } from '../schedule/workingTime';
import { recordIn, type Workbook } from '../workbook';

/** A whole as basis points: hundredths of a percent. */
export const WHOLE = 10_000;

/** A percentage as basis points between 0 and a limit; what is no number counts as nothing. */
export function basisPoints(percent: unknown, mostPercent: number): number {
  if (typeof percent !== 'number' || Number.isNaN(percent)) return 0;
  return Math.round(Math.max(0, Math.min(mostPercent, percent)) * 100);
}

export interface Capacity {
  /** Of every minute they work, in parts of `WHOLE` × `WHOLE`: employment times what of it is free for the project. */
  readonly share: number;
  /** Their own calendar, else the plan's. Days off count as absence. */
  readonly time: WorkingTime;
}

export function capacityOf(workbook: Workbook, person: Person): Capacity {
  const [organisation] = workbook.tables.organisation.live;
  const calendar =
    recordIn(workbook, 'calendars', person.calendar) ??
    recordIn(workbook, 'calendars', organisation?.calendar ?? null);
  return {
    share: basisPoints(person.employmentPercent, 100) * basisPoints(person.projectPercent, 100),
    time: workingTimeOf(calendar),
  };
}

/** Minutes between two table days, both included, times the share of them. */
export function capacityBetween({ share, time }: Capacity, from: number, to: number): number {
  return workingDaysBetween(time, from, to) * MINUTES_PER_DAY * share;
}

function workingDaysBetween({ before, nth }: WorkingTime, from: number, to: number): number {
  const beforeDay = (day: number): number => before[Math.max(0, Math.min(KNOWN_DAYS, day))] ?? nth.length;
  return Math.max(0, beforeDay(to + 1) - beforeDay(from));
}
