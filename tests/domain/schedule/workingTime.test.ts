import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOfDay, dayNumber, weekdayOfDay } from '../../../shared/domain/base/dates';
import { WEEKDAYS } from '../../../shared/domain/register/field';
import { TickCalendar } from '../../../shared/domain/schedule/ticks';
import {
  KNOWN_DAYS,
  MONDAY_TO_FRIDAY,
  tableDay,
  WorkingTime,
  workingTimeOf,
  type WorkingWeek,
} from '../../../shared/domain/schedule/workingTime';

const someDay = fc.integer({ min: dayNumber('2027-01-01'), max: dayNumber('2027-03-31') }).map(dateOfDay);

const someWeek: fc.Arbitrary<WorkingWeek> = fc.record({
  workingWeek: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  holidays: fc.array(someDay, { maxLength: 20 }),
  extraWorkingDays: fc.array(someDay, { maxLength: 20 }),
});

describe('working time', () => {
  const office = workingTimeOf({
    ...MONDAY_TO_FRIDAY,
    holidays: ['2027-01-06'],
    extraWorkingDays: ['2027-01-09'],
  });

  it('knows working weeks, days off and extra working days', () => {
    const days = ['2027-01-05', '2027-01-06', '2027-01-09', '2027-01-10'].map((date) =>
      office.isWorkingDay(date),
    );
    expect(days).toEqual([true, false, true, false]);
  });

  it('lets an extra working day win over a day off', () => {
    const time = workingTimeOf({
      workingWeek: [],
      holidays: ['2027-01-09'],
      extraWorkingDays: ['2027-01-09'],
    });
    expect(time.isWorkingDay('2027-01-09')).toBe(true);
    expect(time.isStandIn).toBe(false);
  });

  it('adds and takes away working days, from working days and from days off', () => {
    const time = workingTimeOf();
    expect(time.addWorkingDays('2027-01-08', 1)).toBe('2027-01-11');
    expect(time.addWorkingDays('2027-01-09', 1)).toBe('2027-01-11');
    expect(time.addWorkingDays('2027-01-09', 0)).toBe('2027-01-11');
    expect(time.addWorkingDays('2027-01-08', 0)).toBe('2027-01-08');
    expect(time.addWorkingDays('2027-01-11', -1)).toBe('2027-01-08');
    expect(time.addWorkingDays('2027-01-10', -1)).toBe('2027-01-08');
    expect(time.addWorkingDays('2027-01-04', 250)).toBe('2027-12-20');
  });

  it('counts working days with both ends, and none backward', () => {
    expect(office.workingDaysBetween('2027-01-04', '2027-01-08')).toBe(4);
    expect(office.workingDaysBetween('2027-01-09', '2027-01-10')).toBe(1);
    expect(office.workingDaysBetween('2027-01-08', '2027-01-04')).toBe(0);
  });

  it('is computed once for a calendar record', () => {
    const week = { ...MONDAY_TO_FRIDAY };
    expect(workingTimeOf(week)).toBe(workingTimeOf(week));
  });

  it('stays within the days it knows', () => {
    const time = workingTimeOf();
    expect(time.addWorkingDays('2199-12-30', 500)).toBe('2199-12-31');
    expect(time.addWorkingDays('1950-01-03', -500)).toBe('1950-01-01');
  });

  it('agrees with walking from day to day', () => {
    fc.assert(
      fc.property(someWeek, someDay, fc.integer({ min: 1, max: 30 }), (week, from, days) => {
        const time = new WorkingTime(week);
        const works = (date: string): boolean =>
          week.extraWorkingDays.includes(date) ||
          (week.workingWeek.some((name) => WEEKDAYS.indexOf(name) === weekdayOfDay(dayNumber(date))) &&
            !week.holidays.includes(date));
        let to = from;
        for (let left = days; left > 0;) {
          to = addDays(to, 1);
          if (works(to)) left -= 1;
        }
        expect(time.isWorkingDay(from)).toBe(works(from));
        expect(time.addWorkingDays(from, days)).toBe(to);
        expect(time.workingDaysBetween(from, to)).toBe(days + (works(from) ? 1 : 0));
        if (works(from)) expect(time.addWorkingDays(to, -days)).toBe(from);
      }),
    );
  });
});

describe('ticks', () => {
  it.each([1, 480])(
    'of which a day has %i lie between the latest start and the earliest end of their work',
    (perDay) => {
      const tick = fc.integer({ min: tableDay('2027-01-01') * perDay, max: tableDay('2027-03-31') * perDay });
      fc.assert(
        fc.property(someWeek, tick, (week, at) => {
          const calendar = new TickCalendar(new WorkingTime(week), perDay);
          const work = calendar.toWork(at);
          const [first, last] = [calendar.endTick(work), calendar.startTick(work)];
          expect(first <= at && at <= last).toBe(true);
          expect([calendar.toWork(first), calendar.toWork(last)]).toEqual([work, work]);
          expect([calendar.toWork(first - 1), calendar.toWork(last + 1)]).toEqual([work - 1, work + 1]);
        }),
      );
    },
  );

  it('outside the known days count as the nearest inside', () => {
    const calendar = new TickCalendar(workingTimeOf(), 1);
    expect([calendar.toWork(-5), calendar.startTick(-5), calendar.endTick(-5)]).toEqual([0, 0, 0]);
    expect(calendar.toWork(KNOWN_DAYS + 9)).toBe(calendar.workTicks);
    expect(calendar.startTick(calendar.workTicks + 9)).toBe(KNOWN_DAYS);
    expect(calendar.endTick(calendar.workTicks + 9)).toBe(KNOWN_DAYS);
  });
});
